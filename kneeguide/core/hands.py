"""The shapes in which a hand works: each a few finger-thick capsules about the wrist, and the point that touches.

In hand lengths: fingers to the right, palm down.
"""

from dataclasses import dataclass
from functools import lru_cache

from kneeguide.core.outline import Point, between, tapered
from kneeguide.core.posture import HandShape

Capsule = tuple[Point, float, Point, float]
"""Two circles whose hull is a part of a hand."""

ROUNDNESS = 24
"""Degrees between two points of a finger's round end."""


@dataclass(frozen=True)
class HandForm:
    """One shape of a hand.

    ``fingers``: the thumb first where it shows, then those farther from the eye first. ``opened``: the same before they
    close in a squeeze. ``touch``: the point that rests on something.
    """

    touch: Point
    palms: tuple[Capsule, ...]
    fingers: tuple[Capsule, ...]
    opened: tuple[Capsule, ...] = ()


_SPREAD_PALM = (((0.0, 0.0), 0.125, (0.40, 0.10), 0.13), ((0.0, 0.0), 0.125, (0.38, -0.08), 0.13))
_FIST = (
    ((0.30, 0.21), 0.078, (0.54, 0.20), 0.072),
    ((0.30, 0.07), 0.080, (0.57, 0.07), 0.074),
    ((0.30, -0.07), 0.080, (0.56, -0.07), 0.073),
    ((0.30, -0.20), 0.074, (0.51, -0.19), 0.066),
)
_FIST_PALM = (((0.0, 0.0), 0.125, (0.30, 0.12), 0.15), ((0.0, 0.0), 0.125, (0.28, -0.10), 0.15))

