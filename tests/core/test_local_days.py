"""A session belongs to the local day on which it began, at midnight, on the nights of changing clocks, and anywhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fakes import planned

from kneeguide.core.database import open_database
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, is_first_week, opened
from kneeguide.core.history_filter import Scope
from kneeguide.core.history_store import HistoryStore

PLAN = planned()


def session(id: str, utc: str, zone: str) -> Record:
    """One stage of 40 s, begun at this instant where the user is."""
    started = datetime.fromisoformat(f"{utc}+00:00").astimezone(ZoneInfo(zone))
    record = opened(id, PLAN, 4, started).with_stage(StageDone("1-left-1", 40, 40, StageOutcome.DONE))
    return replace(record, outcome=Outcome.COMPLETED, ended=started + timedelta(minutes=10))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    database = open_database(tmp_path / "history.db", None, datetime(2026, 1, 1, tzinfo=UTC)).database
    yield HistoryStore(database)
    database.close()


@pytest.mark.parametrize(
    ("zone", "before_midnight", "after_midnight", "day"),
    [
        ("Europe/Berlin", "2026-01-05 22:59:59", "2026-01-05 23:00:00", date(2026, 1, 5)),
        ("Europe/Berlin", "2026-03-28 22:59:59", "2026-03-28 23:00:00", date(2026, 3, 28)),
        ("Europe/Berlin", "2026-03-29 21:59:59", "2026-03-29 22:00:00", date(2026, 3, 29)),
        ("Europe/Berlin", "2026-10-24 21:59:59", "2026-10-24 22:00:00", date(2026, 10, 24)),
        ("Europe/Berlin", "2026-10-25 22:59:59", "2026-10-25 23:00:00", date(2026, 10, 25)),
        ("Asia/Kathmandu", "2026-03-02 18:14:59", "2026-03-02 18:15:00", date(2026, 3, 2)),
        ("Pacific/Apia", "2026-03-02 10:59:59", "2026-03-02 11:00:00", date(2026, 3, 2)),
        ("Australia/Lord_Howe", "2026-04-04 12:59:59", "2026-04-04 13:00:00", date(2026, 4, 4)),
        ("Australia/Lord_Howe", "2026-04-05 13:29:59", "2026-04-05 13:30:00", date(2026, 4, 5)),
        ("Australia/Lord_Howe", "2026-10-03 13:29:59", "2026-10-03 13:30:00", date(2026, 10, 3)),
    ],
)
def test_a_second_before_midnight_is_one_day_and_midnight_the_next(
    store: HistoryStore, zone: str, before_midnight: str, after_midnight: str, day: date
) -> None:
    late, early = session("late", before_midnight, zone), session("early", after_midnight, zone)
    store.save(late)
    store.save(early)
    kept = {record.id: record for record in store.records()}
    assert kept["late"].day == day
    assert kept["early"].day == day + timedelta(days=1)
    assert kept["late"].started.utcoffset() == late.started.utcoffset()
    assert store.doses_on(day) == late.doses()
    assert store.doses_on(day + timedelta(days=1)) == early.doses()
    assert store.records(scope=Scope(first_day=day + timedelta(days=1))) == (kept["early"],)


def test_both_hours_of_the_night_in_which_clocks_go_back_are_of_one_day(store: HistoryStore) -> None:
    first = session("summer", "2026-10-25 00:30:00", "Europe/Berlin")
    second = session("winter", "2026-10-25 01:30:00", "Europe/Berlin")
    assert first.started.time() == second.started.time()
    store.save(first)
    store.save(second)
    assert [record.id for record in store.records()] == ["winter", "summer"]
    assert store.doses_on(date(2026, 10, 25)) == {key: 2 * seconds for key, seconds in first.doses().items()}


def test_a_day_that_was_left_out_has_no_dose(store: HistoryStore) -> None:
    """Samoa had no 30 December 2011: it went from the one side of the date line to the other."""
    store.save(session("before", "2011-12-30 09:59:59", "Pacific/Apia"))
    store.save(session("after", "2011-12-30 10:00:00", "Pacific/Apia"))
    assert [record.day for record in store.records()] == [date(2011, 12, 31), date(2011, 12, 29)]
    assert store.doses_on(date(2011, 12, 30)) == {}


def test_a_session_keeps_its_day_wherever_the_diary_is_read_later(store: HistoryStore) -> None:
    there = session("there", "2026-03-02 18:20:00", "Asia/Kathmandu")
    here = session("here", "2026-03-02 18:20:00", "Europe/Berlin")
    store.save(there)
    store.save(here)
    assert {record.id: record.day for record in store.records()} == {
        "there": date(2026, 3, 3),
        "here": date(2026, 3, 2),
    }


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"])
@pytest.mark.parametrize("begun", ["2026-03-27 12:00:00", "2026-04-03 12:00:00", "2026-10-01 12:00:00"])
def test_the_first_week_is_seven_times_24_hours_whatever_the_clocks_do(
    store: HistoryStore, zone: str, begun: str
) -> None:
    store.save(session("first", begun, zone))
    first = store.first_started()
    assert first is not None
    a_week_later = (first.astimezone(UTC) + timedelta(days=7)).astimezone(ZoneInfo(zone))
    assert is_first_week(first, a_week_later - timedelta(seconds=1))
    assert not is_first_week(first, a_week_later)
