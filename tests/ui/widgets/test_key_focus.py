"""The ring of the focus is for keys: it goes when a mouse is used, and is back with the first key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.favourite_button import FavouriteButton
from kneeguide.ui.widgets.key_focus import KeyFocus, shows_focus
from kneeguide.ui.widgets.tick_line import TickLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this

MAKERS = {
    "plain": lambda: Button("Back"),
    "primary": lambda: Button("Start", "primary"),
    "chip": lambda: Button("Chair", "chip"),
    "yes": lambda: Button("Yes", "yes"),
    "link": lambda: Button("Leave", "link"),
    "star": lambda: FavouriteButton(LIGHT, "Seated ease"),
    "tick": lambda: TickLine("I am an adult"),
}


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def open_with(window: QWidget, qtbot: QtBot, *widgets: QWidget) -> None:
    for each in widgets:
        layout = window.layout()
        assert layout is not None
        layout.addWidget(each)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    KeyFocus(window).watch()


def point_at(window: QWidget, widget: QWidget) -> None:
    """As a mouse does it: the window hears of it first."""
    place = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(window.windowHandle(), QPoint(1, 1))  # or what is under it would look as it does there
    QApplication.processEvents()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("kind", MAKERS)
def test_what_has_just_been_clicked_looks_as_it_does_without_the_keyboard(
    window: QWidget, qtbot: QtBot, kind: str
) -> None:
    shown, other = MAKERS[kind](), Button("Other")
    widget = shown.box if isinstance(shown, TickLine) else shown
    open_with(window, qtbot, shown, other)
    point_at(window, widget)
    assert widget.hasFocus()
    clicked = picture(widget)
    other.setFocus()
    assert clicked == picture(widget)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab)
    assert widget.hasFocus()
    assert shows_focus(widget)
    assert clicked != picture(widget)


def test_the_first_key_brings_the_ring_back_where_the_keyboard_is(window: QWidget, qtbot: QtBot) -> None:
    first, second = Button("Yes", "yes"), Button("No", "no")
    open_with(window, qtbot, first, second)
    point_at(window, first)
    assert not shows_focus(first)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert shows_focus(second)


def test_a_page_that_a_click_has_opened_has_no_ring_on_its_first_answer(window: QWidget, qtbot: QtBot) -> None:
    way_here, answer = Button("Go to the safety check", "primary"), Button("Yes", "yes")
    open_with(window, qtbot, way_here, answer)
    way_here.clicked.connect(lambda: answer.setFocus(Qt.FocusReason.OtherFocusReason))
    point_at(window, way_here)
    assert answer.hasFocus()
    assert not shows_focus(answer)


def test_before_anything_is_pressed_the_focus_is_shown(window: QWidget, qtbot: QtBot) -> None:
    button = Button("Start", "primary")
    open_with(window, qtbot, button)
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    assert shows_focus(button)
