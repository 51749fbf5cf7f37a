"""Sentences about health in a form that a clinician can go through: by page, each with what it stands on."""

import json
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kneeguide.core.question_sources import FOOTING_OF_SUBJECT, Footing, Subject
from kneeguide.core.routine import Source

WIDTH = 110
NOT_REVIEWED = "No clinician has reviewed these sentences yet."


@dataclass(frozen=True)
class Entry:
    """Sentences that belong together. ``about``: an id or a few words. ``says``: a kind and a sentence each."""

    about: str
    says: tuple[tuple[str, str], ...]
    footing: Footing


@dataclass(frozen=True)
class ReviewPage:
    """All that one page can say."""

    title: str
    entries: tuple[Entry, ...]


def entry(about: str, subject: Subject, *says: tuple[str, str]) -> Entry:
    """An entry on one subject, without what is empty."""
    return Entry(about, tuple((kind, text) for kind, text in says if text), FOOTING_OF_SUBJECT[subject])


def points(sentences: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The points of a list."""
    return tuple(("point", sentence) for sentence in sentences)


def as_text(pages: Iterable[ReviewPage], sources: Mapping[str, Source]) -> str:
    """To be read or printed. ``sources``: by id; those that are named are listed at the end."""
    pages = tuple(pages)
    blocks = [f"Every sentence about health that KneeGuide can show. {NOT_REVIEWED}"]
    for page in pages:
        blocks.append(f"{page.title}\n{'=' * len(page.title)}")
        blocks += [_lines(each) for each in page.entries]
    blocks.append("Sources\n=======")
    blocks += [_wrapped("", name, _reference(sources[name])) for name in _named(pages)]
    return "\n\n".join(blocks) + "\n"


def as_json(pages: Iterable[ReviewPage], sources: Mapping[str, Source]) -> str:
    """The same for other programs."""
    pages = tuple(pages)
    whole = {
        "reviewed_by_a_clinician": False,
        "pages": [{"page": page.title, "entries": [_as_values(each) for each in page.entries]} for page in pages],
        "sources": {name: _source_values(sources[name]) for name in _named(pages)},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _named(pages: Iterable[ReviewPage]) -> list[str]:
    return sorted({name for page in pages for entry in page.entries for name in entry.footing.sources})


def _lines(entry: Entry) -> str:
    lines = [_wrapped("  ", kind, text) for kind, text in entry.says]
    if entry.footing.sources:
        lines.append(_wrapped("  ", "sources", ", ".join(entry.footing.sources)))
    if entry.footing.note:
        lines.append(_wrapped("  ", "note", entry.footing.note))
    return "\n".join([entry.about, *lines])


def _wrapped(indent: str, name: str, text: str) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=f"{indent}{name}: ", subsequent_indent=indent + "    ", break_long_words=False
    )


def _reference(source: Source) -> str:
    told = "" if source.verified else "(Not read in the source itself.)"
    reference = f"{source.authors} ({source.year or 'no date'}). {source.title or source.about}. {source.journal}."
    return " ".join(filter(None, (reference, source.identifier, told, source.found)))


def _as_values(entry: Entry) -> dict[str, object]:
    return {
        "about": entry.about,
        "says": [{"kind": kind, "text": text} for kind, text in entry.says],
        "sources": list(entry.footing.sources),
        "note": entry.footing.note,
    }


def _source_values(source: Source) -> dict[str, object]:
    return {
        "authors": source.authors,
        "year": source.year,
        "title": source.title,
        "about": source.about,
        "journal": source.journal,
        "identifier": source.identifier,
        "found": source.found,
        "certainty": source.certainty,
        "read_in_the_source": source.verified,
    }
