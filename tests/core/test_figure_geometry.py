"""Drawn figures: what is said to touch does touch, what is planted stays, and nothing goes through anything.

Measured on the finished outlines at 16 moments of the stroke of every shipped pose. Lengths are body heights.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from figure_checks import PHASES, POSES, changed, every_pose, foot, gap, hand, outline, poses_where, ring, stroke

from kneeguide.core.figure import Drawing
from kneeguide.core.outline import Point, circle
from kneeguide.core.pose import Pose
from kneeguide.core.posture import Arm, HandShape, Leg, Motion, Surface
from kneeguide.core.routine import Tool
from kneeguide.core.skeleton import Skeleton, tool_radius
from kneeguide.core.solver import skeleton

TOUCH = 0.01
"""What touches is no farther than this from what it touches: 1 % of body height."""
FLESH = 0.012
"""Flesh that rests on something gives way by this much: 2 cm in a person of 170 cm. No bone is so near the skin."""


def arms(pose: Pose) -> tuple[tuple[str, Arm], ...]:
    return ("near-arm", pose.near_arm), ("far-arm", pose.far_arm)


def legs(pose: Pose) -> tuple[tuple[str, Leg], ...]:
    return ("near-leg", pose.near_leg), ("far-leg", pose.far_leg)


def height_of(pose: Pose, surface: Surface) -> float:
    if surface is Surface.SEAT and pose.chair:
        return pose.chair.seat
    if surface is Surface.STOOL and pose.stool:
        return pose.stool.height
    return 0.0


def pressing_part(pose: Pose, bones: Skeleton) -> tuple[Point, ...]:
    """The tool's outline where it presses: a whole roller or ball, but the middle of a stick, which lies across."""
    assert pose.tool is not None
    assert bones.tool is not None
    return circle(bones.tool.middle, tool_radius(pose.tool.kind))


def is_down(pose: Pose, name: str, phase: float) -> bool:
    """Fists that tap land in turn; all other hands stay down."""
    return pose.travel.motion is not Motion.TAP or phase == (0.0 if name == "near-arm" else 0.5)


@every_pose
def test_hands_touch_what_they_rest_on(pose: Pose) -> None:
    for drawing, phase in zip(stroke(pose), PHASES, strict=True):
        for name, arm in arms(pose):
            palm = outline(drawing, f"{name}-hand")
            if arm.elbow:
                assert min(y for _, y in palm) == pytest.approx(0, abs=TOUCH)
                assert min(y for _, y in outline(drawing, f"{name}-forearm")) == pytest.approx(0, abs=TOUCH)
            if arm.hand is None or not is_down(pose, name, phase):
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
                    assert gap(palm, ring(drawing, "tool")) < 0
                case Surface.PELVIS:
                    assert gap(palm, ring(drawing, "pelvis")) < 0
                case _:
                    leg = "far-leg" if arm.hand.on is Surface.FAR_THIGH else "near-leg"
                    part = "shank" if arm.hand.on is Surface.CALF else "thigh"
                    touching = gap(palm, ring(drawing, f"{leg}-{part}"))
                    assert touching < TOUCH
                    if arm.hand.shape in (HandShape.FLAT, HandShape.HEEL, HandShape.FIST):
                        assert touching > -FLESH


@every_pose
def test_feet_stand_on_what_they_stand_on(pose: Pose) -> None:
    for drawing in stroke(pose):
        for name, leg in legs(pose):
            stands = leg.foot.on if leg.foot else Surface.FLOOR if pose.hip.on is Surface.FEET else None
            if stands:
                sole = outline(drawing, f"{name}-sole", f"{name}-shoe")
                assert min(y for _, y in sole) == pytest.approx(height_of(pose, stands), abs=TOUCH)


