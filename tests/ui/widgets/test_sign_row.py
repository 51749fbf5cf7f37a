"""A sign and its yes: said aloud in full, never given in advance, and taken back as easily as given."""

import pytest
from page_checks import faults
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.sign_row import SignRow


@pytest.fixture
def row(qtbot: QtBot, dressed: QApplication) -> SignRow:
    made = SignRow("a leg that will not move", "It needs help at once.")
    qtbot.addWidget(made)
    made.grab()
    return made


def test_it_is_not_there_until_the_user_says_so(qtbot: QtBot, row: SignRow) -> None:
    assert not row.is_there
    with qtbot.waitSignal(row.changed):
        row.yes.click()
    assert row.is_there
    assert row.property("box") == "stop"


def test_a_yes_can_be_taken_back(row: SignRow) -> None:
    row.yes.click()
    row.clear()
    assert not row.is_there
    assert row.property("box") == "card"


def test_a_screen_reader_hears_the_whole_sign(row: SignRow) -> None:
    assert row.yes.accessibleName() == "Yes: A leg that will not move"
    assert row.yes.accessibleDescription() == "It needs help at once."
    assert faults(row) == []
