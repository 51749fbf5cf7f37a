"""How far a stroke has gone at a phase, and what goes with it: hands lift, fists fall, fingers close, the chest fills.

A stroke goes out in the first half of its phases and comes back in the second, softly at both turns.
"""

from dataclasses import dataclass
from math import cos, pi, sin

from kneeguide.core.posture import Motion, Travel

LIGHT_WAY_BACK = 0.008
"""How high hands float over the skin on a light way back, in body heights: about 1.5 cm."""
TAP_LIFT = 0.05
"""How high a loose fist rises between two taps, in body heights."""
STEPS = 32
"""A hand closes and a chest fills in so many steps, finer than can be seen, so that each need be drawn only once."""


@dataclass(frozen=True)
class Moment:
    """What a phase of a stroke does.

    ``at``: where on its way, in the unit of the travel. ``swing``: how far a circle is beside that way, from -1 to 1.
    ``near_lift`` and ``far_lift``: how far the hands are off the skin. ``closing``: how far hands have closed, and
    ``breath``: how full the chest is, both from 0 to 1. ``turn``: degrees of a full round.
    """

    at: float
    swing: float = 0.0
    near_lift: float = 0.0
    far_lift: float = 0.0
    closing: float = 0.0
    breath: float = 0.0
    turn: float = 0.0


def stroke_share(phase: float) -> float:
    """How far along its way a stroke is, out and back with a soft turn at both ends: 0 at phase 0, 1 at phase 0.5."""
    return 0.5 - 0.5 * cos(2 * pi * phase)


def middle(travel: Travel) -> Moment:
    """Half-way along the stroke, with all hands down: what is planted then stays planted."""
    return Moment((travel.start + travel.end) / 2)


def moment(travel: Travel, phase: float) -> Moment:
    """What a phase in [0, 1) does to a stroke."""
    share = stroke_share(phase)
    at = travel.start + (travel.end - travel.start) * share
    stepped = round(share * STEPS) / STEPS
    match travel.motion:
        case Motion.STROKE:
            lift = LIGHT_WAY_BACK * max(0.0, -sin(2 * pi * phase))
            return Moment(at, near_lift=lift, far_lift=lift)
        case Motion.CIRCLE | Motion.SWAY:
            return Moment(at, swing=sin(2 * pi * phase), turn=360 * phase)
        case Motion.SQUEEZE:
            return Moment(at, closing=stepped)
        case Motion.TAP:
            return Moment(at, near_lift=TAP_LIFT * sin(pi * phase), far_lift=TAP_LIFT * abs(cos(pi * phase)))
        case Motion.HOLD | Motion.REST:
            return Moment(at, breath=stepped)
    return Moment(at)
