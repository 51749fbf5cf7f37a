"""A list of questions knows what is still open, leads there, and hands over exactly what was said."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.questions import LISTED, TODAY, Answer, Question
from kneeguide.core.routine import Area
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.question_list import QuestionList
from kneeguide.ui.widgets.question_row import QuestionRow


@pytest.fixture
def asked(qtbot: QtBot, dressed: QApplication) -> QuestionList:
    made = QuestionList()
    made.add_questions(LISTED)
    made.add_questions(TODAY)
    made.add_own_questions(("Does your hip click?",))
    qtbot.addWidget(made)
    return made


def row(asked: QuestionList, question: Question) -> QuestionRow:
    return asked._asked[question]


def chips(asked: QuestionList, question: Question) -> ChoiceChips:
    follow_up = row(asked, question).follow_up
    assert follow_up is not None
    return follow_up


def say_no_to_all(asked: QuestionList) -> None:
    for each in asked._asked_now:
        each.give(Answer.NO)


def test_nothing_is_answered_in_advance(asked: QuestionList) -> None:
    assert asked.open == asked.total == len(LISTED) + len(TODAY) + 1
    assert asked.replies().given == {}
    assert asked.replies().extra == {}
    assert asked.what_is_missing == f"Still to answer: {asked.total}"


def test_all_answers_are_handed_over(asked: QuestionList) -> None:
    say_no_to_all(asked)
    replies = asked.replies()
    assert replies.given == dict.fromkeys((*LISTED, *TODAY), Answer.NO)
    assert replies.extra == {"Does your hip click?": Answer.NO}
    assert (replies.injured_ago, replies.injected_ago, replies.wound_areas) == (None, None, frozenset())
    assert asked.what_is_missing == ""
    assert not asked.stops


@pytest.mark.parametrize("question", [Question.STOP_ACUTE_INJURY, Question.TODAY_INJURY])
@pytest.mark.parametrize(("choice", "ago"), [(0, timedelta(0)), (1, timedelta(hours=24)), (2, timedelta(hours=48))])
def test_an_injury_is_dated_at_its_latest(
    qtbot: QtBot, asked: QuestionList, question: Question, choice: int, ago: timedelta
) -> None:
    say_no_to_all(asked)
    row(asked, question).give(Answer.YES)
    assert asked.what_is_missing == "Answer: When did it happen?"
    assert asked.replies().injured_ago is None
    qtbot.mouseClick(chips(asked, question)._chips[choice][0], Qt.MouseButton.LeftButton)
    assert asked.replies().injured_ago == ago
    assert asked.what_is_missing == ""
    assert asked.stops


def test_an_injection_is_dated_to_the_day(qtbot: QtBot, asked: QuestionList) -> None:
    row(asked, Question.ASK_INJECTION).give(Answer.YES)
    days = chips(asked, Question.ASK_INJECTION)
    assert [value for _, value in days._chips] == [timedelta(days=day) for day in range(7)]
    qtbot.mouseClick(days._chips[4][0], Qt.MouseButton.LeftButton)
    assert asked.replies().injected_ago == timedelta(days=4)


@pytest.mark.parametrize("question", [Question.STOP_WOUND, Question.TODAY_SKIN])
def test_broken_skin_can_be_in_several_places(qtbot: QtBot, asked: QuestionList, question: Question) -> None:
    say_no_to_all(asked)
    row(asked, question).give(Answer.YES)
    assert asked.what_is_missing == "Answer: Where is the broken skin?"
    for chip, area in chips(asked, question)._chips:
        if area in (Area.CALF, Area.HAMSTRINGS):
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert asked.replies().wound_areas == {Area.CALF, Area.HAMSTRINGS}
    assert not asked.stops


def test_what_followed_a_yes_is_forgotten_with_it(qtbot: QtBot, asked: QuestionList) -> None:
    row(asked, Question.TODAY_INJURY).give(Answer.YES)
    qtbot.mouseClick(chips(asked, Question.TODAY_INJURY).first, Qt.MouseButton.LeftButton)
    row(asked, Question.TODAY_INJURY).give(Answer.NO)
    assert asked.replies().injured_ago is None


def test_a_flare_is_asked_about_only_after_a_yes_to_arthritis_or_gout(asked: QuestionList) -> None:
    say_no_to_all(asked)
    flaring = row(asked, Question.FLARING_NOW)
    assert not flaring.isVisibleTo(asked)
    row(asked, Question.ASK_INFLAMMATORY).give(Answer.YES)
    assert flaring.isVisibleTo(asked)
    assert asked.open == 1
    flaring.give(Answer.YES)
    assert asked.replies().given[Question.FLARING_NOW] is Answer.YES
    row(asked, Question.ASK_INFLAMMATORY).give(Answer.NO)
    assert Question.FLARING_NOW not in asked.replies().given
    assert not asked.stops


def test_the_whole_list_can_be_answered_with_one_key(qtbot: QtBot, asked: QuestionList) -> None:
    asked.go_to_next_open()
    for _ in range(asked.total):
        focused = asked.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_N)
    assert asked.open == 0


def test_a_yes_by_key_leads_to_what_follows_it(qtbot: QtBot, asked: QuestionList) -> None:
    injury = row(asked, Question.TODAY_INJURY)
    with qtbot.waitSignal(asked.reached) as reached:
        qtbot.keyClick(injury.yes, Qt.Key.Key_Y)
    assert reached.args == [injury]
    assert asked.focusWidget() is chips(asked, Question.TODAY_INJURY).first


def test_up_and_down_walk_through_the_questions(qtbot: QtBot, asked: QuestionList) -> None:
    first, second = asked._asked_now[:2]
    first.enter()
    qtbot.keyClick(first.yes, Qt.Key.Key_Up)
    assert asked.focusWidget() is first.yes
    qtbot.keyClick(first.yes, Qt.Key.Key_Down)
    assert asked.focusWidget() is second.yes
    qtbot.keyClick(second.yes, Qt.Key.Key_Up)
    assert asked.focusWidget() is first.yes


def test_a_yes_to_a_routines_own_question_stops(asked: QuestionList) -> None:
    asked._own["Does your hip click?"].give(Answer.YES)
    assert asked.stops
