"""A stroke goes out and comes back, and moves what travels with it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core import body
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.solver import skeleton
from kneeguide.core.stroke import stroke_share

POSES, _ = load_poses(Path(__file__).parents[2] / "assets" / "figures")


@pytest.mark.parametrize(("phase", "share"), [(0, 0), (0.25, 0.5), (0.5, 1), (0.75, 0.5)])
def test_a_stroke_goes_out_and_comes_back(phase: float, share: float) -> None:
    assert stroke_share(phase) == pytest.approx(share)


@given(st.floats(0, 1))
def test_the_way_back_is_the_way_out(phase: float) -> None:
    assert stroke_share(phase) == pytest.approx(stroke_share(1 - phase), abs=1e-9)
    assert 0 <= stroke_share(phase) <= 1


@pytest.mark.parametrize("turn", [0.0, 0.5])
def test_it_turns_softly(turn: float) -> None:
    at_the_turn = abs(stroke_share(turn + 0.01) - stroke_share(turn))
    half_way = abs(stroke_share(turn + 0.26) - stroke_share(turn + 0.25))
    assert at_the_turn < half_way / 10


def test_a_roller_goes_towards_the_knee_and_lifts_the_hip_to_lie_on_it() -> None:
    start, end = skeleton(POSES["roller-front-thigh"], 0), skeleton(POSES["roller-front-thigh"], 0.5)
    assert start.tool is not None
    assert end.tool is not None
    assert (start.tool.middle[1], end.tool.middle[1]) == pytest.approx((0.044, 0.044))
    assert end.tool.middle[0] > start.tool.middle[0] + 0.1


def test_palms_glide_from_above_the_knee_towards_the_hip() -> None:
    start, end = skeleton(POSES["palm-glides-front-thigh"], 0), skeleton(POSES["palm-glides-front-thigh"], 0.5)
    assert start.near_arm.forearm.end[0] - end.near_arm.forearm.end[0] == pytest.approx(0.26 * body.THIGH, abs=0.01)
    assert start.near_leg == end.near_leg


def test_a_knee_bend_moves_the_shin_and_leaves_the_thigh() -> None:
    bent, straight = skeleton(POSES["ball-under-thigh-chair"], 0), skeleton(POSES["ball-under-thigh-chair"], 0.5)
    assert bent.near_leg.thigh == straight.near_leg.thigh
    assert straight.near_leg.shank.angle - bent.near_leg.shank.angle > 45


def test_standing_is_as_tall_as_the_body_is() -> None:
    bones = skeleton(POSES["ball-wall-buttock"], 0)
    crown = bones.trunk.head[1] + body.HEAD / 2
    assert 0.93 < crown < 1.0


def test_the_table_of_proportions_adds_up_to_a_body() -> None:
    standing = body.FOOT_HEIGHT + body.SHANK + body.THIGH + body.TRUNK
    assert standing == pytest.approx(0.818)  # the height of the shoulder in the same table
