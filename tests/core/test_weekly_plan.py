"""The plan over weeks: which days have a session, what is due today, when to remind, and what the weeks amount to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weekly_plans import ANY_PLAN, CALF, MONDAY, PLAN, SEATED, STICK, day

from kneeguide.core.pain import Change, Rating
from kneeguide.core.weekly_plan import (
    LENGTHS,
    USUAL_WEEKDAYS,
    PlanDay,
    Rhythm,
    Standing,
    Today,
    WeeklyPlan,
    WeeksReview,
    is_reminder_due,
    review_of,
    today,
)


def said(number: int, plan: WeeklyPlan = PLAN, **known: bool) -> Today:
    return today(plan, day(number), done=known.get("done", False))


@given(ANY_PLAN)
def test_each_chosen_weekday_comes_once_in_every_week_wherever_weeks_and_years_end(plan: WeeklyPlan) -> None:
    planned = plan.planned_days()
    assert len(planned) == len(plan.rhythm.days) * plan.rhythm.weeks
    assert list(planned) == sorted(set(planned))
    assert {each.weekday() for each in planned} == {each.weekday for each in plan.rhythm.days}
    assert plan.first_day <= planned[0]
    assert planned[-1] <= plan.last_day == plan.first_day + timedelta(days=7 * plan.rhythm.weeks - 1)


@pytest.mark.parametrize(("number", "week"), [(-3, 1), (0, 1), (6, 1), (7, 2), (27, 4)])
def test_the_weeks_are_counted_from_one(number: int, week: int) -> None:
    assert PLAN.week_of(day(number)) == week


@given(ANY_PLAN, st.integers(-10, 60))
def test_following_the_next_day_leads_through_all_that_are_left(plan: WeeklyPlan, number: int) -> None:
    start = plan.first_day + timedelta(days=number)
    walked: list[date] = []
    following = plan.next_day(start)
    while following is not None:
        walked.append(following)
        following = plan.next_day(following)
    assert walked == [each for each in plan.planned_days() if each > start]


@given(ANY_PLAN, st.integers(0, 41), st.integers(1, 5))
def test_putting_off_moves_at_most_one_session_and_loses_no_other(plan: WeeklyPlan, start: int, times: int) -> None:
    put_off_on = plan.first_day + timedelta(days=start)
    before = set(plan.planned_days())
    for _ in range(times):
        if not plan.can_put_off(put_off_on):
            return
        waiting = plan.session_on(put_off_on)
        plan = replace(plan, put_off=put_off_on + timedelta(days=1))
        put_off_on += timedelta(days=1)
        assert plan.session_on(put_off_on - timedelta(days=1)) is None
        own = [each for each in plan.rhythm.days if each.weekday == put_off_on.weekday()]
        assert plan.session_on(put_off_on) == (own[0] if own else waiting)
    later = {each for each in before if each > put_off_on}
    assert later == {each for each in later if plan.session_on(each) is not None}


def test_three_days_with_a_calm_one_after_each_are_usual() -> None:
    assert USUAL_WEEKDAYS == (0, 2, 4)


@pytest.mark.parametrize(
    ("days", "weeks", "reminder"),
    [
        ((), 4, None),
        ((SEATED, SEATED), 4, None),
        ((STICK, SEATED), 4, None),
        ((PlanDay(7, "x", "X"),), 4, None),
        ((SEATED,), 5, None),
        ((SEATED,), 4, 24 * 60),
        ((SEATED,), 4, -1),
    ],
)
def test_what_makes_no_plan_is_refused(days: tuple[PlanDay, ...], weeks: int, reminder: int | None) -> None:
    with pytest.raises(ValueError, match=r"plan|reminder"):
        Rhythm(days, weeks, reminder)


def test_the_first_week_day_by_day() -> None:
    assert said(0) == Today(Standing.DUE, SEATED, day(2), can_put_off=True)
    assert said(1) == Today(Standing.FREE, STICK, day(2))
    assert said(2) == Today(Standing.DUE, STICK, day(4), can_put_off=True)
    assert said(5) == Today(Standing.FREE, SEATED, day(7))


def test_what_passed_without_its_session_is_never_spoken_of() -> None:
    assert said(3) == Today(Standing.FREE, CALF, day(4))
    assert said(7) == said(7, PLAN)


def test_any_session_of_the_day_is_enough_and_the_next_is_named() -> None:
    assert said(0, done=True) == Today(Standing.DONE, STICK, day(2))
    assert said(1, done=True).standing is Standing.DONE


def test_a_rest_goes_before_all_else_but_the_end() -> None:
    until = datetime(2026, 3, 4, 18, tzinfo=UTC)
    assert today(PLAN, day(0), done=True, rest_until=until) == Today(Standing.REST, STICK, day(2), until)
    assert today(PLAN, day(28), done=False, rest_until=until).standing is Standing.OVER


def test_a_sore_knee_puts_off_to_tomorrow_and_the_plan_goes_on() -> None:
    plan = replace(PLAN, put_off=day(1))
    assert said(0, plan) == Today(Standing.PUT_OFF, SEATED, day(1))
    assert said(1, plan) == Today(Standing.DUE, SEATED, day(2), can_put_off=True)
    assert said(2, plan).session == STICK
    again = replace(PLAN, put_off=day(2))
    assert said(1, again) == Today(Standing.PUT_OFF, STICK, day(2))
    assert said(2, again) == Today(Standing.DUE, STICK, day(4), can_put_off=True)


def test_a_day_is_not_made_fuller_by_what_was_put_off_to_it() -> None:
    daily = replace(PLAN, rhythm=Rhythm(tuple(PlanDay(each, "a", "A") for each in range(7)), 4), put_off=day(1))
    assert said(1, daily).session == PlanDay(1, "a", "A")


def test_the_last_day_cannot_be_put_off_out_of_the_plan() -> None:
    sunday = replace(PLAN, rhythm=Rhythm((PlanDay(6, "a", "A"),), 4))
    assert said(27, sunday) == Today(Standing.DUE, PlanDay(6, "a", "A"))
    assert said(28, sunday) == Today(Standing.OVER)


def test_before_a_plan_begins_and_after_its_last_session() -> None:
    assert said(-1) == Today(Standing.FREE, SEATED, MONDAY)
    assert said(26) == Today(Standing.FREE)


# -- reminders -----------------------------------------------------------------------------------------------------

BERLIN = ZoneInfo("Europe/Berlin")
HALF = timedelta(seconds=30)


def at(hour: int, minute: int = 0, second: int = 0, zone: ZoneInfo = BERLIN, on: date = MONDAY) -> datetime:
    """As the system clock gives it: with the offset of the moment, not with a zone."""
    return fixed(datetime(on.year, on.month, on.day, hour, minute, second, tzinfo=zone))


def fixed(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    assert offset is not None
    return moment.astimezone(timezone(offset))


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (at(17, 59, 45), at(18, 0, 15), True),
        (at(17, 59, 30), at(18), True),
        (at(18), at(18, 0, 30), False),
        (at(17, 59), at(17, 59, 30), False),
        (at(12), at(18, 30), True),
        (at(12), at(18, 30, 1), False),
        (at(12), at(23), False),
        (at(18, 10), at(18, 11), False),
        (at(23, 50, on=MONDAY - timedelta(days=1)), at(0, 1), False),
    ],
    ids=[
        "its time came since the last look",
        "to the second",
        "only once",
        "not before",
        "late after a sleep",
        "too late after a sleep",
        "long past",
        "started after it",
        "another day's",
    ],
)
def test_when_to_remind(last: datetime, now: datetime, due: bool) -> None:
    assert is_reminder_due(18 * 60, last, now) is due


def looks(zone: str, day: date, minutes: int) -> int:
    """How often one is reminded on a day when the clock is looked at twice a minute, and once a day at most."""
    moment = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC) - timedelta(hours=3)
    reminded: list[date] = []
    last = fixed(moment.astimezone(ZoneInfo(zone)))
    for _ in range(2 * 60 * 32):
        moment += HALF
        now = fixed(moment.astimezone(ZoneInfo(zone)))
        if now.date() not in reminded and is_reminder_due(minutes, last, now):
            reminded.append(now.date())
        last = now
    return reminded.count(day)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 10, 4)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("America/Santiago", date(2026, 9, 6)),
        ("Asia/Kathmandu", date(2026, 12, 31)),
    ],
)
@pytest.mark.parametrize("minutes", [0, 15, 90, 125, 150, 165, 18 * 60, 24 * 60 - 1])
def test_one_is_reminded_once_a_day_also_when_clocks_change(zone: str, day: date, minutes: int) -> None:
    assert looks(zone, day, minutes) == 1


def test_a_sleep_over_the_change_of_clocks_is_as_long_as_it_was() -> None:
    night = date(2026, 3, 29)
    assert not is_reminder_due(2 * 60 + 30, at(1, on=night), at(6, on=night))


# -- looking back --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ratings", "trend"),
    [
        ((), Change.NOT_ANSWERED),
        ((5, 5, 5, 2, 2), Change.NOT_ANSWERED),
        ((5, 5, 5, None, None, 2, 2), Change.NOT_ANSWERED),
        ((5, 5, 5, 2, 2, 2), Change.CLEARLY_LOWER),
        ((5, None, 5, 5, 4, None, 4, 4), Change.LITTLE_LOWER),
        ((3, 3, 3, 2, 2, 2), Change.CLEARLY_LOWER),
        ((5, 9, 5, 0, 0, 5, 0, 5), Change.SAME),
        ((4, 4, 4, 5, 5, 5), Change.LITTLE_HIGHER),
        ((4, 4, 4, 8, 6, 6), Change.CLEARLY_HIGHER),
        ((0, 0, 0, 0, 0, 0), Change.SAME),
    ],
)
def test_the_trend_is_that_of_the_middle_ones(ratings: tuple[Rating, ...], trend: Change) -> None:
    told = [(day(3 * number), rating) for number, rating in enumerate(ratings)]
    assert review_of(PLAN, told) == WeeksReview(4, len(ratings), trend)


def test_a_plan_kept_for_less_than_two_weeks_shows_no_trend() -> None:
    told = [(day(number), rating) for number, rating in enumerate((5, 5, 5, 2, 2, 2))]
    assert review_of(PLAN, told).trend is Change.NOT_ANSWERED


@pytest.mark.parametrize("trend", Change)
@pytest.mark.parametrize("weeks", LENGTHS)
def test_only_six_weeks_in_which_nothing_got_better_speak_against_massage(weeks: int, trend: Change) -> None:
    no_better = trend in (Change.SAME, Change.LITTLE_HIGHER, Change.CLEARLY_HIGHER)
    assert WeeksReview(weeks, 10, trend).is_unchanged is (weeks == 6 and no_better)
