"""Drawn figures: what is said to touch does touch, nobody sinks into a floor, and the left leg mirrors the right.

Measured on the finished outlines, in body heights, at 16 moments of the stroke of every shipped pose.
"""

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from math import hypot
from pathlib import Path

import pytest

from kneeguide.core.figure import Drawing, FigureRole, draw, frame
from kneeguide.core.outline import Point, Segment, circle
from kneeguide.core.pose import Pose
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.posture import Arm, Leg, Motion, Surface
from kneeguide.core.routine import Side, Tool
from kneeguide.core.skeleton import ArmBones, LegBones
from kneeguide.core.solver import skeleton

POSES, _ = load_poses(Path(__file__).parents[2] / "assets" / "figures")
PHASES = [i / 16 for i in range(16)]
TOUCH = 0.01

every_pose = pytest.mark.parametrize("pose", POSES.values(), ids=POSES.keys())


def poses_where(fits: Callable[[Pose], object]) -> pytest.MarkDecorator:
    chosen = {name: pose for name, pose in POSES.items() if fits(pose)}
    assert chosen
    return pytest.mark.parametrize("pose", chosen.values(), ids=chosen.keys())


@cache
def stroke(pose: Pose) -> list[Drawing]:
    """The pose at every moment that is measured."""
    return [draw(pose, phase, Side.RIGHT) for phase in PHASES]


def outline(drawing: Drawing, *names: str) -> list[Point]:
    """All points of the outlines of that name, without the darker edges drawn behind them."""
    shapes = [s for s in drawing.shapes if s.name.startswith(names) and not s.name.endswith("edge")]
    assert shapes, names
    return [point for shape in shapes for point in shape.points]


def inside(point: Point, ring: list[Point]) -> bool:
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossings += 1
    return crossings % 2 == 1


def to_edge(point: Point, ring: list[Point]) -> float:
    nearest = 9.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        length = (bx - ax) ** 2 + (by - ay) ** 2
        t = max(0.0, min(1.0, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length)) if length else 0.0
        nearest = min(nearest, hypot(point[0] - ax - t * (bx - ax), point[1] - ay - t * (by - ay)))
    return nearest


def gap(points: Sequence[Point], ring: list[Point]) -> float:
    """How far the nearest of the points is from a ring; below 0, how deep the deepest lies in it.

    Outlines are so fine that every third point tells.
    """
    return min(-to_edge(p, ring) if inside(p, ring) else to_edge(p, ring) for p in points[::3])


def height_of(pose: Pose, surface: Surface) -> float:
    if surface is Surface.SEAT and pose.chair:
        return pose.chair.seat
    if surface is Surface.STOOL and pose.stool:
        return pose.stool.height
    return 0.0


def arms(pose: Pose) -> tuple[tuple[str, Arm], ...]:
    return ("near-arm", pose.near_arm), ("far-arm", pose.far_arm)


def legs(pose: Pose) -> tuple[tuple[str, Leg], ...]:
    return ("near-leg", pose.near_leg), ("far-leg", pose.far_leg)


def bend(first: Segment, second: Segment) -> float:
    return (second.angle - first.angle + 180) % 360 - 180


def length(segment: Segment) -> float:
    return hypot(segment.end[0] - segment.start[0], segment.end[1] - segment.start[1])


def pressing_part(pose: Pose, phase: float) -> tuple[Point, ...]:
    """The tool's outline where it presses: a whole roller or ball, but the middle of a stick, which lies across."""
    place = skeleton(pose, phase).tool
    assert place is not None
    assert pose.tool is not None
    return circle(place.middle, {Tool.ROLLER: 0.044, Tool.BALL: 0.027, Tool.STICK: 0.012}[pose.tool.kind])


