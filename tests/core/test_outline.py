"""The geometry of bones and outlines."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.outline import Segment, circle, direction, hull, offset, reach, smooth, tapered

near = st.floats(-1, 1)
bone = st.floats(0.1, 0.4)


@given(near, near, bone, bone, st.booleans())
def test_two_bones_keep_their_length_and_meet_what_is_in_reach(
    x: float, y: float, first: float, second: float, knee: bool
) -> None:
    middle, end = reach((0, 0), (x, y), first, second, knee=knee)
    assert dist((0, 0), middle) == pytest.approx(first, abs=1e-4)
    assert dist(middle, end) == pytest.approx(second, abs=1e-4)
    if abs(first - second) + 0.001 < dist((0, 0), (x, y)) < first + second - 0.001:
        assert end == pytest.approx((x, y), abs=1e-6)


@given(st.floats(0.25, 0.38), st.floats(0, 360))
def test_knees_and_elbows_fold_opposite_ways(far: float, aim: float) -> None:
    target = offset((0, 0), aim, far)
    for knee, sign in ((True, -1), (False, 1)):
        middle, end = reach((0, 0), target, 0.2, 0.2, knee=knee)
        turn = (direction(middle, end) - direction((0, 0), middle) + 180) % 360 - 180
        assert turn * sign > 0


def test_a_limb_is_the_hull_of_two_circles() -> None:
    limb = tapered((0, 0), 0.3, (1, 0), 0.1)
    assert min(x for x, _ in limb) == pytest.approx(-0.3, abs=0.001)
    assert max(x for x, _ in limb) == pytest.approx(1.1, abs=0.001)
    assert max(y for _, y in limb) == pytest.approx(0.3, abs=0.01)


def test_a_circle_inside_another_adds_nothing() -> None:
    assert tapered((0, 0), 0.3, (0.1, 0), 0.1) == circle((0, 0), 0.3)
    assert tapered((0.1, 0), 0.1, (0, 0), 0.3) == circle((0, 0), 0.3)


def test_a_smooth_curve_goes_through_its_points() -> None:
    corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    assert set(corners) <= set(smooth(corners))


def test_a_hull_leaves_out_what_lies_within() -> None:
    assert set(hull([(0, 0), (2, 0), (1, 0.5), (2, 2), (0, 2), (1, 1)])) == {(0, 0), (2, 0), (2, 2), (0, 2)}


def test_flesh_lies_before_and_behind_a_bone_of_somebody_who_faces_right() -> None:
    thigh = Segment((0, 1), (0, 0), ((0.0, 0.1, 0.2), (1.0, 0.1, 0.2)))
    assert thigh.inside(0.5, 1) == pytest.approx((0.1, 0.5))
    assert thigh.inside(0.5, -1) == pytest.approx((-0.2, 0.5))
    assert thigh.inside(0.5, 0.5) == pytest.approx((0.05, 0.5))
    outline = thigh.outline(more=0.01)
    assert max(x for x, _ in outline) == pytest.approx(0.2, abs=0.12)
    assert min(x for x, _ in outline) == pytest.approx(-0.21, abs=0.001)


def test_a_hem_is_cut_off_where_the_cloth_ends() -> None:
    thigh = Segment((0, 1), (0, 0), ((0.0, 0.1, 0.1), (1.0, 0.1, 0.1)))
    assert min(y for _, y in thigh.outline(0, 0.5, hem=True)) == pytest.approx(0.5)
    assert min(y for _, y in thigh.outline(0, 0.5)) < 0.45
