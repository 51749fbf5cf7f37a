"""Signs on the map say how a technique goes, and stay on the muscle."""

from dataclasses import replace

import pytest
from fakes import KNEE_CIRCLES, OWN_STEP, PALM_GLIDES, REST
from plane import is_inside

from kneeguide.core.leg_regions import MUSCLES
from kneeguide.core.leg_shape import View
from kneeguide.core.leg_travel import WAYS, travel
from kneeguide.core.routine import Method, Muscle, Stroke, Technique, Tempo

MOVING = [stroke for stroke in Stroke if stroke is not Stroke.FREE]


def going(stroke: Stroke, muscle: Muscle = Muscle.QUADS, method: Method | None = None) -> Technique:
    return replace(PALM_GLIDES, muscle=muscle, tempo=Tempo(stroke, 3.0), method=method)


@pytest.mark.parametrize(
    ("stroke", "signs"),
    [
        (Stroke.STROKE, 1),
        (Stroke.EACH_WAY, 1),
        (Stroke.SWAY, 1),
        (Stroke.CIRCLE, 2),  # a bow and its point
        (Stroke.SQUEEZE, 6),  # three pairs
        (Stroke.TAP, 4),
        (Stroke.HOLD, 2),  # a dot and its ring
    ],
)
def test_each_stroke_has_its_sign(stroke: Stroke, signs: int) -> None:
    assert len(travel(going(stroke))[View.FRONT]) == signs


@pytest.mark.parametrize("stroke", MOVING)
@pytest.mark.parametrize("muscle", Muscle)
@pytest.mark.parametrize("method", [Method.EFFLEURAGE, Method.TRIGGER_POINT])
def test_signs_stay_on_the_muscle(stroke: Stroke, muscle: Muscle, method: Method) -> None:
    shown = travel(going(stroke, muscle, method))
    assert shown
    for view, signs in shown.items():
        assert all(is_inside(point, MUSCLES[muscle][view]) for sign in signs for point in sign), view


def test_a_long_stroke_points_to_the_hip_and_rolling_points_both_ways() -> None:
    (stroke,) = travel(going(Stroke.STROKE))[View.FRONT]
    (rolling,) = travel(going(Stroke.EACH_WAY))[View.FRONT]
    far, near, _ = WAYS[Muscle.QUADS][View.FRONT]
    assert max(stroke, key=lambda point: point[1]) == pytest.approx(near)
    assert far not in stroke
    assert max(rolling, key=lambda point: point[1]) == pytest.approx(near)
    assert min(rolling, key=lambda point: point[1]) == pytest.approx(far)


@pytest.mark.parametrize(
    ("stroke", "method"), [(Stroke.EACH_WAY, Method.TRIGGER_POINT), (Stroke.SWAY, Method.MYOFASCIAL_RELEASE)]
)
def test_what_keeps_to_one_spot_goes_no_farther_than_a_palm_is_wide(stroke: Stroke, method: Method) -> None:
    (sign,) = travel(going(stroke, Muscle.HAMSTRINGS, method))[View.SIDE]
    assert max(y for _, y in sign) - min(y for _, y in sign) <= 0.08


def test_fingertips_go_round_the_kneecap_above_it() -> None:
    band, _ = travel(KNEE_CIRCLES)[View.FRONT]
    assert min(y for _, y in band) > 0.49


@pytest.mark.parametrize("technique", [REST, OWN_STEP, going(Stroke.FREE)])
def test_without_a_muscle_or_a_pace_there_is_no_sign(technique: Technique) -> None:
    assert travel(technique) == {}
