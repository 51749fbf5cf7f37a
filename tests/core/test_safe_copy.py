"""Which copies are kept: after any pattern of use the newest days and four weeks before them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.safe_copy import KEPT_DAYS, KEPT_WEEKS, CopyKind, copy_name, day_in, kinds_of, version_in

MONDAY = date(2026, 3, 2)

steps = st.one_of(st.just(1), st.just(7), st.integers(1, 4), st.integers(1, 400))
"""Days between two uses: daily, weekly, now and then, after a long gap."""


def days_of_use(gaps: list[int]) -> list[date]:
    day, days = MONDAY, [MONDAY]
    for gap in gaps:
        day += timedelta(days=gap)
        days.append(day)
    return days


def week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def thinned(days: list[date]) -> dict[date, CopyKind]:
    """What is there after each day's copy was made and the others were thinned."""
    kept: dict[date, CopyKind] = {}
    for day in days:
        kept = kinds_of([*kept, day])
    return kept


@given(st.lists(steps, max_size=120).map(days_of_use))
def test_the_newest_seven_days_and_the_newest_copy_of_four_weeks_before(days: list[date]) -> None:
    kept = thinned(days)
    newest = days[-KEPT_DAYS:]
    assert [day for day in kept if kept[day] is CopyKind.DAY] == newest[::-1]
    in_other_weeks = {week(day): day for day in days if week(day) not in map(week, newest)}
    weekly = [day for day in kept if kept[day] is CopyKind.WEEK]
    assert weekly == sorted(in_other_weeks.values(), reverse=True)[:KEPT_WEEKS]


@given(st.lists(steps, max_size=120).map(days_of_use))
def test_thinning_day_by_day_is_the_same_as_thinning_at_the_end(days: list[date]) -> None:
    assert thinned(days) == kinds_of(days)


@given(st.sets(st.dates(date(1990, 1, 1), date(2060, 1, 1)), min_size=1, max_size=60), st.data())
def test_a_copy_that_was_just_made_is_kept_whatever_the_clock_says(days: set[date], data: st.DataObject) -> None:
    """A clock that was wrong may have left a few copies of days to come."""
    today = data.draw(st.sampled_from(sorted(days)[-KEPT_DAYS:]))
    assert today in kinds_of(days)


@pytest.mark.parametrize(("apart", "oldest"), [(1, date(2026, 11, 1)), (7, date(2026, 9, 21)), (30, date(2026, 2, 3))])
def test_how_far_back_the_copies_reach(apart: int, oldest: date) -> None:
    last = date(2026, 11, 30)
    days = [last - timedelta(days=apart * number) for number in range(100)][::-1]
    assert len(kinds_of(days)) == KEPT_DAYS + KEPT_WEEKS
    assert min(kinds_of(days)) == oldest


def test_a_copy_is_known_by_its_name() -> None:
    assert copy_name(MONDAY) == "history-2026-03-02.db"
    assert copy_name(MONDAY, 3) == "history-2026-03-02-before-version-3.db"
    for name, version in ((copy_name(MONDAY), None), (copy_name(MONDAY, 12), 12)):
        assert (day_in(name), version_in(name)) == (MONDAY, version)


@pytest.mark.parametrize(
    "name",
    ["history.db", "history-2026-02-30.db", "history-2026-03-02.db-journal", ".history-2026-03-02.db-x.part", "a.db"],
)
def test_anything_else_is_none(name: str) -> None:
    assert day_in(name) is None
    assert version_in(Path(name).name) is None
