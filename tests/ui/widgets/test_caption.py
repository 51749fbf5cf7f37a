"""What is said can be read from three metres, and nothing beside it moves as it comes and goes."""

import pytest
from on_screen import on_screen
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from ui_fakes import shown, texts

from kneeguide.ui.widgets.caption import Caption


@pytest.fixture
def caption(dressed: QApplication, qtbot: QtBot) -> Caption:
    caption = Caption()
    on_screen(qtbot, caption)
    caption.show()
    return caption


def test_words_come_and_go_in_the_same_room(caption: Caption) -> None:
    caption.scale_to(800)
    empty = caption.sizeHint().height()
    caption.show_words("Right leg.")
    assert texts(caption) == ["Right leg."]
    assert caption.property("box") == "ink"
    assert caption.sizeHint().height() == empty
    caption.show_words("")
    assert texts(caption) == []
    assert caption.property("box") == "none"


@pytest.mark.parametrize("height", [600, 800, 1440])
def test_letters_are_a_fortieth_of_the_height_or_more(caption: Caption, height: int) -> None:
    caption.scale_to(height)
    caption.show_words("Right leg.")
    (words,) = shown(caption, QLabel)
    assert words.font().pixelSize() >= height / 40
