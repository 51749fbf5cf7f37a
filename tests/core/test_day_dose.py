"""How much one muscle of one leg would get in a day with one more session."""

from dataclasses import replace

from fakes import CALF_GLIDES, PALM_GLIDES, SEATED, phase, planned

from kneeguide.core.day_dose import DayDose, added, past_the_day
from kneeguide.core.routine import Legs, Muscle, Side

LEFT, RIGHT = (Muscle.QUADS, Side.LEFT), (Muscle.QUADS, Side.RIGHT)
NINETY = replace(SEATED, phases=(phase(PALM_GLIDES, 45, sets=2), phase(CALF_GLIDES, 30)))
"""90 s on each thigh, 30 s on each calf."""


def test_a_session_that_would_pass_210_seconds_is_told_with_both_numbers() -> None:
    (over,) = past_the_day(planned(NINETY), {LEFT: 150.0, RIGHT: 120.0})
    assert over == DayDose(Muscle.QUADS, Side.LEFT, 150.0, 90.0)
    assert over.total == 240.0


def test_210_seconds_in_a_day_are_just_allowed() -> None:
    assert past_the_day(planned(NINETY), {LEFT: 120.0}) == ()
    assert len(past_the_day(planned(NINETY), {LEFT: 121.0})) == 1


def test_a_leg_or_a_muscle_that_is_not_worked_on_does_not_matter() -> None:
    assert past_the_day(planned(NINETY, legs=Legs.RIGHT), {LEFT: 200.0}) == ()
    assert past_the_day(planned(NINETY), {(Muscle.GLUTES, Side.LEFT): 500.0}) == ()


def test_a_routine_that_gives_more_by_itself_is_not_this_rules_matter() -> None:
    much = replace(SEATED, phases=(phase(PALM_GLIDES, 60, sets=4),))
    assert past_the_day(planned(much), {}) == ()


def test_accounts_are_added_up() -> None:
    assert added({LEFT: 10.0, RIGHT: 1.0}, {LEFT: 5.0}) == {LEFT: 15.0, RIGHT: 1.0}
