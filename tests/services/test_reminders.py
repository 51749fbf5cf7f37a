"""A reminder on the desktop: from its own service, else from the tray; with neither, a sentence and no harm."""

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
import shiboken6
from jeepney import Message, MessageType, new_error, new_method_return
from jeepney.io import blocking
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from kneeguide.services.reminders import LOOK_MS, DesktopReminders, NoReminders, Reminders, not_shown


class Desktop:
    """Stands in for the bus: notes what it was sent, as bytes too, and answers, refuses or is not there."""

    def __init__(self) -> None:
        self.asked: list[Message] = []
        self.threads: set[str] = set()
        self.is_there = True
        self.refuses = False

    def open(self, bus: str) -> "Desktop":
        assert bus == "SESSION"
        self.threads.add(threading.current_thread().name)
        if not self.is_there:
            raise ConnectionRefusedError("no bus")
        return self

    def __enter__(self) -> "Desktop":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def send_and_get_reply(self, message: Message, *, timeout: float) -> Message:
        assert 0 < timeout < 10
        message.serialise(serial=1)
        self.asked.append(message)
        return new_error(message, "org.example.No") if self.refuses else new_method_return(message, "u", (7,))


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop = Desktop()
    monkeypatch.setattr(blocking, "open_dbus_connection", desktop.open)
    monkeypatch.setattr(sys, "platform", "linux")
    return desktop


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by what the icon in the tray is told to do."""
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: told.append("icon"))
    monkeypatch.setattr(QSystemTrayIcon, "hide", lambda _icon: told.append("no icon"))
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, title, text, _kind: told.append(f"{title}: {text}")
    )
    return told


@pytest.fixture
def reminders(qapp: QApplication) -> Iterator[DesktopReminders]:
    reminders = DesktopReminders()
    yield reminders
    reminders.close()


def test_the_desktop_is_asked_for_it_and_the_window_does_not_wait(
    qtbot: QtBot, reminders: DesktopReminders, desktop: Desktop
) -> None:
    reminders.show("KneeGuide: ease & <b>", "If it is sore, 2 < 3 & wait.")
    qtbot.waitUntil(lambda: bool(desktop.asked))
    (message,) = desktop.asked
    assert message.header.message_type is MessageType.method_call
    name, replaces, _icon, title, text, actions, hints, timeout = message.body
    assert (name, replaces, actions, timeout) == ("KneeGuide", 0, [], -1)
    assert title == "KneeGuide: ease & <b>"
    assert text == "If it is sore, 2 &lt; 3 &amp; wait."
    assert hints == {"desktop-entry": ("s", "org.kneeguide.KneeGuide")}
    assert desktop.threads == {"reminder"}
    assert reminders.problem is None


@pytest.mark.parametrize("fault", ["is_there", "refuses"])
def test_where_the_desktop_has_no_such_service_it_comes_from_the_tray(
    qtbot: QtBot, reminders: DesktopReminders, desktop: Desktop, tray: list[str], fault: str
) -> None:
    setattr(desktop, fault, fault == "refuses")
    reminders.show("Title", "Text")
    qtbot.waitUntil(lambda: tray == ["icon", "Title: Text"])
    assert reminders.problem is None


def test_where_there_is_neither_it_says_so_once_and_nothing_breaks(
    qtbot: QtBot, reminders: DesktopReminders, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    desktop.is_there = False
    reminders.show("Title", "Text")
    qtbot.waitUntil(lambda: reminders.problem == not_shown())
    desktop.is_there = True
    reminders.show("Title", "Text")
    qtbot.waitUntil(lambda: reminders.problem is None)


def test_elsewhere_it_comes_from_the_tray_and_the_icon_goes_with_it(
    reminders: DesktopReminders, tray: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    reminders.show("Title", "Text")
    assert tray == ["icon", "Title: Text"]
    icon = reminders.findChild(QSystemTrayIcon)
    assert icon is not None
    icon.messageClicked.emit()
    assert tray[2:] == ["no icon"]
    reminders.show("Again", "Text")
    assert tray[3:] == ["icon", "Again: Text"]
    reminders.close()
    assert tray[-1] == "no icon"


def test_the_tray_holds_no_icon_before_there_is_a_message(reminders: DesktopReminders) -> None:
    reminders.begin(lambda: None)
    assert reminders.findChild(QSystemTrayIcon) is None


def test_it_looks_twice_a_minute_once_it_is_begun_until_it_is_closed(reminders: DesktopReminders) -> None:
    looks: list[str] = []
    (timer,) = reminders.findChildren(QTimer)
    assert not timer.isActive()
    reminders.begin(lambda: looks.append("first"))
    reminders.begin(lambda: looks.append("second"))
    assert timer.isActive()
    assert timer.interval() == LOOK_MS == 30_000
    timer.timeout.emit()
    assert looks == ["second"]
    reminders.close()
    assert not timer.isActive()


def test_an_answer_that_comes_after_the_program_ended_hurts_nobody(qapp: QApplication) -> None:
    reminders = DesktopReminders()
    shiboken6.delete(reminders)
    reminders._tell_refused("Title", "Text")


def test_no_reminders_show_nothing_and_have_no_problem() -> None:
    silent: Reminders = NoReminders()
    silent.begin(lambda: pytest.fail("nobody looks"))
    silent.show("Title", "Text")
    silent.close()
    assert silent.problem is None
