"""The drawn leg has the build of an adult's: joints at their heights, and flesh where flesh is."""

import pytest
from plane import breadth

from kneeguide.core.leg_shape import LINES, OUTLINES, View, through

WAIST = 0.62
"""Height of the waist in body heights: what a leg is measured in."""
HIP, KNEE, ANKLE = (height / WAIST for height in (0.530, 0.285, 0.039))
THIGH, OVER_KNEE, CALF, OVER_ANKLE = 0.68, 0.58, 0.345, 0.12
LEG_IN_CM = 107
"""Of an adult of 172 cm."""


@pytest.mark.parametrize("view", View)
def test_a_leg_stands_on_the_ground_and_ends_at_the_waist(view: View) -> None:
    heights = [y for _, y in OUTLINES[view]]
    assert min(heights) == pytest.approx(0.0, abs=0.002)
    assert max(heights) == 1.0


@pytest.mark.parametrize(
    ("view", "height", "least", "most"),
    [
        (View.FRONT, HIP, 15, 19),  # half of the hips
        (View.FRONT, THIGH, 13, 17),
        (View.FRONT, KNEE, 9, 11),
        (View.FRONT, CALF, 10, 12.5),
        (View.FRONT, OVER_ANKLE, 5, 7),
        (View.SIDE, HIP, 20, 25),
        (View.SIDE, THIGH, 15, 19),
        (View.SIDE, KNEE, 10, 13),
        (View.SIDE, CALF, 10, 13),
        (View.SIDE, OVER_ANKLE, 6, 8),
        (View.SIDE, 0.01, 23, 27),  # the foot
    ],
)
def test_it_is_as_thick_as_an_adult_is(view: View, height: float, least: float, most: float) -> None:
    assert least <= breadth(OUTLINES[view], height) * LEG_IN_CM <= most


@pytest.mark.parametrize("view", View)
def test_thigh_and_calf_bulge_and_knee_and_ankle_are_slender(view: View) -> None:
    thigh, over_knee, knee, calf, ankle = (
        breadth(OUTLINES[view], height) for height in (THIGH, OVER_KNEE, KNEE, CALF, OVER_ANKLE)
    )
    assert thigh > over_knee > knee
    assert calf > knee if view is not View.SIDE else calf > 0.95 * knee
    assert calf > 1.5 * ankle


def test_the_calf_lies_behind_the_shin_and_the_buttock_behind_the_thigh() -> None:
    behind = {height: -min(x for x, y in OUTLINES[View.SIDE] if abs(y - height) < 0.01) for height in (KNEE, CALF)}
    assert behind[CALF] > behind[KNEE] + 0.02
    assert min(OUTLINES[View.SIDE])[1] == pytest.approx(HIP, abs=0.03)


def test_front_and_back_are_one_silhouette_down_to_the_ankle() -> None:
    above = {view: {p for p in OUTLINES[view] if p[1] > ANKLE + 0.005} for view in (View.FRONT, View.BACK)}
    assert above[View.FRONT] == above[View.BACK]


@pytest.mark.parametrize("view", View)
def test_contours_lie_on_the_leg(view: View) -> None:
    left, right = min(x for x, _ in OUTLINES[view]), max(x for x, _ in OUTLINES[view])
    assert LINES[view]
    assert all(left <= x <= right and 0 <= y <= 1 for line in LINES[view] for x, y in line)


def test_a_curve_goes_through_its_points_from_the_first_to_the_last() -> None:
    points = ((0.0, 0.0), (0.1, 0.2), (0.0, 0.4))
    curve = through(points)
    assert (curve[0], curve[-1]) == (points[0], points[-1])
    assert points[1] in curve
