"""What the charts add up: spans without gaps, medians and rest after a flare."""

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
    median,
    rest_days,
    span_between,
    start_of,
    starts,
)

MONDAY = date(2026, 3, 2)


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
