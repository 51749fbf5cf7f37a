"""The foot of a page that is read: the words that fit, the way on first, and the keyboard never lost at an end."""

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown, texts

from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.topic_foot import TopicFoot


@pytest.fixture
def foot(qtbot: QtBot, dressed: QApplication) -> TopicFoot:
    foot = TopicFoot()
    on_screen(qtbot, foot, 720, 70)
    foot.show_place(2, 3, "Rolling", has_routines=False)
    return foot


def said(foot: TopicFoot) -> list[str]:
    return [each.accessibleName() for each in shown(foot, Button)]


@pytest.mark.parametrize(
    ("width", "has_routines", "buttons", "place"),
    [
        (720, False, ["Next: Rolling", "Previous page"], "Page 2 of 3"),
        (720, True, ["See routines for this", "Next page", "Previous page"], "Page 2 of 3"),
        (440, False, ["Next", "Back"], "2 of 3"),
        (440, True, ["See routines", "Next", "Back"], ""),
    ],
)
def test_it_says_in_full_what_fits_in_one_row(
    foot: TopicFoot, qtbot: QtBot, width: int, has_routines: bool, buttons: list[str], place: str
) -> None:
    foot.show_place(2, 3, "Rolling", has_routines=has_routines)
    foot.resize(width, 70)
    assert said(foot) == buttons
    assert [text for text in texts(foot) if "of 3" in text] == [place] * bool(place)
    qtbot.waitUntil(lambda: len({each.geometry().center().y() for each in shown(foot, Button)}) == 1)


@pytest.mark.parametrize("has_routines", [False, True])
def test_one_button_is_filled_and_it_is_the_first(foot: TopicFoot, has_routines: bool) -> None:
    foot.show_place(2, 3, "Rolling", has_routines=has_routines)
    kinds = [each.property("kind") for each in shown(foot, Button)]
    assert kinds == ["primary"] + ["plain"] * (len(kinds) - 1)


def test_each_button_says_what_is_wanted(foot: TopicFoot, qtbot: QtBot) -> None:
    foot.show_place(2, 3, "Rolling", has_routines=True)
    foot.offer_all(True)
    for name, signal, carried in (
        ("Next", foot.turned, [1]),
        ("Back", foot.turned, [-1]),
        ("See routines", foot.routines_requested, []),
        ("All topics", foot.all_requested, []),
    ):
        with qtbot.waitSignal(signal) as told:
            button(foot, name).click()
        assert told.args == carried


@pytest.mark.parametrize(
    ("number", "pressed", "left"), [(3, "Next: Rolling", "Previous page"), (1, "Previous page", "Next")]
)
def test_at_an_end_the_other_way_gets_the_keyboard(
    foot: TopicFoot, qtbot: QtBot, number: int, pressed: str, left: str
) -> None:
    foot.window().activateWindow()
    qtbot.waitUntil(foot.isActiveWindow)
    button(foot, pressed).setFocus(Qt.FocusReason.TabFocusReason)
    foot.show_place(number, 3, "" if number == 3 else "Rolling", has_routines=False)
    (focused,) = (each for each in shown(foot, Button) if each.hasFocus())
    assert focused.accessibleName().startswith(left)
