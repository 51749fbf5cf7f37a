"""How much the next session gives, beside what was given last: the same, a shorter one, or one step more.

One step is a little more time or a little more pressure, never both. However many steps are taken, no set, no pressure
and no muscle goes past what KneeGuide holds its own routines to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.limits import PRESSURE_CAP
from kneeguide.core.routine import Method, Phase, Stroke, Technique

SHORTER_TIME = 0.75
MORE_TIME_PER_CENT = 10
MORE_PRESSURE = 1

SET_CAP = 60
"""Seconds of pressing without a pause: within a set of that length the discomfort of rolling rose by a fifth
(Bradbury-Squires et al. 2015, doi 10.4085/1062-6050-49.5.03)."""

LONGEST_HOLD = 45
"""Seconds of pressing still on one spot: longer ones make the spot less tender, but the pain that people tell of stays
the same (review of ischaemic compression, PMC9434898)."""

_PRESSES_STILL = (Method.SUSTAINED_PRESSURE, Method.TRIGGER_POINT)


class Amount(StrEnum):
    """What can be chosen for one session."""

    SAME = "same"
    SHORTER = "shorter"
    LONGER = "longer"
    FIRMER = "firmer"


@dataclass(frozen=True)
class LastDose:
    """What the step at this place of a routine, from 1, was given last: seconds of a set, and pressure, 0 to 10."""

    place: int
    seconds: int
    pressure: int


def is_hold(technique: Technique) -> bool:
    """Whether one spot is pressed on and nothing moves. Hands that rest on a thigh are no hold."""
    return technique.tempo.stroke is Stroke.HOLD and technique.method in (*_PRESSES_STILL, None)


def grown(phase: Phase, last: LastDose | None, amount: Amount) -> tuple[int, int]:
    """Seconds of one set and pressure of a step: as written, or what was given last if that was more, and one step on.

    What is no pressing keeps what is written, and what is written past a cap stays but does not grow.
    """
    seconds, pressure = phase.seconds, phase.pressure
    if not phase.technique.presses:
        return seconds, pressure
    if last is not None:
        seconds, pressure = max(seconds, last.seconds), max(pressure, last.pressure)
    if amount is Amount.LONGER:
        seconds += seconds * MORE_TIME_PER_CENT // 100
    if amount is Amount.FIRMER:
        pressure += MORE_PRESSURE
    return (
        max(phase.seconds, min(seconds, LONGEST_HOLD if is_hold(phase.technique) else SET_CAP)),
        max(phase.pressure, min(pressure, PRESSURE_CAP)),
    )


def last_of(doses: Iterable[LastDose], place: int) -> LastDose | None:
    """What the step at this place was given last, None if that is not known."""
    return next((dose for dose in doses if dose.place == place), None)
