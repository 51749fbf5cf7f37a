"""Bringing in a diary from a file, of another computer or of this one before.

The file is read twice: once to find all that is wrong with it and what it would change, and, if the user agrees, once
more to write it in one transaction. Nothing that was closed opens by it: rests that hold before hold afterwards, and a
session brought in calls for the rest, or the questions, that it would have called for here.
"""

import codecs
import csv
import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from kneeguide.core.diary import NOTHING_BESIDE, Activity, Beside, HighPainDay, OverallChange, WeeklyPlan
from kneeguide.core.diary_file import (
    ELEMENTS,
    FUTURE,
    MOST_TEXT,
    DiaryProblem,
    Value,
    latest_time,
    value_of,
)
from kneeguide.core.diary_store import PAGE, DiaryChange, DiaryStore
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.history import Record, ask_anew, rest_after
from kneeguide.core.history_export import FORMAT, VERSION, Watch
from kneeguide.core.history_merge import interrupted, is_same, merged, merged_beside
from kneeguide.core.json_parts import LIST_BEGINS, JsonFault, json_parts
from kneeguide.core.questions import Lock
from kneeguide.core.session_table import COLUMNS, NEEDED, column_of, element_of

LARGEST = 1 << 31
"""Bytes of a file: some 300,000 sessions of half an hour."""

SHOWN = 1000
"""Problems that are kept to be told; more are only counted."""

_LONGEST_LINE = 4 * MOST_TEXT


@dataclass(frozen=True)
class Preview:
    """What is in a file, and what bringing it in would do.

    ``new``, ``known``, ``updated``: sessions. ``deleted``: of these, sessions that were deleted here, and stay so.
    ``beside``: whether activities, the knee overall, days of too much pain or plans would change.
    ``trace``: by which the file is known again.
    """

    new: int = 0
    known: int = 0
    updated: int = 0
    deleted: int = 0
    beside: bool = False
    problems: tuple[DiaryProblem, ...] = ()
    problem_count: int = 0
    trace: tuple[int, int] = (0, 0)

    @property
    def changes(self) -> bool:
        """Whether there is anything to bring in."""
        return bool(self.new or self.updated or self.beside)


@dataclass(frozen=True)
class Brought:
    """What was brought in. ``locks``: that hold from now on. ``asks_anew``: the health answers hold no longer."""

    preview: Preview
    locks: tuple[Lock, ...]
    asks_anew: bool


@dataclass
class _Tally:
    """What was found while reading."""

    new: int = 0
    known: int = 0
    updated: int = 0
    deleted: int = 0
    problems: list[DiaryProblem] = field(default_factory=list)
    problem_count: int = 0
    beside: Beside = NOTHING_BESIDE
    locks: list[Lock] = field(default_factory=list)
    anew: list[datetime] = field(default_factory=list)

    def blame(self, problem: DiaryProblem) -> None:
        self.problem_count += 1
        if len(self.problems) < SHOWN:
            self.problems.append(problem)


def check(path: Path, store: DiaryStore, now: datetime, watch: Watch) -> Preview:
    """Read all of a file and change nothing. Raises KneeGuideError where it cannot be read, and StorageFault."""
    with _opened(path) as (text, trace):
        tally = _Tally()
        _take(_values(text, trace[0], now, watch), store, tally, None)
        changed = _joined(store, tally.beside) is not None and not tally.problem_count
    return Preview(
        tally.new,
        tally.known,
        tally.updated,
        tally.deleted,
        changed,
        tuple(tally.problems),
        tally.problem_count,
        trace,
    )


def bring_in(path: Path, store: DiaryStore, preview: Preview, now: datetime, watch: Watch) -> Brought:
    """Write what ``check`` found into the diary, all of it or nothing.

    Raises KneeGuideError if the file is no longer what was checked, and StorageFault.
    """
    last, answers = store.history.last_record(), store.answers
    with _opened(path) as (text, trace), store.change() as change:
        tally = _Tally()
        _feel(last, tally)
        _take(_values(text, trace[0], now, watch), store, tally, change)
        if tally.problem_count or trace != preview.trace:
            raise KneeGuideError(f"{path} has changed since it was looked at. Nothing was brought in; choose it again.")
        joined = _joined(store, tally.beside)
        if joined is not None:
            change.put_beside(joined)
        locks = tuple(lock for lock in tally.locks if lock.until is None or lock.until > now)
        change.keep_locks(locks)
        asks_anew = answers is not None and any(answers.at <= since for since in tally.anew)
        if asks_anew:
            change.forget_answers()
    found = replace(preview, new=tally.new, known=tally.known, updated=tally.updated, deleted=tally.deleted)
    return Brought(found, locks, asks_anew)