@every_pose
def test_hands_touch_what_they_rest_on(pose: Pose) -> None:
    for drawing in stroke(pose):
        for name, arm in arms(pose):
            palm = outline(drawing, f"{name}-hand")
            if arm.elbow:
                assert min(y for _, y in palm) == pytest.approx(0, abs=TOUCH)
                assert min(y for _, y in outline(drawing, f"{name}-forearm")) == pytest.approx(0, abs=TOUCH)
            if arm.hand is None:
                continue
            match arm.hand.on:
                case Surface.FLOOR | Surface.SEAT:
                    assert min(y for _, y in palm) == pytest.approx(height_of(pose, arm.hand.on), abs=TOUCH)
                case Surface.WALL:
                    assert pose.wall is not None
                    xs = [x for x, _ in palm]
                    reached = max(xs) if pose.wall.person == "left" else min(xs)
                    assert reached == pytest.approx(pose.wall.at, abs=TOUCH)
                case Surface.STICK:
                    assert gap(palm, outline(drawing, "tool")) < 0
                case _:
                    leg = "far-leg" if arm.hand.on is Surface.FAR_THIGH else "near-leg"
                    part = "shank" if arm.hand.on is Surface.CALF else "thigh"
                    assert gap(palm, outline(drawing, f"{leg}-{part}")) < TOUCH


@every_pose
def test_feet_stand_on_what_they_stand_on(pose: Pose) -> None:
    for drawing in stroke(pose):
        for name, leg in legs(pose):
            stands = leg.foot.on if leg.foot else Surface.FLOOR if pose.hip.on is Surface.FEET else None
            if stands:
                sole = outline(drawing, f"{name}-sole", f"{name}-shoe")
                assert min(y for _, y in sole) == pytest.approx(height_of(pose, stands), abs=TOUCH)


@poses_where(lambda pose: pose.hip.on in (Surface.SEAT, Surface.FLOOR) and not (pose.tool and pose.tool.lies))
def test_the_seat_is_sat_on(pose: Pose) -> None:
    assert pose.hip.on is not None
    for drawing in stroke(pose):
        lowest = min(y for _, y in outline(drawing, "pelvis"))
        assert lowest == pytest.approx(height_of(pose, pose.hip.on), abs=TOUCH)


@poses_where(lambda pose: pose.tool)
def test_the_tool_touches_the_body_and_what_it_lies_on(pose: Pose) -> None:
    assert pose.tool is not None
    for drawing, phase in zip(stroke(pose), PHASES, strict=True):
        part = {Surface.THIGH: "near-leg-thigh", Surface.CALF: "near-leg-shank", Surface.PELVIS: "pelvis"}[pose.tool.on]
        tool = pressing_part(pose, phase)
        touching = gap(tool, outline(drawing, part))
        assert touching < TOUCH
        assert touching > -TOUCH
        match pose.tool.lies:
            case Surface.FLOOR | Surface.SEAT:
                assert min(y for _, y in tool) == pytest.approx(height_of(pose, pose.tool.lies), abs=TOUCH)
            case Surface.WALL:
                assert pose.wall is not None
                xs = [x for x, _ in tool]
                reached = max(xs) if pose.wall.person == "left" else min(xs)
                assert reached == pytest.approx(pose.wall.at, abs=TOUCH)


@poses_where(lambda pose: pose.tool)
def test_the_tool_stays_on_the_muscle(pose: Pose) -> None:
    for drawing, phase in zip(stroke(pose), PHASES, strict=True):
        tool = pressing_part(pose, phase)
        muscle = next(s for s in drawing.shapes if s.name == "muscle").points
        assert gap(tool, list(muscle)) < 0.03


@every_pose
def test_nothing_goes_through_floor_wall_or_seat(pose: Pose) -> None:
    for drawing in stroke(pose):
        body = outline(drawing, "near-", "far-", "pelvis", "shirt", "face", "hair", "tool")
        assert min(y for _, y in body) > -TOUCH
        if pose.wall:
            xs = [x for x, _ in body]
            assert max(xs) < pose.wall.at + TOUCH if pose.wall.person == "left" else min(xs) > pose.wall.at - TOUCH
        if pose.chair:
            rear, front, seat = pose.chair.front - 0.25, pose.chair.front, pose.chair.seat
            sitting = outline(drawing, "near-leg-thigh", "far-leg-thigh", "pelvis")
            assert min(y for x, y in sitting if rear < x < front) > seat - TOUCH


