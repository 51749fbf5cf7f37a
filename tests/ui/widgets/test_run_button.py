"""On the player Space belongs to the timer: no button takes it, and no click leaves a button with the focus."""

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.run_button import RunButton


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for text in ("Back", "Skip"):
        column.addWidget(RunButton(text))
    on_screen(qtbot, page)
    return page


def presses(button: RunButton) -> list[bool]:
    made: list[bool] = []
    button.clicked.connect(lambda on=False: made.append(on))
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_it_once(page: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    button = page.findChildren(RunButton)[0]
    made = presses(button)
    qtbot.keyClick(button, key)
    assert len(made) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_P])
def test_every_other_key_is_left_to_the_page(page: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    button, other = page.findChildren(RunButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    made = presses(button)
    qtbot.keyClick(button, key)
    assert not made
    assert not other.hasFocus()


def test_a_click_presses_it_and_leaves_the_focus_where_it_was(page: QWidget, qtbot: QtBot) -> None:
    button, other = page.findChildren(RunButton)
    other.setFocus()
    made = presses(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(made) == 1
    assert other.hasFocus()


def test_tab_reaches_it(page: QWidget) -> None:
    assert all(button.focusPolicy() == Qt.FocusPolicy.TabFocus for button in page.findChildren(RunButton))
