"""A step is small, one thing at a time, and stays under every cap however often it is taken."""

from dataclasses import replace

import pytest
from fakes import BALL_AT_WALL, KNEE_BENDS, OWN_STEP, PALM_GLIDES, STICK_SWEEPS, phase
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.amount import Amount, LastDose, grown, is_hold, last_of
from kneeguide.core.routine import Stroke, Tempo

HOLD = replace(BALL_AT_WALL, tempo=Tempo(Stroke.HOLD))


@pytest.mark.parametrize(
    ("seconds", "pressure", "last", "amount", "expected"),
    [
        (40, 3, None, Amount.SAME, (40, 3)),
        (40, 3, None, Amount.SHORTER, (40, 3)),  # the plan takes from it
        (40, 3, None, Amount.LONGER, (44, 3)),
        (40, 3, None, Amount.FIRMER, (40, 4)),
        (45, 3, None, Amount.LONGER, (49, 3)),  # never more than 10 in a hundred
        (58, 3, None, Amount.LONGER, (60, 3)),
        (60, 3, None, Amount.LONGER, (60, 3)),
        (40, 5, None, Amount.FIRMER, (40, 5)),
        (90, 7, None, Amount.LONGER, (90, 7)),  # a user's own routine, past what is advised
        (90, 7, None, Amount.FIRMER, (90, 7)),
        (40, 3, LastDose(1, 44, 3), Amount.SAME, (44, 3)),
        (40, 3, LastDose(1, 44, 4), Amount.LONGER, (48, 4)),
        (40, 3, LastDose(1, 20, 1), Amount.SAME, (40, 3)),  # after a gentler day it is as written
        (40, 3, LastDose(1, 200, 9), Amount.LONGER, (60, 5)),
    ],
)
def test_a_step(seconds: int, pressure: int, last: LastDose | None, amount: Amount, expected: tuple[int, int]) -> None:
    assert grown(phase(STICK_SWEEPS, seconds, pressure=pressure), last, amount) == expected


def test_a_hold_grows_to_45_seconds_at_most() -> None:
    assert grown(phase(HOLD, 42), None, Amount.LONGER) == (45, 2)
    assert [is_hold(each) for each in (HOLD, PALM_GLIDES, replace(OWN_STEP, tempo=Tempo(Stroke.HOLD)))] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize("amount", Amount)
def test_what_is_no_massage_does_not_grow(amount: Amount) -> None:
    assert grown(phase(KNEE_BENDS, 30, pressure=0), LastDose(1, 50, 3), amount) == (30, 0)


def test_the_last_dose_of_a_step_is_found_by_its_place() -> None:
    doses = (LastDose(1, 40, 2), LastDose(3, 30, 2))
    assert [last_of(doses, place) for place in (1, 2, 3)] == [doses[0], None, doses[1]]


@given(
    st.integers(5, 120),
    st.integers(1, 10),
    st.lists(st.sampled_from(Amount), max_size=30),
    st.sampled_from([PALM_GLIDES, STICK_SWEEPS, HOLD]),
)
def test_however_many_steps_are_taken_no_cap_is_passed(
    seconds: int, pressure: int, taken: list[Amount], technique: object
) -> None:
    written = phase(technique, seconds, pressure=pressure)  # type: ignore[arg-type]
    dose = (seconds, pressure)
    for amount in taken:
        now = grown(written, LastDose(1, *dose), amount)
        assert now[0] <= max(seconds, 45 if technique is HOLD else 60)
        assert now[1] <= max(pressure, 5)
        assert dose[0] <= now[0] <= dose[0] * 1.1
        assert now[1] - dose[1] in (0, 1)
        assert now[0] == dose[0] or now[1] == dose[1], "one change only"
        dose = now
