"""What the charts show: sessions added up by day, week, month or year. Unanswered pain is never counted as zero."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kneeguide.core.flare import Flare
from kneeguide.core.routine import Muscle, Side

MOST_PAIRS = 40
"""So many sessions can be told apart in one picture; more are summed up."""

MOST_WEEKS = 54
"""A year and its ragged ends."""

MOST_MONTHS = 60

CALENDAR_DAYS = 365


class Span(StrEnum):
    """How much one mark of a chart stands for."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class DaySum:
    """A local day with ``sessions``. ``flare``: of them, and the last day of the rest that it called for."""

    day: date
    sessions: int
    flare: Flare = Flare.NONE
    rest_until: date | None = None


@dataclass(frozen=True)
class TimeSum:
    """Seconds really spent in the span that begins on ``first``."""

    first: date
    seconds: float


@dataclass(frozen=True)
class DoseSum:
    """Seconds of massage of one muscle of one leg; side None where both are done at once."""

    muscle: Muscle
    side: Side | None
    seconds: float


def span_between(first: date, last: date) -> Span:
    """The shortest span of which no more lie between two days than can be told apart."""
    if (last - start_of(Span.WEEK, first)).days < MOST_WEEKS * 7:
        return Span.WEEK
    if (last.year - first.year) * 12 + last.month - first.month < MOST_MONTHS:
        return Span.MONTH
    return Span.YEAR


def start_of(span: Span, day: date) -> date:
    """The first day of the span that a day lies in; weeks begin on Monday."""
    match span:
        case Span.WEEK:
            return day - timedelta(days=day.weekday())
        case Span.MONTH:
            return day.replace(day=1)
        case Span.YEAR:
            return day.replace(month=1, day=1)
        case Span.SESSION:
            return day


def starts(span: Span, first: date, last: date) -> Iterator[date]:
    """The first day of each span from one day to another, those without a session too."""
    here = start_of(span, first)
    while here <= last:
        yield here
        match span:
            case Span.MONTH:
                here = start_of(span, here + timedelta(days=31))
            case Span.YEAR:
                here = here.replace(year=here.year + 1)
            case _:
                here += timedelta(days=7 if span is Span.WEEK else 1)


def span_of_pain(sessions: int, longer: Span) -> Span:
    """Each session while so many can be told apart, else the span that suits the time."""
    return Span.SESSION if sessions <= MOST_PAIRS else longer


def calendar_between(days: Sequence[DaySum], first: date | None, today: date) -> tuple[date, date]:
    """The first and the last day of a calendar: at least four weeks, at most a year, with the newest sessions in it.

    ``first``: where the user wants it to begin, None for the first session.
    """
    newest = days[-1].day if days else today
    last = today if (today - newest).days < CALENDAR_DAYS else newest
    wanted = first or (days[0].day if days else today)
    longest, shortest = timedelta(days=CALENDAR_DAYS - 1), timedelta(days=27)
    return min(max(wanted, last - longest), last - shortest), last


def median(counts: Mapping[int, int]) -> float | None:
    """The middle of ratings of which each was given so many times; None of none."""
    total = sum(counts.values())
    if not total:
        return None
    return (_at((total - 1) // 2, counts) + _at(total // 2, counts)) / 2


def rest_days(days: Iterable[DaySum], last: date) -> frozenset[date]:
    """Days up to ``last`` without a session, on which the knee had its rest after a flare."""
    found = tuple(days)
    used = {each.day for each in found}
    rests = {
        each.day + timedelta(days=n)
        for each in found
        if each.rest_until is not None
        for n in range(1, (each.rest_until - each.day).days + 1)
    }
    return frozenset(day for day in rests - used if day <= last)


def _at(place: int, counts: Mapping[int, int]) -> int:
    """The rating at a place, from 0, when all are put in order."""
    for rating in sorted(counts):
        place -= counts[rating]
        if place < 0:
            return rating
    raise IndexError(place)
