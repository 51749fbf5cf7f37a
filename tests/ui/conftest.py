"""What the tests of the window share: a screen that is not there, and a program that is dressed as when it runs."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from left_behind import let_go
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import FakeKeepAwake, FakeSound, FakeVoice

from kneeguide import paths
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.theme import LIGHT, apply


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in light colours, and plain again afterwards."""
    let_go(qapp)
    font, palette = qapp.font(), qapp.palette()
    apply(qapp, LIGHT, paths.assets_dir())
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The shell, on the screen."""
    window = MainWindow(LIGHT)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.leave()
    window.deleteLater()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by each sentence that screen readers are given to say."""
    said: list[str] = []
    tell = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


@pytest.fixture
def sound() -> FakeSound:
    return FakeSound()


@pytest.fixture
def voice(qapp: QApplication) -> FakeVoice:
    return FakeVoice("English (Great Britain)", "English (Scotland)")


@pytest.fixture
def keep_awake() -> FakeKeepAwake:
    return FakeKeepAwake()
