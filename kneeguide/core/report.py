"""What a period of the diary comes to, for somebody who was not there: sums, dates, and the user's own words.

It counts and quotes. It rates nobody, and names no illness.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, median_low

from kneeguide.core.health_summary import HealthSummary
from kneeguide.core.history import Outcome, Record
from kneeguide.core.history_filter import Period
from kneeguide.core.pain import Rating
from kneeguide.core.questions import Question
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.trouble import StopReason, WayOn

MOST_PAIRS = 42
"""How many pairs of pain a chart on paper can show side by side."""
SOME = 3
"""The first so many numbers are compared with the last so many, never one day with another."""

_SPANS = (1, 7, 28, 91, 364)
"""Days that one pair of the chart may stand for; the fewest are taken that leave few enough pairs."""


@dataclass(frozen=True)
class ReportChoices:
    """What the user wants told: of which time, and whether their notes and health answers too."""

    period: Period = Period.FOUR_WEEKS
    notes: bool = True
    health: bool = False


@dataclass(frozen=True)
class PainPair:
    """Knee pain around a session, or the middle values of all sessions in some days from ``day`` on."""

    day: date
    before: float | None
    after: float | None
    next_day: float | None


@dataclass(frozen=True)
class PainChart:
    """Pairs, oldest first. ``days``: how many days one pair stands for, 0 if it is a single session."""

    pairs: tuple[PainPair, ...]
    days: int = 0


@dataclass(frozen=True)
class Trend:
    """The middle of the first three ratings before a session, and of the last three, with the days on which they end
    and begin (EVIDENCE 3.1: after Salaffi et al. 2004, never a verdict from one day)."""

    first: int
    last: int
    first_until: date
    last_since: date


@dataclass(frozen=True)
class RoutineCount:
    """How often a routine was done. ``title``: as it was called last. ``seconds``: spent in it, without pauses."""

    title: str
    sessions: int
    seconds: float


@dataclass(frozen=True)
class MuscleDose:
    """Seconds of massage really done on a muscle, by leg. ``unsided``: where the leg was not told."""

    muscle: Muscle
    left: float
    right: float
    unsided: float


@dataclass(frozen=True)
class Trouble:
    """What was wrong in a session, and what was done. ``cause`` None: not known to this version of KneeGuide."""

    day: date
    cause: StopReason | None
    way: WayOn


@dataclass(frozen=True)
class TroubleCount:
    """How often the same was wrong and the same was done, and when last."""

    cause: StopReason | None
    way: WayOn
    times: int
    last: date


@dataclass(frozen=True)
class Note:
    """What the user wrote about a session."""

    day: date
    text: str


@dataclass(frozen=True)
class Report:
    """A period of the diary.

    ``first_day``: where the period begins, None for all there is. ``first_session``: None if there is none.
    ``marks``: sessions with a bruise or new swelling the day after. ``routines``: the most frequent first.
    ``troubles`` and ``notes``: newest first. ``limits``: the questions that limited sessions, and how many.
    ``health``: None unless the user wants it told.
    """

    first_day: date | None
    last_day: date
    first_session: date | None
    last_session: date | None
    sessions: int
    outcomes: dict[Outcome, int]
    by_hand: int
    seconds: float
    marks: int
    routines: tuple[RoutineCount, ...]
    doses: tuple[MuscleDose, ...]
    chart: PainChart
    trend: Trend | None
    troubles: tuple[Trouble, ...]
    notes: tuple[Note, ...]
    limits: tuple[tuple[Question, int], ...]
    health: HealthSummary | None = None


def report(
    records: Iterable[Record], first_day: date | None, last_day: date, health: HealthSummary | None = None
) -> Report:
    """Sum up the sessions of a period, in whatever order. One that runs, or in which no step was done, is none."""
    told = sorted((each for each in records if _is_told(each)), key=lambda each: each.started)
    return Report(
        first_day=first_day,
        last_day=last_day,
        first_session=told[0].day if told else None,
        last_session=told[-1].day if told else None,
        sessions=len(told),
        outcomes=dict(Counter(each.outcome for each in told)),
        by_hand=sum(each.by_hand for each in told),
        seconds=sum(each.seconds for each in told),
        marks=sum(each.next_day_marks is True for each in told),
        routines=_routines(told),
        doses=_doses(told),
        chart=chart(told),
        trend=trend(told),
        troubles=tuple(trouble for each in reversed(told) for trouble in _troubles(each)),
        notes=tuple(Note(each.day, each.note.strip()) for each in reversed(told) if each.note.strip()),
        limits=_limits(told),
        health=health,
    )


def counted(troubles: Sequence[Trouble]) -> tuple[TroubleCount, ...]:
    """Troubles, newest first, by what they were: the most frequent first."""
    times = Counter((each.cause, each.way) for each in troubles)
    last = {(each.cause, each.way): each.day for each in reversed(troubles)}
    return tuple(TroubleCount(*kind, count, last[kind]) for kind, count in times.most_common())


def chart(records: Sequence[Record]) -> PainChart:
    """The pairs of sessions that were rated at all, oldest first; middle values of many days where there are many."""
    rated = [each for each in records if (each.before, each.after, each.next_day) != (None, None, None)]
    if len(rated) <= MOST_PAIRS:
        return PainChart(tuple(PainPair(each.day, each.before, each.after, each.next_day) for each in rated))
    for days in _SPANS:
        pairs = _middles(rated, days)
        if len(pairs) <= MOST_PAIRS:
            break
    return PainChart(pairs[-MOST_PAIRS:], days)


def trend(records: Sequence[Record]) -> Trend | None:
    """How the last ratings before a session compare with the first ones; None with fewer than twice three of them."""
    rated = [(each.day, each.before) for each in records if each.before is not None]
    if len(rated) < 2 * SOME:
        return None
    first, last = rated[:SOME], rated[-SOME:]
    return Trend(_middle(first), _middle(last), first[-1][0], last[0][0])


def _middle(rated: Sequence[tuple[date, int]]) -> int:
    return median_low(number for _, number in rated)


def _middles(rated: Sequence[Record], days: int) -> tuple[PainPair, ...]:
    """One pair for each run of days in which a session was rated, counted back from the last."""
    last = rated[-1].day
    runs: dict[int, list[Record]] = {}
    for each in rated:
        runs.setdefault((last - each.day).days // days, []).append(each)
    return tuple(
        PainPair(
            last - timedelta(days=days * (run + 1) - 1),
            _of(each.before for each in members),
            _of(each.after for each in members),
            _of(each.next_day for each in members),
        )
        for run, members in runs.items()
    )


def _of(ratings: Iterable[Rating]) -> float | None:
    given = [rating for rating in ratings if rating is not None]
    return median(given) if given else None


def _is_told(record: Record) -> bool:
    return record.outcome is not Outcome.OPEN and record.stop_reason != StopReason.NOTHING_DONE


def _routines(records: Sequence[Record]) -> tuple[RoutineCount, ...]:
    times = Counter(each.routine_id for each in records)
    titles = {each.routine_id: each.title for each in records}
    seconds = dict.fromkeys(times, 0.0)
    for each in records:
        seconds[each.routine_id] += each.seconds
    return tuple(RoutineCount(titles[id], count, seconds[id]) for id, count in times.most_common())


def _doses(records: Sequence[Record]) -> tuple[MuscleDose, ...]:
    sums: dict[tuple[Muscle, Side | None], float] = {}
    for each in records:
        for place, seconds in each.doses().items():
            sums[place] = sums.get(place, 0.0) + seconds
    doses = (
        MuscleDose(muscle, *(sums.get((muscle, side), 0.0) for side in (Side.LEFT, Side.RIGHT, None)))
        for muscle in Muscle
    )
    return tuple(dose for dose in doses if dose.left or dose.right or dose.unsided)


def _troubles(record: Record) -> list[Trouble]:
    eased = [Trouble(record.day, each.cause, each.way) for each in record.eased]
    if not record.stop_reason:
        return eased
    cause = next((reason for reason in StopReason if reason == record.stop_reason), None)
    return [Trouble(record.day, cause, WayOn.END), *eased]


def _limits(records: Sequence[Record]) -> tuple[tuple[Question, int], ...]:
    known = {question.value: question for question in Question}
    times = Counter(limit for each in records for limit in dict.fromkeys(each.limits) if limit in known)
    return tuple((known[limit], count) for limit, count in times.most_common())
