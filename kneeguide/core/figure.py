"""A pose at a moment of its stroke as the outlines of a person, a muscle, a tool and what stands around.

Outlines are plain polygons, so that a window, a printer and a picture file draw the same person.

For whoever lets a figure move: a phase says how far a stroke has gone. It goes out in [0, 0.5) and comes back in
[0.5, 1), softly at both turns; a stroke with a light way back lifts the hands there. A circle is one round. A squeeze
closes, then opens. Of two tapping fists the near one lands at 0 and the far one at 0.5. A hold breathes in, then out.
How many seconds each half takes is for the tempo to say. The number and order of the shapes of a pose are the same at
every phase. ``layers`` says which runs of them move; the others are equal at every phase, and as a rule the very same
objects, so that they can be painted once and kept.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import pairwise

from kneeguide.core import muscles, person, scene
from kneeguide.core.arrow import arrow
from kneeguide.core.drawing import Bounds, Drawing, Layer, Shape
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Face, Surface
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.skeleton import Skeleton
from kneeguide.core.solver import skeleton

__all__ = ["Bounds", "Drawing", "FigureRole", "Layer", "Shape", "draw", "frame", "layers"]

_NEAR_LEG = (Surface.THIGH, Surface.CALF, Surface.STICK)
_EIGHTHS = tuple(i / 8 for i in range(8))
"""Every turn of a stroke, a circle, a tap or a breath is at one of these phases."""


def draw(pose: Pose, stroke: float, side: Side) -> Drawing:
    """Draw a pose at a phase of its stroke, in [0, 1). The worked leg is the near one; left mirrors right."""
    return Drawing(tuple(shape for part in _parts(pose, skeleton(pose, stroke), side) for shape in part))


def frame(pose: Pose, side: Side) -> Bounds:
    """The box that holds the whole stroke, so that a moving picture stands still in its frame."""
    boxes = [drawing.bounds for drawing in _stroke(pose, side)]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def layers(pose: Pose, side: Side) -> tuple[Layer, ...]:
    """The shapes of a pose in runs, from the farthest to the nearest: those that move with the stroke and those not.

    Together the runs are all of ``draw(pose, …, side).shapes``. What stands still may be painted once and kept.
    """
    shapes = zip(*(drawing.shapes for drawing in _stroke(pose, side)), strict=True)
    moves = [any(shape != first for shape in others) for first, *others in shapes]
    ends = [i for i in range(1, len(moves)) if moves[i] != moves[i - 1]]
    return tuple(Layer(start, stop, moves[start]) for start, stop in pairwise([0, *ends, len(moves)]))


@lru_cache(maxsize=1)
def _stroke(pose: Pose, side: Side) -> tuple[Drawing, ...]:
    return tuple(draw(pose, phase, side) for phase in _EIGHTHS)


def _parts(pose: Pose, bones: Skeleton, side: Side) -> Iterator[tuple[Shape, ...]]:
    """The parts of the picture, from the farthest to the nearest."""
    part = partial(_part, side)
    near_hand, far_hand = pose.near_arm.hand, pose.far_arm.hand
    near_arm_under = near_hand is not None and near_hand.under
    far_arm_over = far_hand is not None and far_hand.on in _NEAR_LEG and not far_hand.under
    far_arm = part(person.arm, bones.far_arm, "far-arm", True)
    near_arm = part(person.arm, bones.near_arm, "near-arm", False)
    tool = part(scene.tool, pose.tool, bones.tool) if pose.tool else ()
    held = pose.tool is not None and pose.tool.lies is None and pose.tool.face is Face.FRONT
    trunk = bones.trunk
    yield part(scene.ground, pose)
    yield part(scene.surroundings, pose)
    yield part(person.leg, bones.far_leg, "far-leg", True)
    yield () if far_arm_over else far_arm
    yield part(scene.stool, pose.stool) if pose.stool else ()
    yield () if held else tool
    yield near_arm if near_arm_under else ()
    yield part(person.leg, bones.near_leg, "near-leg", False)
    yield part(person.pelvis, trunk.hip, trunk.lean, trunk.form.far_hip)
    yield part(muscles.on_leg, bones.near_leg, pose.muscle) if pose.muscle in muscles.ON_LEG else ()
    yield part(muscles.around_kneecap, bones.near_leg) if pose.muscle is Muscle.AROUND_KNEECAP else ()
    yield tool if held else ()
    yield far_arm if far_arm_over else ()
    yield part(person.trunk, trunk)
    yield part(muscles.on_hip, trunk, pose.muscle) if pose.muscle in muscles.ON_HIP else ()
    yield () if near_arm_under else near_arm
    yield part(arrow, pose)


@lru_cache(maxsize=64)
def _part(side: Side, make: Callable[..., Iterable[Shape]], *of: Hashable) -> tuple[Shape, ...]:
    """A part of the picture. What has not moved is the same as before, so that nobody need make or paint it again."""
    shapes = make(*of)
    if side is Side.LEFT:
        return tuple(Shape(s.name, s.role, tuple([(-x, y) for x, y in s.points])) for s in shapes)
    return tuple(shapes)
