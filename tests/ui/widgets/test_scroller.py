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


def test_nothing_moves_when_the_scroll_bar_comes(dressed: QApplication, qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    line = Button("Stays")
    more = Button("More")
    column.addWidget(line)
    column.addWidget(more)
    area = Scroller()
    area.setWidget(content)
    area.keep_margin(column, 36)
    on_screen(qtbot, area, 300, 200)
    before = line.geometry()
    assert before.right() == area.width() - 36 - 1
    more.setMinimumHeight(400)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: line.width() == before.width())
    assert line.x() == before.x()
