"""A pose at a moment of its stroke as the outlines of a person, a muscle, a tool and what stands around.

Outlines are plain polygons, so that a window, a printer and a picture file draw the same person.
"""

from kneeguide.core import body, person, scene
from kneeguide.core.drawing import Bounds, Drawing, FigureRole, Shape
from kneeguide.core.outline import Point, offset
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Face, Surface
from kneeguide.core.routine import Side
from kneeguide.core.skeleton import Skeleton, skeleton

__all__ = ["Bounds", "Drawing", "FigureRole", "Shape", "draw", "frame"]

FLOOR_MARGIN = 0.07


def draw(pose: Pose, stroke: float, side: Side) -> Drawing:
    """Draw a pose at a phase of its stroke, in [0, 1). The worked leg is the near one; left mirrors right."""
    bones = skeleton(pose, stroke)
    far_arm = person.arm(bones.far_arm, "far-arm", far=True)
    far_arm_over = _lies_on_near_leg(pose.far_arm)
    held = pose.tool is not None and pose.tool.lies is None and pose.tool.face is Face.FRONT
    near_arm_under = pose.near_arm.hand is not None and pose.near_arm.hand.under
    near_arm = person.arm(bones.near_arm, "near-arm")
    muscle = person.muscle(bones, pose.muscle) if pose.muscle else []
    on_hip = pose.muscle in person.HIP_MUSCLES
    shapes = [
        scene.floor(*_floor(pose)),
        *([scene.wall(pose.wall)] if pose.wall else []),
        *(scene.chair(pose.chair) if pose.chair else []),
        *person.leg(bones.far_leg, "far-leg", far=True),
        *([] if far_arm_over else far_arm),
        *(scene.stool(pose.stool) if pose.stool else []),
        *([] if held else scene.tool(pose, bones)),
        *(near_arm if near_arm_under else []),
        *person.leg(bones.near_leg, "near-leg"),
        *person.pelvis(bones),
        *([] if on_hip else muscle),
        *(scene.tool(pose, bones) if held else []),
        *(far_arm if far_arm_over else []),
        *person.neck(bones),
        *person.shirt(bones),
        *person.head(bones),
        *(muscle if on_hip else []),
        *([] if near_arm_under else near_arm),
        *scene.arrow(pose, bones),
    ]
    if side is Side.LEFT:
        shapes = [Shape(s.name, s.role, tuple((-x, y) for x, y in s.points)) for s in shapes]
    return Drawing(tuple(shapes), _box(shapes))


def frame(pose: Pose, side: Side) -> Bounds:
    """The box that holds the whole stroke, so that a moving picture stands still in its frame."""
    boxes = [draw(pose, phase, side).bounds for phase in (0.0, 0.25, 0.5)]  # the way back is the way out
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _lies_on_near_leg(arm: Arm) -> bool:
    hand = arm.hand
    return hand is not None and hand.on in (Surface.THIGH, Surface.CALF, Surface.STICK) and not hand.under


def _floor(pose: Pose) -> tuple[float, float]:
    xs = [end for end in scene.span(pose) if end]
    for bones in (skeleton(pose, 0.0), skeleton(pose, 0.5)):
        xs += [p[0] for p in _outermost(bones)]
    left, right = min(xs) - FLOOR_MARGIN, max(xs) + FLOOR_MARGIN
    if pose.wall:
        at = pose.wall.at
        return (left, at + scene.WALL_THICKNESS) if pose.wall.person == "left" else (at - scene.WALL_THICKNESS, right)
    return left, right


def _outermost(bones: Skeleton) -> list[Point]:
    legs, arms = (bones.near_leg, bones.far_leg), (bones.near_arm, bones.far_arm)
    toes = [offset(leg.shank.end, leg.toes, body.HAND) for leg in legs]
    hands = [offset(arm.forearm.end, arm.fingers, body.HAND) for arm in arms]
    return [bones.head, bones.hip, *toes, *hands, *(leg.shank.end for leg in legs), *(leg.thigh.end for leg in legs)]


def _box(shapes: list[Shape]) -> Bounds:
    xs = [x for shape in shapes for x, _ in shape.points]
    ys = [y for shape in shapes for _, y in shape.points]
    return min(xs), min(ys), max(xs), max(ys)
