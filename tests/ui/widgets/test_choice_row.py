"""One of a few: exactly one chip is down, and only the user's own choice is told."""

import pytest
from on_screen import on_screen
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown

from kneeguide.core.routine import Side
from kneeguide.ui.widgets.choice_row import ChoiceRow


@pytest.fixture
def row(qtbot: QtBot) -> ChoiceRow[Side]:
    row: ChoiceRow[Side] = ChoiceRow("Which leg first?", {Side.LEFT: "Left leg", Side.RIGHT: "Right leg"})
    on_screen(qtbot, row)
    return row


def test_a_press_chooses_and_is_told(row: ChoiceRow[Side], qtbot: QtBot) -> None:
    row.choose(Side.LEFT)
    with qtbot.waitSignal(row.chosen) as told:
        button(row, "Which leg first? Right leg").click()
    assert (told.args, row.value) == ([Side.RIGHT], Side.RIGHT)
    assert [each.isChecked() for each in shown(row, QAbstractButton)] == [False, True]


def test_a_choice_made_for_the_user_is_not_told(row: ChoiceRow[Side], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.choose(Side.RIGHT)
    assert row.value is Side.RIGHT


def test_each_chip_says_the_question_too(row: ChoiceRow[Side]) -> None:
    assert names(shown(row, QAbstractButton)) == ["Which leg first? Left leg", "Which leg first? Right leg"]
