"""Every wish is handed on by button, key or remote, wherever the focus is, and counts once."""

import pytest
from on_screen import on_screen
from page_checks import POSES, at_size, faults
from player_stand import KEYS, WISHES, Stand, held, trouble
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown, texts

from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.run_button import RunButton


def test_a_key_is_a_wish_and_counts_once_however_long_it_is_held(stand: Stand) -> None:
    for wish, keys in KEYS.items():
        for key in keys:
            held(stand.page, key, repeats=3)
            assert stand.wishes == [wish], key
            stand.wishes.clear()


def test_the_keys_that_pause_also_go_on(stand: Stand) -> None:
    stand.run(3)
    stand.pause()
    for key in KEYS["pause_requested"]:
        held(stand.page, key)
    assert stand.wishes == ["resume_requested"] * len(KEYS["pause_requested"])


def test_keys_with_ctrl_or_alt_are_somebody_elses(stand: Stand, qtbot: QtBot) -> None:
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        qtbot.keyClick(stand.page, Qt.Key.Key_R, modifier)
        qtbot.keyClick(stand.page, Qt.Key.Key_S, modifier)
    assert stand.wishes == []


def test_escape_asks_what_is_wrong_only_when_it_is_held(stand: Stand) -> None:
    held(stand.page, Qt.Key.Key_Escape)
    assert stand.wishes == []
    held(stand.page, Qt.Key.Key_Escape, repeats=1)
    assert stand.wishes == ["trouble_requested"]


def test_space_pauses_whatever_button_has_the_focus(stand: Stand, qtbot: QtBot) -> None:
    buttons = [each for each in shown(stand.page, RunButton) if each.isEnabled()]
    assert len(buttons) == 11
    for each in buttons:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(each, Qt.Key.Key_Space)
    assert stand.wishes == ["pause_requested"] * 11


def test_keys_are_heard_wherever_in_the_window_the_focus_is(qtbot: QtBot) -> None:
    """A banner with buttons of its own lies over the page."""
    holder = QWidget()
    page, banner, nothing = PlayerPage(LIGHT, POSES), Button("Close"), QWidget()
    column = QVBoxLayout(holder)
    for part in (banner, nothing, page):
        column.addWidget(part)
    on_screen(qtbot, holder, 1200, 900)
    stand, pressed = Stand(page), list[str]()
    banner.clicked.connect(lambda: pressed.append("closed"))
    for receiver in (banner, nothing, holder.window()):
        banner.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(receiver, Qt.Key.Key_Space)
        assert stand.wishes == ["pause_requested"], receiver
        stand.wishes.clear()
    assert pressed == []
    page.hide()
    qtbot.keyClick(banner, Qt.Key.Key_Space)
    assert pressed == ["closed"]
    assert stand.wishes == []


def test_after_a_click_anywhere_the_keys_still_work(stand: Stand, qtbot: QtBot) -> None:
    stand.page.activateWindow()
    for place in (stand.page._stage._figure, stand.page._step._words.viewport(), stand.page._head, stand.page._bar):
        qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
        qtbot.keyClick(QApplication.focusWidget() or stand.page, Qt.Key.Key_R)
    button(stand.page, "Mute").click()
    qtbot.keyClick(QApplication.focusWidget() or stand.page, Qt.Key.Key_R)
    assert stand.wishes.count("restart_requested") == 5


def test_enter_presses_the_button_with_the_focus(stand: Stand, qtbot: QtBot) -> None:
    skip = button(stand.page, "Skip")
    skip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(skip, Qt.Key.Key_Return)
    assert stand.wishes == ["skip_requested"]


def test_every_button_is_a_wish(stand: Stand) -> None:
    for each in shown(stand.page, RunButton):
        each.click()
    assert sorted(stand.wishes) == sorted(set(WISHES) - {"resume_requested", "restart_requested", "stop_requested"})


def test_mute_tells_what_it_became_and_follows_the_settings(stand: Stand) -> None:
    told: list[bool] = []
    stand.page.mute_toggled.connect(told.append)
    stand.page.set_muted(True)
    button(stand.page, "Unmute").click()
    button(stand.page, "Mute").click()
    assert told == [False, True]


def test_the_list_of_keys_comes_and_goes_while_time_runs(stand: Stand, qtbot: QtBot) -> None:
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    assert "Keys" in texts(stand.page)
    assert button(stand.page, "Pause")
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    assert "Keys" not in texts(stand.page)
    assert stand.wishes == []


def test_escape_leaves_the_list_of_keys_first_and_then_the_floor_view(stand: Stand, qtbot: QtBot) -> None:
    stand.page.set_floor_view(True)
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    qtbot.keyClick(stand.page, Qt.Key.Key_Escape)
    assert "Keys" not in texts(stand.page)
    assert stand.wishes == [], "the floor view is still there"
    qtbot.keyClick(stand.page, Qt.Key.Key_Escape)
    assert stand.wishes == ["floor_toggled"]


def test_escape_leaves_the_floor_view_in_trouble_whatever_was_over_the_picture(stand: Stand) -> None:
    stand.page.set_floor_view(True)
    held(stand.page, Qt.Key.Key_Question)
    trouble(stand)
    held(stand.page.focusWidget() or stand.page, Qt.Key.Key_Escape)
    assert stand.wishes[-1:] == ["floor_toggled"]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("on_floor", [False, True])
def test_the_list_of_keys_fits_the_smallest_window(stand: Stand, qtbot: QtBot, on_floor: bool) -> None:
    stand.page.set_floor_view(on_floor)
    at_size(stand.page, 900, 600)
    qtbot.keyClick(stand.page, Qt.Key.Key_Question)
    assert "Keys" in texts(stand.page)
    qtbot.waitUntil(lambda: faults(stand.page) == [])
