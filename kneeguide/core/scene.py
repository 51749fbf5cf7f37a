"""What stands around the person in a picture: floor, mat, chair, stool, wall, and the tool."""

from functools import lru_cache

from kneeguide.core import body
from kneeguide.core.drawing import Shape
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.outline import Point, arc, between, circle, offset, tapered
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Chair, Stool, ToolUse, Wall
from kneeguide.core.routine import Tool
from kneeguide.core.skeleton import STICK_HALF, Skeleton, ToolPlace, tool_radius
from kneeguide.core.solver import skeleton

FLOOR_THICKNESS = 0.020
FLOOR_MARGIN = 0.07
"""How far the floor goes on beside what stands on it."""
MAT_THICKNESS = 0.012
MAT_MARGIN = 0.035
WALL_THICKNESS = 0.035
WALL_HEIGHT = 1.02


def bar(left: float, bottom: float, right: float, top: float) -> tuple[Point, ...]:
    """A bar with round ends."""
    radius = min(right - left, top - bottom) / 2
    return tapered((left + radius, bottom + radius), radius, (right - radius, top - radius), radius)


def ground(pose: Pose) -> list[Shape]:
    """The floor, its top at height 0; under a person who lies or sits on it a mat, and the floor below."""
    left, right = _ends(pose)
    if not pose.mat:
        return [Shape("floor", FigureRole.FLOOR, bar(left, -FLOOR_THICKNESS, right, 0))]
    top, inset = -MAT_THICKNESS, FLOOR_MARGIN - MAT_MARGIN
    return [
        Shape("floor", FigureRole.FLOOR, bar(left, top - FLOOR_THICKNESS, right, top)),
        Shape("mat", FigureRole.MAT, bar(left + inset, top, right - inset, 0)),
    ]


@lru_cache(maxsize=64)
def _ends(pose: Pose) -> tuple[float, float]:
    """Left and right end of the floor under all that the stroke reaches."""
    xs = [pose.chair.front - 0.32, pose.chair.front] if pose.chair else []
    xs += [pose.stool.at - 0.11, pose.stool.at + 0.11] if pose.stool else []
    for phase in (0.0, 0.25, 0.5, 0.75):
        xs += [p[0] for p in _outermost(skeleton(pose, phase))]
    left, right = min(xs) - FLOOR_MARGIN, max(xs) + FLOOR_MARGIN
    if pose.wall:
        at = pose.wall.at
        return (left, at + WALL_THICKNESS) if pose.wall.person == "left" else (at - WALL_THICKNESS, right)
    return left, right


def _outermost(bones: Skeleton) -> list[Point]:
    legs, arms = (bones.near_leg, bones.far_leg), (bones.near_arm, bones.far_arm)
    feet = [offset(leg.shank.end, leg.toes, far) for leg in legs for far in (body.TOES, -body.HEEL)]
    hands = [offset(arm.forearm.end, arm.fingers, body.HAND) for arm in arms]
    joints = [joint for leg in legs for joint in (leg.thigh.end, leg.shank.end)]
    return [bones.trunk.head, bones.trunk.hip, *feet, *hands, *joints]


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


def tool(use: ToolUse, where: ToolPlace) -> list[Shape]:
    """The roller or ball end-on, with marks that show it roll, or the stick slantwise."""
    radius, middle = tool_radius(use.kind), where.middle
    if use.kind is Tool.STICK:
        near, far = offset(middle, use.turn + 180, STICK_HALF), offset(middle, use.turn, STICK_HALF)
        beads = [
            Shape("stick-bead", FigureRole.TOOL_RIM, tapered(a, radius * 1.15, b, radius * 1.15, 15))
            for a, b in ((between(near, far, u), between(near, far, u + 0.07)) for u in (0.33, 0.465, 0.60))
        ]
        return [Shape("tool", FigureRole.TOOL, tapered(near, radius * 0.85, far, radius * 0.85, 15)), *beads]
    if use.kind is Tool.BALL:
        outer = arc(middle, radius * 0.78, where.rolled + 25, where.rolled + 155, 12)
        inner = arc(
            offset(middle, where.rolled + 270, radius * 0.12), radius * 0.78, where.rolled + 155, where.rolled + 25, 12
        )
        return [
            Shape("tool", FigureRole.TOOL, circle(middle, radius)),
            Shape("tool-seam", FigureRole.TOOL_RIM, outer + inner),
        ]
    marks = [
        Shape(
            "tool-mark",
            FigureRole.TOOL,
            circle(offset(middle, where.rolled + 60 * i, radius * 0.61), radius * 0.095, step=30),
        )
        for i in range(6)
    ]
    return [
        Shape("tool", FigureRole.TOOL, circle(middle, radius)),
        Shape("tool-ring", FigureRole.TOOL_RIM, circle(middle, radius * 0.78)),
        *marks,
        Shape("tool-ring", FigureRole.TOOL, circle(middle, radius * 0.44, step=18)),
        Shape("tool-core", FigureRole.TOOL_CORE, circle(middle, radius * 0.30, step=24)),
    ]
