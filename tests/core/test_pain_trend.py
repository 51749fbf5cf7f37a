"""Three numbers against three, over two weeks or more: nothing hangs on one day, and a silence is no number."""

from datetime import date, timedelta

import pytest

from kneeguide.core.pain import Change, Rating
from kneeguide.core.pain_trend import Trend, trend_between, trend_lately

TODAY = date(2026, 3, 2)
Told = list[tuple[date, Rating]]


def told(*ratings: tuple[int, Rating]) -> Told:
    """By days ago, the first one first."""
    return [(TODAY - timedelta(days=days), rating) for days, rating in ratings]


def ends(trend: Trend | None) -> tuple[int, int] | None:
    return trend and (trend.was, trend.became)


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        (told((14, 6), (12, 4), (9, 5), (6, 2), (3, 3), (0, 2)), (5, 2)),
        (told((14, 6), (12, 4), (9, 5), (6, 10), (3, 3), (0, 2)), (5, 3)),
        (told((13, 6), (12, 4), (9, 5), (6, 2), (3, 3), (0, 2)), None),  # under two weeks
        (told((14, 6), (12, 4), (6, 2), (3, 3), (0, 2)), None),  # five numbers
        (told((14, 6), (12, 4), (9, 5), (6, None), (3, 3), (0, 2)), None),  # a silence is no number
        (told((14, 6), (12, 4), (9, 5), (6, 2), (5, None), (3, 3), (0, 2)), (5, 2)),
        (told((14, 4), (12, 4), (11, 4), (9, 9), (6, 4), (3, 4), (0, 4)), (4, 4)),  # nothing hangs on one day
        (told((14, 0), (12, 9), (9, 8), (6, 8), (3, 9), (0, 0)), (8, 8)),
        (told(), None),
    ],
)
def test_the_middle_of_the_last_three_against_that_of_the_first_three(
    ratings: Told, expected: tuple[int, int] | None
) -> None:
    assert ends(trend_between(ratings)) == expected
    assert ends(trend_lately(ratings, TODAY)) == expected


def test_the_days_of_what_is_compared_are_told() -> None:
    ratings = told((20, 5), (16, 5), (12, 5), (9, 9), (6, 3), (3, 3), (0, 3))
    assert trend_between(ratings) == Trend(5, 3, TODAY - timedelta(days=12), TODAY - timedelta(days=6))


@pytest.mark.parametrize(("oldest", "counts"), [(27, True), (28, False)])
def test_lately_is_four_weeks_with_today(oldest: int, counts: bool) -> None:
    ratings = told((90, 9), (60, 9), (oldest, 6), (20, 6), (12, 6), (6, 2), (3, 2), (0, 2), (-1, 9), (-2, 9))
    found = ends(trend_lately(ratings, TODAY))
    assert found == ((6, 2) if counts else None)
    assert ends(trend_between(ratings)) == (9, 9)


def test_a_longer_time_can_be_asked_for() -> None:
    ratings = told((41, 5), (30, 5), (20, 5), (9, 5), (3, 5), (0, 5))
    assert trend_between(ratings, timedelta(days=42)) is None
    assert ends(trend_between(ratings, timedelta(days=41))) == (5, 5)


@pytest.mark.parametrize(
    ("was", "became", "change"),
    [
        (6, 4, Change.CLEARLY_LOWER),
        (6, 5, Change.LITTLE_LOWER),
        (3, 2, Change.CLEARLY_LOWER),
        (5, 5, Change.SAME),
        (5, 6, Change.LITTLE_HIGHER),
        (4, 7, Change.CLEARLY_HIGHER),
    ],
)
def test_a_trend_is_called_as_one_change_is(was: int, became: int, change: Change) -> None:
    assert Trend(was, became, TODAY, TODAY).change is change
