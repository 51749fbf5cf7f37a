"""How a source is named: in two words beside what rests on it, and in full where all of them are listed."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kneeguide.core.routine import Certainty, Source
from kneeguide.ui import wording

translate = QCoreApplication.translate

_INITIALS = re.compile(r" [A-Z]{1,4}$")


def short(source: Source) -> str:
    """A source by the surname of its first author, or the name of who issued it, and its year."""
    first = _INITIALS.sub("", source.authors.partition(",")[0].removesuffix(" et al."))
    return f"{first} {source.year}" if source.year else first


def short_with_certainty(sources: Sequence[Source]) -> str:
    """Sources by their short names, with how sure each is; those that are equally sure stand together."""
    groups: dict[Certainty, list[str]] = {}
    for source in sources:
        groups.setdefault(source.certainty, []).append(_short_and_marked(source))
    parts = (
        translate("source", "{names} · {certainty}").format(names=", ".join(names), certainty=certainty(how_sure))
        for how_sure, names in groups.items()
    )
    return "; ".join(parts)


def certainty(how_sure: Certainty) -> str:
    """How sure something is, so that it can stand after the name of its source."""
    if how_sure is Certainty.EXPERT_OPINION:
        return translate("source", "expert opinion only")
    return translate("source", "{how} certainty").format(how=wording.certainty(how_sure).lower())


def found(source: Source) -> str:
    """What a source found, and whether we have that from itself."""
    unread = translate("source", "(Not verified: told by others; we have not read it ourselves yet.)")
    return source.found if source.verified else f"{source.found} {unread}"


def reference(source: Source) -> str:
    """Where a source can be looked up."""
    where = translate("source", "{authors} ({year}). {title}. {journal}.").format(
        authors=source.authors,
        year=source.year or translate("source", "no date"),
        title=source.title or source.about,
        journal=source.journal,
    )
    return f"{where} {source.identifier}" if source.identifier else where


def _short_and_marked(source: Source) -> str:
    if source.verified:
        return short(source)
    return translate("source", "{name} (not verified)").format(name=short(source))
