"""From a document to pages: each block becomes strips that may not be torn, and strips are stacked on pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from kneeguide.core.paper_size import PaperSize
from kneeguide.ui.paper import letters, pain_chart
from kneeguide.ui.paper.document import Block, Document, Facts, PainPairs, Step, Steps, Style, Table, Words
from kneeguide.ui.paper.letters import millimetres
from kneeguide.ui.paper.pieces import CARE, INK, QUIET, Leaf, Piece, Rule, line, line_to, picture

translate = QCoreApplication.translate

MARGIN = millimetres(16)
_GAP = millimetres(1.2)
"""Between blocks; twice as much stands above a heading."""
_NAMES = millimetres(44)
"""Width of the names of facts."""
_FIGURES = millimetres(30)
"""Width of a column of figures."""
_LINES_OF_NAME = 2
"""Of what a row of a table is about, at most."""


@dataclass(frozen=True)
class Strip:
    """Pieces that stay together, from their upper left corner on. ``leads``: it may not be the last on its page.

    ``again``: what says at the top of another page which part goes on there.
    """

    height: float
    pieces: tuple[Piece, ...]
    leads: bool = False
    again: "Strip | None" = None


@dataclass(frozen=True)
class Density:
    """How close things stand. ``letters``: their size, 1 as they are meant. ``picture``: width of a step's picture."""

    letters: float = 1.0
    picture: float = millimetres(30)


def pages(document: Document, paper: PaperSize, density: Density | None = None) -> tuple[Leaf, ...]:
    """The document on paper of this size, as many pages as it takes, each with its foot."""
    density = density or Density()
    size = QSizeF(*(millimetres(length) for length in paper.millimetres))
    small = letters.font(Style.SMALL)
    foot = QFontMetricsF(small).height() * 2
    room = QRectF(MARGIN, MARGIN, size.width() - 2 * MARGIN, size.height() - 2 * MARGIN - foot)
    strips = list(_under_headings(document.blocks, room.width(), density))
    stacks = list(_stacked(strips, room.height())) or [[]]
    return tuple(
        Leaf(size, (*_placed(stack, room), *_foot(document.foot, number, len(stacks), room)))
        for number, stack in enumerate(stacks, start=1)
    )


def _under_headings(blocks: Iterable[Block], width: float, density: Density) -> Iterator[Strip]:
    """The strips of all blocks. What stands below a heading knows how that is said again."""
    again = None
    for block in blocks:
        if not isinstance(block, Words) or block.style is not Style.HEADING:
            yield from (replace(strip, again=again) for strip in _strips(block, width, density))
        else:
            yield from _strips(block, width, density)
            said = translate("paper", "{heading} (continued)").format(heading=block.text)
            (again, *_) = _words(replace(block, text=said), width, density)


def _stacked(strips: Iterable[Strip], height: float) -> Iterator[list[Strip]]:
    """Strips page by page. What leads goes on to the next page with what it leads to."""
    page: list[Strip] = []
    for strip in strips:
        if page and sum(each.height for each in page) + strip.height > height:
            kept = len(page)
            while kept > 1 and page[kept - 1].leads:
                kept -= 1
            yield page[:kept]
            page = page[kept:] or ([strip.again] if strip.again else [])
        page.append(strip)
    if page:
        yield page


def _placed(stack: list[Strip], room: QRectF) -> Iterator[Piece]:
    top = room.top()
    for strip in stack:
        yield from (piece.moved(room.left(), top) for piece in strip.pieces)
        top += strip.height


def _foot(words: str, number: int, count: int, room: QRectF) -> Iterator[Piece]:
    small = letters.font(Style.SMALL)
    row = QFontMetricsF(small).height()
    top = room.bottom() + row
    page = line_to(f"{number} / {count}", small, room.right(), top, QUIET)
    yield Rule(QRectF(room.left(), top - row / 4, room.width(), 0))
    yield from (
        line(text, small, room.left(), top, QUIET)
        for text in letters.broken(words, small, page.room.left() - room.left() - row, most=1)
    )
    yield page


