"""Whatever gets the keyboard comes into view, wherever Tab came from."""

from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.scroller import Scroller


def test_what_gets_the_keyboard_comes_into_view(dressed: QApplication, qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [Button(str(number)) for number in range(20)]
    for each in buttons:
        column.addWidget(each)
    area = Scroller()
    area.setWidget(content)
    on_screen(qtbot, area, 300, 200)
    area.window().activateWindow()
    qtbot.waitUntil(area.window().isActiveWindow)
    assert buttons[-1].visibleRegion().isEmpty()
    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    assert not buttons[-1].visibleRegion().isEmpty()
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
