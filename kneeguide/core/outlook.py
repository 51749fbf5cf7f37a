"""What the health answers will change about a routine, told before anybody goes to the gate for it.

It opens nothing: the gate asks again, with today's answers and all locks. It never promises more than a plan gives:
what is left out, lighter or shorter here is so there too.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from kneeguide.core.dose import Preferences, dose_of
from kneeguide.core.limits import PRESSURE_CAP, Limits
from kneeguide.core.questions import Answers, Question
from kneeguide.core.routine import Phase, Routine
from kneeguide.core.ruled_out import against, limits_known
from kneeguide.core.safety import health_is_good


@dataclass(frozen=True)
class Step:
    """A step of a routine at the dose of today. ``left_out``: the answer that rules it out, None where none does."""

    phase: Phase
    left_out: Question | None = None


@dataclass(frozen=True)
class Outlook:
    """What to expect of a routine.

    ``is_known``: whether there are answers that still hold; without them nothing is changed yet. ``ruled_out``: the
    answers that leave nothing of it, empty where something is left. ``pressure_cap``: the most that any step asks for,
    0 to 10, where answers cap it, else None. ``cautions``: the care that no plan can take for the user.
    ``first_week``: times and pressures are those of a beginner.
    """

    steps: tuple[Step, ...]
    is_known: bool = False
    ruled_out: tuple[Question, ...] = ()
    pressure_cap: int | None = None
    cautions: tuple[Question, ...] = ()
    first_week: bool = False

    @property
    def left_out(self) -> tuple[Question, ...]:
        """The answer for each step that is left out of a routine which can be done all the same."""
        return () if self.ruled_out else tuple(step.left_out for step in self.steps if step.left_out)

    @property
    def total_seconds(self) -> int:
        """Length with both legs of what is done, or would be if anything could, before any get-ready time."""
        done = [step.phase for step in self.steps if self.ruled_out or step.left_out is None]
        return sum(phase.total_seconds for phase in done)


def outlook(routine: Routine, health: Answers | None, now: datetime, *, first_week: bool = False) -> Outlook:
    """What to expect of a routine. ``health``: the newest full list; one that is too old, or none, changes nothing."""
    limits = limits_known(health, now)
    preferences = Preferences(first_week=first_week)
    steps = tuple(Step(_today(phase, limits, preferences), limits.against(phase.technique)) for phase in routine.phases)
    return Outlook(
        steps,
        is_known=health_is_good(health, now),
        ruled_out=against(routine, limits),
        pressure_cap=limits.pressure_cap if limits.pressure_cap < PRESSURE_CAP else None,
        cautions=limits.cautions,
        first_week=first_week,
    )


def _today(phase: Phase, limits: Limits, preferences: Preferences) -> Phase:
    seconds, pressure = dose_of(phase, limits, preferences)
    return replace(phase, seconds=seconds, pressure=pressure)
