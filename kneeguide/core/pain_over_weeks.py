"""How knee pain goes over weeks: always medians or several days, never a verdict from one number.

All of it is about numbers that were given; sessions without one are left out, never taken for zero.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from kneeguide.core.history import Record
from kneeguide.core.pain import BeforeLight, Rating, before_light
from kneeguide.core.pain_trend import Trend, trend_between

A_WEEK = timedelta(days=7)
CLIMB = 2
CLIMBING_WEEKS = 2
LEAST_A_WEEK = 2
"""Numbers that make a week count."""
HIGH_DAYS = 3
UNCHANGED_AFTER = timedelta(weeks=6)
UNCHANGED_LEAST = 12
"""Sessions, two a week, without which nobody can say that massage was tried."""


class Climb(NamedTuple):
    """Knee pain before sessions, 0 to 10: the median of a week, what it ``was`` and what it ``became``."""

    was: float
    became: float


def numbers(newest_first: Sequence[Record]) -> Iterator[tuple[date, Rating]]:
    """The day of each session and the knee pain before it, the first one first."""
    return ((record.day, record.before) for record in reversed(newest_first))


def unchanged(newest_first: Sequence[Record], now: datetime) -> Trend | None:
    """The trend over all that is known, if that is six weeks of use or more and the knee is no better for it.

    Two sessions a week in the last six weeks make use; a knee that never hurt has nothing to change.
    """
    rated = [record for record in newest_first if record.before is not None]
    lately = [record for record in rated if now - record.started <= UNCHANGED_AFTER]
    trend = trend_between(numbers(rated), UNCHANGED_AFTER)
    if trend is None or len(lately) < UNCHANGED_LEAST or trend.was == 0:
        return None
    return trend if trend.became >= trend.was else None


def climb(newest_first: Sequence[Record], now: datetime) -> Climb | None:
    """The week before the last two weeks against the lower of these, if both lie two points or more above it."""
    weeks: list[list[int]] = [[] for _ in range(CLIMBING_WEEKS + 1)]
    for record in newest_first:
        week = (now - record.started) // A_WEEK
        if record.before is not None and 0 <= week < len(weeks):
            weeks[week].append(record.before)
    if any(len(week) < LEAST_A_WEEK for week in weeks):
        return None
    *lately, earlier = map(_median, weeks)
    return Climb(earlier, min(lately)) if min(lately) - earlier >= CLIMB else None


def high_days(records: Iterable[Record], refused: Iterable[date], today: date) -> int:
    """On how many of the last seven days a knee hurt 7 or more, before, after or the day after a session.

    ``refused``: days on which there was no session because of it.
    """
    days = set(refused)
    for record in records:
        next_day = record.next_day_told.date() if record.next_day_told else record.day + timedelta(days=1)
        told = ((record.day, record.before), (record.day, record.after), (next_day, record.next_day))
        days |= {day for day, rating in told if _is_high(rating)}
    return sum(timedelta(0) <= today - day < A_WEEK for day in days)


def _is_high(rating: Rating) -> bool:
    return before_light(rating) is BeforeLight.RED


def _median(numbers: Sequence[int]) -> float:
    """As statistics.median, whose module takes longer to load than the first page may wait."""
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
