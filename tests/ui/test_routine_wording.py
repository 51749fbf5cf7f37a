"""What cards and pages say of a routine in a few words."""

import pytest
from fakes import BALL_AT_WALL, CALF_GLIDES, OWN_STEP, PALM_GLIDES, SEATED, STICK_SWEEPS, routine_of

from kneeguide.core.routine import Condition
from kneeguide.ui import routine_wording

OA, PF = Condition.OSTEOARTHRITIS, Condition.PATELLOFEMORAL


def test_only_the_first_of_a_list_has_its_capital_and_names_keep_theirs() -> None:
    assert routine_wording.listed(["Chair", "Massage stick", "Chair"]) == "Chair, massage stick"
    assert routine_wording.within_sentence(["Front of thigh", "IT band and hip"]) == "front of thigh, IT band and hip"


def test_facts_stand_in_one_line() -> None:
    assert routine_wording.facts(SEATED, 300) == "5 min · Chair, hands"
    assert routine_wording.facts(routine_of(OWN_STEP), 300) == "5 min"


@pytest.mark.parametrize(
    ("conditions", "techniques", "tags"),
    [
        ((OA,), (PALM_GLIDES,), ["Osteoarthritis", "Front of thigh"]),
        ((OA,), (PALM_GLIDES, CALF_GLIDES), ["Osteoarthritis", "Front of thigh +1"]),
        ((OA, PF), (PALM_GLIDES,), ["Osteoarthritis", "Front of the knee"]),
        (tuple(Condition), (STICK_SWEEPS, BALL_AT_WALL, CALF_GLIDES), None),
        ((), (PALM_GLIDES, CALF_GLIDES), ["Front of thigh", "Calf"]),
        ((), (), []),
    ],
)
def test_no_more_tags_than_have_room(
    conditions: tuple[Condition, ...], techniques: tuple[object, ...], tags: list[str] | None
) -> None:
    routine = routine_of(*techniques or (OWN_STEP,), conditions=conditions)  # type: ignore[arg-type]
    said = routine_wording.tags(routine)
    assert len(said) <= routine_wording.MOST_TAGS
    if tags is None:
        assert said[0] == "Any knee pain"
        assert said[1].endswith("+1") or said[1].endswith("+2")
    else:
        assert said == tags
