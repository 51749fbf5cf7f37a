"""Lines on paper are as wide as they may be and lose nothing, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from kneeguide.ui.paper.document import Style
from kneeguide.ui.paper.letters import broken, clean, font, millimetres

WIDTH = millimetres(60)
SENTENCE = "Knee warm after the garden, so I took it gently and only did the front of the thigh."


def widest(lines: tuple[str, ...]) -> float:
    return max(QFontMetricsF(font(Style.BODY)).horizontalAdvance(line) for line in lines)


def test_words_are_kept_whole_and_in_order(qapp: QApplication) -> None:
    lines = broken(SENTENCE, font(Style.BODY), WIDTH)
    assert len(lines) == 3
    assert " ".join(lines) == SENTENCE
    assert widest(lines) <= WIDTH


@given(st.text(max_size=200))
def test_nothing_is_lost_but_gaps_and_nothing_is_too_wide(qapp: QApplication, text: str) -> None:
    lines = broken(text, font(Style.BODY), WIDTH)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert not lines or widest(lines) <= WIDTH + 1


@pytest.mark.parametrize("most", [1, 2])
def test_what_is_left_out_shows(qapp: QApplication, most: int) -> None:
    lines = broken(SENTENCE, font(Style.BODY), WIDTH, most)
    assert len(lines) == most
    assert lines[-1].endswith("…")
    assert widest(lines) <= WIDTH
    assert broken("Short.", font(Style.BODY), WIDTH, most) == ("Short.",)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" two\nlines\t and  gaps ", "two lines and gaps"),
        ("\u202egarden", "garden"),
        ("a\x00b\x07c", "a b c"),
        ("\U0001f469\u200d\U0001f9bd", "\U0001f469\u200d\U0001f9bd"),
        ("20\u00a0s", "20\u00a0s"),
        ("\u2028\ud800", ""),
        ("", ""),
    ],
)
def test_what_has_no_shape_is_taken_out(typed: str, told: str) -> None:
    assert clean(typed) == told


def test_letters_are_as_large_as_they_say(qapp: QApplication) -> None:
    assert font(Style.BODY).pixelSize() == pytest.approx(9.5 / 72 * 1200, abs=1)
    assert font(Style.BODY, 0.5).pixelSize() == pytest.approx(4.75 / 72 * 1200, abs=1)
    assert millimetres(25.4) == 1200
