"""A figure shows its pose: the muscle on the body, left as the mirror of right, all of the stroke in one frame."""

from math import dist, hypot

import pytest
from figure_checks import PHASES, POSES, PROBLEMS, every_pose, gap, outline, poses_where, stroke

from kneeguide.core.figure import Drawing, FigureRole, draw, frame, layers
from kneeguide.core.outline import Point
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Motion
from kneeguide.core.routine import Side


def seen(drawing: Drawing, role: FigureRole) -> list[Point]:
    return [point for shape in drawing.shapes if shape.role is role for point in shape.points]


def middle(points: list[Point]) -> Point:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def test_all_figures_can_be_read() -> None:
    assert PROBLEMS == []
    assert len(POSES) == 34


@every_pose
def test_the_left_leg_is_the_mirror_of_the_right_at_every_moment(pose: Pose) -> None:
    for phase, right in zip(PHASES, stroke(pose), strict=True):
        left = draw(pose, phase, Side.LEFT)
        mirrored = [(s.name, s.role, tuple((-x, y) for x, y in s.points)) for s in right.shapes]
        assert [(s.name, s.role, s.points) for s in left.shapes] == mirrored
        assert left.bounds == (-right.bounds[2], right.bounds[1], -right.bounds[0], right.bounds[3])


@every_pose
def test_both_sides_differ_in_which_way_the_person_looks(pose: Pose) -> None:
    for side, way in ((Side.RIGHT, 1), (Side.LEFT, -1)):
        drawing = draw(pose, pose.still, side)
        assert way * middle(outline(drawing, "eye"))[0] > way * middle(seen(drawing, FigureRole.HAIR))[0]


@every_pose
def test_the_worked_muscle_is_coral_on_the_body_and_well_visible(pose: Pose) -> None:
    drawing = draw(pose, pose.still, Side.RIGHT)
    muscle = [s for s in drawing.shapes if s.role is FigureRole.MUSCLE]
    assert len(muscle) == (1 if pose.muscle else 0)
    parts = ("near-leg-thigh", "near-leg-shank", "near-leg-shorts", "pelvis", "shirt")
    rings = [outline(drawing, part) for part in parts]
    for shape in muscle:
        assert all(min(gap([point], ring) for ring in rings) < 0.003 for point in shape.points)
        xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
        assert hypot(max(xs) - min(xs), max(ys) - min(ys)) > 0.07


@poses_where(lambda pose: pose.travel.motion not in (Motion.HOLD, Motion.REST))
def test_a_stroke_is_plain_to_see(pose: Pose) -> None:
    """Something moves by a hundredth of the body's height or more: 5 pixels of a person who is 500 high."""
    first, *others = stroke(pose)
    moved = max(
        dist(a, b)
        for other in others
        for before, after in zip(first.shapes, other.shapes, strict=True)
        for a, b in zip(before.points[::4], after.points[::4], strict=False)
    )
    assert moved > 0.01


@poses_where(lambda pose: pose.travel.motion in (Motion.HOLD, Motion.REST))
def test_who_holds_still_breathes_and_does_no_more(pose: Pose) -> None:
    first, *others = stroke(pose)
    for other in others:
        for before, after in zip(first.shapes, other.shapes, strict=True):
            moved = max((dist(a, b) for a, b in zip(before.points, after.points, strict=True)), default=0.0)
            assert moved < 0.025 if "arm" in before.name else moved < 0.012
    shirts = [seen(drawing, FigureRole.SHIRT) for drawing in (first, others[7])]
    assert shirts[0] != shirts[1]


@poses_where(lambda pose: pose.travel.motion is Motion.TAP)
def test_fists_tap_in_turn(pose: Pose) -> None:
    heights = {
        name: [min(y for _, y in outline(drawing, f"{name}-hand")) for drawing in stroke(pose)]
        for name in ("near-arm", "far-arm")
    }
    lowest = {name: PHASES[h.index(min(h))] for name, h in heights.items()}
    highest = {name: PHASES[h.index(max(h))] for name, h in heights.items()}
    assert lowest == {"near-arm": 0.0, "far-arm": 0.5}
    assert highest == {"near-arm": 0.5, "far-arm": 0.0}


