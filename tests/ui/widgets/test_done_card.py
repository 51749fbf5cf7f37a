"""What was done to a file is one sentence, the name of the file, and what to know of it."""

from page_checks import at_size, faults, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.done_card import DoneCard


def test_it_says_what_was_done_to_which_file(qtbot: QtBot, dressed: QApplication) -> None:
    card = DoneCard()
    qtbot.addWidget(card)
    card.show_done("3 sessions are in this file:", "diary.json", "Keep it safe.")
    at_size(card, 600, 200)
    assert faults(card) == []
    assert words(card).splitlines() == ["3 sessions are in this file:", "diary.json", "Keep it safe."]
    card.show_done("3 sessions are in this file:", "diary.json")
    assert words(card).splitlines() == ["3 sessions are in this file:", "diary.json"]
