"""How knee pain goes over weeks: always medians or several days, never a verdict from one number.

All of it is about numbers that were given; sessions without one are left out, never taken for zero.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from kneeguide.core.history import Record
from kneeguide.core.pain import BeforeLight, Rating, before_light

A_WEEK = timedelta(days=7)
TREND_LEAST, TREND_MOST = timedelta(days=14), timedelta(days=28)
ENDS = 3
"""Numbers at each end that a trend compares."""
CLIMB = 2
CLIMBING_WEEKS = 2
LEAST_A_WEEK = 2
"""Numbers that make a week count."""
HIGH_DAYS = 3
UNCHANGED_AFTER = timedelta(weeks=6)
UNCHANGED_LEAST = 12
"""Sessions, two a week, without which nobody can say that massage was tried."""


class Course(NamedTuple):
    """Knee pain before sessions, 0 to 10: the median that it ``was`` and that it ``became``."""

    was: float
    became: float


def trend(newest_first: Sequence[Record], now: datetime) -> Course | None:
    """The last three numbers against the first three of the last four weeks, if two weeks or more lie between."""
    rated = [record for record in _rated(newest_first) if now - record.started <= TREND_MOST]
    return _between_ends(rated, TREND_LEAST)


def unchanged(newest_first: Sequence[Record], now: datetime) -> Course | None:
    """The same over all that is known, if that is six weeks of use or more and the knee is no better for it.

    Two sessions a week in the last six weeks make use; a knee that never hurt has nothing to change.
    """
    rated = _rated(newest_first)
    lately = [record for record in rated if now - record.started <= UNCHANGED_AFTER]
    course = _between_ends(rated, UNCHANGED_AFTER)
    if course is None or len(lately) < UNCHANGED_LEAST or course.was == 0:
        return None
    return course if course.became >= course.was else None


def climb(newest_first: Sequence[Record], now: datetime) -> Course | None:
    """The week before the last two weeks against the lower of these, if both lie two points or more above it."""
    weeks: list[list[int]] = [[] for _ in range(CLIMBING_WEEKS + 1)]
    for record in newest_first:
        week = (now - record.started) // A_WEEK
        if record.before is not None and 0 <= week < len(weeks):
            weeks[week].append(record.before)
    if any(len(week) < LEAST_A_WEEK for week in weeks):
        return None
    *lately, earlier = map(_median, weeks)
    return Course(earlier, min(lately)) if min(lately) - earlier >= CLIMB else None


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


def _rated(records: Sequence[Record]) -> list[Record]:
    return [record for record in records if record.before is not None]


def _between_ends(rated: Sequence[Record], apart: timedelta) -> Course | None:
    if len(rated) < 2 * ENDS or rated[0].started - rated[-1].started < apart:
        return None
    numbers = [record.before for record in rated if record.before is not None]
    return Course(_median(numbers[-ENDS:]), _median(numbers[:ENDS]))


def _median(numbers: Sequence[int]) -> float:
    """As statistics.median, whose module takes longer to load than the first page may wait."""
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
