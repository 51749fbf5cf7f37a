"""Which routines are greyed, and by which answer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import BALL_AT_WALL, CALF_GLIDES, PALM_GLIDES, SEATED, SORE_DAY, START, health, routine_of

from kneeguide.core.limits import Limits
from kneeguide.core.questions import HEALTH_GOOD_FOR, Question
from kneeguide.core.ruled_out import against, limits_known, ruled_out

NOW = START.wall
AT_WALL = routine_of(BALL_AT_WALL, id="itb-wall-short")


@pytest.mark.parametrize(
    ("yes", "gone"),
    [
        ((), {}),
        ((Question.ADAPT_BALANCE,), {"itb-wall-short": Question.ADAPT_BALANCE}),
        ((Question.ASK_ANTICOAGULANT,), {"itb-wall-short": Question.ASK_ANTICOAGULANT}),
        ((Question.ADAPT_SORE_HANDS,), dict.fromkeys(["seated", "flare-gentle-short"], Question.ADAPT_SORE_HANDS)),
        ((Question.ASK_WIDESPREAD,), dict.fromkeys(["itb-wall-short", "seated"], Question.ASK_WIDESPREAD)),
        ((Question.CLOT_JOURNEY,), {}),
    ],
)
def test_what_is_ruled_out_and_why(yes: tuple[Question, ...], gone: dict[str, Question]) -> None:
    assert ruled_out([AT_WALL, replace(SEATED, id="seated"), SORE_DAY], health(*yes), NOW) == gone


def test_without_answers_or_with_old_ones_nothing_is_ruled_out_yet() -> None:
    old = replace(health(Question.ADAPT_BALANCE), at=NOW - HEALTH_GOOD_FOR - timedelta(seconds=1))
    for answers in (None, old):
        assert ruled_out([AT_WALL], answers, NOW) == {}
        assert limits_known(answers, NOW) == Limits()


def test_every_answer_that_has_a_part_in_it_is_named() -> None:
    limits = limits_known(health(Question.CLOT_JOURNEY, Question.ADAPT_BALANCE), NOW)
    assert against(routine_of(CALF_GLIDES, BALL_AT_WALL), limits) == (Question.CLOT_JOURNEY, Question.ADAPT_BALANCE)
    assert against(routine_of(CALF_GLIDES, PALM_GLIDES), limits) == ()
