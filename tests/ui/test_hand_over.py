"""Export and import as the user does them, on the real page, the real thread and real files."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import START, FakeClock, health, planned
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui_fakes import button, texts

from kneeguide.core.clock import Moment
from kneeguide.core.database import Database, open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record, opened, rest_after
from kneeguide.core.history_export import as_json
from kneeguide.core.history_store import HistoryStore
from kneeguide.ui.hand_over import HandOver
from kneeguide.ui.main_window import MainWindow, Place

AN_HOUR_AGO = START.wall - timedelta(hours=1)
CALM = replace(
    opened("calm", planned(), 3, AN_HOUR_AGO), title="Calm", outcome=Outcome.COMPLETED, after=3, ended=AN_HOUR_AGO
)
RED = replace(CALM, id="red", title="Red", after=8)
URGENT = replace(CALM, id="urgent", title="Urgent", outcome=Outcome.STOPPED, stop_reason="chest-pain")


@dataclass
class Stand:
    hand_over: HandOver
    window: MainWindow
    database: Database
    health: HealthLog

    @property
    def ids(self) -> set[str]:
        return {record.id for record in HistoryStore(self.database).records()}

    def reads(self, words: str) -> Callable[[], bool]:
        """Whether the page says so by now."""
        return lambda: any(words in text for text in texts(self.window))


@pytest.fixture
def make_stand(window: MainWindow) -> Iterator[Callable[[Path | None], Stand]]:
    made: list[Stand] = []

    def make(path: Path | None) -> Stand:
        database = open_database(path, None, START.wall).database
        log = HealthLog(HealthStore(database))
        made.append(Stand(HandOver(window, FakeClock(), database, lambda: log), window, database, log))
        return made[-1]

    yield make
    for stand in made:
        stand.hand_over.give_up()
        stand.database.close()


@pytest.fixture
def stand(tmp_path: Path, make_stand: Callable[[Path | None], Stand]) -> Stand:
    return make_stand(tmp_path / "history.db")


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    """Let the user choose this file."""
    for way in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, way, lambda *_: (str(path), ""))


def diary(path: Path, *records: Record) -> Path:
    path.write_text("".join(as_json(records)), encoding="utf-8")
    return path


def test_everything_is_exported_to_the_file_of_the_users_choice(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    HistoryStore(stand.database).save(CALM)
    choose(monkeypatch, tmp_path / "mine")
    stand.hand_over.export()
    button(stand.window, "Save everything").click()
    qtbot.waitUntil(stand.reads("Your diary is exported"))
    written = json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))
    assert [session["id"] for session in written["sessions"]] == ["calm"]
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or len(opened) == 1)
    button(stand.window, "Open the folder").click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    button(stand.window, "Open the folder").click()
    assert stand.reads(f"The folder could not be opened. It is at: {tmp_path}")()
    with qtbot.waitSignal(stand.hand_over.left):
        button(stand.window, "Back to history").click()


def test_the_table_begins_with_the_mark_for_excel(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    HistoryStore(stand.database).save(CALM)
    choose(monkeypatch, tmp_path / "mine.csv")
    stand.hand_over.export()
    button(stand.window, "Save a table").click()
    qtbot.waitUntil(stand.reads("Your diary is exported"))
    assert (tmp_path / "mine.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    with (tmp_path / "mine.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["Calm"]


def test_a_disk_that_refuses_is_told_in_place(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(monkeypatch, tmp_path / "no" / "such.json")
    stand.hand_over.export()
    button(stand.window, "Save everything").click()
    qtbot.waitUntil(stand.reads("cannot be written"))


def test_a_diary_in_memory_can_be_exported_and_nothing_brought_in(
    make_stand: Callable[[Path | None], Stand], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    stand = make_stand(None)
    HistoryStore(stand.database).save(CALM)
    choose(monkeypatch, tmp_path / "mine.json")
    stand.hand_over.export()
    button(stand.window, "Save everything").click()
    assert stand.reads("Your diary is exported")()
    stand.hand_over.bring_in()
    assert stand.reads("History is not being saved, so nothing can be brought in now.")()


def test_a_file_is_looked_at_first_and_brought_in_when_the_user_agrees(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    HistoryStore(stand.database).save(CALM)
    choose(monkeypatch, diary(tmp_path / "theirs.json", CALM, RED))
    stand.hand_over.bring_in()
    qtbot.waitUntil(stand.reads("Bring in theirs.json?"))
    assert stand.ids == {"calm"}
    button(stand.window, "Bring in").click()
    qtbot.waitUntil(stand.reads("The diary is brought in"))
    assert stand.ids == {"calm", "red"}
    assert stand.health.locks == rest_after(RED)
    assert stand.reads("One new session came from this file:")()
    assert stand.reads("theirs.json")()
    assert stand.reads("One of them calls for a rest.")()
    assert not stand.reads("Updated")(), "what is nothing is not counted"
    with qtbot.waitSignal(stand.hand_over.left):
        button(stand.window, "See my sessions").click()


def test_after_an_urgent_stop_that_was_brought_in_the_answers_are_forgotten_at_once(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    stand.health.answer(health(at=Moment(0.0, AN_HOUR_AGO - timedelta(hours=1))))
    choose(monkeypatch, diary(tmp_path / "theirs.json", URGENT))
    stand.hand_over.bring_in()
    qtbot.waitUntil(stand.reads("Bring in theirs.json?"))
    button(stand.window, "Bring in").click()
    qtbot.waitUntil(stand.reads("the health questions are asked again"))
    assert stand.health.answers is None


def test_a_file_with_something_wrong_is_shown_and_changes_nothing(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    file = diary(tmp_path / "theirs.json", RED)
    file.write_text(file.read_text(encoding="utf-8").replace('"completed"', '"over"'), encoding="utf-8")
    choose(monkeypatch, file)
    stand.hand_over.bring_in()
    qtbot.waitUntil(stand.reads("theirs.json cannot be brought in"))
    assert stand.reads("line 5: outcome: must be one of open, completed, stopped or interrupted")()
    assert stand.ids == set()


def test_without_a_choice_nothing_happens(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "")
    before = stand.window.page
    stand.hand_over.bring_in()
    assert stand.window.page is before
    stand.hand_over.export()
    button(stand.window, "Save everything").click()
    assert stand.reads("What is the file for?")()


def test_going_elsewhere_gives_the_work_up(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    many = (replace(CALM, id=f"{number}") for number in range(3000))
    choose(monkeypatch, diary(tmp_path / "theirs.json", *many))
    stand.hand_over.bring_in()
    qtbot.waitUntil(stand.reads("Bring in theirs.json?"), timeout=60_000)
    button(stand.window, "Bring in").click()
    stand.window.place_requested.emit(Place.ROUTINES)
    assert stand.ids == set()
    qtbot.wait(0)
    assert not stand.reads("The diary is brought in")()
