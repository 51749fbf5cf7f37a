"""Bringing in a diary from a file, of another computer or of this one before.

The file is read twice: once to find all that is wrong with it and what it would change, and, if the user agrees, once
more to write it in one transaction. Nothing that was closed opens by it: rests that hold before hold afterwards, and a
session brought in calls for the rest, or the questions, that it would have called for here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from kneeguide.core.diary import NOTHING_BESIDE, Activity, Beside, HighPainDay, OverallChange, WeeklyPlan
from kneeguide.core.diary_entries import DiaryProblem, Value
from kneeguide.core.diary_reader import opened_file, read_values
from kneeguide.core.diary_store import PAGE, DiaryChange, DiaryStore
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.history import Record, ask_anew, rest_after
from kneeguide.core.history_export import Watch
from kneeguide.core.history_merge import interrupted, is_same, merged, merged_beside
from kneeguide.core.questions import Lock

SHOWN = 1000
"""Problems that are kept to be told; more are only counted."""


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
    with opened_file(path) as (text, trace):
        tally = _Tally()
        _take(read_values(text, trace[0], now, watch), store, tally, None)
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
    with opened_file(path) as (text, trace), store.change() as change:
        tally = _Tally()
        _feel(last, tally)
        _take(read_values(text, trace[0], now, watch), store, tally, change)
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


def _take(found: Iterator[Value | DiaryProblem], store: DiaryStore, tally: _Tally, change: DiaryChange | None) -> None:
    """Count all values, and write the sessions among them if there is a ``change``."""
    page: list[Record] = []
    activities: list[Activity] = []
    overall: list[OverallChange] = []
    plans: list[WeeklyPlan] = []
    high_pain: list[HighPainDay] = []
    for value in found:
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
