"""What is read shows by its frame that keys move it, and keeps still about it after a click."""

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.reading_frame import ReadingFrame


@pytest.fixture
def area(qtbot: QtBot, dressed: QApplication) -> ReadingFrame:
    area = ReadingFrame()
    on_screen(qtbot, area, 700, 400)
    area.window().activateWindow()
    return area


def test_a_frame_shows_where_keys_go_but_not_after_a_click(qtbot: QtBot, area: ReadingFrame) -> None:
    def has_frame() -> bool:
        return area.grab().toImage().pixelColor(1, 200).name().upper() == LIGHT.ink

    elsewhere = QWidget(area.window())
    elsewhere.show()
    qtbot.waitUntil(area.isActiveWindow)
    seen = []
    for reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
        elsewhere.setFocus()
        area.setFocus(reason)
        seen.append(has_frame())
    elsewhere.setFocus()
    assert [*seen, has_frame()] == [False, True, False]
