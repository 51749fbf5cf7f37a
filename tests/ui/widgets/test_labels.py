"""A label shows what it is given, letter by letter, whatever it looks like."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import LIGHT, TextRole, font_for
from kneeguide.ui.widgets.labels import Tag, Text

RICH = ["Warm <b>up</b>", "&lt;", "<a href='http://example.org'>x</a>", "a < b & c", "x <table><tr><td>1</table>"]


@pytest.mark.parametrize("text", RICH)
@pytest.mark.parametrize("kind", [Text, Tag])
def test_what_looks_like_rich_text_is_shown_as_it_is(qtbot: QtBot, kind: type[QLabel], text: str) -> None:
    label = Text(TextRole.BODY, text) if kind is Text else Tag(text)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == text


def test_a_picture_named_in_a_text_is_not_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    assert image.save(str(tmp_path / "big.png"))
    label = Text(TextRole.BODY, f"<img src='{tmp_path}/big.png'>", wraps=False)
    qtbot.addWidget(label)
    assert label.sizeHint().height() < 100


@pytest.mark.parametrize("role", TextRole)
def test_letters_follow_the_role(qtbot: QtBot, role: TextRole) -> None:
    label = Text(role, "Knee")
    qtbot.addWidget(label)
    assert label.font().pixelSize() == font_for(role).pixelSize()
    assert label.property("textRole") == role.value


def test_long_text_wraps_and_gets_the_height_it_needs(qtbot: QtBot) -> None:
    label = Text(TextRole.BODY, "Glide both palms up towards the hip. " * 10)
    qtbot.addWidget(label)
    assert label.wordWrap()
    assert label.heightForWidth(300) > label.heightForWidth(900)
    assert not Text(TextRole.BODY, "Short", wraps=False).wordWrap()


def test_a_tone_colours_the_text_and_can_be_taken_back(dressed: QApplication, qtbot: QtBot) -> None:
    label = Text(TextRole.BODY, "Stop")
    qtbot.addWidget(label)
    label.show()
    plain = label.palette().windowText().color().name()
    label.set_tone("stop")
    assert label.palette().windowText().color().name().upper() == LIGHT.stop
    label.set_tone("")
    assert label.palette().windowText().color().name() == plain
