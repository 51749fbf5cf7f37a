"""The day after a session it is asked once, in the running program and on a real database, and in nobody's way."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import START, FakeClock, health, planned
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import FakeKeepAwake, FakeReminders, FakeSound, FakeVoice, button, texts

from kneeguide import paths
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import Question
from kneeguide.core.settings import Settings, save_settings
from kneeguide.program import Program, build
from kneeguide.ui.pages.library import LibraryPage
from kneeguide.ui.pages.next_day import NextDayPage

CARD = "How is your knee today?"
MARKS = "Is there a bruise or new swelling where you massaged?"


@dataclass
class Morning:
    folders: paths.UserFolders
    clock: FakeClock
    program: Program

    @property
    def page(self) -> QWidget:
        return self.program.window.page

    @property
    def history(self) -> HistoryStore:
        return HistoryStore(self.program.database)

    @property
    def record(self) -> Record:
        record = self.history.get("yesterday")
        assert record is not None
        return record

    @property
    def asks(self) -> bool:
        return CARD in texts(self.page)

    def start_again(self) -> None:
        self.program.flow.shut()
        self.program.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.program = running(self.folders, self.clock)
        self.program.flow.start()
        self.program.window.show()

    def rests_until(self) -> list[object]:
        locks = self.program.health().locks
        return [lock.until for lock in locks if lock.question is Question.TODAY_AFTER_LAST]


def running(folders: paths.UserFolders, clock: FakeClock) -> Program:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return build(application, folders, clock, FakeSound, FakeVoice, FakeKeepAwake, FakeReminders)


@pytest.fixture
def morning(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Morning]:
    """Twenty hours after a session."""
    folders = paths.user_folders({"KNEEGUIDE_HOME": str(tmp_path)})
    assert folders is not None
    save_settings(folders.settings_file, Settings(adult_confirmed=START.wall))
    clock = FakeClock()
    program = running(folders, clock)
    program.health().answer(health())
    made = opened("yesterday", planned(), 3, START.wall - timedelta(minutes=4))
    made = made.with_stage(StageDone("1-left-1", 40, 40, StageOutcome.DONE))
    HistoryStore(program.database).save(replace(made, outcome=Outcome.COMPLETED, after=3, ended=START.wall))
    clock.move(20 * 3600)
    morning = Morning(folders, clock, program)
    program.flow.start()
    program.window.show()
    yield morning
    morning.program.flow.shut()
    morning.program.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_answered_is_kept_with_the_session_and_not_asked_again(morning: Morning) -> None:
    assert isinstance(morning.page, LibraryPage)
    button(morning.page, "Answer").click()
    assert isinstance(morning.page, NextDayPage)
    button(morning.page, "2").click()
    button(morning.page, f"No: {MARKS}").click()
    assert morning.record.next_day == 2
    assert morning.record.next_day_marks is False
    assert morning.record.next_day_told == morning.clock.now().wall
    button(morning.page, "Done").click()
    assert isinstance(morning.page, LibraryPage)
    assert not morning.asks
    assert morning.rests_until() == []
    morning.start_again()
    assert not morning.asks


@pytest.mark.parametrize("left", ["Done", "History"])
def test_a_clear_rise_is_a_rest_of_48_hours_from_now_however_one_leaves(morning: Morning, left: str) -> None:
    button(morning.page, "Answer").click()
    button(morning.page, "5").click()
    assert morning.rests_until() == []
    button(morning.program.window, left).click()
    assert morning.rests_until() == [morning.clock.now().wall + timedelta(hours=48)]
    morning.start_again()
    assert morning.rests_until() == [morning.clock.now().wall + timedelta(hours=48)]


def test_a_slip_that_is_put_right_before_leaving_locks_nothing(morning: Morning) -> None:
    button(morning.page, "Answer").click()
    button(morning.page, "8").click()
    button(morning.page, "3").click()
    button(morning.page, "Done").click()
    assert morning.rests_until() == []


def test_a_bruise_alone_is_a_rest_and_no_zero(morning: Morning) -> None:
    button(morning.page, "Answer").click()
    button(morning.page, f"Yes: {MARKS}").click()
    button(morning.page, "Done").click()
    assert morning.record.next_day is None
    assert morning.record.next_day_marks is True
    assert morning.rests_until() == [morning.clock.now().wall + timedelta(hours=48)]


def test_not_now_asks_again_after_some_hours_or_at_the_next_start(morning: Morning) -> None:
    button(morning.page, "Not now").click()
    assert not morning.asks
    assert morning.record.next_day_told is None
    morning.program.flow.show_library()
    assert not morning.asks
    morning.clock.move(4 * 3600)
    morning.program.flow.show_library()
    assert morning.asks
    button(morning.page, "Not now").click()
    morning.start_again()
    assert morning.asks


def test_leaving_the_question_unanswered_is_not_now(morning: Morning) -> None:
    button(morning.page, "Answer").click()
    button(morning.page, "Done").click()
    assert morning.record.next_day_told is None
    assert not morning.asks
    morning.start_again()
    assert morning.asks


def test_it_can_be_waved_off_for_good(morning: Morning) -> None:
    button(morning.page, "Do not ask for this session").click()
    assert not morning.asks
    assert morning.record.next_day_told == morning.clock.now().wall
    assert morning.record.next_day is None
    assert morning.record.next_day_marks is None
    morning.start_again()
    assert not morning.asks


def test_after_36_hours_it_is_not_asked_any_more(morning: Morning) -> None:
    assert morning.asks
    morning.clock.move(16 * 3600 + 1)
    morning.program.flow.show_library()
    assert not morning.asks


def test_time_that_runs_out_under_the_card_leads_back_to_the_routines(morning: Morning) -> None:
    morning.clock.move(17 * 3600)
    button(morning.page, "Answer").click()
    assert isinstance(morning.page, LibraryPage)
    assert not morning.asks


def test_the_keyboard_is_not_lost_with_the_card(morning: Morning) -> None:
    button(morning.page, "Not now").setFocus()
    button(morning.page, "Not now").click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_a_diary_that_is_held_is_no_hindrance_and_is_told(morning: Morning) -> None:
    button(morning.page, "Answer").click()
    other = sqlite3.connect(morning.folders.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    button(morning.page, "4").click()
    assert any(text.startswith("History is not being saved") for text in texts(morning.page))
    other.close()
    button(morning.page, "4").click()
    assert morning.record.next_day == 4


def test_a_diary_that_cannot_be_read_asks_nothing(morning: Morning) -> None:
    other = sqlite3.connect(morning.folders.database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    morning.program.flow.show_library()
    assert not morning.asks
    other.close()
