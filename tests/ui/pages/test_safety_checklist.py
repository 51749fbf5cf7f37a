"""The checklist: six questions in one view, none answered in advance, and no way on before all are."""

import pytest
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.questions import EMERGENCY, TODAY, Answer, Question
from kneeguide.ui import emergency_wording, gate_wording, safety_wording
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.safety_checklist import SafetyChecklistPage
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.buttons import Button

OWN = "Does your hip click & catch?"


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> SafetyChecklistPage:
    made = SafetyChecklistPage()
    qtbot.addWidget(made)
    made.show_checks("Five-minute seated ease", (), "")
    return made


def _capital(sign: str) -> str:
    return sign[:1].upper() + sign[1:]


def way_to_review(page: SafetyChecklistPage) -> QAbstractButton:
    """It stands in the foot, or in the page, but never in both."""
    found = [each for each in page.findChildren(QAbstractButton) if each.accessibleName() == "My health changed"]
    (seen,) = (each for each in found if each.isVisibleTo(page))
    return seen


def press_key(qtbot: QtBot, page: SafetyChecklistPage, keys: str) -> None:
    """Type answers, each where the keyboard is."""
    for key in keys:
        focused = page.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)


def test_all_six_questions_and_the_start_are_in_one_view(page: SafetyChecklistPage) -> None:
    at_size(page, 1004, 800)
    rows = page._questions._asked_now
    assert len(rows) == len(TODAY) == 6
    assert all(in_view(page, row) for row in rows)
    assert in_view(page, page._start)
    assert page.scroll_area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("answered", [(), TODAY])
@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off_and_the_start_is_always_in_view(
    page: SafetyChecklistPage, width: int, height: int, answered: tuple[Question, ...]
) -> None:
    page.show_checks("Five-minute seated ease", (OWN,), "112")
    for question in answered:
        page._questions._asked[question].give(Answer.YES)
    at_size(page, width, height)
    assert faults(page) == []
    assert in_view(page, page._start)


def test_nothing_is_answered_in_advance_and_the_start_says_what_is_missing(
    qtbot: QtBot, page: SafetyChecklistPage
) -> None:
    assert not page._start.isEnabled()
    assert page._start.text() == "Still to answer: 6"
    page._questions.first.setFocus()
    press_key(qtbot, page, "NNNNN")
    assert not page._start.isEnabled()
    assert page._start.text() == "Still to answer: 1"
    with qtbot.assertNotEmitted(page.answered):
        qtbot.mouseClick(page._start, Qt.MouseButton.LeftButton)


def test_each_question_says_why_it_is_asked_and_in_a_low_window_to_a_screen_reader_alone(
    page: SafetyChecklistPage,
) -> None:
    at_size(page, 1004, 800)
    assert all(safety_wording.why(question) in words(page) for question in TODAY)
    at_size(page, 704, 600)
    for question in TODAY:
        assert safety_wording.why(question) not in words(page)
        assert page._questions._asked[question].no.accessibleDescription() == safety_wording.why(question)


def test_a_low_window_shows_four_questions_at_once(page: SafetyChecklistPage) -> None:
    at_size(page, 704, 600)
    assert sum(in_view(page, row) for row in page._questions._asked_now) >= 4


@pytest.mark.parametrize(("width", "height"), [*PAGE_SIZES, (1724, 1080)])
def test_the_signs_of_an_emergency_are_in_view_in_few_words_or_in_full(
    page: SafetyChecklistPage, width: int, height: int
) -> None:
    at_size(page, width, height)
    in_full = height > 1000
    said = words(page)
    assert all((_capital(emergency_wording.sign(sign)) in said) is in_full for sign in EMERGENCY)
    assert (emergency_wording.signs_in_few_words() in said) is not in_full
    assert emergency_wording.rule() in said
    assert in_view(page, page._emergency)


def test_all_signs_can_be_read_and_stay_until_the_questions_are_asked_again(page: SafetyChecklistPage) -> None:
    at_size(page, 704, 600)
    button(page, "Read the five signs").click()
    at_size(page, 704, 620)
    assert all(_capital(emergency_wording.sign(sign)) in words(page) for sign in EMERGENCY)
    button(page, "Show fewer words").click()
    assert emergency_wording.signs_in_few_words() in words(page)


def test_from_the_second_time_on_the_signs_are_there_in_few_words(page: SafetyChecklistPage) -> None:
    at_size(page, 1724, 1080)
    page.show_checks("Five-minute seated ease", (), "")
    assert emergency_wording.signs_in_few_words() in words(page)
    assert button(page, "Read the five signs").isVisibleTo(page)


def test_what_to_do_about_a_yes_comes_before_why_it_is_asked(page: SafetyChecklistPage) -> None:
    at_size(page, 1004, 800)
    row = page._questions._asked[Question.TODAY_NUMBNESS]
    row.give(Answer.YES)
    at_size(page, 1004, 801)
    said = words(page)
    assert said.index("Not today. Ask a doctor or physio about this soon.") < said.index(row._why.text())
    assert row._if_yes.font().weight() > row._why.font().weight()


