"""The shell: one page at a time, the places beside it, and one line of trouble above it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown

from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.theme import DARK, Colours
from kneeguide.ui.widgets.boxes import PageFrame
from kneeguide.ui.widgets.key_focus import is_pointed
from kneeguide.ui.widgets.navigation import NAVIGATION_WIDTH

LABELS = {Place.ROUTINES: "Routines", Place.HISTORY: "History", Place.LEARN: "Learn", Place.SETTINGS: "Settings"}
"""What the user reads, from top to bottom."""


def test_showing_a_page_hides_the_one_before(window: MainWindow) -> None:
    first, second = QLabel("first"), QLabel("second")
    window.show_page(first)
    assert (window.page, first.isVisible()) == (first, True)
    window.show_page(second)
    assert (window.page, first.isVisible(), second.isVisible()) == (second, False, True)
    window.show_page(first)
    assert window.page is first


def test_the_place_of_a_page_is_marked(window: MainWindow) -> None:
    for place, label in LABELS.items():
        window.show_page(QLabel(), place)
        assert [each for each in LABELS.values() if button(window, each).isChecked()] == [label]


def test_a_session_has_the_whole_window(window: MainWindow) -> None:
    page = QWidget()
    window.show_page(page, whole_window=True)
    QApplication.processEvents()
    assert page.width() == window.width()
    window.show_page(page)
    QApplication.processEvents()
    assert page.width() == window.width() - NAVIGATION_WIDTH


def test_a_page_gets_the_keyboard_when_it_comes_to_the_front(window: MainWindow) -> None:
    page = QLabel()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show_page(page)
    assert window.focusWidget() is page


@pytest.mark.parametrize(("number", "place"), list(enumerate(Place, start=1)))
def test_places_are_reached_by_click_and_by_key(qtbot: QtBot, window: MainWindow, number: int, place: Place) -> None:
    window.show_page(QWidget(), Place.ROUTINES)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.place_requested, check_params_cb=lambda asked: asked is place):
        qtbot.mouseClick(button(window, LABELS[place]), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.place_requested, check_params_cb=lambda asked: asked is place):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)


def test_in_a_session_no_key_leads_away(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(QWidget(), whole_window=True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.assertNotEmitted(window.place_requested):
        for number in range(1, len(Place) + 1):
            qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()


def test_trouble_is_one_line_above_every_page_until_it_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(QLabel("page"))
    window.show_banner("<b>The disk</b> is full & so on.")
    window.show_page(QLabel("another"), whole_window=True)
    (line,) = lines(window)
    assert line.text() == "<b>The disk</b> is full & so on."
    assert line.textFormat() is Qt.TextFormat.PlainText
    qtbot.mouseClick(button(window, "Close the notice"), Qt.MouseButton.LeftButton)
    assert not line.isVisible()


def lines(window: MainWindow) -> list[QLabel]:
    return [label for box in shown(window, QFrame) if box.accessibleName() == "Notice" for label in shown(box, QLabel)]


def banner(window: MainWindow) -> list[str]:
    return [line for label in lines(window) for line in label.text().split("\n")]


def test_what_is_said_in_passing_goes_with_the_page(window: MainWindow) -> None:
    page = QLabel("page")
    window.show_page(page)
    window.say_in_passing("The routine begins anew.")
    assert banner(window) == ["The routine begins anew."]
    window.show_page(QLabel("another"))
    assert banner(window) == []
    window.show_page(page)
    assert banner(window) == []


def test_trouble_stays_whatever_is_said_in_passing(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(QLabel("page"))
    window.show_banner("The disk is full.", "Put back the newest backup")
    window.say_in_passing("The routine begins anew.")
    assert banner(window) == ["The disk is full.", "The routine begins anew."]
    window.show_page(QLabel("another"))
    assert banner(window) == ["The disk is full."]
    assert button(window, "Put back the newest backup").isVisible()
    window.say_in_passing("Once more.")
    qtbot.mouseClick(button(window, "Close the notice"), Qt.MouseButton.LeftButton)
    assert banner(window) == []
    window.say_in_passing("Only this.")
    assert banner(window) == ["Only this."]
    assert "Put back the newest backup" not in names(shown(window, QAbstractButton))


def test_each_line_is_announced_once(window: MainWindow, announced: list[str]) -> None:
    for _ in range(2):
        window.show_banner("The disk is full.")
        window.say_in_passing("The routine begins anew.")
    window.show_page(QLabel("page"))
    window.show_banner("")
    assert announced == ["The disk is full.", "The routine begins anew."]


def test_a_reader_of_the_screen_comes_to_the_very_words_of_the_notice(window: MainWindow) -> None:
    window.show_banner("The disk is full.")
    (line,) = lines(window)
    told = QAccessible.queryAccessibleInterface(line)
    assert told.text(QAccessible.Text.Name) == "The disk is full."


def test_a_page_says_what_it_is_each_time_it_comes(window: MainWindow, announced: list[str]) -> None:
    page = PageFrame()
    page.show_heading("Not today", "Massage has to wait.")
    for each in (page, QLabel("another"), page):
        window.show_page(each)
    assert announced == ["Not today. Massage has to wait."] * 2


def test_a_click_on_the_banner_leaves_the_keyboard_with_the_page(qtbot: QtBot, window: MainWindow) -> None:
    page = QLabel("page")
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show_page(page)
    window.show_banner("The history was damaged.", "Put back Monday")
    for label in ("Put back Monday", "Close the notice"):
        assert button(window, label).focusPolicy() is Qt.FocusPolicy.TabFocus
        qtbot.mouseClick(button(window, label), Qt.MouseButton.LeftButton)
        assert window.focusWidget() is page


def test_trouble_that_can_be_mended_has_a_button(qtbot: QtBot, window: MainWindow) -> None:
    window.show_banner("The history was damaged.", "Put back Monday & Tuesday")
    with qtbot.waitSignal(window.banner_action_requested):
        qtbot.mouseClick(button(window, "Put back Monday & Tuesday"), Qt.MouseButton.LeftButton)
    window.show_banner("Something else.")
    assert [each for each in shown(window, QWidget) if each.accessibleName().startswith("Put back")] == []


def test_a_long_line_of_trouble_leaves_room_for_the_page_and_is_read_whole(window: MainWindow) -> None:
    page = QWidget()
    window.resize(900, 600)
    window.show_page(page)
    window.show_banner(" ".join(["History is not being saved: the disk is full."] * 6), "Put back the newest backup")
    QApplication.processEvents()
    (line,) = lines(window)
    assert line.height() >= line.heightForWidth(line.width())
    assert page.height() > 350


def test_a_change_of_theme_reaches_every_page_that_paints(window: MainWindow) -> None:
    class Painted(QWidget):
        colours: Colours | None = None

        def set_colours(self, colours: Colours) -> None:
            self.colours = colours

    front, behind, plain = Painted(), Painted(), QWidget()
    for page in (behind, plain, front):
        window.show_page(page)
    window.set_colours(DARK)
    assert (front.colours, behind.colours, window.colours) == (DARK, DARK, DARK)


def test_closing_the_window_only_asks(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.close_requested):
        assert not window.close()
    assert window.isVisible()


def test_closing_the_window_closes_it_when_whoever_is_asked_lets_it_go(window: MainWindow) -> None:
    window.close_requested.connect(window.leave)
    assert window.close()
    assert not window.isVisible()


def test_leaving_closes_without_asking(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.assertNotEmitted(window.close_requested):
        window.leave()
    assert not window.isVisible()


def test_ctrl_q_asks_to_leave(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.close_requested):
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.qt_log_ignore("raise", extend=True)  # a screen that is not there has no order of windows
def test_somebody_who_starts_it_again_sees_it(window: MainWindow) -> None:
    window.showMinimized()
    window.bring_to_front()
    assert window.isVisible()
    assert not window.isMinimized()


def test_it_opens_where_it_was_left(window: MainWindow) -> None:
    window.restore_place_on_screen(20, 30, 950, 700)
    assert window.place_on_screen() == (20, 30, 950, 700)


def test_a_place_on_a_screen_that_is_gone_is_forgotten(window: MainWindow) -> None:
    before = window.place_on_screen()
    window.restore_place_on_screen(90_000, 90_000, 1000, 700)
    assert window.place_on_screen() == before
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(QRect(*window.place_on_screen()))


def test_it_takes_the_whole_screen_and_gives_it_back(window: MainWindow, qtbot: QtBot) -> None:
    window.restore_place_on_screen(20, 30, 950, 700)
    window.fill_screen(True)
    assert window.isFullScreen()
    assert window.place_on_screen() == (20, 30, 950, 700)
    window.fill_screen(False)
    assert not window.isFullScreen()
    qtbot.waitUntil(lambda: window.geometry() == QRect(20, 30, 950, 700))


def test_a_window_that_was_maximised_is_so_again(window: MainWindow) -> None:
    window.showMaximized()
    window.fill_screen(True)
    window.fill_screen(False)
    assert window.isMaximized()


def test_it_is_never_too_small_to_use(window: MainWindow) -> None:
    window.resize(100, 100)
    assert (window.width(), window.height()) == (900, 600)


def test_the_ring_of_the_focus_goes_when_a_mouse_is_used_and_comes_back_with_a_key(window: MainWindow) -> None:
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert is_pointed(window)
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert not is_pointed(window)
