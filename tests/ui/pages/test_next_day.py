"""The day after: one number, one question, what both mean, and that neither has to be given."""

from dataclasses import replace

import pytest
from fakes import START, planned
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults, in_view
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, texts

from kneeguide.core.history import Outcome, Record, opened
from kneeguide.core.pain_rule import Rule
from kneeguide.ui import pain_rule_wording
from kneeguide.ui.pages.next_day import NextDayPage

RECORD = replace(opened("r", planned(), 3, START.wall), outcome=Outcome.COMPLETED, after=3)
MARKS = "Is there a bruise or new swelling where you massaged?"
CALM = pain_rule_wording.then(Rule.NEXT_DAY_GREEN)
MARKS_TOO = "Now the second question: only both answers together say that all is calm."
REST, *THEN = pain_rule_wording.after_a_bad_day()


@pytest.fixture
def page(qtbot: QtBot) -> NextDayPage:
    page = NextDayPage()
    on_screen(qtbot, page)
    page.ask(RECORD)
    return page


@pytest.fixture
def told(page: NextDayPage) -> list[Record]:
    told: list[Record] = []
    page.told.connect(told.append)
    return told


def test_the_session_and_the_number_before_it_are_named(page: NextDayPage) -> None:
    assert "Five-minute seated ease · Mon 2 Mar 2026, 18:00" in texts(page)
    assert "Before that session it was 3 of 10." in texts(page)
    page.ask(replace(RECORD, before=None))
    assert "There is no number from before that session." in texts(page)


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (0, MARKS_TOO),
        (3, MARKS_TOO),
        (4, pain_rule_wording.then(Rule.NEXT_DAY_AMBER)),
        (5, REST),
        (9, REST),
    ],
)
def test_a_number_is_told_at_once_and_what_it_means(
    page: NextDayPage, told: list[Record], qtbot: QtBot, number: int, meaning: str
) -> None:
    qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + number))
    assert told == [replace(RECORD, next_day=number)]
    assert meaning in texts(page)


@pytest.mark.parametrize(
    ("keys", "marks", "meaning"),
    [
        ([Qt.Key.Key_2, Qt.Key.Key_N], False, CALM),
        ([Qt.Key.Key_N, Qt.Key.Key_2], False, CALM),
        ([Qt.Key.Key_2, Qt.Key.Key_Y], True, REST),
    ],
)
def test_two_keys_answer_both_questions_and_only_both_together_are_calm(
    page: NextDayPage,
    told: list[Record],
    qtbot: QtBot,
    keys: list[Qt.Key],
    marks: bool,
    meaning: str,
) -> None:
    assert "You can leave out either answer. Keys work too: a number, then Y or N." in texts(page)
    for key in keys:
        assert CALM not in texts(page)
        qtbot.keyClick(page, key)
    assert told[-1] == replace(RECORD, next_day=2, next_day_marks=marks)
    assert meaning in texts(page)


def test_without_the_number_it_is_asked_for(page: NextDayPage) -> None:
    button(page, f"No: {MARKS}").click()
    assert "Now the number: only both answers together say that all is calm." in texts(page)


def test_a_number_alone_leaves_the_bruise_unanswered(page: NextDayPage, told: list[Record]) -> None:
    button(page, "2").click()
    button(page, "Done").click()
    assert told == [replace(RECORD, next_day=2, next_day_marks=None)]


def test_a_bruise_calls_for_rest_whatever_the_number(page: NextDayPage, told: list[Record]) -> None:
    button(page, f"Yes: {MARKS}").click()
    assert told == [replace(RECORD, next_day_marks=True)]
    assert REST in texts(page)
    button(page, "0, no pain").click()
    assert REST in texts(page)
    button(page, f"No: {MARKS}").click()
    assert told[-1] == replace(RECORD, next_day=0, next_day_marks=False)
    assert REST not in texts(page)


def test_a_worse_knee_and_a_bruise_are_both_answered(page: NextDayPage) -> None:
    button(page, "8").click()
    button(page, f"Yes: {MARKS}").click()
    both = "This is because your pain went from 3 to 8 the next day, and you told of a bruise or new swelling."
    assert both in texts(page)
    button(page, "3").click()
    assert "This is because you told of a bruise or new swelling the next day." in texts(page)


