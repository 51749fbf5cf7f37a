"""Of several buttons one counts: Tab comes to that one, arrows to the others, and none may be chosen at all."""

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.one_of_several import OneOfSeveral

Key = Qt.Key


@pytest.fixture
def row(qtbot: QtBot, dressed: QApplication) -> QWidget:
    """Before, then a group of a, b and c, then After."""
    row = QWidget()
    line = QHBoxLayout(row)
    group = OneOfSeveral(row)
    for name in ("Before", "a", "b", "c", "After"):
        button = Button(name, "chip" if name in "abc" else "plain")
        line.addWidget(button)
        if name in "abc":
            group.add(button, "abc".index(name))
    on_screen(qtbot, row)
    row.window().activateWindow()
    qtbot.waitUntil(row.window().isActiveWindow)
    return row


def group(row: QWidget) -> OneOfSeveral:
    found = row.findChild(OneOfSeveral)
    assert isinstance(found, OneOfSeveral)
    return found


def keys(row: QWidget, *pressed: Qt.Key) -> str:
    """What has the keyboard after these, begun at Before."""
    row.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)
    for key in pressed:
        QTest.keyClick(row.window().focusWidget(), key)
    focused = row.window().focusWidget()
    assert focused is not None
    return focused.accessibleName()


def test_tab_comes_to_the_first_while_none_is_chosen(row: QWidget) -> None:
    assert keys(row, Key.Key_Tab) == "a"
    assert keys(row, Key.Key_Tab, Key.Key_Tab) == "After"
    assert keys(row, Key.Key_Backtab, Key.Key_Backtab) == "a"


@pytest.mark.parametrize("chosen", "abc")
def test_tab_comes_to_the_one_that_counts_however_it_was_chosen(row: QWidget, chosen: str) -> None:
    group(row).button("abc".index(chosen)).setChecked(True)
    assert keys(row, Key.Key_Tab) == chosen
    assert keys(row, Key.Key_Tab, Key.Key_Tab) == "After"
    group(row).button(0).click()
    assert keys(row, Key.Key_Tab) == "a"


def test_arrows_choose_once_one_is_chosen_and_only_lead_along_before(row: QWidget) -> None:
    assert keys(row, Key.Key_Tab, Key.Key_Right) == "b"
    assert group(row).checkedId() == -1
    group(row).button(0).setChecked(True)
    assert keys(row, Key.Key_Tab, Key.Key_Right) == "b"
    assert group(row).checkedId() == 1
    assert keys(row, Key.Key_Tab, Key.Key_Right, Key.Key_Left) == "b"
    assert group(row).checkedId() == 1


def test_an_arrow_that_chooses_tells_of_it_as_a_click_does(row: QWidget, qtbot: QtBot) -> None:
    group(row).button(0).setChecked(True)
    with qtbot.waitSignal(group(row).idClicked) as told:
        keys(row, Key.Key_Tab, Key.Key_Right)
    assert told.args == [1]


def test_the_choice_can_be_taken_back_and_tab_comes_to_the_first_again(row: QWidget, qtbot: QtBot) -> None:
    group(row).button(2).setChecked(True)
    with qtbot.assertNotEmitted(group(row).idClicked):
        group(row).take_back()
    assert group(row).checkedId() == -1
    assert keys(row, Key.Key_Tab) == "a"
    group(row).button(1).click()
    group(row).button(2).click()
    assert group(row).checkedId() == 2
