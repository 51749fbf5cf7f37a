"""Activities have names that can be told apart, and nobody is asked about them more than once a week."""

from datetime import date, timedelta

import pytest
from fakes import START

from kneeguide.core.activities import (
    Activity,
    ActivityFault,
    ActivityRating,
    Overall,
    OverallChange,
    due,
    followed,
    is_overall_due,
    named,
)

TODAY = START.wall.date()
STAIRS = Activity("s", "Stairs", START.wall)
OLD = Activity("o", "Running", START.wall, retired=START.wall)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_name_is_tidied() -> None:
    assert named("  Walking   to work ", [STAIRS]) == "Walking to work"


@pytest.mark.parametrize("name", ["", "  ", "stairs", " STAIRS ", "x" * 41])
def test_a_name_that_will_not_do_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(ActivityFault):
        named(name, [STAIRS])


def test_the_name_of_one_that_was_left_can_be_used_again() -> None:
    assert named("Running", [STAIRS, OLD]) == "Running"


@pytest.mark.parametrize(("days", "asked"), [(0, False), (6, False), (7, True), (30, True)])
def test_an_activity_is_asked_about_after_a_week(days: int, asked: bool) -> None:
    ratings = [ActivityRating("s", ago(60), 3), ActivityRating("s", ago(days), 4)]
    assert due([STAIRS, OLD], ratings, TODAY) == ((STAIRS,) if asked else ())


def test_a_new_one_is_asked_about_at_once_and_one_that_was_left_never() -> None:
    assert due([STAIRS, OLD], [], TODAY) == (STAIRS,)
    assert followed([STAIRS, OLD]) == (STAIRS,)


@pytest.mark.parametrize(
    ("first", "told", "asked"),
    [(None, [], False), (13, [], False), (14, [], True), (90, [13], False), (90, [40, 14], True), (5, [20], False)],
)
def test_the_whole_is_asked_every_two_weeks_from_the_second_week_on(
    first: int | None, told: list[int], asked: bool
) -> None:
    changes = [OverallChange(ago(days), Overall.BETTER) for days in told]
    assert is_overall_due(changes, None if first is None else ago(first), TODAY) is asked
