"""A pose at a moment of its stroke as the outlines of a person, a muscle, a tool and what stands around.

Outlines are plain polygons, so that a window, a printer and a picture file draw the same person.

For whoever lets a figure move: a phase says how far a stroke has gone. It goes out in [0, 0.5) and comes back in
[0.5, 1), softly at both turns; a stroke with a light way back lifts the hands there. A circle is one round. A squeeze
closes, then opens. Of two tapping fists the near one lands at 0 and the far one at 0.5. A hold breathes in, then out.
How many seconds each half takes is for the tempo to say. The number and order of the shapes of a pose are the same at
every phase. ``layers`` says which runs of them move; the others are the very same objects at each phase, so that they
can be painted once and kept.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from kneeguide.core import body, person, scene
from kneeguide.core.drawing import Bounds, Drawing, FigureRole, Layer, Shape
from kneeguide.core.outline import Point, offset
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, Face, Surface
from kneeguide.core.routine import Side
from kneeguide.core.skeleton import Skeleton, skeleton

__all__ = ["Bounds", "Drawing", "FigureRole", "Layer", "Shape", "draw", "frame", "layers"]

FLOOR_MARGIN = 0.07
_MOMENTS = tuple(i / 16 for i in range(16))


def draw(pose: Pose, stroke: float, side: Side) -> Drawing:
    """Draw a pose at a phase of its stroke, in [0, 1). The worked leg is the near one; left mirrors right."""
    return Drawing(tuple(shape for part in _parts(pose, skeleton(pose, stroke), side) for shape in part))


def frame(pose: Pose, side: Side) -> Bounds:
    """The box that holds the whole stroke, so that a moving picture stands still in its frame."""
    boxes = [draw(pose, phase, side).bounds for phase in _MOMENTS]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def layers(pose: Pose, side: Side) -> tuple[Layer, ...]:
    """The shapes of a pose in runs, from the farthest to the nearest: those that move with the stroke and those not.

    Together the runs are all of ``draw(pose, …, side).shapes``. What stands still may be painted once and kept.
    """
    drawings = [draw(pose, phase, side).shapes for phase in _MOMENTS]
    moves = [any(shape is not first for shape in others) for first, *others in zip(*drawings, strict=True)]
    ends = [i for i in range(1, len(moves)) if moves[i] != moves[i - 1]]
    return tuple(Layer(start, stop, moves[start]) for start, stop in pairwise([0, *ends, len(moves)]))


def _parts(pose: Pose, bones: Skeleton, side: Side) -> Iterator[tuple[Shape, ...]]:
    """The parts of the picture, from the farthest to the nearest."""
    held = pose.tool is not None and pose.tool.lies is None and pose.tool.face is Face.FRONT
    near_arm_under = pose.near_arm.hand is not None and pose.near_arm.hand.under
    far_arm = _part(side, person.arm, bones.far_arm, "far-arm", True)
    far_arm_over = _lies_on_near_leg(pose.far_arm)
    near_arm = _part(side, person.arm, bones.near_arm, "near-arm", False)
    muscle = _part(side, person.muscle, bones, pose.muscle) if pose.muscle else ()
    on_hip = pose.muscle in person.HIP_MUSCLES
    tool = _part(side, scene.tool, pose, bones)
    yield _part(side, scene.floor, *_floor(pose))
    yield _part(side, scene.surroundings, pose)
    yield _part(side, person.leg, bones.far_leg, "far-leg", True)
    yield () if far_arm_over else far_arm
    yield _part(side, scene.stool, pose.stool) if pose.stool else ()
    yield () if held else tool
    yield near_arm if near_arm_under else ()
    yield _part(side, person.leg, bones.near_leg, "near-leg", False)
    yield _part(side, person.pelvis, bones)
    yield () if on_hip else muscle
    yield tool if held else ()
    yield far_arm if far_arm_over else ()
    yield _part(side, person.upper_body, bones)
    yield muscle if on_hip else ()
    yield () if near_arm_under else near_arm
    yield _part(side, scene.arrow, pose, bones)


@lru_cache(maxsize=64)
def _part(side: Side, make: Callable[..., Iterable[Shape]], *of: Hashable) -> tuple[Shape, ...]:
    """A part of the picture. What has not moved is the same as before, so that nobody need make or paint it again."""
    shapes = make(*of)
    if side is Side.LEFT:
        return tuple(Shape(s.name, s.role, tuple((-x, y) for x, y in s.points)) for s in shapes)
    return tuple(shapes)


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
