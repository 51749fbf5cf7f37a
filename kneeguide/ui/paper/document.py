"""What stands on paper, block by block, before anybody knows how large the paper is; and the same as plain text."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.report import PainChart
from kneeguide.ui.widgets.figure_view import Picture


class Style(StrEnum):
    """What a piece of text is for; its size and weight follow."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BODY = "body"
    STEP = "step"
    SMALL = "small"


@dataclass(frozen=True)
class Words:
    """A title, a heading or a paragraph. ``lines``: at most so many; what is longer ends in an ellipsis."""

    text: str
    style: Style = Style.BODY
    lines: int | None = None


@dataclass(frozen=True)
class Facts:
    """Names on the left, what they are on the right."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows below a head; the first column is words, the others are figures."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PainPairs:
    """Knee pain in pairs. ``days``: what stands below each pair. ``key``: what the three marks mean."""

    chart: PainChart
    days: tuple[str, ...]
    key: tuple[str, str, str]
    said: tuple[str, ...]
    """Each pair in words."""


@dataclass(frozen=True)
class Step:
    """A step of a routine: how long and how firmly, how it is done, and what to keep off, where that is said."""

    title: str
    dose: str
    cue: str
    avoid: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Steps:
    """The steps of a routine, side by side as far as there is room."""

    steps: tuple[Step, ...]


Block = Words | Facts | Table | PainPairs | Steps


@dataclass(frozen=True)
class Document:
    """``title``: also of the file. ``foot``: stands below every page."""

    title: str
    blocks: tuple[Block, ...]
    foot: str


def as_text(document: Document) -> str:
    """All of it as plain text, for reading by ear, and for looking at without paper."""
    told = ["\n".join(_lines(block)) for block in document.blocks]
    if document.foot not in told:
        told.append(document.foot)
    return "\n\n".join(told) + "\n"


def _lines(block: Block) -> Iterable[str]:
    match block:
        case Words(text):
            yield text
        case Facts(rows):
            yield from (f"{name}: {value}" for name, value in rows)
        case Table(head, rows):
            for row in rows:
                told = (f"{name} {value}" for name, value in zip(head[1:], row[1:], strict=True) if value)
                yield f"{row[0]}: {', '.join(told)}"
        case PainPairs(said=said):
            yield from said
        case Steps(steps):
            for step in steps:
                yield from filter(None, (step.title, step.dose, step.cue, step.avoid))
