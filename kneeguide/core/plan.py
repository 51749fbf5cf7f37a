"""From a clearance to what will be done: a flat list of timed stages.

Limits, doses and the choice of legs are applied here and nowhere later, so that what the player shows is what was
cleared. Each leg gets its full time.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import InitVar, dataclass, replace

from kneeguide.core.amount import Amount
from kneeguide.core.clock import Moment
from kneeguide.core.dose import LEAST_SECONDS, Preferences, dose_of, under_cap
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.pain import BeforeLight, Rating, before_light
from kneeguide.core.questions import Question
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.core.routine import Legs, Method, Muscle, Phase, Routine, Side, Sides, Technique
from kneeguide.core.safety import Clearance, is_sore_day
from kneeguide.core.stage import Stage, StageKind

_SEAL = object()


class AllSwitchedOffError(KneeGuideError):
    """The user left no step on that a session is made of."""

    def __init__(self) -> None:
        super().__init__("Every massage step is switched off. Please switch at least one on.")


class ClearanceExpiredError(KneeGuideError):
    """The checklist was answered too long ago."""

    def __init__(self) -> None:
        super().__init__("Your safety answers are more than half an hour old. Please answer the short checklist again.")


@dataclass(frozen=True)
class LeftOut:
    """A technique that is not done today, and the answer that rules it out."""

    technique: Technique
    because: Question


@dataclass(frozen=True)
class Plan:
    """What will be done, stage by stage. Only ``plan`` can make one, from a clearance."""

    clearance: Clearance
    preferences: Preferences
    stages: tuple[Stage, ...]
    left_out: tuple[LeftOut, ...]
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a Plan comes from plan() alone")

    @property
    def routine(self) -> Routine:
        """What was picked."""
        return self.clearance.routine

    @property
    def switched_off(self) -> tuple[Technique, ...]:
        """What the user does not want today, of the steps that could be done."""
        off = self.preferences.off
        return tuple(phase.technique for n, phase in still_done(self.clearance).items() if n in off)

    @property
    def total_seconds(self) -> float:
        """Length of the whole session, in seconds."""
        return sum(stage.seconds for stage in self.stages)

    def dose(self, muscle: Muscle, side: Side | None) -> float:
        """Seconds of work on one muscle of one leg."""
        return sum(stage.seconds for stage in self.stages if stage.muscle is muscle and stage.side is side)


Room = Mapping[tuple[Muscle, Side | None], float]
"""Seconds that may still be spent on a muscle of a leg."""


def plan(
    clearance: Clearance, preferences: Preferences, *, before: Rating, now: Moment, room: Room | None = None
) -> Plan | Refusal:
    """Make the stages of a session.

    ``before``: knee pain now. Unanswered or 7 and more is a refusal; 4 to 6 allows the sore-day routine or half the
    dose. ``room``: what today leaves for some muscles; their steps are made shorter to fit in, and what would come to
    under five seconds is left out. Raises ClearanceExpiredError when the clearance no longer holds, AllSwitchedOffError
    when the user left nothing on that a session is made of.
    """
    if not clearance.holds(now):
        raise ClearanceExpiredError
    routine = clearance.routine
    light = before_light(before)
    if light is BeforeLight.NOT_ANSWERED:
        return Refusal((Reason(Action.ANSWER),))
    if light is BeforeLight.RED:
        return Refusal((Reason(Action.REST_TODAY),))
    lighter = preferences.half_dose or clearance.limits.half_dose or is_sore_day(routine)
    if light is BeforeLight.AMBER and not lighter:
        return Refusal((Reason(Action.SORE_DAY_ONLY),))

    dropped = left_out(clearance)
    kept = still_done(clearance)
    massage_left = any(phase.technique.presses for phase in kept.values())
    if not kept or (not massage_left and any(phase.technique.presses for phase in routine.phases)):
        because_of = dict.fromkeys(out.because for out in dropped)
        return Refusal(tuple(Reason(Action.OTHER_ROUTINE, question) for question in because_of))
    if not is_enough(clearance, preferences.off):
        raise AllSwitchedOffError
    on = {n: phase for n, phase in kept.items() if n not in preferences.off}
    if is_sore_day(routine):
        preferences = preferences.as_written
    works = [
        work
        for number, phase in on.items()
        for work in _sets(
            number, phase, clearance, under_cap(on, phase.technique.muscle, clearance.limits, preferences)
        )
    ]
    fitted = _fitted(works, room or {})
    if any(work.stage.presses for work in works) and not any(work.stage.presses for work in fitted):
        return Refusal((Reason(Action.OTHER_ROUTINE),))
    return Plan(clearance, preferences, _stages(fitted, preferences), dropped, _SEAL)


def still_done(clearance: Clearance) -> dict[int, Phase]:
    """The steps that this clearance leaves, by their place in the routine, from 1."""
    phases = enumerate(clearance.routine.phases, start=1)
    return {n: phase for n, phase in phases if clearance.limits.against(phase.technique) is None}


def is_enough(clearance: Clearance, off: frozenset[int]) -> bool:
    """Whether a session is left if these steps are switched off: a step of massage, or any step where none massages."""
    done = still_done(clearance)
    massage = {n for n, phase in done.items() if phase.technique.presses}
    return bool((massage or done.keys()) - off)


def left_out(clearance: Clearance) -> tuple[LeftOut, ...]:
    """The steps that are not done under this clearance, in the order of the routine."""
    against = ((phase.technique, clearance.limits.against(phase.technique)) for phase in clearance.routine.phases)
    return tuple(LeftOut(technique, because) for technique, because in against if because is not None)


@dataclass(frozen=True)
class _Work:
    """One set on one side, with the gap that follows it."""

    stage: Stage
    gap: int


def _fitted(works: list[_Work], room: Room) -> list[_Work]:
    planned: dict[tuple[Muscle | None, Side | None], float] = {}
    for work in works:
        key = (work.stage.muscle, work.stage.side)
        planned[key] = planned.get(key, 0.0) + work.stage.seconds
    fitted = []
    for work in works:
        stage, muscle = work.stage, work.stage.muscle
        left = room.get((muscle, stage.side), math.inf) if muscle is not None else math.inf
        seconds = float(math.floor(stage.seconds * min(1.0, left / planned[muscle, stage.side])))
        if seconds >= min(LEAST_SECONDS, stage.seconds):
            fitted.append(replace(work, stage=replace(stage, seconds=seconds)))
    return fitted


def _stages(works: list[_Work], preferences: Preferences) -> tuple[Stage, ...]:
    first = works[0].stage
    stages: list[Stage] = []
    if preferences.get_ready:
        stages.append(
            Stage(
                "get-ready",
                StageKind.GET_READY,
                preferences.get_ready,
                first.technique,
                first.side,
                sets=first.sets,
                pressure=first.pressure,
            )
        )
    for work, following in zip(works, [*works[1:], None], strict=True):
        stages.append(work.stage)
        gap = _gap(work, following.stage if following else None, preferences.change_over)
        if gap.seconds:
            stages.append(gap)
    return tuple(stages)


def ways_up(clearance: Clearance, preferences: Preferences, wanted: Collection[Amount]) -> tuple[Amount, ...]:
    """Those of the amounts that change anything in this routine under this clearance."""

    if is_sore_day(clearance.routine):
        wanted = [amount for amount in wanted if amount not in (Amount.LONGER, Amount.FIRMER)]

    def doses(amount: Amount) -> list[tuple[int, int]]:
        kept = still_done(clearance)
        asked = replace(preferences, amount=amount)
        return [
            dose_of(phase, clearance.limits, under_cap(kept, phase.technique.muscle, clearance.limits, asked), number)
            for number, phase in kept.items()
        ]

    return tuple(amount for amount in wanted if amount is Amount.SAME or doses(amount) != doses(Amount.SAME))


def _sets(number: int, phase: Phase, clearance: Clearance, preferences: Preferences) -> list[_Work]:
    """``number``: the place of the phase in the routine, which keeps a stage's key whatever is left out before it."""
    seconds, pressure = dose_of(phase, clearance.limits, preferences, number)
    kind = StageKind.CHECK_IN if phase.technique.method is Method.REST else StageKind.WORK
    return [
        _Work(
            Stage(
                key=f"{number}-{side or 'once'}-{set_number}",
                kind=kind,
                seconds=float(seconds),
                technique=phase.technique,
                side=side,
                set_number=set_number,
                sets=phase.sets,
                pressure=pressure,
            ),
            phase.gap,
        )
        for side in _sides(phase, preferences)
        for set_number in range(1, phase.sets + 1)
    ]


def _sides(phase: Phase, preferences: Preferences) -> tuple[Side | None, ...]:
    if phase.sides is Sides.ONCE:
        return (None,)
    if preferences.legs is Legs.BOTH:
        return (preferences.first, preferences.first.other)
    return (Side(preferences.legs.value),)


def _gap(work: _Work, following: Stage | None, longer: int) -> Stage:
    """The time after a set: a rest on the same leg, a change-over, or at the very end a moment to check in.

    Only a change-over, in which there is something to do, gets ``longer`` seconds more.
    """
    done = work.stage
    key = f"{done.key}-after"
    if following is None:
        return Stage(key, StageKind.CHECK_IN, float(work.gap), done.technique, done.side)
    same = following.technique is done.technique and following.side is done.side
    return Stage(
        key,
        StageKind.REST if same else StageKind.CHANGE_OVER,
        float(work.gap if same else work.gap + longer),
        following.technique,
        following.side,
        following.set_number,
        following.sets,
        following.pressure,
    )
