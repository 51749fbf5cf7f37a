"""However wide a page is, lines stay short enough to read, and are as high as they need to be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.theme import LIGHT, TextRole, apply
from kneeguide.ui.widgets.short_lines import ShortLines

LONG = "Lay both palms on the thigh, and glide them slowly up towards the hip. " * 4


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("width", [300, 700, 1600])
def test_lines_are_about_70_letters_long_at_most(
    qtbot: QtBot, dressed: QApplication, width: int, text_size: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    words = ShortLines(TextRole.BODY, LONG)
    qtbot.addWidget(words)
    words.resize(width, words.heightForWidth(width))
    words.grab()
    taken = words.contentsRect().width()
    assert taken == min(width, 600 * text_size // 100)
    assert words.height() >= words.height_at(words.font().pixelSize(), taken)


def test_right_to_left_the_end_of_a_line_is_at_the_left(qtbot: QtBot, dressed: QApplication) -> None:
    words = ShortLines(TextRole.BODY, LONG)
    qtbot.addWidget(words)
    words.resize(1600, 200)
    words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    words.grab()
    assert (words.contentsRect().left(), words.contentsRect().width()) == (1000, 600)


def test_larger_letters_have_longer_lines_at_once(qtbot: QtBot, dressed: QApplication) -> None:
    words = ShortLines(TextRole.BODY, LONG)
    qtbot.addWidget(words)
    words.resize(1600, 200)
    words.show()
    qtbot.waitExposed(words)
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    assert words.contentsRect().width() == 1200
