"""How hands or a tool travel over a muscle, as signs for the map of the leg.

An arrow towards the hip for strokes, which go the way of the blood in the veins; a double arrow for rolling to and fro;
a turning arrow for circles; points that face each other for squeezing; dots for taps; a dot in a ring for a hold. Signs
are in the terms of ``leg_shape``, on a right leg.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from kneeguide.core.leg_shape import Curve, View
from kneeguide.core.outline import Point, arc, between, circle, direction, distance, offset, place
from kneeguide.core.routine import Method, Muscle, Stroke, Technique

_PALM = 0.08
"""How far a hand, a ball or a roller goes where it keeps to one spot: the width of a palm."""
_STILL = frozenset({Method.TRIGGER_POINT, Method.SUSTAINED_PRESSURE})


class Way(NamedTuple):
    """The line along which a muscle is worked, from its far end towards the hip, and the room on either side of it."""

    far: Point
    near: Point
    room: float


WAYS: Mapping[Muscle, Mapping[View, Way]] = MappingProxyType(
    {
        Muscle.QUADS: {
            View.FRONT: Way((0.0940, 0.605), (0.1040, 0.790), 0.034),
            View.SIDE: Way((0.0605, 0.612), (0.0715, 0.795), 0.012),
        },
        Muscle.VASTUS_LATERALIS: {
            View.FRONT: Way((0.1310, 0.605), (0.1355, 0.768), 0.008),
            View.SIDE: Way((0.0390, 0.605), (0.0405, 0.770), 0.013),
        },
        Muscle.HIP_FLEXORS: {View.FRONT: Way((0.1090, 0.783), (0.1110, 0.851), 0.013)},
        Muscle.TFL: {View.SIDE: Way((0.0340, 0.822), (0.0460, 0.886), 0.010)},
        Muscle.GLUTES: {
            View.SIDE: Way((-0.0700, 0.812), (-0.0700, 0.915), 0.030),
            View.BACK: Way((0.0860, 0.812), (0.0860, 0.918), 0.035),
        },
        Muscle.HAMSTRINGS: {
            View.SIDE: Way((-0.0430, 0.580), (-0.0480, 0.725), 0.016),
            View.BACK: Way((0.0915, 0.612), (0.0915, 0.724), 0.034),
        },
        Muscle.CALF: {
            View.SIDE: Way((-0.0460, 0.215), (-0.0510, 0.375), 0.014),
            View.BACK: Way((0.0905, 0.205), (0.0905, 0.372), 0.030),
        },
    }
)
"""Where signs stand. There is none for the soft ring round the kneecap, which has its own."""

_KNEECAP: Point = (0.090, 0.4880)
_RING = 0.0400
"""Round which point, and how far from it, fingertips go round the kneecap."""


def travel(technique: Technique) -> Mapping[View, tuple[Curve, ...]]:
    """The signs of a technique on each view where its muscle lies; none where no muscle or no pace is told."""
    stroke, muscle = technique.tempo.stroke, technique.muscle
    if muscle is None or stroke is Stroke.FREE:
        return {}
    if muscle is Muscle.AROUND_KNEECAP:
        return {View.FRONT: _turning(_KNEECAP, _RING, 158, 32, 0.005)}
    spot = technique.method in _STILL or stroke is Stroke.SWAY
    return {view: _signs(stroke, _shortened(way) if spot else way) for view, way in WAYS[muscle].items()}


def _signs(stroke: Stroke, way: Way) -> tuple[Curve, ...]:
    middle, radius = between(way.far, way.near, 0.5), min(way.room, 0.026)
    match stroke:
        case Stroke.STROKE:
            return (_arrow(way, ends=1),)
        case Stroke.EACH_WAY | Stroke.SWAY:
            return (_arrow(way, ends=2),)
        case Stroke.CIRCLE:
            return _turning(middle, radius, 60, -240, min(0.010, radius / 2))
        case Stroke.SQUEEZE:
            return tuple(point for share in (0.15, 0.5, 0.85) for point in _facing(way, share))
        case Stroke.TAP:
            return tuple(
                circle(between(way.far, way.near, share), _size(way) * 0.6) for share in (0.1, 0.37, 0.63, 0.9)
            )
        case _:
            return _target(middle, min(way.room, 0.018))


def _shortened(way: Way) -> Way:
    """The middle of a way, no longer than a palm is wide."""
    share = min(1.0, _PALM / distance(way.far, way.near)) / 2
    return Way(between(way.far, way.near, 0.5 - share), between(way.far, way.near, 0.5 + share), way.room)


def _size(way: Way) -> float:
    """Half the breadth of an arrow's point: as much as there is room for."""
    return min(0.017, way.room)


def _arrow(way: Way, ends: int) -> Curve:
    """A straight arrow with a point at its near end, or at both."""
    length, half = distance(way.far, way.near), _size(way)
    point, shaft = min(1.6 * half, length / 3), 0.26 * half
    head = ((length - point, shaft), (length - point, half), (length, 0.0))
    tail = ((0.0, 0.0), (point, half), (point, shaft)) if ends == 2 else ((0.0, shaft),)
    rim = (*tail, *head)
    return place((*rim, *((x, -y) for x, y in rim[::-1] if y)), way.far, direction(way.far, way.near))


def _turning(middle: Point, radius: float, start: float, end: float, half: float) -> tuple[Curve, ...]:
    """An arrow bent round a point, from one angle to another; ``half`` the breadth of its point."""
    shaft = 0.3 * half
    turn = 1 if end > start else -1
    tip = end + turn * 38 * half / radius
    band = (*arc(middle, radius + shaft, start, end), *reversed(arc(middle, radius - shaft, start, end)))
    head = (offset(middle, end, radius + half), offset(middle, tip, radius), offset(middle, end, radius - half))
    return band, head


def _facing(way: Way, share: float) -> tuple[Curve, ...]:
    """Two points that press towards each other across the way."""
    across, centre = direction(way.far, way.near) + 90, between(way.far, way.near, share)
    long = min(0.8 * way.room, 0.022)
    shape = ((0.12 * long, 0.0), (long, 0.5 * long), (long, -0.5 * long))
    return place(shape, centre, across), place(shape, centre, across + 180)


def _target(middle: Point, radius: float) -> tuple[Curve, ...]:
    """A dot with a ring round it."""
    ring = (*arc(middle, radius, 0, 360), *reversed(arc(middle, 0.78 * radius, 0, 360)))
    return circle(middle, 0.45 * radius), ring
