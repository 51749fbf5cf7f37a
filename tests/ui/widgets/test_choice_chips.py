"""Chips: nothing is chosen to begin with; one, or several, where that makes sense."""

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.screen_reader import describe_widgets
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_chips import ChoiceChips

OPTIONS = [("Chair", "c"), ("Wall", "w"), ("Floor & mat", "f")]


def press(qtbot: QtBot, chips: ChoiceChips, place: int) -> None:
    qtbot.mouseClick(chips._chips[place][0], Qt.MouseButton.LeftButton)


def test_one_choice_takes_the_place_of_another(qtbot: QtBot, dressed: QApplication) -> None:
    chips = ChoiceChips("Place", OPTIONS)
    qtbot.addWidget(chips)
    assert chips.chosen == ()
    with qtbot.waitSignal(chips.changed):
        press(qtbot, chips, 2)
    press(qtbot, chips, 0)
    assert chips.chosen == ("c",)
    press(qtbot, chips, 0)
    assert chips.chosen == ("c",)


def test_several_can_be_chosen_and_taken_back(qtbot: QtBot, dressed: QApplication) -> None:
    chips = ChoiceChips("Place", OPTIONS, several=True, shows_name=True)
    qtbot.addWidget(chips)
    press(qtbot, chips, 2)
    press(qtbot, chips, 0)
    assert chips.chosen == ("c", "f")
    press(qtbot, chips, 2)
    assert chips.chosen == ("c",)


def test_a_keyboard_chooses_with_space(qtbot: QtBot, dressed: QApplication) -> None:
    chips = ChoiceChips("Place", OPTIONS, several=True)
    qtbot.addWidget(chips)
    qtbot.keyClick(chips.first, Qt.Key.Key_Space)
    assert chips.chosen == ("c",)


def test_choosing_for_the_user_tells_nobody(qtbot: QtBot, dressed: QApplication) -> None:
    chips = ChoiceChips("Place", OPTIONS)
    qtbot.addWidget(chips)
    with qtbot.assertNotEmitted(chips.changed):
        chips.choose("w")
    assert chips.chosen == ("w",)


def test_a_screen_reader_hears_what_a_chip_belongs_to_and_no_mnemonic_is_made(
    qtbot: QtBot, dressed: QApplication
) -> None:
    chips = ChoiceChips("Place", OPTIONS)
    qtbot.addWidget(chips)
    chip = chips._chips[2][0]
    assert chip.accessibleName() == "Place: Floor & mat"
    assert chip.text() == "Floor && mat"


def test_counts_stand_after_the_words_and_leave_the_name_alone(qtbot: QtBot, dressed: QApplication) -> None:
    chips = ChoiceChips("Place", OPTIONS, several=True)
    qtbot.addWidget(chips)
    chips.show_counts({"c": 3, "w": 0, "f": 12}.__getitem__)
    assert [chip.text() for chip in chips.chips] == ["Chair · 3", "Wall · 0", "Floor && mat · 12"]
    assert chips.chips[2].accessibleName() == "Place: Floor & mat"
    assert chips.chips[2].accessibleDescription() == "Routines: 12"
    assert chips.chosen_words == []
    press(qtbot, chips, 2)
    assert chips.chosen_words == ["Floor & mat"]


def test_other_things_can_go_on_in_the_same_lines(qtbot: QtBot, dressed: QApplication) -> None:
    chips = ChoiceChips("Place", OPTIONS)
    qtbot.addWidget(chips)
    more = Button("More")
    chips.put_after(more)
    chips.resize(900, 60)
    chips.grab()
    assert more.y() == chips.first.y()
    assert more.x() > chips.chips[-1].x()
    assert more not in chips.chips


@pytest.mark.parametrize("several", [True, False])
def test_a_screen_reader_hears_whether_one_or_several_count_and_which_are_chosen(
    qtbot: QtBot, dressed: QApplication, several: bool
) -> None:
    describe_widgets()
    chips = ChoiceChips("Place", OPTIONS, several=several)
    qtbot.addWidget(chips)
    press(qtbot, chips, 2)
    press(qtbot, chips, 0)
    heard = [QAccessible.queryAccessibleInterface(chip) for chip in chips.chips]
    assert {each.role() for each in heard} == {QAccessible.Role.CheckBox if several else QAccessible.Role.RadioButton}
    assert [bool(each.state().checkable) for each in heard] == [True, True, True]
    assert [bool(each.state().checked) for each in heard] == [True, False, several]
    chips.choose()
    assert [bool(each.state().checked) for each in heard] == [False, False, False]


@pytest.mark.parametrize(("several", "after"), [(False, ("w",)), (True, ("c",))])
def test_arrows_choose_another_where_one_counts_and_nothing_where_several_do(
    qtbot: QtBot, dressed: QApplication, several: bool, after: tuple[str, ...]
) -> None:
    chips = ChoiceChips("Place", OPTIONS, several=several)
    on_screen(qtbot, chips)
    chips.choose("c")
    chips.window().activateWindow()
    qtbot.waitUntil(chips.window().isActiveWindow)
    chips.first.setFocus()
    qtbot.keyClick(chips.first, Qt.Key.Key_Right)
    assert chips.chosen == after
