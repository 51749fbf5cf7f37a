"""A session that was not played here, written down afterwards by the user."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome
from kneeguide.core.pain import Rating
from kneeguide.core.routine import Condition, Legs, Method, Phase, Routine, Side, Sides
from kneeguide.core.stage import StageKind


@dataclass(frozen=True)
class PastSession:
    """What the user tells of it. ``started``: with their offset. ``title``: what was done, where no routine was."""

    started: datetime
    minutes: int
    legs: Legs
    routine: Routine | None = None
    title: str = ""
    before: Rating = None
    after: Rating = None
    note: str = ""

    @property
    def ended(self) -> datetime:
        """When it was over, by the user's clock at the time."""
        return self.started + timedelta(minutes=self.minutes)


def moment_there(day: date, at: time, zone: tzinfo | None = None) -> datetime:
    """The instant that a clock on the wall showed, with the offset that it had then. ``zone`` None: the computer's.

    Of a time that there was twice, in the night in which clocks go back, it is the first; one that there was not, in
    the night in which they go forward, is the time that clocks showed instead.
    """
    there = datetime.combine(day, at, zone).astimezone(UTC).astimezone(zone)
    # Two times of one clock reading compare as unequal to everything as long as they name a zone of rules.
    return there.replace(tzinfo=timezone(there.utcoffset() or timedelta()), fold=0)


def written_down(id: str, past: PastSession) -> Record:
    """Its record. With a routine, its time is shared out over the steps in the measure of the routine."""
    planned = tuple(_stages(past))
    known = past.routine
    return Record(
        id=id,
        routine_id=known.id if known else "",
        title=known.title if known else past.title,
        version=known.version if known else 1,
        started=past.started,
        planned=planned,
        stages=tuple(StageDone(stage.key, stage.seconds, stage.seconds, StageOutcome.DONE) for stage in planned),
        outcome=Outcome.COMPLETED,
        before=past.before,
        after=past.after,
        note=past.note,
        ended=past.ended,
        by_hand=True,
        conditions=tuple(each for each in Condition if known and each in known.conditions),
    )


def _stages(past: PastSession) -> Iterator[PlannedStage]:
    seconds = past.minutes * 60.0
    if past.routine is None:
        for side in _sides(Sides.BOTH, past.legs):
            share = seconds / (2 if past.legs is Legs.BOTH else 1)
            yield PlannedStage(f"1-{side}-1", StageKind.WORK, "", past.title, None, side, 1, share, 0)
        return
    steps = [
        (number, phase, side, set_number)
        for number, phase in enumerate(past.routine.phases, start=1)
        for side in _sides(phase.sides, past.legs)
        for set_number in range(1, phase.sets + 1)
    ]
    measure = seconds / sum(phase.seconds + phase.gap for _, phase, _, _ in steps)
    for number, phase, side, set_number in steps:
        key = f"{number}-{side or 'once'}-{set_number}"
        yield _stage(key, _kind(phase), phase, side, set_number, phase.seconds * measure)
        if phase.gap:
            yield _stage(f"{key}-after", StageKind.REST, phase, side, set_number, phase.gap * measure)


def _sides(sides: Sides, legs: Legs) -> tuple[Side | None, ...]:
    if sides is Sides.ONCE:
        return (None,)
    return tuple(Side) if legs is Legs.BOTH else (Side(legs.value),)


def _kind(phase: Phase) -> StageKind:
    return StageKind.CHECK_IN if phase.technique.method is Method.REST else StageKind.WORK


def _stage(key: str, kind: StageKind, phase: Phase, side: Side | None, set_number: int, seconds: float) -> PlannedStage:
    technique = phase.technique
    is_work = kind is StageKind.WORK
    return PlannedStage(
        key,
        kind,
        technique.id,
        technique.title,
        technique.muscle if is_work and technique.presses else None,
        side,
        set_number,
        seconds,
        phase.pressure if is_work else 0,
    )
