"""What the first page asks of the database: right in every state of the diary, and for the price of a query."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import START, health, planned
from weekly_plans import MONDAY, RHYTHM

from kneeguide.core.at_a_glance import (
    LATELY,
    is_any_answer_yes,
    is_any_plan_open,
    is_first_week,
    rest_until,
    routines_done_lately,
    session_left_open,
    session_to_ask_about,
)
from kneeguide.core.database import Database, open_database
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened, rest_after
from kneeguide.core.history import is_first_week as of_history
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import Lock, Question
from kneeguide.core.stage import StageKind
from kneeguide.core.weekly_plan import Review
from kneeguide.core.weekly_plan_store import WeeklyPlanStore

NOW = START.wall
RECORD = opened("one", planned(), 3, NOW)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "history.db", None, NOW).database
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> HistoryStore:
    return HistoryStore(database)


def session(
    id: str,
    routine: str,
    days: float = 0.0,
    outcome: Outcome = Outcome.COMPLETED,
    stage: StageOutcome = StageOutcome.DONE,
    kind: StageKind = StageKind.WORK,
) -> Record:
    """A session so many days after the first, of which one stage was left in this way."""
    started = NOW + timedelta(days=days)
    visited = next(each for each in RECORD.planned if each.kind is kind)
    return replace(
        RECORD,
        id=id,
        routine_id=routine,
        started=started,
        ended=None if outcome is Outcome.OPEN else started,
        outcome=outcome,
        stages=(StageDone(visited.key, visited.seconds, visited.seconds, stage),),
    )


def test_a_session_left_open(database: Database, store: HistoryStore) -> None:
    assert not session_left_open(database)
    store.save(session("one", "a"))
    assert not session_left_open(database)
    store.save(session("two", "a", outcome=Outcome.OPEN))
    assert session_left_open(database)
    store.discard("two", NOW)
    assert not session_left_open(database)


def test_routines_done_lately_come_newest_first_each_once(database: Database, store: HistoryStore) -> None:
    assert routines_done_lately(database, 5) == ()
    for number, routine in enumerate(["a", "b", "a", "c", "b", "b"]):
        store.save(session(str(number), routine, days=number))
    assert routines_done_lately(database, 5) == ("b", "c", "a")
    assert routines_done_lately(database, 2) == ("b", "c")


def test_a_day_entered_later_counts_by_when_it_was(database: Database, store: HistoryStore) -> None:
    store.save(session("today", "a", days=5))
    store.save(session("earlier", "b", days=1))
    assert routines_done_lately(database, 5) == ("a", "b")


@pytest.mark.parametrize(
    ("left", "counts"),
    [
        (session("x", "a", outcome=Outcome.STOPPED), True),
        (session("x", "a", outcome=Outcome.INTERRUPTED), True),
        (session("x", "a", outcome=Outcome.OPEN), False),
        (session("x", "a", outcome=Outcome.STOPPED, stage=StageOutcome.SKIPPED), False),
        (session("x", "a", outcome=Outcome.STOPPED, kind=StageKind.GET_READY), False),
    ],
    ids=["stopped", "interrupted", "running", "all skipped", "never begun"],
)
def test_only_what_was_done_counts(database: Database, store: HistoryStore, left: Record, counts: bool) -> None:
    store.save(left)
    assert routines_done_lately(database, 5) == (("a",) if counts else ())


def test_a_deleted_session_does_not_count(database: Database, store: HistoryStore) -> None:
    store.save(session("one", "a"))
    store.delete("one", NOW)
    assert routines_done_lately(database, 5) == ()


def test_lately_has_an_end(database: Database, store: HistoryStore) -> None:
    store.save(session("long ago", "a"))
    for number in range(LATELY):
        store.save(session(str(number), "b", days=1 + number))
    assert routines_done_lately(database, 5) == ("b",)


@pytest.mark.parametrize("age", [timedelta(0), timedelta(days=6, hours=23), timedelta(days=7), timedelta(days=40)])
@pytest.mark.parametrize("changed", [{}, {"by_hand": True}], ids=["guided", "by hand"])
def test_the_first_week_is_that_of_the_diary(
    database: Database, store: HistoryStore, age: timedelta, changed: dict[str, Any]
) -> None:
    now = START.wall
    assert is_first_week(database, now)
    store.save(replace(session("one", "a"), started=now - age, ended=now, **changed))
    assert is_first_week(database, now) is of_history(store.first_started(), now)
    store.delete("one", now)
    assert is_first_week(database, now)


def test_any_yes_among_the_health_answers(database: Database) -> None:
    store = HealthStore(database)
    assert not is_any_answer_yes(database)
    store.save_answers(health())
    assert not is_any_answer_yes(database)
    store.save_answers(health(Question.ADAPT_FLOOR))
    assert is_any_answer_yes(database)


def test_a_plan_over_weeks_that_has_not_ended(database: Database) -> None:
    store = WeeklyPlanStore(database)
    assert not is_any_plan_open(database)
    store.begin(RHYTHM, MONDAY, NOW)
    assert is_any_plan_open(database)
    store.end(NOW, Review.STOP)
    assert not is_any_plan_open(database)


def test_a_rest_lasts_until_its_end(database: Database) -> None:
    assert rest_until(database, NOW) is None
    until = NOW + timedelta(hours=48)
    store = HealthStore(database)
    store.keep_locks([Lock(Question.TODAY_INJURY, NOW, until), Lock(Question.ASK_CANCER, NOW, None)])
    assert rest_until(database, NOW) is None
    store.keep_locks([Lock(Question.TODAY_AFTER_LAST, NOW, until)])
    assert rest_until(database, NOW) == until
    assert rest_until(database, until) is None


@pytest.mark.parametrize(
    "told",
    [
        {"after": 5},
        {"after": 2, "next_day": 9, "next_day_told": NOW + timedelta(hours=20)},
        {"next_day_marks": True},
        {"after": 4, "next_day": 4, "next_day_marks": False},
    ],
    ids=str,
)
def test_the_rest_is_that_of_the_gate_though_nobody_kept_it(database: Database, told: dict[str, Any]) -> None:
    history = HistoryStore(database)
    last = replace(opened("last", planned(), 3, NOW), outcome=Outcome.COMPLETED, ended=NOW, **told)
    history.save(last)
    history.save(replace(last, id="hand", by_hand=True, ended=NOW + timedelta(hours=1), next_day_marks=False, after=0))
    ends = [lock.until for lock in rest_after(last)]
    assert rest_until(database, NOW) == (ends[0] if ends else None)
    assert rest_until(database, NOW + timedelta(days=9)) is None


def test_it_loads_neither_records_nor_answers() -> None:
    ask = (
        "import sys, kneeguide.core.at_a_glance;"
        "heavy = ('history', 'questions', 'safety', 'plan', 'weekly_plan');"
        "sys.exit(any(f'kneeguide.core.{name}' in sys.modules for name in heavy))"
    )
    assert subprocess.run([sys.executable, "-c", ask], cwd=Path(__file__).parents[2], check=False).returncode == 0


@pytest.mark.parametrize(
    ("hours", "is_asked"), [(0, False), (17.99, False), (18, True), (24, True), (36, True), (36.01, False), (-1, False)]
)
def test_it_is_asked_18_to_36_hours_after_a_session(
    database: Database, store: HistoryStore, hours: float, is_asked: bool
) -> None:
    store.save(session("one", "a"))
    assert session_to_ask_about(database, NOW + timedelta(hours=hours)) == ("one" if is_asked else None)


@pytest.mark.parametrize(
    "told",
    [
        {"next_day_told": NOW},
        {"next_day": 0},
        {"next_day_marks": False},
        {"stages": ()},
        {"ended": None, "outcome": Outcome.OPEN},
    ],
    ids=["waved off", "rated", "looked at", "nothing done", "still open"],
)
def test_it_is_not_asked_twice_nor_of_what_was_no_session(
    database: Database, store: HistoryStore, told: dict[str, object]
) -> None:
    store.save(replace(session("one", "a"), **told))  # type: ignore[arg-type]
    assert session_to_ask_about(database, NOW + timedelta(hours=20)) is None


def test_of_two_sessions_in_a_day_each_is_asked_about_in_its_time(database: Database, store: HistoryStore) -> None:
    store.save(session("morning", "a"))
    store.save(session("evening", "a", days=0.5))
    assert session_to_ask_about(database, NOW + timedelta(hours=25)) == "morning"
    assert session_to_ask_about(database, NOW + timedelta(hours=31)) == "evening"
    store.rate("evening", next_day=2)
    assert session_to_ask_about(database, NOW + timedelta(hours=31)) is None


def test_a_deleted_session_is_not_asked_about(database: Database, store: HistoryStore) -> None:
    store.save(session("one", "a"))
    store.delete("one", NOW)
    assert session_to_ask_about(database, NOW + timedelta(hours=20)) is None


def test_asking_needs_no_look_at_the_whole_diary(database: Database) -> None:
    steps = "\n".join(
        row[3]
        for row in database.rows(
            "EXPLAIN QUERY PLAN SELECT id FROM session WHERE ended BETWEEN 1 AND 2 AND NOT deleted ORDER BY ended DESC"
        )
    )
    assert "session_by_end" in steps