FORMS: dict[HandShape, HandForm] = {
    HandShape.FLAT: HandForm(
        touch=(0.42, -0.125),
        palms=(((0.0, 0.0), 0.125, (0.48, -0.01), 0.11),),
        fingers=(
            ((0.14, -0.03), 0.075, (0.44, -0.075), 0.05),
            ((0.46, 0.02), 0.075, (1.0, -0.07), 0.05),
            ((0.44, 0.0), 0.085, (0.86, -0.07), 0.05),
        ),
    ),
    HandShape.HEEL: HandForm(
        touch=(0.06, -0.125),
        palms=(((0.0, 0.0), 0.125, (0.46, 0.0), 0.11),),
        fingers=(
            ((0.12, -0.03), 0.075, (0.42, -0.11), 0.05),
            ((0.42, 0.02), 0.075, (0.92, 0.10), 0.045),
            ((0.42, 0.0), 0.085, (0.80, 0.03), 0.045),
        ),
    ),
    HandShape.WRAP: HandForm(
        touch=(0.10, -0.05),
        palms=_SPREAD_PALM,
        fingers=(
            ((0.16, 0.14), 0.085, (0.54, 0.30), 0.055),
            ((0.42, 0.165), 0.066, (0.78, 0.175), 0.055),
            ((0.45, 0.06), 0.068, (0.84, 0.06), 0.058),
            ((0.45, -0.05), 0.068, (0.82, -0.055), 0.056),
            ((0.40, -0.15), 0.064, (0.70, -0.165), 0.052),
        ),
        opened=(
            ((0.16, 0.14), 0.085, (0.46, 0.44), 0.055),
            ((0.42, 0.165), 0.066, (0.88, 0.27), 0.050),
            ((0.45, 0.06), 0.068, (0.99, 0.09), 0.052),
            ((0.45, -0.05), 0.068, (0.96, -0.09), 0.051),
            ((0.40, -0.15), 0.064, (0.80, -0.25), 0.047),
        ),
    ),
    HandShape.HOOK: HandForm(
        touch=(0.70, 0.0),
        palms=_SPREAD_PALM,
        fingers=(
            ((0.16, 0.14), 0.085, (0.48, 0.30), 0.055),
            ((0.42, 0.165), 0.066, (0.64, 0.185), 0.057),
            ((0.45, 0.06), 0.068, (0.70, 0.065), 0.060),
            ((0.45, -0.05), 0.068, (0.68, -0.055), 0.058),
            ((0.40, -0.15), 0.064, (0.60, -0.170), 0.052),
        ),
        opened=(
            ((0.16, 0.14), 0.085, (0.44, 0.40), 0.055),
            ((0.42, 0.165), 0.066, (0.76, 0.215), 0.052),
            ((0.45, 0.06), 0.068, (0.84, 0.08), 0.054),
            ((0.45, -0.05), 0.068, (0.82, -0.065), 0.053),
            ((0.40, -0.15), 0.064, (0.71, -0.200), 0.048),
        ),
    ),
    HandShape.GRIP: HandForm(touch=(0.42, 0.0), palms=_FIST_PALM, fingers=_FIST),
    HandShape.KNUCKLES: HandForm(touch=(0.58, 0.0), palms=_FIST_PALM, fingers=_FIST),
    HandShape.FIST: HandForm(
        touch=(0.40, -0.20),
        palms=(((0.0, 0.0), 0.125, (0.34, 0.03), 0.165),),
        fingers=(
            ((0.45, 0.10), 0.085, (0.47, -0.11), 0.085),
            ((0.30, -0.12), 0.080, (0.46, -0.12), 0.080),
            ((0.16, 0.00), 0.080, (0.47, -0.02), 0.058),
        ),
    ),
    HandShape.TIPS: HandForm(
        touch=(0.90, -0.25),
        palms=(((0.0, 0.0), 0.125, (0.44, 0.0), 0.115),),
        fingers=(
            ((0.14, -0.03), 0.078, (0.60, -0.20), 0.050),
            ((0.46, 0.03), 0.075, (0.80, -0.02), 0.058),
            ((0.80, -0.02), 0.058, (0.95, -0.20), 0.048),
            ((0.42, 0.00), 0.085, (0.72, -0.03), 0.060),
            ((0.72, -0.03), 0.060, (0.86, -0.20), 0.050),
        ),
    ),
    HandShape.LOOSE: HandForm(
        touch=(0.42, -0.12),
        palms=(((0.0, 0.0), 0.125, (0.40, 0.08), 0.12), ((0.0, 0.0), 0.125, (0.40, -0.04), 0.11)),
        fingers=(
            ((0.16, 0.12), 0.085, (0.56, 0.25), 0.055),
            ((0.42, 0.15), 0.062, (0.84, 0.16), 0.050),
            ((0.45, 0.05), 0.064, (0.92, 0.04), 0.052),
            ((0.45, -0.05), 0.062, (0.86, -0.07), 0.050),
        ),
    ),
}


@dataclass(frozen=True)
class HandOutline:
    """The outlines of a hand's parts, each with the darker one behind it."""

    palms: tuple[tuple[Point, ...], ...]
    palm_edges: tuple[tuple[Point, ...], ...]
    fingers: tuple[tuple[Point, ...], ...]
    finger_edges: tuple[tuple[Point, ...], ...]


@lru_cache(maxsize=64)
def hand_outline(shape: HandShape, closing: float, palm_up: bool, edge: float) -> HandOutline:
    """A hand that has closed from 0, open, to 1, about its wrist. ``edge``: how broad its darker rim is."""
    form = FORMS[shape]
    fingers = form.fingers
    if form.opened:
        fingers = tuple(_blend(*pair, closing) for pair in zip(form.opened, form.fingers, strict=True))

    def outline(capsule: Capsule, more: float) -> tuple[Point, ...]:
        start, thick, end, thin = capsule
        points = tapered(start, thick + more, end, thin + more, ROUNDNESS)
        return tuple((x, -y) for x, y in points) if palm_up else points

    return HandOutline(
        palms=tuple(outline(palm, 0.0) for palm in form.palms),
        palm_edges=tuple(outline(palm, edge) for palm in form.palms),
        fingers=tuple(outline(finger, 0.0) for finger in fingers),
        finger_edges=tuple(outline(finger, edge * 0.8) for finger in fingers),
    )


def _blend(before: Capsule, after: Capsule, share: float) -> Capsule:
    (a, b, c, d), (e, f, g, h) = before, after
    return between(a, e, share), b + (f - b) * share, between(c, g, share), d + (h - d) * share
