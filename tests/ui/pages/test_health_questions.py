"""The full list: all groups, nothing answered in advance, and a way to what is open."""

import pytest
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.questions import LISTED, Answer, Question
from kneeguide.ui.pages.health_questions import HealthQuestionsPage, HealthReason
from kneeguide.ui.safety_wording import Group, group_title

FOLLOWED_UP = (
    Question.STOP_ACUTE_INJURY,
    Question.STOP_WOUND,
    Question.ASK_INFLAMMATORY,
    Question.ASK_INJECTION,
)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> HealthQuestionsPage:
    made = HealthQuestionsPage()
    qtbot.addWidget(made)
    made.show_questions(HealthReason.FIRST)
    return made


def answer_no_to_all(page: HealthQuestionsPage) -> None:
    for row in page._questions._asked_now:
        row.give(Answer.NO)


def test_every_group_and_question_is_there_and_none_is_answered(page: HealthQuestionsPage) -> None:
    said = words(page)
    assert all(group_title(group) in said for group in Group)
    assert page._questions.total == len(LISTED)
    assert page._questions.replies().given == {}
    assert f"0 of {len(LISTED)}" in said
    assert page._done.text() == f"Still to answer: {len(LISTED)}"
    assert not page._done.isEnabled()


def test_done_opens_with_the_last_answer(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    answer_no_to_all(page)
    assert page._done.text() == "Done"
    assert f"{len(LISTED)} of {len(LISTED)}" in words(page)
    assert not page._next.isEnabled()
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(page._done, Qt.MouseButton.LeftButton)
    assert answered.args[0].given == dict.fromkeys(LISTED, Answer.NO)


def test_the_one_left_open_is_found_and_brought_into_view(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    at_size(page, 704, 600)
    for question, row in page._questions._asked.items():
        if question in LISTED and question is not Question.ADAPT_BALANCE:
            row.give(Answer.NO)
    left = page._questions._asked[Question.ADAPT_BALANCE]
    assert not in_view(page, left)
    qtbot.mouseClick(page._next, Qt.MouseButton.LeftButton)
    assert in_view(page, left)
    assert page.focusWidget() is left.yes


def test_answering_by_keyboard_keeps_the_next_question_in_view(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    at_size(page, 704, 600)
    page.setFocus()
    for _ in LISTED:
        focused = page.focusWidget()
        assert focused is not None
        assert in_view(page, focused)
        qtbot.keyClick(focused, Qt.Key.Key_N)
    assert page.focusWidget() is page._done


def test_a_stop_waits_for_the_rest(page: HealthQuestionsPage) -> None:
    page._questions._asked[Question.STOP_INFECTION].give(Answer.YES)
    assert not page._done.isEnabled()


@pytest.mark.parametrize("question", FOLLOWED_UP)
def test_what_a_yes_leads_to_must_be_answered_too(page: HealthQuestionsPage, question: Question) -> None:
    answer_no_to_all(page)
    page._questions._asked[question].give(Answer.YES)
    assert not page._done.isEnabled()
    assert page._questions.open == 1


@pytest.mark.parametrize("why", HealthReason)
def test_it_says_why_it_is_asked(page: HealthQuestionsPage, why: HealthReason) -> None:
    page.show_questions(why)
    expected = {
        HealthReason.FIRST: "two minutes",
        HealthReason.EXPIRED: "30 days",
        HealthReason.REVIEW: "take the place",
        HealthReason.WORSE: "worse",
        HealthReason.AFTER_STOP: "something was wrong",
        HealthReason.AFTER_NEXT_DAY: "too much for the next day",
    }
    assert expected[why] in page.lead.text()


def test_answers_of_last_time_are_gone(page: HealthQuestionsPage) -> None:
    answer_no_to_all(page)
    page.show_questions(HealthReason.REVIEW)
    assert page._questions.replies().given == {}


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off(page: HealthQuestionsPage, width: int, height: int) -> None:
    for row in list(page._questions._asked.values()):
        row.give(Answer.YES)
    at_size(page, width, height)
    assert faults(page) == []
    assert in_view(page, page._done)


def test_there_is_a_way_out(qtbot: QtBot, page: HealthQuestionsPage) -> None:
    with qtbot.waitSignal(page.cancelled):
        qtbot.mouseClick(button(page, "Not now"), Qt.MouseButton.LeftButton)
