"""The shipped figures at 16 moments of their strokes, how outlines lie to one another, and poses that are wrong."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from math import hypot

import pytest

from kneeguide import paths
from kneeguide.core.figure import Drawing, draw
from kneeguide.core.outline import Point
from kneeguide.core.pose import Pose
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.posture import Arm, Leg
from kneeguide.core.routine import Side

POSES, PROBLEMS = load_poses(paths.assets_dir() / "figures")
PHASES = [i / 16 for i in range(16)]

every_pose = pytest.mark.parametrize("pose", POSES.values(), ids=POSES.keys())


def poses_where(fits: Callable[[Pose], object]) -> pytest.MarkDecorator:
    """Those of the shipped poses that a test is about; there must be some."""
    chosen = {name: pose for name, pose in POSES.items() if fits(pose)}
    assert chosen
    return pytest.mark.parametrize("pose", chosen.values(), ids=chosen.keys())


@cache
def stroke(pose: Pose) -> list[Drawing]:
    """The pose at every moment that is measured."""
    return [draw(pose, phase, Side.RIGHT) for phase in PHASES]


def ring(drawing: Drawing, name: str) -> tuple[Point, ...]:
    """The one outline of that name."""
    (shape,) = (s for s in drawing.shapes if s.name == name)
    return shape.points


def outline(drawing: Drawing, *names: str) -> list[Point]:
    """All points of the outlines whose names begin so, without the darker edges drawn behind them."""
    shapes = [s for s in drawing.shapes if s.name.startswith(names) and not s.name.endswith("edge")]
    assert shapes, names
    return [point for shape in shapes for point in shape.points]


def inside(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a point lies in an outline."""
    x, y = point
    crossings = 0
    (ax, ay) = ring[-1]
    for bx, by in ring:
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossings += 1
        ax, ay = bx, by
    return crossings % 2 == 1


def to_edge(point: Point, ring: Sequence[Point]) -> float:
    """How far the nearest edge of an outline is."""
    nearest = 9.0
    (ax, ay) = ring[-1]
    for bx, by in ring:
        length = (bx - ax) ** 2 + (by - ay) ** 2
        t = max(0.0, min(1.0, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length)) if length else 0.0
        nearest = min(nearest, hypot(point[0] - ax - t * (bx - ax), point[1] - ay - t * (by - ay)))
        ax, ay = bx, by
    return nearest


def gap(points: Sequence[Point], ring: Sequence[Point]) -> float:
    """How far the nearest of the points is from an outline; below 0, how deep the deepest lies in it."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    left, right, low, high = min(xs) - 0.02, max(xs) + 0.02, min(ys) - 0.02, max(ys) + 0.02
    close = [p for p in points if left < p[0] < right and low < p[1] < high]
    return min((-to_edge(p, ring) if inside(p, ring) else to_edge(p, ring) for p in close), default=0.02)


def changed(name: str, **parts: object) -> Pose:
    """A shipped pose with something wrong."""
    return replace(POSES[name], **parts)


def hand(arm: Arm, **parts: object) -> Arm:
    """An arm whose hand does something else."""
    assert arm.hand is not None
    return replace(arm, hand=replace(arm.hand, **parts))


def foot(leg: Leg, **parts: object) -> Leg:
    """A leg whose foot stands somewhere else."""
    assert leg.foot is not None
    return replace(leg, foot=replace(leg.foot, **parts))
