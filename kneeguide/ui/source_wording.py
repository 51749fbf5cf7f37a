"""How a source is named: in two words beside what rests on it, and in full where all of them are listed."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kneeguide.core.routine import Certainty, Source
from kneeguide.ui import wording

translate = QCoreApplication.translate

_REMARK = re.compile(r" \(.*\)$")
_NO_BREAK = "\u00a0"
"""A space at which no line ends, so that a year stays with its name."""


def short(source: Source) -> str:
    """A source by the surname of its first author, or the name of who issued it, and its year."""
    first = _REMARK.sub("", source.authors.partition(",")[0].removesuffix(" et al."))
    surname, _, initials = first.rpartition(" ")
    name = surname if surname and initials.isupper() else first
    return f"{name}{_NO_BREAK}{source.year}" if source.year else name


def short_list(sources: Sequence[Source]) -> str:
    """Sources by their short names."""
    return ", ".join(dict.fromkeys(_short_and_marked(source) for source in sources))


def short_with_certainty(sources: Sequence[Source]) -> str:
    """Sources by their short names, with how sure each is; those that are equally sure stand together."""
    groups: dict[Certainty, list[Source]] = {}
    for source in sources:
        groups.setdefault(source.certainty, []).append(source)
    parts = (
        translate("source", "{names} · {certainty}").format(names=short_list(group), certainty=certainty(how_sure))
        for how_sure, group in groups.items()
    )
    return "; ".join(parts)


def certainty(how_sure: Certainty) -> str:
    """How sure something is, so that it can stand after the name of its source."""
    if how_sure is Certainty.EXPERT_OPINION:
        return translate("source", "rule or expert opinion")
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