def test_six_times_no_by_keyboard_and_on(qtbot: QtBot, page: SafetyChecklistPage) -> None:
    page._questions.first.setFocus()
    press_key(qtbot, page, "NNNNNN")
    assert page._start.text() == "Continue"
    with qtbot.waitSignal(page.answered) as answered:
        press_key(qtbot, page, " ")
    assert answered.args[0].given == dict.fromkeys(TODAY, Answer.NO)


def test_a_yes_is_explained_at_once_and_the_way_on_says_so(qtbot: QtBot, page: SafetyChecklistPage) -> None:
    page._questions.first.setFocus()
    press_key(qtbot, page, "Y")
    assert "Have this leg looked at by a doctor or clinic today" in words(page)
    press_key(qtbot, page, "NNNNN")
    assert page._start.text() == "See what to do"
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(page._start, Qt.MouseButton.LeftButton)
    assert answered.args[0].given[Question.TODAY_LEG_CHANGE] is Answer.YES


def test_the_start_asks_for_what_a_yes_left_open(qtbot: QtBot, page: SafetyChecklistPage) -> None:
    page._questions.first.setFocus()
    press_key(qtbot, page, "NNY")
    for question in (Question.TODAY_SKIN, Question.TODAY_NUMBNESS, Question.TODAY_AFTER_LAST):
        page._questions._asked[question].give(Answer.NO)
    assert page._start.text() == "Answer: When did it happen?"
    assert not page._start.isEnabled()


def test_a_routines_own_question_is_asked_too_and_shown_as_written(qtbot: QtBot, page: SafetyChecklistPage) -> None:
    page.show_checks("My own", (OWN,), "")
    assert OWN in words(page)
    assert page._start.text() == "Still to answer: 7"
    page._questions.first.setFocus()
    press_key(qtbot, page, "NNNNNNN")
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(page._start, Qt.MouseButton.LeftButton)
    assert answered.args[0].extra == {OWN: Answer.NO}


def test_answers_of_last_time_are_gone(qtbot: QtBot, page: SafetyChecklistPage) -> None:
    page._questions.first.setFocus()
    press_key(qtbot, page, "NNNNNN")
    page.show_checks("Another routine", (), "")
    assert page._start.text() == "Still to answer: 6"
    assert page._questions.replies().given == {}


def test_the_emergency_number_is_the_users_own_or_none_is_guessed(page: SafetyChecklistPage) -> None:
    assert "999, 112, 911 or your local" in words(page)
    page.show_checks("Five-minute seated ease", (), "116 117")
    assert "Call 116 117 now" in words(page)


def test_there_is_a_way_back_and_a_way_to_the_full_list(qtbot: QtBot, page: SafetyChecklistPage) -> None:
    at_size(page, 1004, 800)
    with qtbot.waitSignal(page.cancelled):
        qtbot.mouseClick(button(page, "Back to routines"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.health_review_requested):
        qtbot.mouseClick(way_to_review(page), Qt.MouseButton.LeftButton)
    assert page.bar.isAncestorOf(way_to_review(page))


@pytest.mark.parametrize(("percent", "whole"), [(150, 2), (200, 1)])
def test_in_a_small_window_large_letters_leave_whole_questions_in_view(
    window: MainWindow, qtbot: QtBot, dressed: QApplication, page: SafetyChecklistPage, percent: int, whole: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), percent)
    window.resize(900, 600)
    page.show_checks("Five-minute seated ease", (), "112")
    window.show_page(page)
    rows = page._questions._asked_now
    qtbot.waitUntil(lambda: all(in_view(page, row) for row in rows[:whole]))
    said = words(page)
    assert emergency_wording.call_in_short("112") in said
    assert gate_wording.checklist_lead() not in said
    button(page, emergency_wording.read_signs()).click()
    assert all(emergency_wording.sign(sign)[1:] in words(page) for sign in EMERGENCY)
    assert emergency_wording.rule() in words(page)
    with qtbot.waitSignal(page.health_review_requested):
        way_to_review(page).click()
    assert not page.bar.isAncestorOf(way_to_review(page))
    page.setParent(None)


@pytest.mark.parametrize(
    ("percent", "heading", "begins"),
    [
        (100, "A few quick checks", True),
        (200, "A few quick checks", True),
        (200, "A long evening " * 20, False),
    ],
)
def test_large_letters_begin_at_the_top_and_nothing_is_answered_out_of_view(
    window: MainWindow,
    qtbot: QtBot,
    dressed: QApplication,
    page: SafetyChecklistPage,
    percent: int,
    heading: str,
    begins: bool,
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), percent)
    window.resize(900, 600)
    before = Button("Go to the safety check")
    window.show_page(before)
    qtbot.waitUntil(before.hasFocus)
    page.show_checks("Five-minute seated ease", (), "")
    page.title.setText(heading)
    window.show_page(page)
    QApplication.processEvents()
    first = page._questions.first
    assert first.hasFocus() is begins
    assert page.scroll_area.verticalScrollBar().value() == 0
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_N)
    assert (page._questions.open == len(TODAY) - 1) is begins
    if not begins:
        assert first.hasFocus()
        assert not first.visibleRegion().isEmpty()
    page.setParent(None)