@every_pose
def test_bones_keep_their_length_and_joints_their_human_range(pose: Pose) -> None:
    for phase in PHASES:
        bones = skeleton(pose, phase)
        for leg in (bones.near_leg, bones.far_leg):
            check_leg(leg, bones.trunk.lean)
        for arm in (bones.near_arm, bones.far_arm):
            check_arm(arm)
        assert -45 <= (bones.trunk.tilt - bones.trunk.lean + 180) % 360 - 180 <= 60


def check_leg(leg: LegBones, lean: float) -> None:
    assert (length(leg.thigh), length(leg.shank)) == pytest.approx((0.245, 0.246), abs=1e-4)
    assert -2 <= -bend(leg.thigh, leg.shank) <= 150
    hip = (leg.thigh.angle - (lean - 90) + 180) % 360 - 180
    assert -25 <= hip <= 125
    ankle = (leg.toes - (leg.shank.angle + 90) + 180) % 360 - 180
    assert -60 <= ankle <= 40


def check_arm(arm: ArmBones) -> None:
    assert (length(arm.upper), length(arm.forearm)) == pytest.approx((0.186, 0.146), abs=1e-4)
    assert -2 <= bend(arm.upper, arm.forearm) <= 150
    wrist = abs((arm.fingers - arm.forearm.angle + 180) % 360 - 180)
    assert wrist <= 95


@every_pose
def test_the_left_leg_is_the_mirror_of_the_right(pose: Pose) -> None:
    right, left = draw(pose, pose.still, Side.RIGHT), draw(pose, pose.still, Side.LEFT)
    mirrored = [(s.name, s.role, tuple((-x, y) for x, y in s.points)) for s in right.shapes]
    assert [(s.name, s.role, s.points) for s in left.shapes] == mirrored
    assert left.bounds == (-right.bounds[2], right.bounds[1], -right.bounds[0], right.bounds[3])


@every_pose
def test_the_worked_muscle_is_coral_on_the_body_and_well_visible(pose: Pose) -> None:
    drawing = draw(pose, pose.still, Side.RIGHT)
    muscle = [s for s in drawing.shapes if s.role is FigureRole.MUSCLE]
    assert len(muscle) == (1 if pose.muscle else 0)
    rings = [
        outline(drawing, part) for part in ("near-leg-thigh", "near-leg-shank", "near-leg-shorts", "pelvis", "shirt")
    ]
    for shape in muscle:
        assert all(min(gap([point], ring) for ring in rings) < 0.001 for point in shape.points)
        xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
        assert hypot(max(xs) - min(xs), max(ys) - min(ys)) > 0.07


@every_pose
def test_a_stroke_moves_unless_it_is_a_hold_or_rest(pose: Pose) -> None:
    still = pose.travel.motion in (Motion.HOLD, Motion.REST)
    assert (draw(pose, 0.0, Side.RIGHT) == draw(pose, 0.5, Side.RIGHT)) is still


@every_pose
def test_the_frame_holds_the_figure_at_every_moment(pose: Pose) -> None:
    left, bottom, right, top = frame(pose, Side.RIGHT)
    for drawing in stroke(pose):
        box = drawing.bounds
        assert min(box[0] - left, box[1] - bottom, right - box[2], top - box[3]) > -TOUCH


def test_a_hand_that_cannot_reach_would_be_found() -> None:
    pose = POSES["rest-and-check-in"]
    assert pose.near_arm.hand is not None
    too_far = dataclasses.replace(pose.near_arm, hand=dataclasses.replace(pose.near_arm.hand, at=1.9))
    with pytest.raises(AssertionError):
        test_hands_touch_what_they_rest_on(dataclasses.replace(pose, near_arm=too_far))


def test_a_person_who_sinks_into_the_floor_would_be_found() -> None:
    pose = POSES["roller-front-thigh"]
    sunk = dataclasses.replace(pose.far_leg, thigh=215.0)
    with pytest.raises(AssertionError):
        test_nothing_goes_through_floor_wall_or_seat(dataclasses.replace(pose, far_leg=sunk))


def test_every_outline_has_an_area_and_a_known_role() -> None:
    for pose in POSES.values():
        for shape in draw(pose, pose.still, Side.RIGHT).shapes:
            assert len(shape.points) >= 3
            assert shape.role in FigureRole
