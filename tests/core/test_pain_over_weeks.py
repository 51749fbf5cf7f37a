"""How pain goes over weeks is read from medians and from several days, and from numbers that were given alone."""

from dataclasses import replace
from datetime import date, timedelta
from statistics import median

import pytest
from fakes import START, planned
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.history import Outcome, Record, opened
from kneeguide.core.pain import Rating
from kneeguide.core.pain_over_weeks import Climb, _median, climb, high_days, unchanged

NOW = START.wall
TODAY = NOW.date()
PLAN = planned()


def session(days_ago: float, before: Rating, after: Rating = None, next_day: Rating = None) -> Record:
    record = opened(f"{days_ago}", PLAN, before, NOW - timedelta(days=days_ago))
    return replace(record, outcome=Outcome.COMPLETED, after=after, next_day=next_day)


def course(*told: tuple[float, Rating]) -> list[Record]:
    """Sessions, newest first, each by days ago and the knee pain before it."""
    return [session(*each) for each in told]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([(0, 5), (6, 5), (7, 5), (13, 5), (14, 3), (20, 3)], Climb(3, 5)),
        ([(0, 6), (6, 7), (7, 5), (13, 5), (14, 3), (20, 3)], Climb(3, 5)),
        ([(0, 4), (6, 5), (7, 5), (13, 5), (14, 3), (20, 3)], None),  # 4.5 is not 2 more than 3
        ([(0, 5), (6, 5), (7, 4), (13, 5), (14, 3), (20, 3)], None),  # one week alone
        ([(0, 5), (7, 5), (13, 5), (14, 3), (20, 3)], None),  # one number is no week
        ([(0, 5), (6, None), (7, 5), (13, 5), (14, 3), (20, 3)], None),
        ([(0, 5), (6, 5), (7, 5), (13, 5), (21, 3), (22, 3)], None),  # nothing to compare with
        ([(-1, 9), (0, 5), (6, 5), (7, 5), (13, 5), (14, 3), (20, 3)], Climb(3, 5)),  # told under a wrong clock
    ],
)
def test_two_weeks_of_climbing(told: list[tuple[float, Rating]], expected: Climb | None) -> None:
    assert climb(course(*told), NOW) == expected


def steady(first: int, last: int, *, days: int = 42, count: int = 13) -> list[Record]:
    """Evenly spread, three at the start with ``first`` and the others with ``last``."""
    every = days / (count - 1)
    return course(*((every * n, first if n >= count - 3 else last) for n in range(count)))


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        (steady(5, 5), (5, 5)),
        (steady(4, 5), (4, 5)),
        (steady(5, 4), None),
        (steady(1, 1), (1, 1)),
        (steady(0, 0), None),  # nothing to change
        (steady(0, 3), None),
        (steady(5, 5, days=41), None),
        (steady(5, 5, count=11), None),  # too few
        (steady(5, 5, days=84, count=23), (5, 5)),
        (steady(5, 5, days=84, count=21), None),  # 11 in the last six weeks
    ],
)
def test_no_change_after_six_weeks_of_use(sessions: list[Record], expected: tuple[int, int] | None) -> None:
    found = unchanged(sessions, NOW)
    assert (found and (found.was, found.became)) == expected


@pytest.mark.parametrize(
    ("records", "refused", "days"),
    [
        ([], [], 0),
        ([session(0, 6)], [], 0),
        ([session(0, 7)], [], 1),
        ([session(0, 3, 7)], [], 1),
        ([session(0, 7, 8)], [], 1),
        ([session(3, 7, 8, 9)], [], 2),
        ([session(0, None, None, None)], [], 0),
        ([session(6, 7)], [], 1),
        ([session(7, 7)], [], 0),
        ([session(7, 3, 3, 7)], [], 1),
        ([session(0, 7)], [TODAY, TODAY - timedelta(days=1)], 2),
        ([], [TODAY - timedelta(days=7), TODAY + timedelta(days=1)], 0),
    ],
)
def test_days_of_high_pain_in_the_last_week(records: list[Record], refused: list[date], days: int) -> None:
    assert high_days(records, refused, TODAY) == days


def test_the_next_day_is_the_one_on_which_it_was_told() -> None:
    told = replace(session(7, 3, 3, 8), next_day_told=NOW - timedelta(days=5))
    assert high_days([told], [], TODAY) == 1
    assert high_days([told, session(5, 8)], [], TODAY) == 1


@given(st.lists(st.integers(0, 10), min_size=1, max_size=9))
def test_the_middle_is_the_usual_median(numbers: list[int]) -> None:
    assert _median(numbers) == median(numbers)
