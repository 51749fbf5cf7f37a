"""Tab goes through every page in the order of reading: along lines and down columns, from left and from right."""

from collections.abc import Iterator

import pytest
from every_page import PAGES, WHOLE_WINDOW
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from pytestqt.qtbot import QtBot
from tab_stops import from_the_first, out_of_order, walk

from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.widgets.buttons import Button

DIRECTIONS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


@pytest.fixture(params=DIRECTIONS, ids=lambda direction: direction.name)
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(before)


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_as_one_reads(direction: Qt.LayoutDirection, window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.show_page(PAGES[name](), whole_window=name in WHOLE_WINDOW)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    assert out_of_order(window, from_the_first(window, walk(window))) == []


# Each of these has to be seen


def grid(qtbot: QtBot, order: str, direction: Qt.LayoutDirection) -> tuple[QWidget, list[QWidget]]:
    """Four buttons in two rows, a and b above c and d, and a round through them in some order."""
    room, content = QWidget(), QWidget()
    content.setParent(room)
    content.setLayoutDirection(direction)
    layout = QGridLayout(content)
    buttons = {name: Button(name) for name in "abcd"}
    for number, button in enumerate(buttons.values()):
        layout.addWidget(button, number // 2, number % 2)
    on_screen(qtbot, room, 400, 300)
    content.setGeometry(0, 0, 400, 300)
    layout.activate()
    return room, [buttons[name] for name in order]


@pytest.mark.parametrize("order", ["abcd", "acbd", "ad"])
def test_rows_and_columns_are_let_pass(
    dressed: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection, order: str
) -> None:
    assert out_of_order(*grid(qtbot, order, direction)) == []


@pytest.mark.parametrize("order", ["bacd", "abdc", "dcba", "acdb", "cabd", "adbc"])
def test_a_leap_back_is_found(dressed: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection, order: str) -> None:
    assert out_of_order(*grid(qtbot, order, direction))


def test_what_is_left_too_early_is_found(dressed: QApplication, qtbot: QtBot) -> None:
    room = QWidget()
    holders = [QWidget(room), QWidget(room)]
    for number, holder in enumerate(holders):
        holder.setGeometry(0, 150 * number, 400, 150)
    above = [Button(name, parent=holders[0]) for name in "ab"]
    below = Button("c", parent=holders[1])
    above[1].move(200, 0)
    on_screen(qtbot, room, 400, 300)
    assert out_of_order(room, [*above, below]) == []
    assert len(out_of_order(room, [above[0], below, above[1]])) >= 1
