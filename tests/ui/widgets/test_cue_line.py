"""One sentence in one line, as large as the line allows."""

import pytest
from on_screen import on_screen
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.cue_line import CueLine

CUE = "Glide both palms up towards the hip, then float back down. Keep the shoulders low."


@pytest.fixture
def line(qtbot: QtBot) -> CueLine:
    line = CueLine()
    on_screen(qtbot, line, 900, 60)
    line.scale_to(600)
    return line


@pytest.mark.parametrize(
    ("cue", "shown"),
    [
        (CUE, "Glide both palms up towards the hip, then float back down."),
        ("Only one sentence.", "Only one sentence."),
        ("No stop", "No stop"),
        ("", ""),
    ],
)
def test_it_says_the_first_sentence(line: CueLine, cue: str, shown: str) -> None:
    line.show_cue(cue)
    assert line.text() == shown


def test_its_letters_are_as_large_as_the_line_allows(line: CueLine) -> None:
    line.show_cue("Rest.")
    assert line.font().pixelSize() == 20
    line.resize(620, 60)
    line.show_cue(CUE)
    longer = line.font().pixelSize()
    assert 15 <= longer < 25
    assert QFontMetrics(line.font()).horizontalAdvance(line.text()) <= line.width()
    line.resize(1800, 60)
    assert line.font().pixelSize() == 20


def test_a_sentence_that_is_too_long_is_broken_and_not_cut_off(line: CueLine) -> None:
    line.show_cue("A long sentence about it, and how to do it, and what to do then, and then again, and so on " * 3)
    assert line.font().pixelSize() == 15
    assert line.heightForWidth(line.width()) >= 2 * QFontMetrics(line.font()).height()
    assert line.minimumSizeHint().width() == 0
