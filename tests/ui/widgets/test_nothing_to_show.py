"""An empty list says why it is empty, and leads on where there is a way."""

import pytest
from page_checks import at_size, button, faults, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.nothing_to_show import NothingToShow


@pytest.fixture
def nothing(qtbot: QtBot, dressed: QApplication) -> NothingToShow:
    made = NothingToShow("Show all")
    qtbot.addWidget(made)
    return made


def test_it_says_why_and_the_way_on_is_a_press_away(qtbot: QtBot, nothing: NothingToShow) -> None:
    nothing.say("No routine fits", "Take away a choice.")
    at_size(nothing, 500, 300)
    assert faults(nothing) == []
    assert words(nothing).splitlines() == ["No routine fits", "Take away a choice."]
    with qtbot.waitSignal(nothing.wanted):
        qtbot.mouseClick(button(nothing, "Show all"), Qt.MouseButton.LeftButton)


def test_where_nothing_can_be_done_no_button_says_so(nothing: NothingToShow) -> None:
    nothing.say("There are no routines", "Please install it again.", has_way_on=False)
    assert not button(nothing, "Show all").isVisibleTo(nothing)
    nothing.say("No routine fits", "Take away a choice.")
    assert button(nothing, "Show all").isVisibleTo(nothing)
