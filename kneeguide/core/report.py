"""What a period of the diary comes to, for somebody who was not there: sums, dates, and the user's own words.

It counts and quotes. It rates nobody, and names no illness.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from kneeguide.core.health_summary import HealthSummary
from kneeguide.core.history import Outcome, Record
from kneeguide.core.history_filter import Period
from kneeguide.core.pain import Rating
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import Trend, trend_lately
from kneeguide.core.questions import Question
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.trouble import StopReason, WayOn

MOST_PAIRS = 42
"""How many pairs of pain a chart on paper can show side by side."""

_SPANS = (1, 7, 28, 91, 364)
"""Days that one pair of the chart may stand for; the fewest are taken that leave few enough pairs."""


_LIMITING = {question.value: question for question in Question}
"""What a newer version of KneeGuide limited is not known here."""


@dataclass(frozen=True)
class ReportChoices:
    """What the user wants told: of which time, and whether their notes and health answers too."""

    period: Period = Period.FOUR_WEEKS
    notes: bool = True
    health: bool = False


@dataclass(frozen=True)
class PainChart:
    """Pairs, oldest first. ``days``: how many days one pair stands for, 0 if it is a single session."""

    pairs: tuple[PainPair, ...]
    days: int = 0


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
    ``troubles`` and ``notes``: newest first. ``trouble_counts``: the most frequent first.
    ``trend``: of the last four weeks of it. ``limits``: the questions that limited sessions, and how many.
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
    trouble_counts: tuple[TroubleCount, ...]
    notes: tuple[Note, ...]
    limits: tuple[tuple[Question, int], ...]
    health: HealthSummary | None = None


class ReportSums:
    """Adds sessions up, a few at a time, so that a diary of many years need not be held in memory, nor hold anybody up.

    A session that still runs, or in which no step was done, is none.
    """

    def __init__(self) -> None:
        self._outcomes: Counter[Outcome] = Counter()
        self._by_hand = self._marks = 0
        self._seconds = 0.0
        self._titles: dict[str, str] = {}
        self._times: Counter[str] = Counter()
        self._spent: dict[str, float] = {}
        self._doses: dict[tuple[Muscle, Side | None], float] = {}
        self._ratings: list[PainPair] = []
        self._before: list[tuple[date, Rating]] = []
        self._days: list[date] = []
        self._troubles: list[Trouble] = []
        self._notes: list[Note] = []
        self._limits: Counter[Question] = Counter()

    def add(self, records: Iterable[Record]) -> None:
        """Count these. They come newest first, and before them came only newer ones."""
        for record in filter(_is_told, records):
            self._days.append(record.day)
            self._before.append((record.day, record.before))
            self._outcomes[record.outcome] += 1
            self._by_hand += record.by_hand
            self._marks += record.next_day_marks is True
            self._seconds += record.seconds
            self._titles.setdefault(record.routine_id, record.title)
            self._times[record.routine_id] += 1
            self._spent[record.routine_id] = self._spent.get(record.routine_id, 0.0) + record.seconds
            for place, seconds in record.doses().items():
                self._doses[place] = self._doses.get(place, 0.0) + seconds
            if (record.before, record.after, record.next_day) != (None, None, None):
                self._ratings.append(PainPair(record.day, record.before, record.after, record.next_day))
            self._troubles += _troubles(record)
            if record.note.strip():
                self._notes.append(Note(record.day, record.note.strip()))
            self._limits.update(_LIMITING[limit] for limit in dict.fromkeys(record.limits) if limit in _LIMITING)

    def report(self, first_day: date | None, last_day: date, health: HealthSummary | None = None) -> Report:
        """What they come to. ``first_day``, ``last_day``: of the period."""
        rated = tuple(reversed(self._ratings))
        return Report(
            first_day=first_day,
            last_day=last_day,
            first_session=self._days[-1] if self._days else None,
            last_session=self._days[0] if self._days else None,
            sessions=len(self._days),
            outcomes=dict(self._outcomes),
            by_hand=self._by_hand,
            seconds=self._seconds,
            marks=self._marks,
            routines=tuple(
                RoutineCount(self._titles[id], times, self._spent[id]) for id, times in self._times.most_common()
            ),
            doses=self._by_muscle(),
            chart=chart(rated),
            trend=trend_lately(reversed(self._before), last_day),
            troubles=tuple(self._troubles),
            trouble_counts=_counted(self._troubles),
            notes=tuple(self._notes),
            limits=tuple(self._limits.most_common()),
            health=health,
        )

    def _by_muscle(self) -> tuple[MuscleDose, ...]:
        doses = (
            MuscleDose(muscle, *(self._doses.get((muscle, side), 0.0) for side in (Side.LEFT, Side.RIGHT, None)))
            for muscle in Muscle
        )
        return tuple(dose for dose in doses if dose.left or dose.right or dose.unsided)


def _counted(troubles: Sequence[Trouble]) -> tuple[TroubleCount, ...]:
    """Troubles, newest first, by what they were: the most frequent first."""
    times = Counter((each.cause, each.way) for each in troubles)
    last = {(each.cause, each.way): each.day for each in reversed(troubles)}
    return tuple(TroubleCount(*kind, count, last[kind]) for kind, count in times.most_common())


def chart(rated: Sequence[PainPair]) -> PainChart:
    """Pairs of single sessions, oldest first, as they are; where they are many, the middle values of some days each."""
    if len(rated) <= MOST_PAIRS:
        return PainChart(tuple(rated))
    between = (rated[-1].first - rated[0].first).days
    days = next((days for days in _SPANS if between // days < MOST_PAIRS), _SPANS[-1])
    return PainChart(_middles(rated, days)[-MOST_PAIRS:], days)


def _middles(rated: Sequence[PainPair], days: int) -> tuple[PainPair, ...]:
    """One pair for each run of days in which a session was rated, counted back from the last."""
    last = rated[-1].first
    runs: dict[int, list[PainPair]] = {}
    for each in rated:
        runs.setdefault((last - each.first).days // days, []).append(each)
    return tuple(
        PainPair(
            max(last - timedelta(days=days * (run + 1) - 1), rated[0].first),
            _of(each.before for each in members),
            _of(each.after for each in members),
            _of(each.next_day for each in members),
        )
        for run, members in runs.items()
    )


def _of(ratings: Iterable[float | None]) -> float | None:
    given = [rating for rating in ratings if rating is not None]
    return median(given) if given else None


def _is_told(record: Record) -> bool:
    return record.outcome is not Outcome.OPEN and record.stop_reason != StopReason.NOTHING_DONE


def _troubles(record: Record) -> list[Trouble]:
    eased = [Trouble(record.day, each.cause, each.way) for each in record.eased]
    if not record.stop_reason:
        return eased
    cause = next((reason for reason in StopReason if reason == record.stop_reason), None)
    return [Trouble(record.day, cause, WayOn.END), *eased]
