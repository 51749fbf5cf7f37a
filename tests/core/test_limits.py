"""What a limit takes away from a single step."""

from dataclasses import replace

import pytest
from fakes import (
    BALL_AT_WALL,
    CALF_GLIDES,
    KNEE_BENDS,
    OWN_STEP,
    PALM_GLIDES,
    REST,
    ROLLER_FACE_DOWN,
    ROLLER_SITTING,
    STICK_SWEEPS,
    TAPPING,
)

from kneeguide.core.limits import CAUTIONS, HANDS_ONLY, LIMIT_OF, Limit, Limits
from kneeguide.core.questions import ADAPT, ASK_FIRST, CLOT_RISK, EMERGENCY, STOP, Question
from kneeguide.core.routine import Method, Muscle, Position, Technique, Tool

CALF = Limit(excluded=frozenset({Muscle.CALF}))
BY_HAND = Limit(tools=HANDS_ONLY)
SEATED = Limit(positions=frozenset({Position.CHAIR}))
NOT_PRONE = Limit(face_down=False)
NO_TAPPING = Limit(tapping=False)
LIMITS = {"calf": CALF, "by hand": BY_HAND, "seated": SEATED, "not prone": NOT_PRONE, "no tapping": NO_TAPPING}


@pytest.mark.parametrize(
    ("technique", "ruled_out_by"),
    [
        (PALM_GLIDES, set()),
        (CALF_GLIDES, {"calf"}),
        (TAPPING, {"no tapping"}),
        (STICK_SWEEPS, {"by hand"}),
        (BALL_AT_WALL, {"by hand", "seated"}),
        (ROLLER_SITTING, {"by hand", "seated"}),
        (ROLLER_FACE_DOWN, {"by hand", "seated", "not prone"}),
        (KNEE_BENDS, set()),
        (replace(KNEE_BENDS, position=Position.FLOOR), {"seated"}),
        (replace(KNEE_BENDS, muscle=Muscle.CALF), set()),
        (OWN_STEP, {"calf", "by hand", "seated", "not prone", "no tapping"}),
        (replace(OWN_STEP, muscle=Muscle.QUADS), {"by hand", "seated", "not prone", "no tapping"}),
        (replace(OWN_STEP, tool=Tool.HANDS), {"calf", "seated", "not prone", "no tapping"}),
        (replace(OWN_STEP, position=Position.CHAIR), {"calf", "by hand", "no tapping"}),
        (replace(OWN_STEP, method=Method.EFFLEURAGE), {"calf", "by hand", "seated", "not prone"}),
        (replace(OWN_STEP, method=Method.MOVEMENT), {"seated", "not prone"}),
    ],
    ids=lambda value: value.id if isinstance(value, Technique) else "",
)
def test_a_step_falls_to_every_limit_that_might_concern_it(technique: Technique, ruled_out_by: set[str]) -> None:
    assert {name for name, limit in LIMITS.items() if not limit.allows(technique)} == ruled_out_by


def test_no_limit_allows_everything() -> None:
    for technique in (OWN_STEP, ROLLER_FACE_DOWN, TAPPING, REST):
        assert Limit().allows(technique)
        assert Limits().against(technique) is None


def test_what_is_ruled_out_names_the_answer() -> None:
    limits = Limits(((Question.ADAPT_FLOOR, LIMIT_OF[Question.ADAPT_FLOOR]), (Question.CLOT_JOURNEY, CALF)))
    assert limits.against(CALF_GLIDES) is Question.CLOT_JOURNEY
    assert limits.against(ROLLER_SITTING) is Question.ADAPT_FLOOR
    assert limits.against(PALM_GLIDES) is None


@pytest.mark.parametrize(
    ("technique", "cap", "asked", "given"),
    [
        (STICK_SWEEPS, 5, 3, 3),
        (STICK_SWEEPS, 5, 5, 5),
        (STICK_SWEEPS, 5, 9, 5),
        (STICK_SWEEPS, 2, 4, 2),
        (PALM_GLIDES, 5, 5, 4),
        (PALM_GLIDES, 3, 5, 3),
        (OWN_STEP, 5, 9, 4),  # it might be done with bare hands
        (REST, 2, 0, 0),
    ],
)
def test_pressure_is_capped_by_the_tool_and_by_the_answers(
    technique: Technique, cap: int, asked: int, given: int
) -> None:
    limits = Limits(((Question.ADAPT_VEINS, Limit(pressure_cap=cap)),))
    assert limits.capped(technique, asked) == given


def test_the_lowest_cap_counts() -> None:
    both = Limits(
        (
            (Question.ASK_OSTEOPOROSIS, LIMIT_OF[Question.ASK_OSTEOPOROSIS]),
            (Question.ASK_SENSATION, LIMIT_OF[Question.ASK_SENSATION]),
        )
    )
    assert both.pressure_cap == 2
    assert Limits().pressure_cap == 5


def test_every_answer_that_lets_a_session_go_on_costs_something_or_asks_for_care() -> None:
    no_cost = {Question.ASK_INJECTION, Question.ASK_UNDER18}  # waits for a week; never goes on
    assert {*ASK_FIRST, *CLOT_RISK, *ADAPT} - no_cost <= {*LIMIT_OF, *CAUTIONS}
    assert not {*EMERGENCY, *STOP} - {Question.STOP_SURGERY} & {*LIMIT_OF}
