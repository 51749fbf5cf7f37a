"""The arrow that shows which way a stroke goes."""

from kneeguide.core import body
from kneeguide.core.drawing import Shape
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.outline import Point, Segment, arc, between, direction, distance, offset, tapered
from kneeguide.core.pose import Pose
from kneeguide.core.posture import HandShape, Motion, Surface
from kneeguide.core.skeleton import Skeleton
from kneeguide.core.solver import stance

SHORTEST = 0.12
_SHAFT, _TIP, _BARB = 0.0055, 0.030, 0.017


def arrow(pose: Pose) -> list[Shape]:
    """Which way the stroke goes; it stands still while the stroke goes by."""
    bones = stance(pose)
    travel = pose.travel
    middle = (travel.start + travel.end) / 2
    if travel.motion is Motion.BEND:
        return _curved(bones.near_leg.shank.start, body.SHANK * 0.62, travel.start, travel.end, both=True)
    if travel.motion is Motion.CIRCLE:
        return _curved(_moved(_spot(pose, bones, middle), travel.arrow), 0.048, 60, 345, both=False)
    spot = _moved(_spot(pose, bones, middle), travel.arrow)
    if travel.motion is Motion.TAP:
        return _straight(offset(spot, 90, SHORTEST / 2), offset(spot, 270, SHORTEST / 2))
    curls = pose.near_arm.hand is not None and pose.near_arm.hand.shape is HandShape.HOOK
    if travel.motion is Motion.HOLD or curls:
        return _straight(spot, offset(spot, direction(spot, _spot(pose, bones, middle)), 0.085), both=False)
    way = _spot(pose, bones, travel.start), _spot(pose, bones, travel.end)
    if travel.motion in (Motion.GLIDE, Motion.STROKE, Motion.SLIDE, Motion.SWAY):
        half = max(distance(*way), SHORTEST) / 2
        lies = pose.tool.lies if pose.tool else None
        angle = {Surface.FLOOR: 0.0, Surface.WALL: 90.0}.get(lies or Surface.THIGH, direction(*way))
        return _straight(offset(spot, angle, -half), offset(spot, angle, half), both=travel.motion is not Motion.STROKE)
    if travel.motion is Motion.SQUEEZE:
        along = _travelled(pose, bones).angle
        return [
            shape
            for side in (1, -1)
            for shape in _straight(offset(spot, along, side * 0.085), offset(spot, along, side * 0.018), both=False)
        ]
    return []


def _travelled(pose: Pose, bones: Skeleton) -> Segment:
    return bones.near_leg.shank if pose.travel.on is Surface.CALF else bones.near_leg.thigh


def _spot(pose: Pose, bones: Skeleton, at: float) -> Point:
    if pose.travel.on is Surface.FLOOR:
        return at, 0.0
    if pose.travel.on is Surface.SHOULDER:
        return bones.trunk.shoulder
    if pose.travel.on is Surface.PELVIS:
        return offset(bones.trunk.hip, at + bones.trunk.lean, body.pelvis_radius(at))
    segment = _travelled(pose, bones)
    return between(segment.start, segment.end, at)


def _moved(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def _straight(start: Point, end: Point, *, both: bool = True) -> list[Shape]:
    towards = direction(start, end)
    tail = offset(start, towards, _TIP * 0.8) if both else start
    shapes = [Shape("arrow-shaft", FigureRole.ARROW, tapered(tail, _SHAFT, offset(end, towards, -_TIP * 0.8), _SHAFT))]
    shapes.append(_head(end, towards))
    if both:
        shapes.append(_head(start, towards + 180))
    return shapes


def _curved(centre: Point, radius: float, start: float, end: float, *, both: bool) -> list[Shape]:
    way = 90 if end > start else -90
    trim = 57.3 * _TIP * 0.8 / radius * (1 if end > start else -1)
    first, last = (start + trim if both else start), end - trim
    band = (*arc(centre, radius + _SHAFT, first, last), *arc(centre, radius - _SHAFT, last, first))
    shapes = [Shape("arrow-shaft", FigureRole.ARROW, band)]
    shapes.append(_head(offset(centre, end, radius), end + way - trim * 0.6))
    if both:
        shapes.append(_head(offset(centre, start, radius), start - way + trim * 0.6))
    return shapes


def _head(point: Point, towards: float) -> Shape:
    root = offset(point, towards, -_TIP)
    return Shape(
        "arrow-head", FigureRole.ARROW, (point, offset(root, towards + 90, _BARB), offset(root, towards - 90, _BARB))
    )
