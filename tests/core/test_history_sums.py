"""What the charts add up: spans without gaps, medians, rest after a flare, and a trend only where there is one."""

from collections import Counter
from datetime import date, timedelta
from statistics import median as plain_median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.flare import Flare
from kneeguide.core.history_sums import (
    DaySum,
    Span,
    Trend,
    median,
    rest_days,
    span_between,
    start_of,
    starts,
    trend,
)
from kneeguide.core.pain import Change

MONDAY = date(2026, 3, 2)


def days_on(*ratings: tuple[int, int]) -> list[tuple[date, int]]:
    return [(MONDAY + timedelta(days=day), rating) for day, rating in ratings]


@pytest.mark.parametrize(
    ("last", "span"),
    [
        (MONDAY, Span.WEEK),
        (date(2027, 3, 1), Span.WEEK),
        (date(2027, 6, 1), Span.MONTH),
        (date(2031, 2, 28), Span.MONTH),
        (date(2031, 3, 1), Span.YEAR),
    ],
)
def test_the_longer_the_time_the_longer_the_spans(last: date, span: Span) -> None:
    assert span_between(MONDAY, last) is span


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 3000), st.sampled_from(Span))
def test_every_day_lies_in_one_of_the_spans(first: date, days: int, span: Span) -> None:
    last = first + timedelta(days=days)
    found = list(starts(span, first, last))
    assert found == sorted(set(found))
    assert {start_of(span, first), start_of(span, last)} <= set(found)
    assert all(start_of(span, each) == each for each in found)


@given(st.lists(st.integers(0, 10)))
def test_the_median_is_the_plain_one(ratings: list[int]) -> None:
    assert median(Counter(ratings)) == (plain_median(ratings) if ratings else None)


def test_rest_after_a_flare_is_marked_until_the_next_session_or_today() -> None:
    days = [
        DaySum(MONDAY, 1, Flare.AFTER, MONDAY + timedelta(days=2)),
        DaySum(MONDAY + timedelta(days=10), 1, Flare.NEXT_DAY, MONDAY + timedelta(days=13)),
        DaySum(MONDAY + timedelta(days=12), 1),
        DaySum(MONDAY + timedelta(days=20), 1, Flare.AFTER, MONDAY + timedelta(days=22)),
    ]
    rests = rest_days(days, MONDAY + timedelta(days=21))
    assert sorted((day - MONDAY).days for day in rests) == [1, 2, 11, 13, 21]


def test_a_day_off_that_follows_no_flare_is_nothing_special() -> None:
    assert rest_days([DaySum(MONDAY, 2)], MONDAY + timedelta(days=9)) == frozenset()


def test_a_trend_sets_three_against_three() -> None:
    ratings = days_on((0, 6), (2, 5), (4, 9), (9, 0), (12, 3), (14, 4), (20, 10))
    assert trend(ratings) == Trend(6, 4)
    assert Trend(6, 4).change is Change.CLEARLY_LOWER
    assert Trend(5, 4).change is Change.LITTLE_LOWER
    assert Trend(5, 5).change is Change.SAME


@pytest.mark.parametrize(
    "ratings",
    [
        [],
        days_on((0, 5)),
        days_on((0, 9), (5, 9), (10, 1), (15, 1), (20, 1)),
        days_on((0, 9), (1, 9), (2, 9), (3, 1), (4, 1), (13, 1)),
    ],
    ids=["none", "one", "five", "less than two weeks"],
)
def test_too_little_makes_no_trend(ratings: list[tuple[date, int]]) -> None:
    assert trend(ratings) is None
