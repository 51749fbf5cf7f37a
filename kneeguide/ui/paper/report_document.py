"""The report for a clinician on at most two pages: what there is no room for is counted and said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kneeguide.core.paper_size import PaperSize
from kneeguide.core.report import Report
from kneeguide.ui import health_answers_wording, limits_wording, report_wording, safety_wording, wording
from kneeguide.ui.paper.document import Block, Document, Facts, PainPairs, Style, Table, Words
from kneeguide.ui.paper.layout import pages
from kneeguide.ui.paper.pieces import Leaf

MOST_PAGES = 2
_LINES = 3
"""Of a note or a health answer, at most: the whole of it is in the diary."""
_MOST_NOTES = 80
"""More short ones do not fit on two pages."""

T = TypeVar("T")


@dataclass(frozen=True)
class Room:
    """How many rows of each list there is room for."""

    notes: int = _MOST_NOTES
    others: int = 12


_TIGHT = 6
"""Rows of every other list that leave room for notes."""


def report_pages(report: Report, paper: PaperSize, *, notes: bool = True) -> tuple[Document, tuple[Leaf, ...]]:
    """The report as blocks and as pages. ``notes``: whether to tell what the user wrote.

    Where not all of it fits, lists are cut shorter, and then as many notes are told as there is room for.
    """
    wanted = min(_MOST_NOTES, len(report.notes)) if notes else 0
    for others in (Room.others, _TIGHT):
        made = _made(report, paper, Room(wanted, others), notes)
        if len(made[1]) <= MOST_PAGES:
            return made
    fits, too_many = 0, wanted
    while too_many - fits > 1:
        tried = (fits + too_many) // 2
        if len(_made(report, paper, Room(tried, _TIGHT), notes)[1]) <= MOST_PAGES:
            fits = tried
        else:
            too_many = tried
    return _made(report, paper, Room(fits, _TIGHT), notes)


def _made(report: Report, paper: PaperSize, room: Room, notes: bool) -> tuple[Document, tuple[Leaf, ...]]:
    document = report_document(report, room, notes=notes)
    return document, pages(document, paper)


def report_document(report: Report, room: Room | None = None, *, notes: bool = True) -> Document:
    """The report block by block: what was done, how the knee was, what went wrong, what the user said."""
    room = room or Room()
    blocks: list[Block] = [
        Words(report_wording.title(), Style.TITLE),
        Words(report_wording.what_it_is(), Style.SMALL),
        Facts(report_wording.facts(report)),
    ]
    if report.sessions:
        blocks += [
            *_pain(report),
            *_doses(report),
            *_routines(report, room),
            *_troubles(report, room),
            *_limits(report, room),
        ]
    blocks += _health(report, room)
    if notes:
        blocks += _notes(report, room)
    return Document(report_wording.title(), tuple(blocks), report_wording.what_it_is())


def _pain(report: Report) -> Iterator[Block]:
    yield _heading(report_wording.pain_title())
    if not report.chart.pairs:
        yield Words(report_wording.no_pain_told())
        return
    yield PainPairs(
        report.chart,
        tuple(report_wording.below_pair(each.first, report.chart.days) for each in report.chart.pairs),
        report_wording.pain_key(),
        tuple(report_wording.pair(each, report.chart.days) for each in report.chart.pairs),
    )
    yield Words(report_wording.one_pair_is(report.chart.days), Style.SMALL)
    yield Words(report_wording.trend(report.trend))


def _doses(report: Report) -> Iterator[Block]:
    if not report.doses:
        return
    columns = 4 if any(dose.unsided for dose in report.doses) else 3
    yield _heading(report_wording.doses_title())
    yield Table(
        report_wording.doses_head()[:columns],
        tuple(
            (wording.muscle(dose.muscle), *map(report_wording.length, (dose.left, dose.right, dose.unsided)))[:columns]
            for dose in report.doses
        ),
    )


def _routines(report: Report, room: Room) -> Iterator[Block]:
    shown, more = _cut(report.routines, room.others)
    yield _heading(report_wording.routines_title())
    yield Table(report_wording.routines_head(), tuple(report_wording.routine(each) for each in shown))
    yield from _more(more, report_wording.more_in_the_diary)


def _troubles(report: Report, room: Room) -> Iterator[Block]:
    """One by one if they are few, else by what was wrong."""
    yield _heading(report_wording.troubles_title())
    if not report.troubles:
        yield Words(report_wording.no_troubles())
    elif len(report.troubles) <= room.others:
        yield Facts(tuple((wording.day(each.day), report_wording.trouble(each)) for each in report.troubles))
    else:
        shown, _ = _cut(report.trouble_counts, room.others)
        yield Facts(tuple((report_wording.times(each.times), report_wording.trouble(each)) for each in shown))
        untold = sum(each.times for each in report.trouble_counts[room.others :])
        yield from _more(untold, report_wording.more_in_the_diary)


def _limits(report: Report, room: Room) -> Iterator[Block]:
    told = [(limits_wording.effect(question), times) for question, times in report.limits]
    shown, more = _cut([each for each in told if each[0]], room.others)
    if shown:
        yield _heading(report_wording.limits_title())
        yield Facts(tuple((report_wording.times(times), effect) for effect, times in shown))
        yield from _more(more, report_wording.more_in_the_diary)


def _health(report: Report, room: Room) -> Iterator[Block]:
    if report.health is None:
        return
    told = [
        *(safety_wording.question(question) for question in report.health.yes),
        *(health_answers_wording.statement(statement) for statement in report.health.statements),
    ]
    shown, more = _cut(told, room.others)
    yield _heading(report_wording.health_title())
    yield Words(report_wording.health_lead(report.health))
    yield from (Words(f"• {each}", lines=_LINES) for each in shown)
    yield from _more(more, report_wording.more_in_the_app)


def _notes(report: Report, room: Room) -> Iterator[Block]:
    if not report.notes:
        return
    shown, more = _cut(report.notes, room.notes)
    yield _heading(report_wording.notes_title())
    if shown:
        yield Facts(tuple((wording.day(note.day), note.text) for note in shown))
    yield from _more(more, report_wording.more_notes)


def _cut(rows: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """The first rows, and how many there are beyond them."""
    return rows[:most], max(0, len(rows) - most)


def _more(number: int, sentence: Callable[[int], str]) -> Iterator[Block]:
    if number:
        yield Words(sentence(number), Style.SMALL)


def _heading(text: str) -> Words:
    return Words(text, Style.HEADING)