@poses_where(lambda pose: pose.hip.on is Surface.FEET or pose.stool or pose.mat)
def test_feet_that_carry_stay_where_they_are(pose: Pose) -> None:
    """Only a foot that slides with its leg, as toes do under a body that travels, may move along the floor."""
    for name, leg in legs(pose):
        planted = pose.hip.on is Surface.FEET or (leg.foot is not None and leg.foot.at is not None)
        if planted and not (leg.foot and leg.foot.moves):
            heels = [min(x for x, _ in outline(drawing, f"{name}-sole")) for drawing in stroke(pose)]
            assert max(heels) - min(heels) < TOUCH


@poses_where(lambda pose: pose.mat)
def test_hands_and_elbows_that_carry_stay_where_they_are(pose: Pose) -> None:
    for name, _ in arms(pose):
        tips = [max(x for x, _ in outline(drawing, f"{name}-hand")) for drawing in stroke(pose)]
        assert max(tips) - min(tips) < TOUCH


@poses_where(lambda pose: pose.hip.on in (Surface.SEAT, Surface.FLOOR) and not (pose.tool and pose.tool.lies))
def test_the_seat_is_sat_on(pose: Pose) -> None:
    assert pose.hip.on is not None
    for drawing in stroke(pose):
        lowest = min(y for _, y in ring(drawing, "pelvis"))
        assert lowest == pytest.approx(height_of(pose, pose.hip.on), abs=TOUCH)


@poses_where(lambda pose: pose.tool)
def test_the_tool_touches_the_body_and_what_it_lies_on(pose: Pose) -> None:
    assert pose.tool is not None
    part = {Surface.THIGH: "near-leg-thigh", Surface.CALF: "near-leg-shank", Surface.PELVIS: "pelvis"}[pose.tool.on]
    for drawing, phase in zip(stroke(pose), PHASES, strict=True):
        tool = pressing_part(pose, skeleton(pose, phase))
        touching = gap(tool, ring(drawing, part))
        assert touching == pytest.approx(0, abs=TOUCH) if pose.tool.depth == 1 else touching < 0
        match pose.tool.lies:
            case Surface.FLOOR | Surface.SEAT:
                assert min(y for _, y in tool) == pytest.approx(height_of(pose, pose.tool.lies), abs=TOUCH)
            case Surface.WALL:
                assert pose.wall is not None
                xs = [x for x, _ in tool]
                reached = max(xs) if pose.wall.person == "left" else min(xs)
                assert reached == pytest.approx(pose.wall.at, abs=TOUCH)


@poses_where(lambda pose: pose.tool and pose.tool.lies in (Surface.FLOOR, Surface.WALL))
def test_a_tool_rolls_half_as_far_as_the_body_and_turns_as_it_goes(pose: Pose) -> None:
    """Nearer to half of it than to none or all, however short the way is."""
    assert pose.tool is not None
    first, last = skeleton(pose, 0.0), skeleton(pose, 0.5)
    assert first.tool is not None
    assert last.tool is not None
    along = 0 if pose.tool.lies is Surface.FLOOR else 1
    tool = last.tool.middle[along] - first.tool.middle[along]
    hip = last.trunk.hip[along] - first.trunk.hip[along]
    assert tool == pytest.approx(hip / 2, abs=min(TOUCH, abs(hip) / 4))
    assert (last.tool.rolled == first.tool.rolled) == (hip == 0)


def through(drawing: Drawing, thing: str, *parts: str) -> float:
    """How deep any of the parts is in a thing."""
    things = [s.points for s in drawing.shapes if s.name == thing]
    return max((-gap(outline(drawing, part), points) for points in things for part in parts), default=0.0)


@every_pose
def test_nobody_goes_through_floor_or_wall(pose: Pose) -> None:
    for drawing in stroke(pose):
        body = outline(drawing, "near-", "far-", "pelvis", "shirt", "face", "hair", "tool")
        assert min(y for _, y in body) > -TOUCH
        if pose.wall:
            xs = [x for x, _ in body]
            assert max(xs) < pose.wall.at + TOUCH if pose.wall.person == "left" else min(xs) > pose.wall.at - TOUCH


