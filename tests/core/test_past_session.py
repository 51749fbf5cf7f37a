"""A session written down by hand: when it was, whatever the clocks did, and what of it each muscle had."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from fakes import BALL_AT_WALL, KNEE_BENDS, PALM_GLIDES, REST, SEATED, START, phase, routine_of
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.history import Outcome
from kneeguide.core.past_session import PastSession, moment_there, written_down
from kneeguide.core.routine import Condition, Legs, Muscle, Routine, Side

BERLIN = ZoneInfo("Europe/Berlin")


def past(**changes: object) -> PastSession:
    told = {"started": START.wall, "minutes": 10, "legs": Legs.BOTH, "routine": SEATED} | changes
    return PastSession(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc", "shown"),
    [
        ("Europe/Berlin", date(2026, 1, 5), time(18), "2026-01-05 17:00", "2026-01-05 18:00+01:00"),
        ("Europe/Berlin", date(2026, 7, 5), time(18), "2026-07-05 16:00", "2026-07-05 18:00+02:00"),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29 01:30", "2026-03-29 03:30+02:00"),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25 00:30", "2026-10-25 02:30+02:00"),
        ("Europe/Berlin", date(2026, 10, 25), time(3, 0), "2026-10-25 02:00", "2026-10-25 03:00+01:00"),
        ("Asia/Kathmandu", date(2026, 3, 2), time(0, 15), "2026-03-01 18:30", "2026-03-02 00:15+05:45"),
        ("Pacific/Apia", date(2026, 3, 2), time(8), "2026-03-01 19:00", "2026-03-02 08:00+13:00"),
        ("Pacific/Apia", date(2011, 12, 29), time(23), "2011-12-30 09:00", "2011-12-29 23:00-10:00"),
        ("Australia/Lord_Howe", date(2026, 1, 5), time(9), "2026-01-04 22:00", "2026-01-05 09:00+11:00"),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-04 14:45", "2026-04-05 01:45+11:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03 15:45", "2026-10-04 02:45+11:00"),
    ],
)
def test_what_a_clock_on_the_wall_showed_is_one_instant(zone: str, day: date, at: time, utc: str, shown: str) -> None:
    moment = moment_there(day, at, ZoneInfo(zone))
    assert moment == datetime.fromisoformat(f"{utc}+00:00")
    assert moment.isoformat(" ", "minutes") == shown


def test_the_computers_own_zone_is_meant_where_none_is_named() -> None:
    moment = moment_there(date(2026, 3, 2), time(18, 30))
    assert moment.tzinfo is not None
    assert moment == datetime(2026, 3, 2, 18, 30).astimezone()


def test_its_minutes_are_shared_out_as_the_routine_does() -> None:
    record = written_down("one", past(minutes=39))
    assert record.seconds == pytest.approx(39 * 60)
    assert record.planned_seconds == pytest.approx(39 * 60)
    measure = 39 * 60 / SEATED.total_seconds
    assert record.doses() == {
        (Muscle.QUADS, Side.LEFT): pytest.approx(40 * measure),
        (Muscle.QUADS, Side.RIGHT): pytest.approx(40 * measure),
        (Muscle.CALF, Side.LEFT): pytest.approx(30 * measure),
        (Muscle.CALF, Side.RIGHT): pytest.approx(30 * measure),
    }


def test_one_leg_gets_all_the_time() -> None:
    record = written_down("one", past(legs=Legs.LEFT))
    assert record.seconds == pytest.approx(600)
    assert {side for _, side in record.doses()} == {Side.LEFT}


def test_it_is_complete_by_hand_and_says_what_was_told() -> None:
    record = written_down("one", past(before=4, after=0, note="In the garden"))
    assert (record.id, record.title, record.routine_id) == ("one", "Five-minute seated ease", "oa-hands-short")
    assert (record.outcome, record.by_hand, record.limits) == (Outcome.COMPLETED, True, ())
    assert (record.before, record.after, record.next_day, record.note) == (4, 0, None, "In the garden")
    assert record.ended == START.wall + timedelta(minutes=10)
    assert record.conditions == (Condition.OSTEOARTHRITIS,)
    assert record.worked
    assert written_down("two", past()).before is None


def test_something_else_counts_its_minutes_but_for_no_muscle() -> None:
    record = written_down("one", past(routine=None, title="Stick at the gym", legs=Legs.RIGHT))
    assert (record.title, record.routine_id) == ("Stick at the gym", "")
    assert record.seconds == 600
    assert record.doses() == {}
    assert record.conditions == ()
    assert len(written_down("one", past(routine=None, title="x")).planned) == 2


def test_what_presses_on_nothing_counts_for_no_muscle() -> None:
    record = written_down("one", past(routine=routine_of(KNEE_BENDS, REST)))
    assert record.doses() == {}


@given(
    minutes=st.integers(1, 90),
    legs=st.sampled_from(Legs),
    seconds=st.lists(st.integers(5, 60), min_size=1, max_size=5),
    gap=st.integers(0, 20),
    sets=st.integers(1, 3),
)
def test_time_is_neither_lost_nor_made(minutes: int, legs: Legs, seconds: list[int], gap: int, sets: int) -> None:
    techniques = [PALM_GLIDES, BALL_AT_WALL, KNEE_BENDS]
    phases = tuple(phase(techniques[n % 3], each, gap=gap, sets=sets) for n, each in enumerate(seconds))
    record = written_down("one", past(minutes=minutes, legs=legs, routine=Routine("r", "R", phases)))
    assert record.seconds == pytest.approx(minutes * 60)
    assert sum(record.doses().values()) <= minutes * 60 + 1e-6
    assert len({stage.key for stage in record.planned}) == len(record.planned)


def test_the_day_is_the_local_one() -> None:
    late = moment_there(date(2026, 10, 25), time(0, 15), BERLIN)
    assert late.astimezone(UTC).date() == date(2026, 10, 24)
    assert written_down("one", past(started=late)).day == date(2026, 10, 25)
