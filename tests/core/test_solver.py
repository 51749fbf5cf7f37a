"""A solved pose moves what travels with the stroke and leaves the rest."""

from math import dist

import pytest
from figure_checks import POSES

from kneeguide.core import body
from kneeguide.core.outline import between
from kneeguide.core.skeleton import BREATH_RISE
from kneeguide.core.solver import skeleton, stance


def test_a_body_travels_over_the_roller_while_the_elbows_stay() -> None:
    start, end = skeleton(POSES["roller-front-thigh"], 0), skeleton(POSES["roller-front-thigh"], 0.5)
    assert start.tool is not None
    assert end.tool is not None
    assert (start.tool.middle[1], end.tool.middle[1]) == pytest.approx((0.044, 0.044), abs=1e-3)
    assert end.trunk.hip[0] > start.trunk.hip[0] + 0.15  # towards the head, so that the roller comes nearer the knee
    assert start.near_arm.upper.end == pytest.approx(end.near_arm.upper.end)
    assert start.near_arm.upper.start != pytest.approx(end.near_arm.upper.start)


def test_a_roller_turns_as_far_as_it_goes() -> None:
    pose = POSES["roller-front-thigh"]
    start, end = skeleton(pose, 0).tool, skeleton(pose, 0.5).tool
    assert start is not None
    assert end is not None
    gone = end.middle[0] - start.middle[0]
    assert start.rolled - end.rolled == pytest.approx(gone / 0.044 * 57.2958, rel=1e-3)


def test_palms_glide_from_above_the_knee_towards_the_hip() -> None:
    pose = POSES["palm-glides-front-thigh"]
    start, end = skeleton(pose, 0), skeleton(pose, 0.5)
    way = (pose.travel.start - pose.travel.end) * body.THIGH
    assert way > 0.07
    assert start.near_arm.forearm.end[0] - end.near_arm.forearm.end[0] == pytest.approx(way, abs=0.01)
    assert start.near_leg == end.near_leg


def test_a_knee_bend_moves_the_shin_and_leaves_the_thigh() -> None:
    bent, straight = skeleton(POSES["ball-under-thigh-chair"], 0), skeleton(POSES["ball-under-thigh-chair"], 0.5)
    assert bent.near_leg.thigh == straight.near_leg.thigh
    assert straight.near_leg.shank.angle - bent.near_leg.shank.angle > 45


def test_a_full_breath_lifts_the_shoulders_of_whoever_does_not_lean_on_the_hands() -> None:
    out, full = (skeleton(POSES["rest-and-check-in"], phase).trunk.shoulder for phase in (0, 0.5))
    assert full[1] - out[1] == pytest.approx(BREATH_RISE, abs=1e-3)
    out, full = (skeleton(POSES["roller-pause-buttock"], phase).trunk.shoulder for phase in (0, 0.5))
    assert full == out


def test_standing_is_as_tall_as_the_body_is() -> None:
    crown = skeleton(POSES["knuckle-circles-front-hip"], 0).trunk.head[1] + body.HEAD / 2
    assert 0.95 < crown < 1.0


def test_the_table_of_proportions_adds_up_to_a_body() -> None:
    standing = body.FOOT_HEIGHT + body.SHANK + body.THIGH + body.TRUNK
    assert standing == pytest.approx(0.818)  # the height of the shoulder in the same table


def test_a_knee_that_bends_to_the_viewer_shows_as_a_straight_short_leg() -> None:
    leg = stance(POSES["ball-wall-outer-thigh"]).near_leg
    hip, knee, ankle = leg.thigh.start, leg.thigh.end, leg.shank.end
    assert dist(hip, ankle) < body.THIGH + body.SHANK
    assert knee == pytest.approx(between(hip, ankle, body.THIGH / (body.THIGH + body.SHANK)))


def test_toes_bend_under_a_foot_that_stands_on_them() -> None:
    bones = stance(POSES["roller-front-thigh"])
    assert bones.near_leg.toe_bend > 45
    assert stance(POSES["rest-and-check-in"]).near_leg.toe_bend == 0


def test_the_way_out_is_solved_as_the_way_back() -> None:
    for pose in POSES.values():
        if pose.travel.motion in ("glide", "slide", "bend", "hold"):
            out, back = skeleton(pose, 0.125), skeleton(pose, 0.875)
            assert out.near_arm.forearm.end == pytest.approx(back.near_arm.forearm.end)
