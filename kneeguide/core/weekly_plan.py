"""A plan over weeks: which routine on which days of the week, what is due today, and how the knee was meanwhile.

Blocks are four or six weeks long, because rolling was studied over such times (Konrad et al. 2022,
doi 10.1007/s40279-022-01699-8). Nothing is owed: a day that passed without its session asks for nothing later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from kneeguide.core.pain import Change, Rating
from kneeguide.core.pain_trend import trend_between

LENGTHS = (4, 6)
"""Weeks that a plan can last."""

USUAL_WEEKDAYS = (0, 2, 4)
"""Three days a week, with a calm day after each, to begin with. Monday is 0."""

REMINDER_GRACE = timedelta(minutes=30)
"""How late a reminder is still of use, after a sleep of the computer."""

_DAY = timedelta(days=1)


class Review(StrEnum):
    """What the user chose when a plan was over, or that they ended it before."""

    AGAIN = "again"
    CHANGE = "change"
    STOP = "stop"
    ENDED_EARLY = "ended-early"


@dataclass(frozen=True)
class PlanDay:
    """The session of one day of the week, Monday being 0. The title is kept for when the routine is gone."""

    weekday: int
    routine_id: str
    title: str


@dataclass(frozen=True)
class Rhythm:
    """What a user chooses of a plan. Raises ValueError for what makes none.

    ``days``: by weekday, at least one. ``reminder``: minutes since midnight, where the user is then.
    """

    days: tuple[PlanDay, ...]
    weeks: int
    reminder: int | None = None

    def __post_init__(self) -> None:
        weekdays = [each.weekday for each in self.days]
        if not weekdays or weekdays != sorted(set(weekdays)) or not set(weekdays) <= set(range(7)):
            raise ValueError("a plan has at least one day of the week, each once, in order")
        if self.weeks not in LENGTHS:
            raise ValueError("a plan lasts four or six weeks")
        if self.reminder is not None and not 0 <= self.reminder < 24 * 60:
            raise ValueError("a reminder has a time of day")

    def last_day(self, first_day: date) -> date:
        """The last day of its weeks, if they begin on this one."""
        return first_day + timedelta(weeks=self.weeks) - _DAY


@dataclass(frozen=True)
class WeeklyPlan:
    """A rhythm kept from ``first_day`` on.

    ``put_off``: the day to which the session of a day before it was put off. ``changes``: how often it was changed.
    ``review``: None until it has ended.
    """

    id: str
    first_day: date
    rhythm: Rhythm
    made: datetime
    put_off: date | None = None
    changes: int = 0
    ended: datetime | None = None
    review: Review | None = None

    @property
    def last_day(self) -> date:
        """The last day of the last week."""
        return self.rhythm.last_day(self.first_day)

    def is_over(self, day: date) -> bool:
        """Whether all its weeks have passed."""
        return day > self.last_day

    def week_of(self, day: date) -> int:
        """Which of its weeks a day lies in, from 1; the first also where a clock was set back to before it."""
        return max(0, (day - self.first_day).days) // 7 + 1

    def planned_days(self) -> tuple[date, ...]:
        """Every day that has a session, in order."""
        days = (self.first_day + timedelta(days=number) for number in range(7 * self.rhythm.weeks))
        return tuple(day for day in days if self._of_weekday(day) is not None)

    def session_on(self, day: date) -> PlanDay | None:
        """What is planned for a day, with what was put off to it or away from it."""
        if not self.first_day <= day <= self.last_day or day + _DAY == self.put_off:
            return None
        own = self._of_weekday(day)
        if own is None and day == self.put_off:
            earlier = (self._of_weekday(day - timedelta(days=back)) for back in range(1, 7))
            return next(filter(None, earlier), None)
        return own

    def next_day(self, after: date) -> date | None:
        """The next day that has a session, if any."""
        return next((day for day in self._days_after(after) if self.session_on(day) is not None), None)

    def can_put_off(self, day: date) -> bool:
        """Whether a day has a session that the plan still has room for on the day after."""
        return self.session_on(day) is not None and day < self.last_day

    def _of_weekday(self, day: date) -> PlanDay | None:
        return next((each for each in self.rhythm.days if each.weekday == day.weekday()), None)

    def _days_after(self, day: date) -> Sequence[date]:
        start = max(day + _DAY, self.first_day)
        return [start + timedelta(days=number) for number in range((self.last_day - start).days + 1)]


class Standing(StrEnum):
    """What a plan says of today."""

    REST = "rest"
    DONE = "done"
    DUE = "due"
    PUT_OFF = "put-off"
    FREE = "free"
    OVER = "over"


@dataclass(frozen=True)
class Today:
    """``session``: that of today if one is due, else the next. ``next_day``: when that is, None if none is left.

    ``rest_until``: the end of a rest. ``can_put_off``: whether today's session can wait for tomorrow.
    """

    standing: Standing
    session: PlanDay | None = None
    next_day: date | None = None
    rest_until: datetime | None = None
    can_put_off: bool = False


def today(plan: WeeklyPlan, day: date, *, done: bool, rest_until: datetime | None = None) -> Today:
    """What the plan says of a day. ``done``: whether there was any session on it. A rest goes before all else.

    Any session counts: whoever chose a lighter routine for a sore knee has done what the day asked for.
    """
    next_day = plan.next_day(day)
    following = plan.session_on(next_day) if next_day is not None else None
    due = plan.session_on(day)
    if plan.is_over(day):
        return Today(Standing.OVER)
    if rest_until is not None:
        return Today(Standing.REST, following, next_day, rest_until)
    if done:
        return Today(Standing.DONE, following, next_day)
    if due is not None:
        return Today(Standing.DUE, due, next_day, can_put_off=plan.can_put_off(day))
    was_put_off = plan.put_off == day + _DAY
    return Today(Standing.PUT_OFF if was_put_off else Standing.FREE, following, next_day)


def is_reminder_due(minutes: int, last: datetime, now: datetime) -> bool:
    """Whether the time of day to remind at has come since the last look, and is not long past.

    ``last``, ``now``: aware, as the clock on the wall showed. Where that clock skips an hour, a time inside it counts
    as come when the hour is skipped. Where it shows an hour twice, the caller reminds but once a day.
    """
    due = datetime.combine(now.date(), time(minutes // 60, minutes % 60))
    if not last.replace(tzinfo=None) < due <= now.replace(tzinfo=None):
        return False
    return min(now.replace(tzinfo=None) - due, now - last) <= REMINDER_GRACE


@dataclass(frozen=True)
class WeeksReview:
    """How it went: ``sessions`` done in the time of the plan, ``trend`` of the knee pain rated before them."""

    weeks: int
    sessions: int
    trend: Change

    @property
    def is_unchanged(self) -> bool:
        """Whether six weeks have passed and the knee is no better: then something else may serve it better."""
        return self.weeks >= max(LENGTHS) and self.trend in (
            Change.SAME,
            Change.LITTLE_HIGHER,
            Change.CLEARLY_HIGHER,
        )


def review_of(plan: WeeklyPlan, told: Sequence[tuple[date, Rating]]) -> WeeksReview:
    """Sum a plan up. ``told``: the day of each session and the knee pain before it, the first one first."""
    trend = trend_between(told)
    return WeeksReview(plan.rhythm.weeks, len(told), Change.NOT_ANSWERED if trend is None else trend.change)
