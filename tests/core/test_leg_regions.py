"""Nobody is shown a place to work that is a place to keep off, and every place lies where anatomy has it."""

from itertools import product

import pytest
from plane import is_inside, overlap

from kneeguide.core.keep_off import KeepOff
from kneeguide.core.leg_regions import KEEP_OFF, MUSCLES
from kneeguide.core.leg_shape import OUTLINES, Curve, View
from kneeguide.core.routine import Muscle

F, S, B = View.FRONT, View.SIDE, View.BACK
MUSCLE_VIEWS = [(muscle, view) for muscle in MUSCLES for view in MUSCLES[muscle]]
KEEP_OFF_VIEWS = [(area, view) for area in KEEP_OFF for view in KEEP_OFF[area]]
KNEE = 0.46
"""Height of the joint line."""
HAND, FOUR_FINGERS = 0.085, 0.065
"""Their breadths on a leg of 107 cm: 9 and 7 cm."""


def top(region: Curve) -> float:
    return max(y for _, y in region)


def bottom(region: Curve) -> float:
    return min(y for _, y in region)


@pytest.mark.parametrize(
    ("muscle", "shown"),
    [
        (Muscle.QUADS, {F, S}),
        (Muscle.VASTUS_LATERALIS, {F, S}),
        (Muscle.AROUND_KNEECAP, {F}),
        (Muscle.HIP_FLEXORS, {F}),
        (Muscle.TFL, {F, S}),
        (Muscle.GLUTES, {S, B}),
        (Muscle.HAMSTRINGS, {S, B}),
        (Muscle.CALF, {S, B}),
    ],
)
def test_a_muscle_is_shown_where_it_lies(muscle: Muscle, shown: set[View]) -> None:
    assert set(MUSCLES[muscle]) == shown


@pytest.mark.parametrize(
    ("area", "shown"),
    [
        (KeepOff.BELLY, {F, S}),
        (KeepOff.FRONT_HIP_BONE, {F, S}),
        (KeepOff.GROIN, {F}),
        (KeepOff.KNEECAP, {F, S}),
        (KeepOff.SHIN, {F, S}),
        (KeepOff.OUTER_HIP_BONE, {F, S, B}),
        (KeepOff.IT_BAND, {F, S, B}),
        (KeepOff.OUTER_KNEE, {F, S, B}),
        (KeepOff.LOW_BACK, {S, B}),
        (KeepOff.SIT_BONE, {B}),
        (KeepOff.BEHIND_KNEE, {S, B}),
        (KeepOff.HEEL_CORD, {S, B}),
    ],
)
def test_a_place_to_keep_off_is_shown_where_it_lies(area: KeepOff, shown: set[View]) -> None:
    assert set(KEEP_OFF[area]) == shown


def test_nothing_is_forgotten() -> None:
    assert set(MUSCLES) == set(Muscle)
    assert set(KEEP_OFF) == set(KeepOff)


@pytest.mark.parametrize(("muscle", "view"), MUSCLE_VIEWS)
def test_no_muscle_reaches_into_a_place_to_keep_off(muscle: Muscle, view: View) -> None:
    trespassed = [
        area for area, shown in KEEP_OFF.items() if view in shown and overlap(MUSCLES[muscle][view], shown[view])
    ]
    assert trespassed == []


def test_a_muscle_that_did_would_be_noticed() -> None:
    outer_thigh = MUSCLES[Muscle.VASTUS_LATERALIS][S]
    on_the_band = tuple((x - 0.010, y) for x, y in outer_thigh)
    assert overlap(on_the_band, KEEP_OFF[KeepOff.IT_BAND][S])
    all_round = ((0.0, 0.7), (0.1, 0.7), (0.1, 0.8), (0.0, 0.8))
    assert overlap(all_round, KEEP_OFF[KeepOff.SIT_BONE][B])
    assert overlap(KEEP_OFF[KeepOff.SIT_BONE][B], all_round)


@pytest.mark.parametrize(("muscle", "view"), MUSCLE_VIEWS)
def test_a_muscle_lies_on_its_leg(muscle: Muscle, view: View) -> None:
    assert all(is_inside(point, OUTLINES[view]) for point in MUSCLES[muscle][view])


