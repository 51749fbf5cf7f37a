"""A label shows what it is given, letter by letter, whatever it looks like."""

from itertools import pairwise
from pathlib import Path

import pytest
from painted_words import Words, painted_words
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.theme import LIGHT, TextRole, apply, font_for
from kneeguide.ui.widgets.labels import Tag, Text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this

STOP = QColor(LIGHT.stop)
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


# Lines of longer texts have room between them

SENTENCES = "Glide both palms up towards the hip. " * 4
FROM_RIGHT = "\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05d5\u05dc\u05dd. " * 12


def shown(qtbot: QtBot, label: QLabel, width: int = 300) -> list[Words]:
    """What a label paints, in a window that gives it the height it asks for."""
    qtbot.addWidget(label)
    label.resize(width, label.heightForWidth(width))
    label.show()
    return painted_words(label)


@pytest.mark.parametrize(("role", "apart"), [(TextRole.BODY, 22), (TextRole.STRONG, 22), (TextRole.SMALL, 19)])
def test_what_is_read_has_half_its_size_between_its_lines(
    dressed: QApplication, qtbot: QtBot, role: TextRole, apart: int
) -> None:
    label = Text(role, SENTENCES)
    lines = shown(qtbot, label)
    tops = [line.place.top() for line in lines]
    assert len(lines) > 2
    assert {round(below - above) for above, below in pairwise(tops)} == {apart}
    assert lines[0].place.top() >= 0
    assert lines[-1].place.bottom() <= label.height()


@pytest.mark.parametrize("width", range(120, 400, 7))
def test_lines_are_broken_where_qt_would_break_them(dressed: QApplication, qtbot: QtBot, width: int) -> None:
    words = [text.text for text in shown(qtbot, Text(TextRole.BODY, SENTENCES), width)]
    heading = Text(TextRole.BODY, SENTENCES)
    heading.set_letters(15)  # left to Qt
    assert words == [text.text for text in shown(qtbot, heading, width)]


@pytest.mark.parametrize("text", ["Knee", "First\nSecond", SENTENCES, f"{SENTENCES}\n{SENTENCES}", ""])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_the_height_that_is_asked_for_holds_every_line(
    dressed: QApplication, qtbot: QtBot, text: str, text_size: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    label = Text(TextRole.BODY, text)
    for line in shown(qtbot, label):
        assert line.place.top() >= -1
        assert line.place.bottom() <= label.height() + 1


def test_one_line_is_as_high_as_ever(dressed: QApplication, qtbot: QtBot) -> None:
    label = Text(TextRole.BODY, "Knee")
    qtbot.addWidget(label)
    assert label.sizeHint().height() == label.heightForWidth(300) == QFontMetrics(label.font()).height()


def test_words_that_are_fitted_into_their_room_keep_their_lines(dressed: QApplication, qtbot: QtBot) -> None:
    label = Text(TextRole.BODY, SENTENCES)
    qtbot.addWidget(label)
    label.set_letters(20)
    assert label.heightForWidth(300) == label.height_at(20, 300)


def test_words_that_can_be_copied_are_as_high_as_they_ask_for(dressed: QApplication, qtbot: QtBot) -> None:
    label = Text(TextRole.BODY, SENTENCES)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    lines = shown(qtbot, label)
    assert lines[-1].place.bottom() == pytest.approx(label.height(), abs=2)


@pytest.mark.parametrize(
    ("text", "align", "begins", "ends"),
    [
        (SENTENCES, Qt.AlignmentFlag.AlignLeading, 0, None),
        (SENTENCES, Qt.AlignmentFlag.AlignRight, None, 300),
        (FROM_RIGHT, Qt.AlignmentFlag.AlignLeading, None, 300),
    ],
)
def test_lines_begin_where_they_are_read_from(
    dressed: QApplication, qtbot: QtBot, text: str, align: Qt.AlignmentFlag, begins: int | None, ends: int | None
) -> None:
    label = Text(TextRole.BODY, text.strip())
    label.setAlignment(align)
    first = shown(qtbot, label)[:-1]
    assert begins is None or all(abs(line.place.left() - begins) < 3 for line in first)
    picture = label.grab().toImage()
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != picture.pixelColor(0, 0) for y in range(40))
    ]
    assert ends is None or ends - inked[-1] < 8


def test_a_tone_colours_every_line(dressed: QApplication, qtbot: QtBot) -> None:
    label = Text(TextRole.QUIET, SENTENCES)
    label.set_tone("stop")
    shown(qtbot, label)
    picture = label.grab().toImage()
    reds = {y for y in range(picture.height()) for x in range(picture.width()) if picture.pixelColor(x, y) == STOP}
    assert max(reds) - min(reds) > 22
