"""What the diary keeps of a session, and sums over what it keeps.

A record is a snapshot: it carries the routine's title, version and planned stages, so that changing or deleting a
routine never harms history.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from kneeguide.core.first_week import FIRST_WEEK
from kneeguide.core.flare import AFTER_PAIN_REST, Flare, flare_of, rest_ends
from kneeguide.core.pain import Rating
from kneeguide.core.plan import Plan
from kneeguide.core.questions import HealthReason, Lock, Question
from kneeguide.core.routine import Condition, Legs, Muscle, Routine, Side
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import Eased

URGENT_STOPS = frozenset({"chest-pain", "breathless", "numbness", "sharp-pain"})
"""Reasons to stop after which nobody goes on with answers from before."""


class Outcome(StrEnum):
    """How a session ended. OPEN is one that has not: it is running, or the program died under it."""

    OPEN = "open"
    COMPLETED = "completed"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


class StageOutcome(StrEnum):
    """How a stage ended. Only DONE means that its whole time was spent."""

    DONE = "done"
    SKIPPED = "skipped"
    RESTARTED = "restarted"
    WENT_BACK = "went-back"
    STOPPED = "stopped"


@dataclass(frozen=True)
class PlannedStage:
    """What a stage was meant to be: enough to show it, and to go on with it, without its routine."""

    key: str
    kind: StageKind
    technique: str
    title: str
    muscle: Muscle | None
    side: Side | None
    set_number: int
    seconds: float
    pressure: int


@dataclass(frozen=True)
class StageDone:
    """One visit to a stage.

    ``planned``: seconds it was meant to last, with what was added to it. ``seconds``: spent in it, without pauses.
    """

    key: str
    planned: float
    seconds: float
    outcome: StageOutcome


@dataclass(frozen=True)
class Record:
    """One session in the diary.

    ``started``: with the user's offset at the time, which also fixes the day it belongs to. ``stages``: in the order
    in which they were left. ``limits``: ids of the answers that limited it. ``eased``: how it went on more gently.
    ``next_day_told``: when the question about the next day was answered or waved off. ``next_day_marks``: whether there
    was a bruise or new swelling then, None if that was not answered. ``by_hand``: written down later by the user, not
    played here. ``conditions``: that the routine was often used with, at the time.
    """

    id: str
    routine_id: str
    title: str
    version: int
    started: datetime
    planned: tuple[PlannedStage, ...]
    stages: tuple[StageDone, ...] = ()
    outcome: Outcome = Outcome.OPEN
    stop_reason: str = ""
    before: Rating = None
    after: Rating = None
    next_day: Rating = None
    note: str = ""
    limits: tuple[str, ...] = ()
    ended: datetime | None = None
    eased: tuple[Eased, ...] = ()
    next_day_told: datetime | None = None
    next_day_marks: bool | None = None
    by_hand: bool = False
    conditions: tuple[Condition, ...] = ()

    @property
    def day(self) -> date:
        """The local day on which the session began."""
        return self.started.date()

    @property
    def seconds(self) -> float:
        """Time really spent, without pauses."""
        return sum(stage.seconds for stage in self.stages)

    @property
    def planned_seconds(self) -> float:
        """Time that the session was meant to take."""
        return sum(stage.seconds for stage in self.planned)

    @property
    def done(self) -> frozenset[str]:
        """Keys of the stages whose whole time was spent."""
        return frozenset(stage.key for stage in self.stages if stage.outcome is StageOutcome.DONE)

    @property
    def worked(self) -> bool:
        """Whether any stage of work was done to its end."""
        return any(stage.key in self.done for stage in self.planned if stage.kind is StageKind.WORK)

    def doses(self) -> dict[tuple[Muscle, Side | None], float]:
        """Seconds of massage really done, by muscle and leg."""
        planned = {stage.key: stage for stage in self.planned}
        doses: dict[tuple[Muscle, Side | None], float] = {}
        for stage in self.stages:
            muscle = planned[stage.key].muscle
            if muscle is not None:
                key = (muscle, planned[stage.key].side)
                doses[key] = doses.get(key, 0.0) + stage.seconds
        return doses

    def with_stage(self, stage: StageDone) -> "Record":
        """The record with one more stage."""
        return replace(self, stages=(*self.stages, stage))


def opened(id: str, plan: Plan, before: Rating, started: datetime) -> Record:
    """A new record for a session that is about to play."""
    return Record(
        id=id,
        routine_id=plan.routine.id,
        title=plan.routine.title,
        version=plan.routine.version,
        started=started,
        planned=_planned(plan),
        before=before,
        limits=_limits(plan),
        conditions=tuple(each for each in Condition if each in plan.routine.conditions),
    )


def _planned(plan: Plan) -> tuple[PlannedStage, ...]:
    return tuple(
        PlannedStage(
            stage.key,
            stage.kind,
            stage.technique.id,
            stage.technique.title,
            stage.muscle,
            stage.side,
            stage.set_number,
            stage.seconds,
            stage.pressure,
        )
        for stage in plan.stages
    )


def _limits(plan: Plan) -> tuple[str, ...]:
    return tuple(question.value for question, _ in plan.clearance.limits.by_question)


def resumed(record: Record, plan: Plan, before: Rating) -> Record:
    """The record of an interrupted session that goes on under today's plan, limits and knee pain."""
    today = {stage.key: stage for stage in _planned(plan)}
    told_of = {stage.key for stage in record.stages} | {eased.key for eased in record.eased}
    return replace(
        record,
        planned=tuple(
            stage if stage.key in record.done else today.get(stage.key, stage)
            for stage in record.planned
            if stage.key in told_of or stage.key in today
        ),
        before=before,
        limits=tuple(dict.fromkeys((*record.limits, *_limits(plan)))),
    )