def _strips(block: Block, width: float, density: Density) -> Iterator[Strip]:
    match block:
        case Words():
            yield from _words(block, width, density)
        case Facts(rows):
            for name, value in rows:
                yield _fact(name, value, width, density)
        case Table():
            yield from _table(block, width, density)
        case PainPairs():
            made = pain_chart.pieces(block, width)
            yield Strip(max(piece.room.bottom() for piece in made) + 2 * _GAP, tuple(made))
        case Steps(steps):
            yield from _steps(steps, width, density)


def _words(words: Words, width: float, density: Density) -> Iterator[Strip]:
    font = letters.font(words.style, density.letters)
    row = QFontMetricsF(font).height()
    leads = words.style in (Style.TITLE, Style.HEADING)
    above = 2 * _GAP if words.style is Style.HEADING else 0.0
    lines = letters.broken(words.text, font, width, words.lines)
    for number, text in enumerate(lines):
        below = _GAP if number == len(lines) - 1 else 0.0
        yield Strip(above + row + below, (line(text, font, 0, above),), leads)
        above = 0.0


def _fact(name: str, value: str, width: float, density: Density) -> Strip:
    strong, body = letters.font(Style.STRONG, density.letters), letters.font(Style.BODY, density.letters)
    names = _column([(name, strong, INK, 3)], 0, _NAMES - _GAP)
    values = _column([(value, body, INK, 3)], _NAMES, width - _NAMES)
    return _together([*names, *values], _GAP / 2)


def _table(table: Table, width: float, density: Density) -> Iterator[Strip]:
    small, body = letters.font(Style.SMALL, density.letters), letters.font(Style.BODY, density.letters)
    figures = len(table.head) - 1
    right = [width - _FIGURES * number for number in reversed(range(figures))]
    for row_number, row in enumerate((table.head, *table.rows)):
        font, colour = (small, QUIET) if row_number == 0 else (body, INK)
        first = _column([(row[0], font, colour, _LINES_OF_NAME)], 0, right[0] - _FIGURES)
        others = [line_to(text, font, at, 0, colour) for text, at in zip(row[1:], right, strict=True) if text]
        strip = _together([*first, *others], _GAP / 3)
        rule = Rule(QRectF(0, strip.height, right[-1], 0))
        pieces = (*strip.pieces, rule) if row_number == 0 else strip.pieces
        is_last = row_number == len(table.rows)
        yield Strip(strip.height + (_GAP / 2 if row_number == 0 or is_last else 0), pieces, row_number == 0)


def _steps(steps: tuple[Step, ...], width: float, density: Density) -> Iterator[Strip]:
    """One below the other, clear of the words above them: whoever lies on the floor follows long lines best."""
    yield Strip(_GAP, (), True)
    for step in steps:
        yield _together(_step(step, width, density), 2.5 * _GAP)


def _step(step: Step, width: float, density: Density) -> list[Piece]:
    heading, body = letters.font(Style.HEADING, density.letters), letters.font(Style.STEP, density.letters)
    room = QRectF(0, 0, density.picture, density.picture * 0.8)
    pictured = [picture(room, step.picture)] if step.picture and density.picture else []
    beside = density.picture + 2 * _GAP if density.picture else 0.0
    said = [
        (step.title, heading, INK, 3),
        (step.dose, body, QUIET, None),
        (step.cue, body, INK, None),
        (step.avoid, body, CARE, None),
    ]
    return [*pictured, *_column(said, beside, width - beside)]


def _column(said: Iterable[tuple[str, QFont, str, int | None]], left: float, width: float) -> list[Piece]:
    """Texts below each other, each in its font, its colour, and so many lines at most."""
    made: list[Piece] = []
    top = 0.0
    for text, font, colour, most in said:
        for each in letters.broken(text, font, width, most):
            made.append(line(each, font, left, top, colour))
            top = made[-1].room.bottom()
    return made


def _together(pieces: list[Piece], below: float) -> Strip:
    return Strip(max((piece.room.bottom() for piece in pieces), default=0.0) + below, tuple(pieces))
