"""Arrow keys, Home, End and letters move among the cards; Tab sees one of them."""

from itertools import pairwise

import pytest
from fakes import CALF_GLIDES, PALM_GLIDES, routine_of
from page_checks import POSES, button
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.card_grid import CardGrid
from kneeguide.ui.widgets.routine_card import RoutineCard

TITLES = ("Calf", "Chair", "Thigh", "Wall", "Whole leg")


@pytest.fixture
def grid(qtbot: QtBot, window: MainWindow) -> CardGrid:
    """Five cards in two columns, between two buttons, in a window that has the keyboard."""
    page, grid = QWidget(), CardGrid()
    column = QVBoxLayout(page)
    before, after = Button("Before"), Button("After")
    for part in (before, grid, after):
        column.addWidget(part)
    grid.hold([RoutineCard(routine_of(PALM_GLIDES, title=title), CALF_GLIDES, POSES, LIGHT) for title in TITLES])
    grid.keep_one_stop()
    for one, two in pairwise([before, *grid.stops, after]):
        QWidget.setTabOrder(one, two)
    window.resize(900, 800)
    window.show_page(page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    grid.cards[0].setFocus()
    return grid


def here() -> str:
    """The name of what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget.accessibleName()


def type_keys(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ([Qt.Key.Key_Right], "Chair"),
        ([Qt.Key.Key_Left], "Calf"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], "Thigh"),
        ([Qt.Key.Key_Down], "Thigh"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "Whole leg"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down], "Whole leg"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], "Calf"),
        ([Qt.Key.Key_Up], "Calf"),
        ([Qt.Key.Key_End], "Whole leg"),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], "Whole leg"),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], "Whole leg"),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], "Calf"),
        ([Qt.Key.Key_T], "Thigh"),
        ([Qt.Key.Key_W], "Wall"),
        ([Qt.Key.Key_W, Qt.Key.Key_W], "Whole leg"),
        ([Qt.Key.Key_W, Qt.Key.Key_W, Qt.Key.Key_W], "Wall"),
        ([Qt.Key.Key_W, Qt.Key.Key_H], "Whole leg"),
        ([Qt.Key.Key_C, Qt.Key.Key_A], "Calf"),
        ([Qt.Key.Key_X], "Calf"),
    ],
)
def test_keys_lead_from_the_first_card(grid: CardGrid, keys: list[Qt.Key], there: str) -> None:
    type_keys(*keys)
    assert here() == there


def test_keys_lead_on_from_a_star_too(grid: CardGrid) -> None:
    type_keys(Qt.Key.Key_Tab)
    assert here() == "Favourite: Calf"
    type_keys(Qt.Key.Key_Right)
    assert here() == "Chair"


def test_right_to_left_the_arrows_follow_the_eye(grid: CardGrid) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    type_keys(Qt.Key.Key_Left)
    assert here() == "Chair"
    type_keys(Qt.Key.Key_Right)
    assert here() == "Calf"


def test_tab_comes_to_the_card_where_the_user_was_its_star_and_then_what_follows(grid: CardGrid) -> None:
    type_keys(Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert here() == "Favourite: Thigh"
    type_keys(Qt.Key.Key_Tab)
    assert here() == "After"
    type_keys(Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert here() == "Thigh"
    type_keys(Qt.Key.Key_Backtab)
    assert here() == "Before"


def test_a_click_leads_there_too(grid: CardGrid) -> None:
    QTest.mouseClick(grid.cards[3].star, Qt.MouseButton.LeftButton)
    grid.cards[3].star.setFocus(Qt.FocusReason.MouseFocusReason)
    type_keys(Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    assert here() == "Favourite: Wall"


def test_what_is_hidden_is_passed_over_and_leaves_a_stop(grid: CardGrid) -> None:
    grid.cards[1].hide()
    type_keys(Qt.Key.Key_Right)
    assert here() == "Thigh"
    button(grid.window(), "Before").setFocus()
    grid.cards[2].hide()
    grid.keep_one_stop()
    type_keys(Qt.Key.Key_Tab)
    assert here() == "Calf"


def test_whoever_moves_is_told_and_other_keys_are_not_taken(grid: CardGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.moved_to) as moved:
        type_keys(Qt.Key.Key_End)
    assert moved.args == [grid.cards[-1]]
    with qtbot.assertNotEmitted(grid.moved_to):
        QTest.keyClick(grid.cards[-1], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        type_keys(Qt.Key.Key_Escape)


def test_it_holds_exactly_what_it_is_given(grid: CardGrid) -> None:
    kept = [grid.cards[4], grid.cards[0]]
    grid.hold(kept)
    assert list(grid.cards) == kept
    grid.keep_one_stop()
    assert [card.focusPolicy() for card in kept] == [Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.StrongFocus]


def test_one_that_stands_out_has_the_first_row_to_itself_and_the_arrows_know(grid: CardGrid, qtbot: QtBot) -> None:
    first, *others = grid.cards
    first.stand_out(True)
    grid.hold([first, *others])
    qtbot.waitUntil(lambda: first.width() == grid.width() and others[0].y() > first.geometry().bottom())
    assert others[0].y() == others[1].y()
    first.setFocus()
    type_keys(Qt.Key.Key_Down)
    assert here() == "Chair"
    type_keys(Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert here() == "Whole leg"
    type_keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert here() == "Calf"
    first.stand_out(False)
    grid.hold([first, *others])
    qtbot.waitUntil(lambda: first.y() == others[0].y())
