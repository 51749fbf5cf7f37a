"""The words of a step: which are said in which stage, and how they are broken and scrolled."""

from dataclasses import replace

import pytest
from fakes import planned
from on_screen import on_screen
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.step_words import Letters, StepWords

STAGES = planned(get_ready=10).stages
WORK = STAGES[1]
LETTERS = Letters(title=33, note=22, cue=22, care=18)
WIDTH = 508


@pytest.fixture
def words(qtbot: QtBot) -> StepWords:
    words = StepWords(LIGHT)
    on_screen(qtbot, words, WIDTH, 300)
    words.set_letters(LETTERS, 12)
    return words


def test_what_is_left_to_another_line_is_not_said_here(words: StepWords) -> None:
    words.show_stage(WORK, "Keep off sore skin.")
    assert texts(words) == [WORK.technique.title, WORK.technique.cue, "Keep off sore skin."]
    words.say_how(False)
    assert texts(words) == [WORK.technique.title, "Keep off sore skin."]
    words.show_stage(WORK, "")
    assert texts(words) == [WORK.technique.title]
    words.say_how(True)
    assert texts(words) == [WORK.technique.title, WORK.technique.cue]


def test_where_not_to_press_counts_as_long_as_there_is_pressing(words: StepWords) -> None:
    avoiding = replace(WORK.technique, avoid="The kneecap")
    words.show_stage(replace(WORK, technique=avoiding), "")
    assert "Keep off: The kneecap" in texts(words)
    words.show_stage(replace(STAGES[-1], technique=avoiding), "")
    assert not any("kneecap" in text for text in texts(words))


def test_its_height_is_known_before_it_has_its_letters(words: StepWords) -> None:
    words.show_stage(WORK, "Keep off sore skin.")
    small = words.height_at(Letters(25, 15, 15, 15), 4, WIDTH)
    assert small < words.height_at(LETTERS, 12, WIDTH)
    words.say_how(False)
    assert words.height_at(Letters(25, 15, 15, 15), 4, WIDTH) < small


def test_no_word_of_a_title_stands_alone(words: StepWords) -> None:
    title = "Palm glides, front of the thigh"
    words.show_stage(replace(WORK, technique=replace(WORK.technique, title=title)), "")
    words.let_scroll(False, WIDTH)
    words.grab()
    metrics = QFontMetrics(words.title.font())
    room = words.title.width() - 2 * words.title.contentsMargins().left()
    assert metrics.horizontalAdvance("Palm glides, front of the") > room
    assert metrics.horizontalAdvance("front of the thigh") <= room + 2
