"""What screen readers are told of widgets is true, and can be acted on."""

import gc

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QButtonGroup, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.screen_reader import describe_widgets
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.favourite_button import FavouriteButton

ROLE = QAccessible.Role


@pytest.fixture(autouse=True)
def described(qapp: QApplication) -> None:
    describe_widgets()


def told(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def test_a_scroll_bar_that_is_asked_for_when_it_has_gone_is_none(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QLabel("a page"))
    account = told(area)
    assert account.child(0).object() is area.viewport()
    assert account.child(account.childCount()) is None
    assert account.child(1000) is None


@pytest.mark.parametrize("exclusive", [True, False])
def test_a_choice_is_one_of_several_only_where_it_is_so(qtbot: QtBot, exclusive: bool) -> None:
    here = QWidget()
    qtbot.addWidget(here)
    group = QButtonGroup(here)
    group.setExclusive(exclusive)
    chip = Button("Left leg", "chip", here)
    group.addButton(chip)
    assert told(chip).role() is (ROLE.RadioButton if exclusive else ROLE.CheckBox)
    assert told(chip).text(QAccessible.Text.Name) == "Left leg"


@pytest.mark.parametrize("kind", ["chip", "favourite"])
def test_what_a_screen_reader_presses_is_clicked_and_said_to_be_down(qtbot: QtBot, kind: str) -> None:
    button = Button("Both legs", "chip") if kind == "chip" else FavouriteButton(LIGHT)
    qtbot.addWidget(button)
    account = told(button)
    gc.collect()
    assert (account.role(), bool(account.state().checkable), bool(account.state().checked)) == (
        ROLE.CheckBox,
        True,
        False,
    )
    assert account.actionInterface().actionNames()[0] == "Press"
    with qtbot.waitSignal(button.clicked):
        account.actionInterface().doAction("Press")
    assert account.state().checked
    button.setEnabled(False)
    assert account.actionInterface().actionNames() == []


def test_what_needs_no_better_account_keeps_qts(qtbot: QtBot) -> None:
    button = QPushButton("Start")
    qtbot.addWidget(button)
    assert told(button).role() is ROLE.Button


def test_a_thing_with_a_name_and_no_role_is_a_group(qtbot: QtBot) -> None:
    for name, role in (("Map of the leg", ROLE.Grouping), ("", ROLE.Client)):
        thing = QWidget()
        qtbot.addWidget(thing)
        thing.setAccessibleName(name)
        assert told(thing).role() is role
