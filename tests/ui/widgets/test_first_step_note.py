"""Somebody whose pain has no name yet hears whom to see, what to say, and nothing about what it might be."""

from page_checks import at_size, button, faults, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.first_step_note import FirstStepNote


def test_it_says_whom_to_see_and_what_to_say(qtbot: QtBot, dressed: QApplication) -> None:
    note = FirstStepNote()
    qtbot.addWidget(note)
    at_size(note, 600, 300)
    assert faults(note) == []
    for said in ("get a name for your knee pain", "doctor or a physiotherapist", "where it hurts", "short and light"):
        assert said in words(note)


def test_more_about_it_is_a_press_away(qtbot: QtBot, dressed: QApplication) -> None:
    note = FirstStepNote()
    qtbot.addWidget(note)
    with qtbot.waitSignal(note.more_requested):
        qtbot.mouseClick(button(note, "When to see someone"), Qt.MouseButton.LeftButton)