def test_the_knee_is_asked_about_once(page: NextDayPage) -> None:
    assert len([text for text in texts(page) if text.startswith("How is your knee")]) == 1


def test_what_is_not_answered_is_not_told(page: NextDayPage, told: list[Record], qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finished):
        button(page, "Done").click()
    assert told == []
    button(page, f"No: {MARKS}").click()
    assert told == [replace(RECORD, next_day_marks=False)]
    assert told[0].next_day is None


def test_the_next_session_is_asked_about_with_nothing_answered(page: NextDayPage, told: list[Record]) -> None:
    button(page, f"Yes: {MARKS}").click()
    button(page, "10, the worst pain you can imagine").click()
    other = replace(RECORD, id="other")
    page.ask(other)
    assert REST not in texts(page)
    button(page, "2").click()
    assert told[-1] == replace(other, next_day=2)


def test_trouble_is_said_in_place(page: NextDayPage) -> None:
    page.show_trouble("The diary cannot be written just now.")
    assert "The diary cannot be written just now." in texts(page)
    page.ask(RECORD)
    assert "The diary cannot be written just now." not in texts(page)


def test_a_bad_day_has_one_thing_for_now_and_then_a_list(page: NextDayPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_7)
    said = texts(page)
    assert said.index(REST) < said.index(THEN[0]) < said.index(THEN[1]) < said.index(THEN[2])
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert not {REST, *THEN} & set(texts(page))


def test_a_screen_reader_is_told_all_of_it_at_once(page: NextDayPage, announced: list[str], qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_7)
    assert announced[-1] == pain_rule_wording.then(Rule.NEXT_DAY_RED)


@pytest.mark.parametrize("keys", [(Qt.Key.Key_7, Qt.Key.Key_Y), (Qt.Key.Key_Y, Qt.Key.Key_7)])
def test_what_it_means_comes_into_view_by_itself(
    dressed: QApplication, page: NextDayPage, qtbot: QtBot, keys: tuple[Qt.Key, ...]
) -> None:
    at_size(page, 704, 400)
    assert page.scroll_area.verticalScrollBar().value() == 0
    for key in keys:
        qtbot.keyClick(page, key)
    qtbot.waitUntil(lambda: in_view(page, page._now) and in_view(page, page._then), timeout=1000)


def test_a_question_that_is_open_stays_in_view(dressed: QApplication, page: NextDayPage, qtbot: QtBot) -> None:
    at_size(page, 704, 400)
    qtbot.keyClick(page, Qt.Key.Key_7)
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().value() > 0, timeout=1000)
    assert in_view(page, page._marks)


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_nothing_is_cut_off(dressed: QApplication, page: NextDayPage, qtbot: QtBot, size: tuple[int, int]) -> None:
    page.ask(RECORD)
    button(page, f"Yes: {MARKS}").click()
    page.show_trouble("The diary cannot be written just now: another program holds it. Try again in a moment.")
    at_size(page, *size)
    by_arrows = "is not reached by Tab"  # of a row of which one is chosen Tab reaches one, and arrows the others
    qtbot.waitUntil(lambda: [each for each in faults(page) if by_arrows not in each] == [], timeout=1000)


@pytest.mark.parametrize(
    ("number", "marks", "reason"),
    [
        (3, "No", "This is because your pain was 3 before and the next day."),
        (4, "No", "This is because your pain went from 3 to 4 the next day."),
        (5, "No", "This is because your pain went from 3 to 5 the next day."),
        (2, "Yes", "This is because you told of a bruise or new swelling the next day."),
    ],
)
def test_the_reason_and_the_number_of_the_rule_stand_below(
    page: NextDayPage, qtbot: QtBot, number: int, marks: str, reason: str
) -> None:
    assert not any("Rule" in text for text in texts(page))
    qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + number))
    button(page, f"{marks}: {MARKS}").click()
    assert reason in texts(page)
