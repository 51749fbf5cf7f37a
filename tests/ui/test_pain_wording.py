"""What is said of how knee pain moves: one sentence for it, in the words of one change."""

import pytest
from plain_words import avoided
from PySide6.QtWidgets import QApplication

from kneeguide.ui import pain_wording


@pytest.mark.parametrize(
    ("was", "became", "words"),
    [
        (6, 4, "got clearly lower: 6 to 4"),
        (6, 5, "got a little lower: 6 to 5"),
        (3, 2, "got clearly lower: 3 to 2"),
        (5, 5, "stayed about the same: 5"),
        (5, 6, "got a little higher: 5 to 6"),
        (4, 7, "got clearly higher: 4 to 7"),
    ],
)
def test_a_trend_is_said_in_the_words_of_one_change(qapp: QApplication, was: int, became: int, words: str) -> None:
    assert pain_wording.trend(was, became) == f"In the last four weeks, knee pain before a session {words}."


def test_without_one_it_is_said_what_it_takes(qapp: QApplication) -> None:
    assert "six numbers" in pain_wording.no_trend()
    for sentence in (pain_wording.no_trend(), pain_wording.trend(5, 3)):
        assert not avoided(sentence)
