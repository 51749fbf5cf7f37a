"""A note is told once, when the user turns to something else or the page is left."""

from on_screen import on_screen
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.note_edit import NoteEdit


def test_a_note_is_told_once_however_it_is_left(qtbot: QtBot) -> None:
    note = NoteEdit()
    on_screen(qtbot, note)
    told: list[str] = []
    note.noted.connect(told.append)
    note.show_note("As it was")
    note.hide()
    assert told == []
    note.show()
    note.setPlainText(" Better ")
    note.hide()
    note.keep()
    assert told == ["Better"]
    assert note.note == "Better"
