"""Plans on disk: what is written comes back, there is one at a time, and sessions are counted as they were done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import START, planned
from weekly_plans import MONDAY, RHYTHM, SEATED

from kneeguide.core.database import Database, open_database
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.storage import StorageFault
from kneeguide.core.weekly_plan import PlanDay, Review, Rhythm
from kneeguide.core.weekly_plan_store import WeeklyPlanStore

NOW = START.wall
RECORD = opened("one", planned(), 3, NOW)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "history.db", None, NOW).database
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> WeeklyPlanStore:
    return WeeklyPlanStore(database)


def reviews(database: Database) -> list[str]:
    return [row[0] for row in database.rows("SELECT review FROM weekly_plan ORDER BY number")]


def test_there_is_none_to_begin_with(store: WeeklyPlanStore) -> None:
    assert store.plan() is None


@pytest.mark.parametrize("reminder", [None, 0, 18 * 60 + 30, 24 * 60 - 1])
def test_what_is_begun_is_found_again(store: WeeklyPlanStore, reminder: int | None) -> None:
    begun = store.begin(replace(RHYTHM, reminder=reminder), MONDAY, NOW)
    assert store.plan() == begun
    assert begun.rhythm == replace(RHYTHM, reminder=reminder)
    assert begun.put_off is begun.ended is begun.review is None


def test_a_broken_paste_in_a_title_costs_only_itself(store: WeeklyPlanStore) -> None:
    store.begin(Rhythm((PlanDay(3, "mine", "My \ud83e knee"),), 6), MONDAY, NOW)
    plan = store.plan()
    assert plan is not None
    assert plan.rhythm.days == (PlanDay(3, "mine", "My ? knee"),)


def test_a_change_keeps_the_plan_and_counts_itself(store: WeeklyPlanStore) -> None:
    begun = store.put_off(store.begin(RHYTHM, MONDAY, NOW), date(2026, 3, 3))
    assert store.plan() == begun
    changed = store.change(begun, Rhythm((SEATED,), 6))
    assert store.plan() == changed
    assert (changed.id, changed.first_day, changed.changes, changed.put_off) == (begun.id, MONDAY, 1, None)
    assert store.change(changed, RHYTHM).changes == 2


def test_an_ended_plan_is_kept_with_what_was_chosen(database: Database, store: WeeklyPlanStore) -> None:
    first = store.begin(RHYTHM, MONDAY, NOW)
    store.end(NOW, Review.STOP)
    assert store.plan() is None
    second = store.begin(RHYTHM, MONDAY, NOW)
    third = store.begin(RHYTHM, MONDAY, NOW, Review.AGAIN)
    store.begin(RHYTHM, MONDAY, NOW)
    assert len({first.id, second.id, third.id}) == 3
    assert reviews(database) == ["stop", "again", "ended-early", ""]


def test_ending_where_there_is_none_changes_nothing(database: Database, store: WeeklyPlanStore) -> None:
    store.end(NOW, Review.STOP)
    assert reviews(database) == []


def session(id: str, days: float, before: int | None = 3, **changes: object) -> Record:
    started = NOW + timedelta(days=days)
    done = (StageDone("1-left-1", 40, 40, StageOutcome.DONE),)
    said = {"outcome": Outcome.COMPLETED, "stages": done, "ended": started} | changes
    return replace(RECORD, id=id, started=started, before=before, **said)  # type: ignore[arg-type]


def test_sessions_are_those_in_which_something_was_done(database: Database, store: WeeklyPlanStore) -> None:
    history = HistoryStore(database)
    for record in (
        session("too early", -1, 9),
        session("second", 1, 5),
        session("first", 0, 4),
        session("unanswered", 2, None),
        session("stopped", 3, 2, outcome=Outcome.STOPPED),
        session("nothing done", 4, 8, outcome=Outcome.STOPPED, stages=()),
        session("by hand", 5, 1, stages=(), planned=(), by_hand=True),
        session("deleted", 6, 7),
        session("too late", 8, 9),
        session("running", 6, 6, outcome=Outcome.OPEN, ended=None),
    ):
        history.save(record)
    history.delete("deleted", NOW)
    assert store.sessions(MONDAY, MONDAY + timedelta(days=7)) == tuple(
        (MONDAY + timedelta(days=day), before) for day, before in ((0, 4), (1, 5), (2, None), (3, 2), (5, 1))
    )
    assert store.sessions(MONDAY, MONDAY) == ((MONDAY, 4),)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE weekly_plan SET first_day = 'soon'",
        "UPDATE weekly_plan SET put_off = 'never'",
        "UPDATE weekly_plan SET review = 'perhaps'",
        "DELETE FROM weekly_plan_day",
    ],
)
def test_what_cannot_be_true_is_told_as_damage(database: Database, store: WeeklyPlanStore, spoil: str) -> None:
    store.begin(RHYTHM, MONDAY, NOW)
    with database.change() as connection:
        connection.execute(spoil)
    with pytest.raises(StorageFault, match="damaged"):
        store.plan()
