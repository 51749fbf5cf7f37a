"""A question starts unanswered, is answered by click or key, and says at once what a yes means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.questions import Answer
from kneeguide.ui.safety_wording import Tone
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.question_row import QuestionRow

IF_YES = "Not today. Rest."


@pytest.fixture
def row(qtbot: QtBot, dressed: QApplication) -> QuestionRow:
    made = QuestionRow(
        "Is it sore?", IF_YES, Tone.STOP, "Sore legs rest.", ChoiceChips("When?", [("Now", 1), ("Then", 2)])
    )
    qtbot.addWidget(made)
    return made


def says_what_yes_means(row: QuestionRow) -> bool:
    return row._if_yes.isVisibleTo(row)


def test_nothing_is_answered_in_advance(row: QuestionRow) -> None:
    assert row.answer is None
    assert row.wants is row.yes
    assert not says_what_yes_means(row)


def test_a_yes_says_at_once_what_it_means_and_a_no_takes_it_back(qtbot: QtBot, row: QuestionRow) -> None:
    qtbot.mouseClick(row.yes, Qt.MouseButton.LeftButton)
    assert row.answer is Answer.YES
    assert says_what_yes_means(row)
    assert row.property("box") == "stop"
    qtbot.mouseClick(row.no, Qt.MouseButton.LeftButton)
    assert row.answer is Answer.NO
    assert not says_what_yes_means(row)
    assert row.property("box") == "card"


def test_a_yes_that_is_followed_up_is_only_half_an_answer(qtbot: QtBot, row: QuestionRow) -> None:
    assert row.follow_up is not None
    row.give(Answer.YES)
    assert row.follow_up.isVisibleTo(row)
    assert row.wants is row.follow_up.first
    qtbot.mouseClick(row.follow_up.first, Qt.MouseButton.LeftButton)
    assert row.wants is None


def test_a_no_is_not_followed_up(row: QuestionRow) -> None:
    assert row.follow_up is not None
    row.give(Answer.NO)
    assert not row.follow_up.isVisibleTo(row)
    assert row.wants is None


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Y, Answer.YES), (Qt.Key.Key_N, Answer.NO)])
def test_a_key_answers(qtbot: QtBot, row: QuestionRow, key: Qt.Key, answer: Answer) -> None:
    with qtbot.waitSignals([row.answered, row.answered_by_key]):
        qtbot.keyClick(row.yes, key)
    assert row.answer is answer


def test_the_arrows_move_and_never_answer(qtbot: QtBot, row: QuestionRow) -> None:
    row.enter()
    qtbot.keyClick(row.yes, Qt.Key.Key_Right)
    assert row.focusWidget() is row.no
    qtbot.keyClick(row.no, Qt.Key.Key_Left)
    assert row.focusWidget() is row.yes
    for key, step in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
        with qtbot.waitSignal(row.left) as left:
            qtbot.keyClick(row.yes, key)
        assert left.args == [step]
    assert row.answer is None


def test_a_given_answer_keeps_the_keyboard_when_the_row_is_entered_again(row: QuestionRow) -> None:
    row.give(Answer.NO)
    row.enter()
    assert row.focusWidget() is row.no


def test_a_screen_reader_hears_the_question_with_each_answer(row: QuestionRow) -> None:
    assert row.yes.accessibleName() == "Yes: Is it sore?"
    assert row.no.accessibleName() == "No: Is it sore?"
    assert row.yes.accessibleDescription() == IF_YES
