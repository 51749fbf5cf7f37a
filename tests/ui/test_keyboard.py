"""Everybody who cannot use a mouse gets everywhere: Tab goes round every page, and each stop says what it is."""

import pytest
from every_page import PAGES, WHOLE_WINDOW, player
from page_checks import in_grid
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tab_stops import named, walk
from ui_fakes import button, shown

from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.player import PlayerPage

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QAbstractItemView)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> QWidget:
    """Each page in the real window, which has the keyboard."""
    page = PAGES[request.param]()
    window.show_page(page, whole_window=request.param in WHOLE_WINDOW)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return page


def must_be_reached(window: QWidget) -> list[QWidget]:
    """Every control that is in use; of a group of which one counts, Tab comes to one and arrows to the others."""
    controls = [control for kind in CONTROLS for control in shown(window, kind)]
    return [
        control
        for control in controls
        if control.isEnabled()
        and not isinstance(control.parent(), QAbstractSpinBox | QComboBox)
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_tab_goes_round_and_misses_nothing(window: MainWindow, page: QWidget) -> None:
    stops = walk(window)
    missed = [named(control) for control in must_be_reached(window) if control not in stops]
    assert missed == []


def test_shift_tab_goes_the_same_way_back(window: MainWindow, page: QWidget) -> None:
    forth = walk(window)
    back = walk(window, Qt.Key.Key_Backtab)
    assert set(back) == set(forth)


def test_every_stop_says_what_it_is(window: MainWindow, page: QWidget) -> None:
    nameless = [type(stop).__name__ for stop in walk(window) if not stop.accessibleName()]
    assert nameless == []


def test_no_control_that_can_be_clicked_is_out_of_the_keyboards_reach(window: MainWindow, page: QWidget) -> None:
    stops = walk(window)
    for control in shown(window, QAbstractButton):
        if not control.isEnabled() or control in stops or isinstance(control.parent(), QLineEdit):
            continue
        beside = [stop for stop in stops if stop.parent() is control.parent()]
        assert beside or in_grid(control), f"{named(control)} is reached neither by Tab nor from its group"


def test_what_tab_comes_to_is_in_view(window: MainWindow, page: QWidget) -> None:
    for _ in range(len(walk(window))):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        stop = window.focusWidget()
        assert stop is not None
        assert not stop.visibleRegion().isEmpty(), f"{named(stop)} has the focus out of sight"


@pytest.mark.qt_log_ignore("does not support", extend=True)  # a screen that is not there has no order of windows
def test_escape_leaves_a_box_of_choices_and_changes_nothing(window: MainWindow, page: QWidget) -> None:
    for box in shown(page, QComboBox):
        if not box.isEnabled():
            continue
        before = box.currentIndex()
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.showPopup()
        assert box.view().isVisible()
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Escape)
        assert not box.view().isVisible(), f"{named(box)} stays open"
        assert box.currentIndex() == before
        assert window.focusWidget() is box


# The player, where Space belongs to the timer


WISHES = (
    "pause_requested",
    "resume_requested",
    "skip_requested",
    "back_requested",
    "restart_requested",
    "extend_requested",
    "mute_toggled",
    "trouble_requested",
    "leave_requested",
    "stop_requested",
)


@pytest.fixture
def running(window: MainWindow, qtbot: QtBot) -> PlayerPage:
    page = player()
    window.show_page(page, whole_window=True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


def listen(page: PlayerPage) -> list[str]:
    """Grows by the name of each wish."""
    wishes: list[str] = []
    for wish in WISHES:
        getattr(page, wish).connect(lambda *_, wish=wish: wishes.append(wish))
    return wishes


def test_space_pauses_wherever_the_focus_is_and_presses_no_button(window: MainWindow, running: PlayerPage) -> None:
    wishes = listen(running)
    stops = walk(window)
    assert len(stops) > 5
    for stop in stops:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stop, Qt.Key.Key_Space)
        assert wishes == ["pause_requested"], named(stop)
        wishes.clear()


def test_enter_presses_the_button_that_has_the_focus_once(window: MainWindow, running: PlayerPage) -> None:
    wishes = listen(running)
    for name, wish in (
        ("Skip", "skip_requested"),
        ("Back", "back_requested"),
        ("Ten seconds more", "extend_requested"),
        ("Leave this session", "leave_requested"),
        ("Something is wrong – stop", "trouble_requested"),
    ):
        button(running, name).setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button(running, name), Qt.Key.Key_Return)
        assert wishes == [wish]
        wishes.clear()


def test_a_click_takes_no_focus_so_that_space_still_pauses(window: MainWindow, running: PlayerPage) -> None:
    wishes = listen(running)
    for name in ("Skip", "Back", "Mute"):
        QTest.mouseClick(button(running, name), Qt.MouseButton.LeftButton)
        wishes.clear()
        QTest.keyClick(window.focusWidget() or running, Qt.Key.Key_Space)
        assert wishes == ["pause_requested"], name


def test_in_trouble_space_presses_nothing_and_moves_no_time(window: MainWindow, running: PlayerPage) -> None:
    running.show_trouble()
    wishes = listen(running)
    for stop in walk(window):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stop, Qt.Key.Key_Space)
    assert wishes == []


def test_a_trap_would_be_found(window: MainWindow, qtbot: QtBot) -> None:
    class Trap(QPlainTextEdit):
        """Keeps Tab for itself."""

    page = QWidget()
    trap = Trap(page)
    window.show_page(page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    trap.setFocus()
    assert walk(window) == [trap]
    assert button(window, "Settings") not in walk(window)
