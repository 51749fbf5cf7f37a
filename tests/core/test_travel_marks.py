"""The marks show where a stroke begins and ends, stand still, and are there only where a stroke goes somewhere."""

from math import hypot
from pathlib import Path

import pytest

from kneeguide.core.drawing import Shape
from kneeguide.core.figure import draw
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.posture import Motion
from kneeguide.core.routine import Side
from kneeguide.core.travel_marks import draw_with_marks

POSES, _ = load_poses(Path(__file__).parents[2] / "assets" / "figures")
TRAVELS = (Motion.GLIDE, Motion.STROKE, Motion.SLIDE, Motion.SWAY, Motion.BEND)


def marks(name: str, stroke: float = 0.3, side: Side = Side.RIGHT) -> list[Shape]:
    return [shape for shape in draw_with_marks(POSES[name], stroke, side).shapes if shape.name == "travel-mark"]


def middle(shape: Shape) -> tuple[float, float]:
    return tuple(sum(part) / len(shape.points) for part in zip(*shape.points, strict=True))  # type: ignore[return-value]


@pytest.mark.parametrize("name", POSES)
def test_there_are_two_marks_where_a_stroke_goes_somewhere_and_none_elsewhere(name: str) -> None:
    assert len(marks(name)) == (2 if POSES[name].travel.motion in TRAVELS else 0)


@pytest.mark.parametrize("name", [name for name, pose in POSES.items() if pose.travel.motion in TRAVELS])
def test_the_marks_are_at_the_ends_of_the_arrow(name: str) -> None:
    arrow = [s for s in draw(POSES[name], 0.3, Side.RIGHT).shapes if s.role is FigureRole.ARROW]
    ends = [point for shape in arrow for point in shape.points]
    for mark in marks(name):
        assert min(hypot(middle(mark)[0] - x, middle(mark)[1] - y) for x, y in ends) < 0.02
    (ax, ay), (bx, by) = (middle(mark) for mark in marks(name))
    assert hypot(ax - bx, ay - by) > 0.1


@pytest.mark.parametrize("name", POSES)
def test_all_else_is_as_it_was(name: str) -> None:
    bare = draw(POSES[name], 0.3, Side.LEFT).shapes
    assert draw_with_marks(POSES[name], 0.3, Side.LEFT).shapes[: len(bare)] == bare


def test_marks_stand_still_and_are_mirrored_with_the_leg() -> None:
    assert all(one is other for one, other in zip(marks("stick-calf", 0.1), marks("stick-calf", 0.6), strict=True))
    right, left = marks("stick-calf"), marks("stick-calf", side=Side.LEFT)
    assert [middle(mark)[0] for mark in right] == pytest.approx([-middle(mark)[0] for mark in left], abs=1e-3)