@poses_where(lambda pose: pose.chair)
def test_nobody_goes_through_the_chair(pose: Pose) -> None:
    """Arms and hands pass beside it."""
    body = ("near-leg-", "far-leg-", "pelvis", "shirt")
    for drawing in stroke(pose):
        for thing in ("seat", "chair-back", "chair-back-pad"):
            assert through(drawing, thing, *body) < FLESH


@poses_where(lambda pose: pose.stool)
def test_nobody_goes_through_the_stool(pose: Pose) -> None:
    for drawing in stroke(pose):
        assert through(drawing, "stool-top", "near-leg-", "far-leg-", "near-arm-", "far-arm-") < FLESH


@poses_where(lambda pose: pose.tool and pose.tool.kind is not Tool.STICK)
def test_nobody_goes_through_roller_or_ball(pose: Pose) -> None:
    """The worked leg and the trunk lie on it; the other leg and the arms are beside it."""
    for drawing in stroke(pose):
        assert through(drawing, "tool", "near-leg-", "pelvis", "shirt") < FLESH


REST, PRONE, CALF = POSES["rest-and-check-in"], POSES["roller-front-thigh"], POSES["stick-calf"]
WALL, BALL, SAT_ON = POSES["ball-wall-buttock"], POSES["ball-under-thigh-chair"], POSES["roller-buttock"]
OUTER = POSES["ball-wall-outer-thigh"]


@pytest.mark.parametrize(
    ("guard", "wrong"),
    [
        (test_hands_touch_what_they_rest_on, changed(REST.id, near_arm=hand(REST.near_arm, at=1.9))),
        (test_hands_touch_what_they_rest_on, changed(REST.id, near_arm=hand(REST.near_arm, depth=0.4))),
        (test_feet_stand_on_what_they_stand_on, changed(REST.id, far_leg=foot(REST.far_leg, at=0.62))),
        (test_feet_stand_on_what_they_stand_on, changed(WALL.id, travel=replace(WALL.travel, end=215.0))),
        (
            test_feet_that_carry_stay_where_they_are,
            changed(WALL.id, travel=replace(WALL.travel, end=240.0)),
        ),
        (
            test_hands_and_elbows_that_carry_stay_where_they_are,
            changed(PRONE.id, near_arm=replace(PRONE.near_arm, elbow=None, upper=270.0, forearm=0.0)),
        ),
        (test_the_seat_is_sat_on, changed(REST.id, hip=replace(REST.hip, on=None, height=0.4))),
        (
            test_the_tool_touches_the_body_and_what_it_lies_on,
            changed(BALL.id, near_leg=replace(BALL.near_leg, thigh=30.0)),
        ),
        (
            test_the_tool_touches_the_body_and_what_it_lies_on,
            changed(CALF.id, tool=replace(CALF.tool, depth=1.6)),
        ),
        (
            test_a_tool_rolls_half_as_far_as_the_body_and_turns_as_it_goes,
            changed(OUTER.id, hip=replace(OUTER.hip, height=None), near_leg=Leg(thigh=0.0, shank=270.0)),
        ),
        (test_nobody_goes_through_floor_or_wall, changed(PRONE.id, far_leg=Leg(thigh=215.0, shank=180.0))),
        (test_nobody_goes_through_floor_or_wall, changed(WALL.id, trunk=replace(WALL.trunk, angle=140.0))),
        (test_nobody_goes_through_the_chair, changed(REST.id, trunk=replace(REST.trunk, angle=120.0))),
        (test_nobody_goes_through_the_chair, changed(REST.id, near_leg=foot(REST.near_leg, at=0.02))),
        (test_nobody_goes_through_the_stool, changed(CALF.id, far_leg=foot(CALF.far_leg, at=0.45))),
        (test_nobody_goes_through_roller_or_ball, changed(SAT_ON.id, near_leg=foot(SAT_ON.near_leg, at=0.02))),
    ],
)
def test_a_wrong_pose_would_be_found(guard: Callable[[Pose], None], wrong: Pose) -> None:
    with pytest.raises(AssertionError):
        guard(wrong)
