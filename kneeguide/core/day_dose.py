"""How much massage one muscle of one leg gets in a day, over all sessions, and what a session would add to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.plan import Plan
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.stage import Stage

Doses = Mapping[tuple[Muscle, Side | None], float]
"""Seconds by muscle and leg; leg None where both are done at once."""


@dataclass(frozen=True)
class DayDose:
    """What one muscle of one leg has ``had`` today, and what is ``coming``, in seconds."""

    muscle: Muscle
    side: Side | None
    had: float
    coming: float

    @property
    def total(self) -> float:
        """What the day comes to."""
        return self.had + self.coming


def past_the_day(plan: Plan, had: Doses) -> tuple[DayDose, ...]:
    """The muscles that had something today and would pass the most for a day with this plan, in its order.

    What one session gives alone is the routine's own matter, which is looked at when its file is read.
    """
    worked = dict.fromkeys((stage.muscle, stage.side) for stage in plan.stages if stage.muscle is not None)
    doses = (
        DayDose(muscle, side, had.get((muscle, side), 0.0), plan.dose(muscle, side))
        for muscle, side in worked
        if muscle is not None
    )
    return tuple(dose for dose in doses if dose.had > 0 and dose.total > DOSE_CAP)


class DayWay(StrEnum):
    """What to do about a muscle that would pass the most for a day."""

    LESS = "less"
    LEAVE_OUT = "leave-out"
    AS_IT_IS = "as-it-is"


def room_for(way: DayWay | None, doses: Iterable[DayDose]) -> Doses:
    """The seconds that these muscles may still get: what the day leaves, or none on either leg."""
    if way is DayWay.LESS:
        return {(dose.muscle, dose.side): max(0.0, DOSE_CAP - dose.had) for dose in doses}
    if way is DayWay.LEAVE_OUT:
        return {(dose.muscle, side): 0.0 for dose in doses for side in (*Side, None)}
    return {}


def added(*doses: Doses) -> Doses:
    """The sum of several accounts."""
    keys = dict.fromkeys(key for each in doses for key in each)
    return {key: sum(each.get(key, 0.0) for each in doses) for key in keys}


def spent_on(here: Stage, visits: Iterable[tuple[Stage, float]]) -> float:
    """Seconds of these visits that went to the muscle and leg of ``here``; unnamed muscles count as one."""
    return sum(
        seconds
        for stage, seconds in visits
        if stage.presses and stage.muscle is here.muscle and stage.side is here.side
    )
