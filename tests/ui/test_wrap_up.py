"""After the timer: what is rated and written reaches the file, and what it will not take can be saved elsewhere."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import START, FakeClock, planned
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, button, shown, texts

from kneeguide.core.database import open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened, rest_after
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import Lock, Question
from kneeguide.core.session_log import SessionLog
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pacing import Pacing
from kneeguide.ui.pages.summary import SummaryPage
from kneeguide.ui.wrap_up import WrapUp


@dataclass
class Stand:
    wrap_up: WrapUp
    window: MainWindow
    history: HistoryStore
    path: Path

    def begin(self, outcome: Outcome = Outcome.COMPLETED, reason: str = "", before: int = 3) -> SessionLog:
        """A session that has just ended."""
        record = opened("one", planned(before=before), before, START.wall)
        log = SessionLog(self.history, record)
        log.open()
        for stage in record.planned[:2]:
            log.add(StageDone(stage.key, stage.seconds, stage.seconds, StageOutcome.DONE))
        log.close(outcome, START.wall + timedelta(minutes=3), reason)
        self.wrap_up.begin(log)
        return log

    @property
    def page(self) -> SummaryPage:
        page = self.window.page
        assert isinstance(page, SummaryPage)
        return page

    def stored(self) -> Record:
        (record,) = self.history.records()
        return record

    def lock(self) -> sqlite3.Connection:
        other = sqlite3.connect(self.path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        return other


@pytest.fixture
def stand(tmp_path: Path, window: MainWindow, clock: FakeClock) -> Iterator[Stand]:
    path = tmp_path / "history.db"
    database = open_database(path, None, START.wall).database
    history = HistoryStore(database)
    wrap_up = WrapUp(window, HealthLog(HealthStore(database)), str, Pacing(history, clock), POSES, window)
    yield Stand(wrap_up, window, history, path)
    window.leave()
    database.close()


def click(qtbot: QtBot, stand: Stand, name: str) -> None:
    qtbot.mouseClick(button(stand.page, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("outcome", "reason", "title"),
    [
        (Outcome.COMPLETED, "", "Well done"),
        (Outcome.STOPPED, "no-time", "Stopped early, and that is fine"),
        (Outcome.STOPPED, "nothing-done", "No step was done"),
    ],
)
def test_what_was_done_is_said_as_it_was(stand: Stand, outcome: Outcome, reason: str, title: str) -> None:
    stand.begin(outcome, reason)
    assert title in texts(stand.page)


def test_the_rating_is_kept_and_answered_with_advice(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    said = set(texts(stand.page))
    click(qtbot, stand, "1")
    assert stand.stored().after == 1
    assert set(texts(stand.page)) - said, "some advice"
    assert rest_after(stand.stored()) == ()


def test_the_tip_says_why_whether_or_not_the_diary_can_be_reached(qtbot: QtBot, stand: Stand) -> None:
    reason = "This is because your pain went from 3 to 4 in the session."
    stand.begin()
    other = stand.lock()
    click(qtbot, stand, "4")
    qtbot.waitUntil(lambda: reason in texts(stand.page))
    other.close()
    click(qtbot, stand, "2")
    qtbot.waitUntil(lambda: reason not in texts(stand.page))
    click(qtbot, stand, "4")
    qtbot.waitUntil(lambda: reason in texts(stand.page))


def test_the_rules_can_be_read_and_the_rest_is_kept_first(qtbot: QtBot, stand: Stand) -> None:
    stand.begin(before=2)
    click(qtbot, stand, "8")
    with qtbot.waitSignal(stand.wrap_up.learn_requested) as asked:
        click(qtbot, stand, "Why?")
        click(qtbot, stand, "Read all the rules")
    assert asked.args == ["pain-rules"]
    assert stand.wrap_up._health.locks == rest_after(stand.stored())


def test_a_knee_that_got_much_worse_rests_for_two_days(qtbot: QtBot, stand: Stand, clock: FakeClock) -> None:
    stand.begin(before=2)
    click(qtbot, stand, "8")
    ended = stand.stored().ended
    assert ended is not None
    assert rest_after(stand.stored()) == (Lock(Question.TODAY_AFTER_LAST, ended, ended + timedelta(hours=48)),)


def test_the_rest_is_locked_when_the_page_is_left(qtbot: QtBot, stand: Stand) -> None:
    stand.begin(before=2)
    click(qtbot, stand, "8")
    assert stand.wrap_up._health.locks == ()
    click(qtbot, stand, "Finish")
    assert stand.wrap_up._health.locks == rest_after(stand.stored())


def test_a_slip_of_the_hand_can_be_put_right(qtbot: QtBot, stand: Stand) -> None:
    stand.begin(before=2)
    click(qtbot, stand, "8")
    click(qtbot, stand, "3")
    assert rest_after(stand.stored()) == ()


def test_no_answer_is_kept_as_no_answer(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    with qtbot.waitSignal(stand.wrap_up.finished):
        click(qtbot, stand, "Finish")
    assert stand.stored().after is None
    assert stand.stored().note == ""


@pytest.mark.parametrize("way", ["finish", "another page"])
def test_a_note_is_kept_whichever_way_the_page_is_left(qtbot: QtBot, stand: Stand, way: str) -> None:
    stand.begin()
    (note,) = shown(stand.page, QPlainTextEdit)
    qtbot.keyClicks(note, "Left calf tight & warm")
    if way == "finish":
        click(qtbot, stand, "Finish")
    else:
        stand.window.show_page(QLabel("elsewhere"))
    assert stand.stored().note == "Left calf tight & warm"


def test_the_next_session_begins_with_an_empty_page(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    click(qtbot, stand, "5")
    stand.history.delete("one", START.wall)
    stand.history.purge_deleted(START.wall + timedelta(days=9))
    stand.begin()
    assert stand.stored().after is None
    assert not button(stand.page, "5").isChecked()


def test_a_session_that_is_not_saved_is_said_and_can_be_copied(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, stand: Stand, tmp_path: Path
) -> None:
    other = stand.lock()
    log = stand.begin()
    other.close()
    assert any(text.startswith("History is not being saved") for text in texts(stand.page))
    copy = tmp_path / "copy.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    click(qtbot, stand, "Save a copy")
    (kept,) = json.loads(copy.read_text(encoding="utf-8"))["sessions"]
    assert kept["title"] == log.record.title
    assert kept["outcome"] == "completed"


def test_rating_tries_again_to_save_and_says_so(qtbot: QtBot, stand: Stand) -> None:
    other = stand.lock()
    log = stand.begin()
    other.close()
    click(qtbot, stand, "2")
    assert stand.stored() == log.record
    assert not any(text.startswith("History is not being saved") for text in texts(stand.page))


def test_a_copy_that_cannot_be_written_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, stand: Stand, tmp_path: Path
) -> None:
    other = stand.lock()
    stand.begin()
    other.close()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "folder.json"), ""))
    click(qtbot, stand, "Save a copy")
    assert any(text.startswith("That file could not be written") for text in texts(stand.window))


def test_thinking_better_of_the_copy_writes_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, stand: Stand, tmp_path: Path
) -> None:
    other = stand.lock()
    stand.begin()
    other.close()
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    click(qtbot, stand, "Save a copy")
    assert sorted(tmp_path.iterdir()) == before


def test_a_diary_in_memory_alone_is_said_and_the_session_can_be_copied(window: MainWindow) -> None:
    database = open_database(None, None, START.wall).database
    history = HistoryStore(database)
    wrap_up = WrapUp(window, HealthLog(HealthStore(database)), str, Pacing(history, FakeClock()), POSES, window)
    stand = Stand(wrap_up, window, history, Path())
    stand.begin()
    assert button(stand.page, "Save a copy")
    window.leave()
    database.close()
