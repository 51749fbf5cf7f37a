"""A refusal: what to do first, until when, and what a statement of the user would settle."""

from dataclasses import replace

from kneeguide.core.questions import Question
from kneeguide.core.refusal import Action, Reason, Refusal, most_urgent_first
from tests.fakes import START, later

WAIT = Reason(Action.WAIT, Question.TODAY_INJURY, later(days=7).wall)
CALL = Reason(Action.CALL_EMERGENCY, Question.EMERGENCY_SHAPE)


def test_the_most_urgent_comes_first_and_each_is_told_once() -> None:
    assert most_urgent_first([WAIT, CALL, WAIT]) == (CALL, WAIT)


def test_of_two_waits_for_the_same_the_longer_counts() -> None:
    shorter = replace(WAIT, until=START.wall)
    assert most_urgent_first([shorter, WAIT, shorter]) == (WAIT,)


def test_an_end_is_known_only_if_every_reason_has_one() -> None:
    assert Refusal((WAIT,)).until == later(days=7).wall
    assert Refusal((CALL, WAIT)).until is None


def test_a_limit_to_other_routines_is_not_settled_by_a_statement() -> None:
    ask = Reason(Action.ASK_FIRST, Question.ASK_CANCER)
    elsewhere = replace(ask, action=Action.OTHER_ROUTINE)
    assert Refusal((ask,)).confirmable == (Question.ASK_CANCER,)
    assert Refusal((elsewhere,)).confirmable == ()
