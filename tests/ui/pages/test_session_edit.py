"""A session put right: every answer can be given, changed and taken back, each at once, and all of it undone."""

from dataclasses import replace

import pytest
from fakes import START, planned
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.history import Outcome, Record, opened
from kneeguide.ui.pages.session_edit import SessionEditPage
from kneeguide.ui.widgets.pain_scale import PainScale

RECORD = replace(opened("r", planned(), 3, START.wall), outcome=Outcome.COMPLETED, after=4, note="Slow")
MARKS = "Was there a bruise or new swelling the next day?"


@pytest.fixture
def page(qtbot: QtBot) -> SessionEditPage:
    page = SessionEditPage()
    on_screen(qtbot, page)
    page.show_session(RECORD)
    return page


@pytest.fixture
def told(page: SessionEditPage) -> list[Record]:
    told: list[Record] = []
    page.edited.connect(told.append)
    return told


def ratings(page: SessionEditPage) -> list[int | None]:
    return [scale.rating for scale in shown(page, PainScale)]


def test_it_begins_as_it_is_in_the_diary_and_tells_nothing(page: SessionEditPage, told: list[Record]) -> None:
    assert ratings(page) == [3, 4, None]
    assert not button(page, "Undo my changes").isEnabled()
    ways_back = {name for name in names(shown(page, QAbstractButton)) if name.endswith("clear the answer")}
    assert ways_back == {"Knee pain before: clear the answer", "Knee pain after: clear the answer"}
    assert told == []


def test_each_change_is_told_at_once_on_top_of_those_before(page: SessionEditPage, told: list[Record]) -> None:
    before, after, next_day = shown(page, PainScale)
    button(before, "5").click()
    button(after, "2").click()
    button(next_day, "0, no pain").click()
    button(page, f"No: {MARKS}").click()
    assert told[-1] == replace(RECORD, before=5, after=2, next_day=0, next_day_marks=False)
    assert len(told) == 4


def test_each_answer_can_be_taken_back_and_none_is_zero(page: SessionEditPage, told: list[Record]) -> None:
    button(page, f"Yes: {MARKS}").click()
    for moment in ("Knee pain before", "Knee pain after", MARKS):
        button(page, f"{moment}: clear the answer").click()
    assert told[-1] == replace(RECORD, before=None, after=None)
    assert ratings(page) == [None, None, None]


def test_a_note_is_told_when_it_is_left(page: SessionEditPage, told: list[Record], qtbot: QtBot) -> None:
    (note,) = shown(page, QPlainTextEdit)
    note.setPlainText("  Quick ")
    assert told == []
    with qtbot.waitSignal(page.finished):
        button(page, "Done").click()
    assert told == [replace(RECORD, note="Quick")]
    page.hide()
    assert len(told) == 1


def test_all_changes_can_be_undone(page: SessionEditPage, told: list[Record]) -> None:
    button(shown(page, PainScale)[0], "9").click()
    button(page, f"Yes: {MARKS}").click()
    shown(page, QPlainTextEdit)[0].setPlainText("Other")
    button(page, "Undo my changes").click()
    assert told[-1] == RECORD
    assert ratings(page) == [3, 4, None]
    assert shown(page, QPlainTextEdit)[0].toPlainText() == "Slow"
    assert not button(page, "Undo my changes").isEnabled()


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_nothing_is_cut_off(dressed: QApplication, page: SessionEditPage, qtbot: QtBot, size: tuple[int, int]) -> None:
    page.show_trouble("The diary cannot be written just now: another program holds it. Try again in a moment.")
    assert any(text.startswith("The diary cannot") for text in texts(page))
    at_size(page, *size)
    by_arrows = "is not reached by Tab"  # of a row of which one is chosen Tab reaches one, and arrows the others
    qtbot.waitUntil(lambda: [each for each in faults(page) if by_arrows not in each] == [], timeout=1000)
