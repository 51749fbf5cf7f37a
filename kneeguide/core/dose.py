"""How long and how firmly one step of a routine is done today: as written, less on a gentler day, or a step more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kneeguide.core.amount import SHORTER_TIME, Amount, LastDose, grown, last_of
from kneeguide.core.limits import Limits
from kneeguide.core.routine import Legs, Muscle, Phase, Side

FIRST_WEEK_TIME = 0.75
HALF_TIME = 0.5
LIGHTER = 1
"""Steps of pressure taken off in the first week and at half dose."""
LEAST_SECONDS = 5
DOSE_CAP = 210
"""Seconds on one muscle of one leg in a session: a ceiling of ours, above the 90 to 120 s that are usually advised."""


@dataclass(frozen=True)
class Preferences:
    """What the user chose for this session.

    ``first``: the leg to begin with, the more comfortable one. ``first_week``: the gentler dose of a beginner.
    ``half_dose``: half the time at one step less pressure. ``get_ready``: seconds before the first step.
    ``change_over``: seconds that each change-over takes longer than the routine says. ``off``: places in the routine,
    from 1, of the steps that are switched off for today. ``amount``: beside what was given last, of which ``last``
    tells; on a gentler day neither adds anything.
    """

    legs: Legs = Legs.BOTH
    first: Side = Side.LEFT
    first_week: bool = False
    half_dose: bool = False
    get_ready: int = 10
    change_over: int = 0
    off: frozenset[int] = frozenset()
    amount: Amount = Amount.SAME
    last: tuple[LastDose, ...] = ()

    @property
    def as_written(self) -> "Preferences":
        """The same without any step up."""
        amount = self.amount if self.amount is Amount.SHORTER else Amount.SAME
        return replace(self, amount=amount, last=())


def dose_of(phase: Phase, limits: Limits, preferences: Preferences, number: int = 0) -> tuple[int, int]:
    """Seconds of one set on one side, and the pressure to ask for, 0 to 10, under these limits.

    ``number``: the place of the phase in the routine, from 1, for which the last dose is known.
    """
    half = preferences.half_dose or limits.half_dose
    shorter = SHORTER_TIME if preferences.amount is Amount.SHORTER and not half else 1.0
    if not half and not preferences.first_week and shorter == 1.0:
        seconds, pressure = grown(phase, last_of(preferences.last, number), preferences.amount)
        return seconds, limits.capped(phase.technique, pressure)
    pressure = limits.capped(phase.technique, phase.pressure)
    time = (HALF_TIME if half else FIRST_WEEK_TIME if preferences.first_week else 1.0) * shorter
    lighter = LIGHTER if half or preferences.first_week else 0
    least = min(LEAST_SECONDS, phase.seconds)
    return max(least, round(phase.seconds * time)), max(min(1, pressure), pressure - lighter)


def under_cap(on: Mapping[int, Phase], muscle: Muscle | None, limits: Limits, preferences: Preferences) -> Preferences:
    """The step up that leaves a muscle at DOSE_CAP or under, else the last one, else none."""
    phases = {number: phase for number, phase in on.items() if phase.technique.muscle is muscle}

    def seconds(wanted: Preferences) -> int:
        return sum(dose_of(each, limits, wanted, n)[0] * each.sets for n, each in phases.items())

    ways = (preferences, replace(preferences, amount=preferences.as_written.amount))
    return next((way for way in ways if seconds(way) <= DOSE_CAP), preferences.as_written)
