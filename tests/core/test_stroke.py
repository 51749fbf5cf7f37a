"""What a phase of a stroke does: out and back, softly, and whatever goes with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.posture import Motion, Travel
from kneeguide.core.stroke import LIGHT_WAY_BACK, TAP_LIFT, middle, moment, stroke_share

PHASE = st.floats(0, 1, exclude_max=True)


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


@pytest.mark.parametrize("motion", [Motion.GLIDE, Motion.STROKE, Motion.SLIDE, Motion.BEND, Motion.SWAY])
@pytest.mark.parametrize(("phase", "at"), [(0, 0.2), (0.25, 0.4), (0.5, 0.6)])
def test_what_travels_goes_from_start_to_end(motion: Motion, phase: float, at: float) -> None:
    assert moment(Travel(motion, start=0.2, end=0.6), phase).at == pytest.approx(at)


@given(PHASE)
def test_only_a_stroke_has_a_light_way_back(phase: float) -> None:
    stroke, glide = (moment(Travel(motion, start=0, end=1), phase) for motion in (Motion.STROKE, Motion.GLIDE))
    assert (glide.near_lift, glide.far_lift) == (0, 0)
    assert stroke.near_lift == stroke.far_lift
    assert 0 <= stroke.near_lift <= LIGHT_WAY_BACK
    if phase <= 0.5:
        assert stroke.near_lift == 0


def test_hands_float_highest_in_the_middle_of_the_way_back() -> None:
    assert moment(Travel(Motion.STROKE), 0.75).near_lift == pytest.approx(LIGHT_WAY_BACK)


@given(PHASE)
def test_of_two_fists_that_tap_one_is_always_up(phase: float) -> None:
    now = moment(Travel(Motion.TAP), phase)
    assert max(now.near_lift, now.far_lift) >= TAP_LIFT * 0.7
    assert min(now.near_lift, now.far_lift) >= 0


@pytest.mark.parametrize(("phase", "near", "far"), [(0, 0, 1), (0.5, 1, 0)])
def test_fists_land_half_a_stroke_apart(phase: float, near: float, far: float) -> None:
    now = moment(Travel(Motion.TAP), phase)
    assert (now.near_lift, now.far_lift) == pytest.approx((near * TAP_LIFT, far * TAP_LIFT))


@given(PHASE)
def test_a_circle_is_round(phase: float) -> None:
    now = moment(Travel(Motion.CIRCLE, start=2, end=4), phase)
    assert (now.at - 3) ** 2 + now.swing**2 == pytest.approx(1)


@pytest.mark.parametrize(("phase", "closing"), [(0, 0), (0.25, 0.5), (0.5, 1), (0.75, 0.5)])
def test_a_squeeze_closes_and_opens(phase: float, closing: float) -> None:
    assert moment(Travel(Motion.SQUEEZE), phase).closing == closing


@pytest.mark.parametrize("motion", [Motion.HOLD, Motion.REST])
def test_a_hold_breathes_in_and_out(motion: Motion) -> None:
    breaths = [moment(Travel(motion), phase).breath for phase in (0, 0.25, 0.5, 0.75)]
    assert breaths == [0, 0.5, 1, 0.5]


def test_the_middle_of_a_stroke_has_all_hands_down() -> None:
    now = middle(Travel(Motion.STROKE, start=0.2, end=0.6))
    assert now.at == pytest.approx(0.4)
    assert (now.near_lift, now.far_lift, now.swing, now.breath) == (0, 0, 0, 0)
