"""What stands around the person in a picture: floor, chair, stool, wall, the tool, and the arrow of the stroke."""

from kneeguide.core import body
from kneeguide.core.drawing import FigureRole, Shape
from kneeguide.core.outline import Point, Segment, arc, between, circle, direction, distance, offset, tapered
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Chair, Motion, Stool, Surface, Wall
from kneeguide.core.routine import Tool
from kneeguide.core.skeleton import STICK_HALF, Skeleton, tool_radius

FLOOR_THICKNESS = 0.020
WALL_THICKNESS = 0.035
WALL_HEIGHT = 1.02
SHORTEST_ARROW = 0.12
_SHAFT, _TIP, _BARB = 0.0055, 0.030, 0.017


def bar(left: float, bottom: float, right: float, top: float) -> tuple[Point, ...]:
    """A bar with round ends."""
    radius = min(right - left, top - bottom) / 2
    return tapered((left + radius, bottom + radius), radius, (right - radius, top - radius), radius)


def floor(left: float, right: float) -> list[Shape]:
    """The floor, its top at height 0."""
    return [Shape("floor", FigureRole.FLOOR, bar(left, -FLOOR_THICKNESS, right, 0))]


def surroundings(pose: Pose) -> list[Shape]:
    """What stands behind the person."""
    return [*([wall(pose.wall)] if pose.wall else []), *(chair(pose.chair) if pose.chair else [])]


def wall(wall: Wall) -> Shape:
    """A wall that stands on the floor."""
    left = wall.at if wall.person == "left" else wall.at - WALL_THICKNESS
    right = left + WALL_THICKNESS
    return Shape(
        "wall",
        FigureRole.FLOOR,
        ((left, -FLOOR_THICKNESS), (right, -FLOOR_THICKNESS), (right, WALL_HEIGHT), (left, WALL_HEIGHT)),
    )


def chair(chair: Chair) -> list[Shape]:
    """A chair from its side, far legs first."""
    front, seat = chair.front, chair.seat
    rear = front - 0.27
    shapes = [
        Shape(
            "chair-far-leg",
            FigureRole.FURNITURE_FAR,
            tapered((front - 0.05, seat - 0.02), 0.009, (front - 0.045, 0.008), 0.008),
        ),
        Shape(
            "chair-far-leg",
            FigureRole.FURNITURE_FAR,
            tapered((rear + 0.055, seat - 0.02), 0.009, (rear + 0.035, 0.008), 0.008),
        ),
        Shape(
            "chair-leg",
            FigureRole.FURNITURE,
            tapered((front - 0.022, seat - 0.02), 0.011, (front - 0.015, 0.009), 0.009),
        ),
        Shape(
            "chair-leg", FigureRole.FURNITURE, tapered((rear + 0.02, seat - 0.02), 0.011, (rear - 0.008, 0.009), 0.009)
        ),
    ]
    if chair.back:
        shapes.append(
            Shape(
                "chair-back",
                FigureRole.FURNITURE,
                tapered((rear + 0.012, seat - 0.02), 0.011, (rear - 0.035, seat + 0.30), 0.010),
            )
        )
        shapes.append(
            Shape(
                "chair-back-pad",
                FigureRole.FURNITURE,
                tapered((rear - 0.010, seat + 0.15), 0.015, (rear - 0.032, seat + 0.30), 0.015),
            )
        )
    return [*shapes, Shape("seat", FigureRole.FURNITURE, bar(rear, seat - 0.034, front, seat))]


def stool(stool: Stool) -> list[Shape]:
    """A low stool under a foot."""
    left, right, top = stool.at - 0.105, stool.at + 0.105, stool.height
    return [
        Shape(
            "stool-leg",
            FigureRole.FURNITURE_FAR,
            tapered((left + 0.03, top - 0.02), 0.009, (left + 0.022, 0.009), 0.009),
        ),
        Shape(
            "stool-leg",
            FigureRole.FURNITURE_FAR,
            tapered((right - 0.03, top - 0.02), 0.009, (right - 0.022, 0.009), 0.009),
        ),
        Shape("stool-top", FigureRole.FURNITURE, bar(left, top - 0.028, right, top)),
    ]


def tool(pose: Pose, bones: Skeleton) -> list[Shape]:
    """The roller or ball end-on, or the stick slantwise."""
    if pose.tool is None or bones.tool is None:
        return []
    radius, middle = tool_radius(pose.tool.kind), bones.tool
    if pose.tool.kind is Tool.STICK:
        near, far = offset(middle, pose.tool.turn + 180, STICK_HALF), offset(middle, pose.tool.turn, STICK_HALF)
        beads = [
            Shape("stick-bead", FigureRole.TOOL_RIM, tapered(a, radius * 1.15, b, radius * 1.15))
            for a, b in ((between(near, far, u), between(near, far, u + 0.07)) for u in (0.33, 0.465, 0.60))
        ]
        return [Shape("tool", FigureRole.TOOL, tapered(near, radius * 0.85, far, radius * 0.85)), *beads]
    if pose.tool.kind is Tool.BALL:
        shine = circle(offset(middle, 120, radius * 0.45), radius * 0.22)
        return [Shape("tool", FigureRole.TOOL, circle(middle, radius)), Shape("tool-shine", FigureRole.TOOL_RIM, shine)]
    return [
        Shape("tool", FigureRole.TOOL, circle(middle, radius)),
        Shape("tool-ring", FigureRole.TOOL_RIM, circle(middle, radius * 0.72)),
        Shape("tool-ring", FigureRole.TOOL, circle(middle, radius * 0.56)),
        Shape("tool-core", FigureRole.TOOL_CORE, circle(middle, radius * 0.30)),
    ]


def arrow(pose: Pose, bones: Skeleton) -> list[Shape]:
    """Which way the stroke goes."""
    travel = pose.travel
    middle = (travel.start + travel.end) / 2
    if travel.motion is Motion.BEND:
        return _curved(bones.near_leg.shank.start, body.SHANK * 0.62, travel.start, travel.end, both=True)
    if travel.motion is Motion.CIRCLE:
        return _curved(_moved(_spot(pose, bones, middle), travel.arrow), 0.048, 60, 345, both=False)
    spot = _moved(_spot(pose, bones, middle), travel.arrow)
    if travel.motion is Motion.HOLD:
        return _straight(spot, offset(spot, direction(spot, _spot(pose, bones, middle)), 0.085), both=False)
    way = _spot(pose, bones, travel.start), _spot(pose, bones, travel.end)
    if travel.motion in (Motion.GLIDE, Motion.SLIDE):
        half = max(distance(*way), SHORTEST_ARROW) / 2
        lies = pose.tool.lies if pose.tool else None
        angle = {Surface.FLOOR: 0.0, Surface.WALL: 90.0}.get(lies or Surface.THIGH, direction(*way))
        return _straight(offset(spot, angle, -half), offset(spot, angle, half))
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
        return bones.shoulder
    if pose.travel.on is Surface.PELVIS:
        return offset(bones.hip, at + bones.lean, body.pelvis_radius(at))
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


def span(pose: Pose) -> tuple[float, float]:
    """Left and right ends of the furniture; nothing where there is none."""
    ends = [pose.chair.front - 0.32, pose.chair.front] if pose.chair else []
    ends += [pose.stool.at - 0.11, pose.stool.at + 0.11] if pose.stool else []
    ends += [pose.wall.at] if pose.wall else []
    return (min(ends), max(ends)) if ends else (0.0, 0.0)