@pytest.mark.parametrize(("area", "view"), KEEP_OFF_VIEWS)
def test_a_place_to_keep_off_lies_on_the_body(area: KeepOff, view: View) -> None:
    on_one_half = ((x if view is S else max(abs(x), 0.001), y) for x, y in KEEP_OFF[area][view])
    assert all(is_inside(point, OUTLINES[view]) for point in on_one_half)


@pytest.mark.parametrize("area", [KeepOff.BELLY, KeepOff.LOW_BACK])
def test_what_lies_across_the_middle_is_the_same_on_both_sides(area: KeepOff) -> None:
    region = KEEP_OFF[area][F if area is KeepOff.BELLY else B]
    assert {(round(-x, 9), y) for x, y in region} == {(round(x, 9), y) for x, y in region}


@pytest.mark.parametrize(
    ("muscle", "view", "away"),
    [
        *product((Muscle.QUADS, Muscle.VASTUS_LATERALIS), (F, S), [HAND]),
        *product((Muscle.HAMSTRINGS,), (S, B), [HAND]),
    ],
)
def test_the_thigh_ends_a_hands_width_above_kneecap_and_crease(muscle: Muscle, view: View, away: float) -> None:
    kneecap = top(KEEP_OFF[KeepOff.KNEECAP][F])
    assert bottom(MUSCLES[muscle][view]) >= (KNEE if muscle is Muscle.HAMSTRINGS else kneecap - 0.015) + away


@pytest.mark.parametrize("view", [S, B])
def test_the_calf_lies_between_four_fingers_below_the_crease_and_the_heel_cord(view: View) -> None:
    calf = MUSCLES[Muscle.CALF][view]
    assert top(calf) <= KNEE - FOUR_FINGERS
    assert bottom(calf) > top(KEEP_OFF[KeepOff.HEEL_CORD][view])


def test_the_outer_thigh_is_worked_in_front_of_the_band() -> None:
    band = max(x for x, _ in KEEP_OFF[KeepOff.IT_BAND][S])
    assert min(x for x, _ in MUSCLES[Muscle.VASTUS_LATERALIS][S]) > band


def test_the_soft_ring_leaves_the_kneecap_and_what_is_below_it_free() -> None:
    ring = MUSCLES[Muscle.AROUND_KNEECAP][F]
    assert bottom(ring) > KNEE + 0.015
    assert not any(is_inside((0.090, y / 1000), ring) for y in range(420, 514))


@pytest.mark.parametrize(
    ("area", "view", "height"),
    [
        (KeepOff.FRONT_HIP_BONE, F, 0.57 / 0.62),
        (KeepOff.OUTER_HIP_BONE, S, 0.525 / 0.62),
        (KeepOff.SIT_BONE, B, 0.48 / 0.62),
        (KeepOff.BEHIND_KNEE, B, 0.285 / 0.62),
        (KeepOff.OUTER_KNEE, S, 0.268 / 0.62),
    ],
)
def test_bones_and_hollows_are_at_their_heights(area: KeepOff, view: View, height: float) -> None:
    region = KEEP_OFF[area][view]
    assert (top(region) + bottom(region)) / 2 == pytest.approx(height, abs=0.02)


@pytest.mark.parametrize(
    ("area", "view", "across", "high"),
    [
        (KeepOff.FRONT_HIP_BONE, F, 0.025, 0.034),
        (KeepOff.FRONT_HIP_BONE, S, 0.026, 0.030),
        (KeepOff.OUTER_HIP_BONE, S, 0.038, 0.050),
        (KeepOff.OUTER_KNEE, S, 0.030, 0.036),
        (KeepOff.SIT_BONE, B, 0.044, 0.030),
    ],
)
def test_bones_are_as_broad_and_as_high_as_they_are(area: KeepOff, view: View, across: float, high: float) -> None:
    region = KEEP_OFF[area][view]
    xs = [x for x, _ in region]
    assert (max(xs) - min(xs), top(region) - bottom(region)) == pytest.approx((across, high), abs=1e-4)


@pytest.mark.parametrize(("area", "view"), KEEP_OFF_VIEWS)
def test_no_outline_has_more_points_than_are_seen(area: KeepOff, view: View) -> None:
    """A map is painted at once when its page comes: each point costs."""
    assert len(KEEP_OFF[area][view]) <= 150
