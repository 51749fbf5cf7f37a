"""Marks where a stroke begins and where it ends, for pictures large enough to show how far it goes."""

from functools import lru_cache
from math import cos, radians, sin

from kneeguide.core.drawing import Drawing, Shape
from kneeguide.core.figure import draw
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.outline import Point, between, direction, offset, tapered
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Motion
from kneeguide.core.routine import Side

_TRAVELS = frozenset({Motion.GLIDE, Motion.STROKE, Motion.SLIDE, Motion.SWAY, Motion.BEND})
_HALF, _THICK, _BEYOND = 0.022, 0.004, 0.007


def draw_with_marks(pose: Pose, stroke: float, side: Side) -> Drawing:
    """Draw a pose as ``draw`` does, and above it marks that stand still: none where nothing goes from here to there."""
    shapes = draw(pose, stroke, side).shapes
    if pose.travel.motion not in _TRAVELS:
        return Drawing(shapes)
    return Drawing((*shapes, *_marks(tuple(shape for shape in shapes if shape.role is FigureRole.ARROW))))


@lru_cache(maxsize=64)
def _marks(arrow: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """A bar across each end of an arrow, which is as long as the stroke."""
    ends = [_tip(head) for head in arrow if head.name == "arrow-head"]
    if len(ends) == 1:
        ends.append(_tail(arrow[0], *ends[0]))
    return tuple(Shape("travel-mark", FigureRole.ARROW, _bar(end, towards)) for end, towards in ends)


def _tip(head: Shape) -> tuple[Point, float]:
    """The tip of an arrow head, and where it points."""
    tip, one, other = head.points
    return tip, direction(between(one, other, 0.5), tip)


def _tail(shaft: Shape, tip: Point, towards: float) -> tuple[Point, float]:
    """The other end of an arrow with one head."""
    along = cos(radians(towards)), sin(radians(towards))
    length = max((tip[0] - x) * along[0] + (tip[1] - y) * along[1] for x, y in shaft.points)
    return offset(tip, towards + 180, length), towards + 180


def _bar(end: Point, towards: float) -> tuple[Point, ...]:
    middle = offset(end, towards, _BEYOND)
    return tapered(offset(middle, towards + 90, _HALF), _THICK, offset(middle, towards - 90, _HALF), _THICK)
