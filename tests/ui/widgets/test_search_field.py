"""What can be looked for is said before anything is typed, in full and in letters of any size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.theme import LIGHT, TextRole, apply, font_for
from kneeguide.ui.widgets.search_field import SearchField


def test_it_names_what_can_be_looked_for(qtbot: QtBot, dressed: QApplication) -> None:
    field = SearchField("Search routines")
    qtbot.addWidget(field)
    assert field.accessibleName() == "Search routines"
    assert field.placeholderText() == "Search routines"


def test_what_was_typed_can_be_cleared_by_a_press(qtbot: QtBot, dressed: QApplication) -> None:
    field = SearchField("Search routines")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "calf")
    cross = field.findChild(QAbstractButton)
    assert cross is not None
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    qtbot.keyClicks(field, "calf")
    assert field.findChildren(QAbstractButton) == [cross]


@pytest.mark.parametrize("words", ["Search", "Search routines", "Search for a routine by its name or what it is for"])
def test_its_words_have_room_in_letters_of_any_size(qtbot: QtBot, dressed: QApplication, words: str) -> None:
    field = SearchField(words)
    qtbot.addWidget(field)
    widths = []
    for percent in (100, 200, 100):
        apply(dressed, LIGHT, paths.assets_dir(), percent)
        assert field.width() > QFontMetrics(font_for(TextRole.BODY)).horizontalAdvance(words)
        widths.append(field.width())
    assert widths[0] == widths[2] <= widths[1]
