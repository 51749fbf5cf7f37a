"""Between sessions: what there is to read, and what can be set, on the real pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes import START, health
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from topics import TOPICS
from ui_fakes import POSES, FakeVoice, button, shown, texts

from kneeguide.core.database import open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.learn import Learn
from kneeguide.core.settings import Settings
from kneeguide.services.voice import Manner
from kneeguide.ui.desk import Desk
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.learn import LearnPage
from kneeguide.ui.pages.settings import SettingsPage


@dataclass
class Stand:
    desk: Desk
    window: MainWindow
    health: HealthLog
    troubles: list[str]
    read: list[str]
    voice: FakeVoice


@pytest.fixture
def stand(tmp_path: Path, window: MainWindow, voice: FakeVoice) -> Iterator[Stand]:
    database = open_database(tmp_path / "history.db", None, START.wall).database
    known = HealthLog(HealthStore(database))
    read: list[str] = []
    desk = Desk(
        window,
        known,
        lambda: Settings(emergency_number="112"),
        tmp_path / "routines",
        ("The setting theme was not understood.",),
        lambda: read.append("learn") or Learn(TOPICS),  # type: ignore[func-returns-value]
        voice,
        POSES,
    )
    troubles: list[str] = []
    desk.troubled.connect(troubles.append)
    yield Stand(desk, window, known, troubles, read, voice)
    database.close()


def test_what_there_is_to_read_is_read_once_and_when_it_is_wanted(stand: Stand) -> None:
    stand.desk.show_settings()
    assert stand.read == []
    stand.desk.show_learn()
    assert isinstance(stand.window.page, LearnPage)
    assert button(stand.window, "Learn").isChecked()
    assert "Page 1 of 3" in texts(stand.window.page)
    stand.desk.show_settings()
    stand.desk.show_learn("safety")
    assert "Page 3 of 3" in texts(stand.window.page)
    stand.desk.show_learn()
    assert "Page 3 of 3" in texts(stand.window.page)
    assert stand.read == ["learn"]


def test_the_settings_show_what_is_set_and_where_own_routines_go(stand: Stand, tmp_path: Path) -> None:
    stand.desk.show_settings()
    said = texts(stand.window.page)
    assert isinstance(stand.window.page, SettingsPage)
    assert str(tmp_path / "routines") in said
    assert "Not answered yet." in said
    assert "The setting theme was not understood." in said


def test_the_settings_look_for_a_voice_and_show_what_was_found(stand: Stand) -> None:
    assert stand.voice.preparations == 0
    stand.desk.show_settings()
    assert stand.voice.preparations == 1
    assert button(stand.window.page, "Try the voice").isEnabled()
    stand.voice.fail("The voice broke.")
    assert "The voice broke." in texts(stand.window.page)
    assert not button(stand.window.page, "Try the voice").isEnabled()


def test_no_voice_is_looked_for_until_one_is_wanted(stand: Stand) -> None:
    wishes = [Settings(voice=False)]
    stand.desk._settings = lambda: wishes[-1]
    stand.desk.show_settings()
    assert stand.voice.preparations == 0
    stand.desk.changed.connect(wishes.append)
    (wanted,) = (box for box in shown(stand.window.page, QCheckBox) if box.accessibleName().startswith("A voice says"))
    wanted.click()
    assert [each.voice for each in wishes] == [False, True]
    assert stand.voice.preparations == 1
    button(stand.window.page, "How fast it speaks Slowly").click()
    assert stand.voice.preparations == 1, "it is being looked for already"


def test_a_voice_is_tried_in_the_manner_that_is_set(stand: Stand) -> None:
    stand.desk.show_settings()
    button(stand.window.page, "Try the voice").click()
    assert stand.voice.said == ["Left leg. Palm glides on the front of the thigh. One minute."]
    assert stand.voice.manner == Manner("", 0.0, 1.0)


def test_the_settings_say_when_health_was_answered(stand: Stand) -> None:
    stand.health.answer(health())
    stand.desk.show_settings()
    assert any("2 Mar 2026" in text for text in texts(stand.window.page))


def test_what_is_changed_or_wanted_in_the_settings_is_handed_on(qtbot: QtBot, stand: Stand) -> None:
    stand.desk.show_settings()
    page = stand.window.page
    (sound,) = [box for box in shown(page, QCheckBox) if "tones" in box.accessibleName().lower()]
    with qtbot.waitSignal(
        stand.desk.changed, check_params_cb=lambda now: not now.sound and now.emergency_number == "112"
    ):
        sound.click()
    with qtbot.waitSignal(stand.desk.tone_requested):
        qtbot.mouseClick(button(page, "Try a tone"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(stand.desk.health_requested):
        button(page, "My health answers").click()


def test_a_folder_is_opened_in_the_file_manager(monkeypatch: pytest.MonkeyPatch, stand: Stand, tmp_path: Path) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    stand.desk.open_folder(tmp_path / "with space & #")
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "with space & #")]
    assert stand.troubles == []


def test_a_folder_that_cannot_be_opened_is_named(monkeypatch: pytest.MonkeyPatch, stand: Stand, tmp_path: Path) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    stand.desk.open_folder(tmp_path)
    stand.desk.open_folder(None)
    named, nowhere = stand.troubles
    assert str(tmp_path) in named
    assert "no folder of yours could be found" in nowhere
