"""The map of the legs: where to work, how to travel there, and where never to, as plain outlines.

Shown with every technique, so that the places to keep off are in view whenever somebody is told where to press.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kneeguide.core.drawing import Bounds
from kneeguide.core.keep_off import KeepOff
from kneeguide.core.leg_regions import KEEP_OFF, MUSCLES
from kneeguide.core.leg_shape import LINES, OUTLINES, Curve, View
from kneeguide.core.leg_travel import travel
from kneeguide.core.outline import Point
from kneeguide.core.routine import Muscle, Side, Technique

HALF_BREADTH = 0.170
"""Of both legs, from the front and from behind."""
BEHIND, BEFORE, TOES = 0.126, 0.104, 0.172
"""How far buttock, thigh and toes reach from the plumb line, from the side."""
BEYOND_MIDDLE = 0.020
"""What a narrow map of one leg still shows of the other half."""

_REACH = MappingProxyType(
    {
        Muscle.QUADS: (0.40, 1.0),
        Muscle.VASTUS_LATERALIS: (0.40, 1.0),
        Muscle.AROUND_KNEECAP: (0.30, 0.70),
        Muscle.HIP_FLEXORS: (0.52, 1.0),
        Muscle.TFL: (0.52, 1.0),
        Muscle.GLUTES: (0.52, 1.0),
        Muscle.HAMSTRINGS: (0.40, 1.0),
        Muscle.CALF: (0.0, 0.58),
    }
)
"""From which height to which a narrow map shows a muscle: with hip, knee or foot to know it by."""


class MapRole(StrEnum):
    """What an outline is, for whoever chooses the colours. A ``LINE`` is open, all others are closed."""

    BODY = "body"
    LEG = "leg"
    OUTLINE = "outline"
    MUSCLE = "muscle"
    LINE = "line"
    KEEP_OFF = "keep-off"
    TRAVEL = "travel"


@dataclass(frozen=True)
class MapShape:
    """An outline in heights of the leg: y up from the ground, x to the right from the middle of the view."""

    role: MapRole
    points: Curve
    area: KeepOff | None = None


class Section(NamedTuple):
    """What is shown of the legs: from where, which leg is worked on (None for both), and the box round it."""

    view: View
    side: Side | None
    box: Bounds

    @property
    def breadth(self) -> float:
        """In heights of a leg, as all lengths here."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """From the lowest to the highest point."""
        return self.box[3] - self.box[1]

    @property
    def cut(self) -> tuple[bool, bool, bool, bool]:
        """Whether flesh is cut off on the left, below, on the right and above, which the waist always is."""
        left, bottom, right, _ = _whole(self.view, self.side)
        return self.box[0] > left, self.box[1] > bottom, self.box[2] < right, True


class Pointer(NamedTuple):
    """A place to keep off, a point of it, and the side of the view (-1 left, 1 right) on which its number stands."""

    area: KeepOff
    at: Point
    to: int


_POINTS: Mapping[View, Mapping[KeepOff, Point]] = MappingProxyType(
    {
        View.FRONT: {
            KeepOff.BELLY: (0.0650, 0.950),
            KeepOff.FRONT_HIP_BONE: (0.1180, 0.917),
            KeepOff.GROIN: (0.0400, 0.790),
            KeepOff.KNEECAP: (0.0900, 0.484),
            KeepOff.SHIN: (0.0815, 0.290),
        },
        View.SIDE: {
            KeepOff.OUTER_HIP_BONE: (0.0, 0.842),
            KeepOff.IT_BAND: (0.0010, 0.650),
            KeepOff.OUTER_KNEE: (-0.0130, 0.430),
        },
        View.BACK: {
            KeepOff.LOW_BACK: (0.0300, 0.955),
            KeepOff.SIT_BONE: (0.0600, 0.777),
            KeepOff.BEHIND_KNEE: (0.0900, 0.470),
            KeepOff.HEEL_CORD: (0.0900, 0.100),
        },
    }
)
"""Each place where it is best pointed at."""
_ACROSS_MIDDLE = frozenset({KeepOff.BELLY, KeepOff.LOW_BACK})
_MEDIAL = _ACROSS_MIDDLE | {KeepOff.GROIN}
"""Nearer to the other leg, so that a line from the outer side would cross the muscle."""


def whole_legs(side: Side | None) -> tuple[Section, ...]:
    """All views from top to toe."""
    return tuple(Section(view, side, _whole(view, side)) for view in View)


def around(muscle: Muscle | None, side: Side | None) -> tuple[Section, ...]:
    """The views on which a muscle shows, cut to what matters for it; uncut for no muscle in particular."""
    if muscle is None:
        return whole_legs(side)
    return tuple(Section(view, side, _part(view, side, muscle)) for view in MUSCLES[muscle])


def places(section: Section) -> tuple[KeepOff, ...]:
    """The places to keep off that show on a section."""
    _, bottom, _, top = section.box
    return tuple(
        area
        for area, shown in KEEP_OFF.items()
        if section.view in shown and bottom < _middle(shown[section.view]) < top
    )


def draw(section: Section, technique: Technique | None) -> tuple[MapShape, ...]:
    """What is seen of the legs, from the lowest layer to the highest, beyond the box too.

    Where one leg is worked on, the other is empty. From the side, both legs are the right one.
    """
    view, side, _ = section
    body, signs = _body(view, side), _signs(view, side)
    leg = body if len(signs) == 2 else _mirrored(OUTLINES[view], signs[0])
    shapes = [MapShape(MapRole.BODY, body), MapShape(MapRole.LEG, leg), MapShape(MapRole.OUTLINE, body)]
    for shape in _parts(view, technique):
        both = [replace(shape, points=_mirrored(shape.points, sign)) for sign in signs]
        shapes += both[:1] if shape.area in _ACROSS_MIDDLE else both
    return tuple(shapes)


def pointers(section: Section) -> tuple[Pointer, ...]:
    """Where the places that are best seen on this view are pointed at, from the top down."""
    view, side, _ = section
    signs = _signs(view, side)
    found = []
    for count, (area, (x, y)) in enumerate(_POINTS[view].items()):
        sign = signs[count % len(signs)]
        is_across = area in _ACROSS_MIDDLE
        to = -sign if view is View.SIDE or (side and area in _MEDIAL) else sign
        found.append(Pointer(area, (x * (to if is_across else sign), y), to))
    return tuple(found)


def _whole(view: View, side: Side | None) -> Bounds:
    near, far = (-BEHIND, TOES) if view is View.SIDE else (-HALF_BREADTH, HALF_BREADTH)
    return _box(near, far, 0.0, 1.0, _signs(view, side)[0])


def _part(view: View, side: Side | None, muscle: Muscle) -> Bounds:
    """The part of a leg in which a muscle lies."""
    bottom, top = _REACH[muscle]
    near, far = -HALF_BREADTH, HALF_BREADTH
    if view is View.SIDE:
        near, far = -BEHIND, BEFORE if bottom else TOES
    elif side:
        near = -BEYOND_MIDDLE
    return _box(near, far, bottom, top, _signs(view, side)[0])


def _box(near: float, far: float, bottom: float, top: float, sign: int) -> Bounds:
    return (near, bottom, far, top) if sign > 0 else (-far, bottom, -near, top)


def _parts(view: View, technique: Technique | None) -> list[MapShape]:
    muscle = technique.muscle if technique else None
    parts = []
    if muscle and view in MUSCLES[muscle]:
        parts.append(MapShape(MapRole.MUSCLE, MUSCLES[muscle][view]))
    parts += [MapShape(MapRole.LINE, line) for line in LINES[view]]
    parts += [MapShape(MapRole.KEEP_OFF, shown[view], area) for area, shown in KEEP_OFF.items() if view in shown]
    if technique:
        parts += [MapShape(MapRole.TRAVEL, sign) for sign in travel(technique).get(view, ())]
    return parts


def _body(view: View, side: Side | None) -> Curve:
    """The silhouette: both legs in one piece, or the one that hides the other."""
    if view is View.SIDE:
        return _mirrored(OUTLINES[view], *_signs(view, side))
    half = OUTLINES[view][:-1]
    return (*half, *_mirrored(half[::-1], -1))


def _signs(view: View, side: Side | None) -> tuple[int, ...]:
    """Whether the worked legs are as in the tables (1) or mirrored (-1). Who is seen from the front faces us."""
    if side is None:
        return (1,) if view is View.SIDE else (1, -1)
    right = -1 if view is View.FRONT else 1
    return (right,) if side is Side.RIGHT else (-right,)


def _middle(points: Curve) -> float:
    """The height in the middle of an outline's."""
    return sum(y for _, y in points) / len(points)


def _mirrored(points: Curve, sign: int) -> Curve:
    return points if sign > 0 else tuple((-x, y) for x, y in points)
