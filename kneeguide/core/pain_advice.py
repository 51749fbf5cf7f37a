"""What the pain rules make of the last sessions: how much to do next, and what weeks of knee pain show."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from kneeguide.core.amount import Amount, LastDose
from kneeguide.core.history import Outcome, PlannedStage, Record, is_first_week
from kneeguide.core.pain import AfterLight, after_light
from kneeguide.core.pain_over_weeks import HIGH_DAYS, Climb, climb, high_days, numbers, unchanged
from kneeguide.core.pain_rule import Advice, Facts, Kind, Rule, light_of_next_day
from kneeguide.core.pain_trend import Trend, trend_lately
from kneeguide.core.routine import Routine
from kneeguide.core.stage import StageKind

CALM_SESSIONS = 3
STEPS_RESPECT = timedelta(weeks=4)
"""What is longer ago says nothing about how much the leg takes now."""
RED_DAYS = 2

_CALM = (Rule.NEXT_DAY_GREEN, Rule.AFTER_GREEN)
_CARE = (Rule.NEXT_DAY_RED, Rule.AFTER_RED, Rule.AFTER_AMBER, Rule.NEXT_DAY_AMBER, Rule.NOT_TOLD, *_CALM)
"""What one session can say of the next, the most careful first."""


def advise(records: Iterable[Record], now: datetime, refused: Iterable[date] = ()) -> tuple[Advice, ...]:
    """What the rules make of these sessions, by number: one that says how much to do next, and what weeks show.

    ``records``: those that HistoryStore.for_pain_rules gives, in any order; an open one does not count yet.
    ``refused``: days without a session because the knee hurt 7 or more. A step is offered only where nothing at all
    speaks against it.
    """
    sessions = _newest_first(records)
    warnings = _warnings(sessions, now, refused)
    pace = _pace(sessions, now, may_step=not warnings)
    course = trend_lately(numbers(sessions), now.date())
    told = (Advice(Rule.TREND, _facts(course)),) if course else ()
    return (*pace, *told, *warnings)


def amounts(advice: Iterable[Advice], routine: Routine, last: Sequence[LastDose]) -> tuple[Amount, ...]:
    """What can be chosen for the next session, what is chosen unless the user decides otherwise first.

    ``last``: from last_doses. A step goes on from a session of the same routine that gave all that is written.
    """
    kinds = {each.kind for each in advice}
    if Kind.SHORTEN in kinds:
        return (Amount.SHORTER, Amount.SAME)
    if Kind.STEP in kinds and last and all(dose.seconds >= routine.phases[dose.place - 1].seconds for dose in last):
        return (Amount.SAME, Amount.LONGER, Amount.FIRMER)
    return (Amount.SAME,)


def last_doses(records: Iterable[Record], routine: Routine, now: datetime) -> tuple[LastDose, ...]:
    """What the steps of a routine were given when it was last done, so that a step once taken is kept.

    Nothing where the knee got worse since or then, where the routine has changed, or where that is over four weeks ago.
    """
    for record in _newest_first(records):
        if _rose(record) or now - record.started > STEPS_RESPECT:
            return ()
        if record.routine_id == routine.id and not record.by_hand:
            return _doses(record, routine) if record.version == routine.version else ()
    return ()


def _newest_first(records: Iterable[Record]) -> list[Record]:
    closed = (record for record in records if record.outcome is not Outcome.OPEN)
    return sorted(closed, key=lambda record: (record.started, record.id), reverse=True)


def _back_to(sessions: Sequence[Record], played: int) -> list[Record]:
    """The newest sessions up to the one that makes so many played here, or all.

    So one that was written down by hand can add a warning, and never takes the place of one that was played.
    """
    found, left = list[Record](), played
    for record in sessions:
        found.append(record)
        left -= not record.by_hand
        if not left:
            break
    return found


def _pace(sessions: Sequence[Record], now: datetime, *, may_step: bool) -> tuple[Advice, ...]:
    """How much to do next, the most careful rule first."""
    told = min(map(_told_by, _back_to(sessions, 1)), key=lambda each: _CARE.index(each.rule), default=None)
    if told is None:
        return ()
    if may_step and told.rule in _CALM and _may_step(sessions, now):
        return (Advice(Rule.STEP, Facts(count=CALM_SESSIONS)),)
    return (told,)


def _told_by(record: Record) -> Advice:
    """What the numbers of one session say of the next, the most careful of them."""
    after, next_day = after_light(record.before, record.after), light_of_next_day(record)
    since_then = Facts(record.before, record.after)
    the_day_after = Facts(record.before, record.next_day, marks=record.next_day_marks is True)
    if next_day is AfterLight.RED:
        return Advice(Rule.NEXT_DAY_RED, the_day_after)
    if after is AfterLight.RED:
        return Advice(Rule.AFTER_RED, since_then)
    if after is AfterLight.AMBER:
        return Advice(Rule.AFTER_AMBER, since_then)
    if next_day is AfterLight.AMBER:
        return Advice(Rule.NEXT_DAY_AMBER, the_day_after)
    if after is AfterLight.NOT_ANSWERED:
        return Advice(Rule.NOT_TOLD)
    if next_day is AfterLight.GREEN:
        return Advice(Rule.NEXT_DAY_GREEN, the_day_after)
    return Advice(Rule.AFTER_GREEN, since_then)


def _warnings(sessions: Sequence[Record], now: datetime, refused: Iterable[date]) -> tuple[Advice, ...]:
    found = []
    red_days = sum(light_of_next_day(record) is AfterLight.RED for record in _back_to(sessions, CALM_SESSIONS))
    if red_days >= RED_DAYS:
        found.append(Advice(Rule.TWO_RED_DAYS, Facts(count=red_days)))
    climbed = climb(sessions, now)
    if climbed:
        found.append(Advice(Rule.CLIMBING, _facts(climbed)))
    days = high_days(sessions, refused, now.date())
    if days >= HIGH_DAYS:
        found.append(Advice(Rule.HIGH_PAIN, Facts(count=days)))
    stayed = unchanged(sessions, now)
    if stayed:
        found.append(Advice(Rule.NO_CHANGE, _facts(stayed)))
    return tuple(found)


def _may_step(sessions: Sequence[Record], now: datetime) -> bool:
    lately = sessions[:CALM_SESSIONS]
    return (
        len(lately) == CALM_SESSIONS
        and all(_is_calm(record) for record in lately)
        and now - lately[-1].started <= STEPS_RESPECT
        and not is_first_week(min(record.started for record in sessions if not record.by_hand), now)
        and not _grew(lately)
    )


def _is_calm(record: Record) -> bool:
    """Played here to its end as it was meant, and a knee that was told to be no worse then, nor on the next day."""
    return (
        not record.by_hand
        and record.outcome is Outcome.COMPLETED
        and not record.eased
        and after_light(record.before, record.after) is AfterLight.GREEN
        and light_of_next_day(record) is AfterLight.GREEN
    )


def _rose(record: Record) -> bool:
    lights = {after_light(record.before, record.after), light_of_next_day(record)}
    return bool(lights & {AfterLight.AMBER, AfterLight.RED})


def _grew(newest_first: Sequence[Record]) -> bool:
    """Whether a later one of these gave a step of the same routine more than an earlier one."""
    least: dict[tuple[str, str], tuple[float, int]] = {}
    for record in reversed(newest_first):
        for stage in _works(record):
            key = (record.routine_id, stage.key)
            seconds, pressure = least.get(key, (stage.seconds, stage.pressure))
            if stage.seconds > seconds or stage.pressure > pressure:
                return True
            least[key] = (min(seconds, stage.seconds), min(pressure, stage.pressure))
    return False


def _doses(record: Record, routine: Routine) -> tuple[LastDose, ...]:
    doses = []
    for place, phase in enumerate(routine.phases, start=1):
        given = [
            stage
            for stage in _works(record)
            if stage.key.startswith(f"{place}-") and stage.technique == phase.technique.id
        ]
        if given:
            seconds, pressure = min(stage.seconds for stage in given), min(stage.pressure for stage in given)
            doses.append(LastDose(place, round(seconds), pressure))
    return tuple(doses)


def _works(record: Record) -> list[PlannedStage]:
    return [stage for stage in record.planned if stage.kind is StageKind.WORK]


def _facts(course: Climb | Trend) -> Facts:
    return Facts(course.was, course.became)