def _take(values: Iterator[Value | DiaryProblem], store: DiaryStore, tally: _Tally, change: DiaryChange | None) -> None:
    """Count all values, and write the sessions among them if there is a ``change``."""
    page: list[Record] = []
    activities: list[Activity] = []
    overall: list[OverallChange] = []
    plans: list[WeeklyPlan] = []
    high_pain: list[HighPainDay] = []
    for value in values:
        match value:
            case DiaryProblem():
                tally.blame(value)
            case Record():
                page.append(value)
                if len(page) == PAGE:
                    _take_sessions(page, store, tally, change)
                    page = []
            case Activity():
                activities.append(value)
            case OverallChange():
                overall.append(value)
            case WeeklyPlan():
                plans.append(value)
            case HighPainDay():
                high_pain.append(value)
    if page:
        _take_sessions(page, store, tally, change)
    tally.beside = Beside(tuple(activities), tuple(overall), tuple(plans), tuple(high_pain))


def _take_sessions(page: list[Record], store: DiaryStore, tally: _Tally, change: DiaryChange | None) -> None:
    ids = [record.id for record in page]
    here = {record.id: record for record in store.history.with_ids(ids)}
    tally.deleted += len(store.history.deleted_among(ids))
    for record in page:
        known = here.get(record.id)
        joined = interrupted(record) if known is None else merged(known, record)
        if known is None:
            tally.new += 1
        elif is_same(known, joined):
            tally.known += 1
            continue
        else:
            tally.updated += 1
        if change is not None:
            change.put_session(joined)
            _feel(joined, tally)


def _feel(record: Record | None, tally: _Tally) -> None:
    """Keep what a session calls for: a rest, or all questions anew."""
    tally.locks += rest_after(record)
    anew = ask_anew(record)
    if anew is not None:
        tally.anew.append(anew.since)


def _joined(store: DiaryStore, beside: Beside) -> Beside | None:
    """What is kept beside sessions when this is joined to it, None if that is no change."""
    here = store.beside()
    joined = merged_beside(here, beside)
    return None if joined == here else joined


