"""A routine's techniques are counted, not legs, sets and what lies between."""

from dataclasses import replace

from fakes import SEATED, planned

from kneeguide.core.routine import Sides
from kneeguide.core.stage import StageKind
from kneeguide.core.steps import step_numbers


def test_both_legs_and_what_leads_to_them_are_one_step() -> None:
    stages = planned(get_ready=10).stages
    numbers = step_numbers(stages)
    assert numbers[-1] == len(SEATED.phases)
    legs = [(n, stage.side) for n, stage in zip(numbers, stages, strict=True) if stage.kind is StageKind.WORK]
    assert legs[:4] == [(1, "left"), (1, "right"), (2, "left"), (2, "right")]
    kinds = [(n, stage.kind) for n, stage in zip(numbers, stages, strict=True)]
    assert kinds[:5] == [
        (1, StageKind.GET_READY),
        (1, StageKind.WORK),
        (1, StageKind.CHANGE_OVER),
        (1, StageKind.WORK),
        (2, StageKind.CHANGE_OVER),
    ]
    assert kinds[-1] == (numbers[-2], StageKind.CHECK_IN)


def test_sets_are_one_step_and_the_same_technique_later_is_another() -> None:
    first, second, *_ = SEATED.phases
    routine = replace(SEATED, phases=(replace(first, sets=3), second, replace(first, sides=Sides.ONCE)))
    assert step_numbers(planned(routine).stages)[-1] == 3


def test_what_is_left_out_is_not_counted() -> None:
    assert step_numbers(planned(off=frozenset({2})).stages)[-1] == len(SEATED.phases) - 1


def test_without_stages_there_are_no_steps() -> None:
    assert step_numbers(()) == ()