@poses_where(lambda pose: pose.travel.motion is Motion.SQUEEZE)
def test_a_squeezing_hand_closes_and_opens_again(pose: Pose) -> None:
    def spread(drawing: Drawing) -> float:
        return max(
            dist(a, b) for a in outline(drawing, "near-arm-hand-finger") for b in outline(drawing, "near-arm-hand")
        )

    spreads = [spread(drawing) for drawing in stroke(pose)]
    assert spreads[8] < spreads[0] - 0.005
    assert spreads[8] == min(spreads)
    assert spreads[4] == pytest.approx(spreads[12])


@poses_where(lambda pose: pose.travel.motion is Motion.STROKE)
def test_hands_float_on_the_light_way_back(pose: Pose) -> None:
    """On the way out and on the way back they are at the same place along the limb; on the way back, off the skin."""
    out, back = (outline(draw(pose, phase, Side.RIGHT), "near-arm-hand") for phase in (0.25, 0.75))
    lifted = [dist(a, b) for a, b in zip(out, back, strict=True)]
    assert 0.001 < max(lifted) < 0.01


@every_pose
def test_the_frame_holds_the_figure_at_every_moment(pose: Pose) -> None:
    left, bottom, right, top = frame(pose, Side.RIGHT)
    for drawing in stroke(pose):
        box = drawing.bounds
        assert min(box[0] - left, box[1] - bottom, right - box[2], top - box[3]) > -0.001


@every_pose
def test_what_stands_still_can_be_painted_once(pose: Pose) -> None:
    runs = layers(pose, Side.LEFT)
    drawings = [draw(pose, phase, Side.LEFT) for phase in PHASES]
    assert [run.start for run in runs] == [0, *(run.stop for run in runs[:-1])]
    assert {len(drawing.shapes) for drawing in drawings} == {runs[-1].stop}
    for run in runs:
        for i in range(run.start, run.stop):
            shapes = [drawing.shapes[i] for drawing in drawings]
            assert {(shape.name, shape.role) for shape in shapes} == {(shapes[0].name, shapes[0].role)}
            assert run.moves or all(shape == shapes[0] for shape in shapes)
    assert not runs[0].moves  # the floor
    assert any(run.moves for run in runs)


def test_what_moves_in_a_stroke_of_the_hands_is_the_arms_alone() -> None:
    pose = POSES["palm-glides-front-thigh"]
    shapes = draw(pose, 0.0, Side.RIGHT).shapes
    moving = {s.name for run in layers(pose, Side.RIGHT) if run.moves for s in shapes[run.start : run.stop]}
    assert moving
    assert all("arm" in name for name in moving)


@every_pose
def test_every_outline_has_an_area_and_a_known_role(pose: Pose) -> None:
    for shape in draw(pose, pose.still, Side.RIGHT).shapes:
        assert len(shape.points) >= 3
        assert shape.role in FigureRole


@poses_where(lambda pose: pose.mat)
def test_whoever_lies_or_sits_on_the_floor_has_a_mat_under_all_that_rests_on_it(pose: Pose) -> None:
    for drawing in stroke(pose):
        mat = seen(drawing, FigureRole.MAT)
        low = [p for s in drawing.shapes if s.name.startswith(("near", "far", "tool")) for p in s.points if p[1] < 0.01]
        assert min(x for x, _ in mat) <= min(x for x, _ in low)
        assert max(x for x, _ in mat) >= max(x for x, _ in low)
        assert max(y for _, y in mat) == pytest.approx(0)


def test_an_arrow_stands_still_while_the_stroke_goes_by() -> None:
    pose = POSES["roller-front-thigh"]
    assert len({tuple(seen(drawing, FigureRole.ARROW)) for drawing in stroke(pose)}) == 1


def test_floor_and_furniture_are_the_same_objects_at_every_moment() -> None:
    first, *others = (draw(POSES["palm-glides-calf"], phase, Side.RIGHT).shapes for phase in PHASES)
    still = [i for i, s in enumerate(first) if s.role in (FigureRole.FLOOR, FigureRole.FURNITURE, FigureRole.SHORTS)]
    assert still
    assert all(other[i] is first[i] for other in others for i in still)