@contextmanager
def _opened(path: Path) -> Iterator[tuple[io.TextIOWrapper, tuple[int, int]]]:
    """The file, with its size and the time of its last change; neither a pipe that hangs nor a device without end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise KneeGuideError(f"{path} is no file. Choose a file that KneeGuide wrote.")
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            if found.st_size > LARGEST:
                raise KneeGuideError(f"{path} is too large for a diary. Choose a file that KneeGuide wrote.")
            with io.TextIOWrapper(file, encoding="utf-8-sig", newline="") as text:
                yield text, (found.st_size, found.st_mtime_ns)
    except OSError as error:
        reason = error.strerror or "the disk refused"
        raise KneeGuideError(f"{path} cannot be read ({reason}). Choose another file.") from error


def _values(text: io.TextIOWrapper, size: int, now: datetime, watch: Watch) -> Iterator[Value | DiaryProblem]:
    """All that the file holds, with what is wrong with it, whichever of the two kinds it is."""
    file = text.buffer
    assert isinstance(file, io.BufferedReader)
    start = file.peek()[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    elements = _json_elements(text) if start.startswith((b"{", b"[")) or not start else _csv_elements(text)
    seen: set[tuple[str, object]] = set()
    for number, found in enumerate(elements):
        if number % 50 == 0:
            watch(min(file.tell() / max(size, 1), 1.0))
        if isinstance(found, DiaryProblem):
            yield found
            continue
        name, line, element, rename = found
        value, problems = value_of(name, element, line)
        yield from (replace(problem, field=rename(problem.field)) for problem in problems)
        if value is not None:
            yield from _trouble_between(name, value, line, seen, now)
            yield value


def _trouble_between(
    name: str, value: Value, line: int, seen: set[tuple[str, object]], now: datetime
) -> Iterator[DiaryProblem]:
    what, key = ("day", value.day) if isinstance(value, OverallChange | HighPainDay) else ("id", value.id)
    if (name, key) in seen:
        yield DiaryProblem(line, what, f"is in the file twice: {str(key)[:60]!r}")
    seen.add((name, key))
    latest = latest_time(value)
    if latest is not None and latest > now + FUTURE:
        yield DiaryProblem(line, "started" if isinstance(value, Record) else "ended", "is in the future")


Element = tuple[str, int, object, Callable[[str], str]]
"""Name of the list, line, the element, and how a field of it is called in the file."""


def _json_elements(text: io.TextIOWrapper) -> Iterator[Element | DiaryProblem]:
    told: set[str] = set()
    try:
        for part in json_parts(text):
            told.add(part.name)
            if part.in_list and part.name in ELEMENTS:
                if part.value is not LIST_BEGINS:
                    yield part.name, part.line, part.value, str
            elif part.name in ("format", "version") and not part.in_list:
                if not _is_expected(part.name, part.value):
                    yield DiaryProblem(part.line, part.name, _foreign(part.name, part.value))
                    return
            elif part.name in ELEMENTS:
                yield DiaryProblem(part.line, part.name, "must be a list")
            else:
                yield DiaryProblem(part.line, part.name[:60], "is not a field that belongs here")
                return
    except JsonFault as fault:
        yield DiaryProblem(fault.line, "file", fault.expectation)
        return
    for name in ("format", "version", "sessions"):
        if name not in told:
            yield DiaryProblem(1, name, "is required: a file that KneeGuide wrote has it")


def _is_expected(name: str, value: object) -> bool:
    expected: object = FORMAT if name == "format" else VERSION
    return type(value) is type(expected) and value == expected


def _foreign(name: str, value: object) -> str:
    if name == "version" and type(value) is int and value > VERSION:
        return f"is {value}, of a newer KneeGuide; this one knows up to {VERSION}. Install the newer KneeGuide"
    return f"must be {FORMAT if name == 'format' else VERSION}; KneeGuide did not write this file"


def _csv_elements(text: io.TextIOWrapper) -> Iterator[Element | DiaryProblem]:
    csv.field_size_limit(2 * MOST_TEXT)  # else 131,072 characters, less than a note may have
    line = 1
    try:
        first = text.readline(_LONGEST_LINE)
        between = next((sign for sign in ",;\t" if first.startswith(f"{COLUMNS[0]}{sign}")), ",")
        names = next(csv.reader([first], delimiter=between), [])
        unknown = [name for name in names if name not in COLUMNS]
        missing = [name for name in NEEDED if name not in names]
        if missing:
            yield DiaryProblem(1, "columns", f"must be those of a file that KneeGuide wrote; {missing[0]} is missing")
            return
        for name in unknown:
            yield DiaryProblem(1, f"column {name[:60]!r}", "is none that KneeGuide knows")
        if len(set(names)) < len(names):
            yield DiaryProblem(1, "columns", "must not hold one twice")
        reader = csv.reader(_lines(text), delimiter=between, strict=True)
        for cells in reader:
            line, begun = reader.line_num + 1, line + 1
            if not any(cells):
                continue
            if len(cells) != len(names):
                yield DiaryProblem(begun, "row", f"must have {len(names)} cells, and has {len(cells)}")
                continue
            element, problems = element_of(dict(zip(names, cells, strict=True)))
            yield from (DiaryProblem(begun, name, expectation) for name, expectation in problems)
            yield "sessions", begun, element, column_of
    except UnicodeDecodeError:
        yield DiaryProblem(line, "file", "must be text in UTF-8")
    except csv.Error as error:
        yield DiaryProblem(line, "file", f"cannot be read as a table here ({error})")


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise csv.Error("a line is too long")
        yield line