def legs_of(record: Record) -> tuple[Legs, Side]:
    """The legs that a session was planned for, and the one it began with."""
    sides = list(dict.fromkeys(stage.side for stage in record.planned if stage.side is not None))
    if len(sides) == 1:
        return Legs(sides[0].value), sides[0]
    return Legs.BOTH, sides[0] if sides else Side.LEFT


def off_in(record: Record, routine: Routine) -> frozenset[int]:
    """The places in the routine, from 1, of the steps that were not planned for a session of it.

    None where the routine has changed since: then its places say nothing.
    """
    steps = {str(n): phase.technique.id for n, phase in enumerate(routine.phases, start=1)}
    timed = (StageKind.WORK, StageKind.CHECK_IN)
    planned = {
        stage.key.partition("-")[0]: stage.technique
        for stage in record.planned
        if stage.kind in timed and not stage.key.endswith("-after")
    }
    if not planned.items() <= steps.items():
        return frozenset()
    return frozenset(int(n) for n in steps.keys() - planned.keys())


def continues(plan: Plan, record: Record) -> bool:
    """Whether a plan goes on with an interrupted session: the same routine, and no stage that was not planned then."""
    planned = {(stage.key, stage.technique) for stage in record.planned}
    wanted = {(stage.key, stage.technique.id) for stage in plan.stages}
    return plan.routine.id == record.routine_id and wanted <= planned


def flare_after(record: Record) -> Flare:
    """Whether a session left the knee clearly worse, at its end or on the next day."""
    return flare_of(record.before, record.after, record.next_day, record.next_day_marks)


def rest_after(record: Record | None) -> tuple[Lock, ...]:
    """The rest that a session calls for which left the knee clearly worse. ``record``: the last session."""
    if record is None or record.ended is None:
        return ()
    until = rest_ends(flare_after(record), record.ended, record.next_day_told)
    return () if until is None else (Lock(Question.TODAY_AFTER_LAST, record.ended, until),)


def had_bad_next_day(record: Record | None, locks: Iterable[Lock] = ()) -> bool:
    """Whether clearly more pain, a bruise or new swelling came the day after: then there is rest, then half a dose.

    ``record``: the last session. ``locks``: those kept; a rest that one of them keeps for the next day says so too, so
    that a lower number told later does not lift what the first one called for.
    """
    return record is not None and (flare_after(record) is Flare.NEXT_DAY or _kept_next_day(record, locks) is not None)


def _kept_next_day(record: Record, locks: Iterable[Lock]) -> datetime | None:
    """When a bad next day was told that the rest kept for this session goes back to, None if there is no such rest.

    It is one that is longer than the rest after the end of a session.
    """
    told = (
        lock.until - AFTER_PAIN_REST
        for lock in locks
        if lock.question is Question.TODAY_AFTER_LAST and lock.until is not None
        if lock.until - lock.since > AFTER_PAIN_REST and record.ended is not None and lock.since >= record.ended
    )
    return next(told, None)


class AskAnew(NamedTuple):
    """Health answers given up to ``since`` no longer hold, and ``why``."""

    since: datetime
    why: HealthReason


def ask_anew(record: Record | None, locks: Iterable[Lock] = ()) -> AskAnew | None:
    """Whether the last session wants the full list of questions again: it had an urgent stop, or a bad next day.

    ``locks``: as had_bad_next_day takes them. Where it is not known when the next day was told of, answers that are
    newer than the session hold.
    """
    if record is None or record.ended is None:
        return None
    if flare_after(record) is Flare.NEXT_DAY:
        return AskAnew(record.next_day_told or record.ended, HealthReason.AFTER_NEXT_DAY)
    kept = _kept_next_day(record, locks)
    if kept is not None:
        return AskAnew(kept, HealthReason.AFTER_NEXT_DAY)
    return AskAnew(record.ended, HealthReason.AFTER_STOP) if record.stop_reason in URGENT_STOPS else None


def is_first_week(first_session: datetime | None, now: datetime) -> bool:
    """Whether the user is new: no session of theirs, short ones included, began more than a week ago."""
    return first_session is None or now - first_session < FIRST_WEEK
