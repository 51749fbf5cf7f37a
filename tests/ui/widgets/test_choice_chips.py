"""Chips: nothing is chosen to begin with; one, or several, where that makes sense."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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
