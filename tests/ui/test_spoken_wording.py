"""What is said is what a person would say: short sentences, times and numbers in words."""

from dataclasses import replace

import pytest
from fakes import OWN_STEP, PALM_GLIDES, ROLLER_FACE_DOWN

from kneeguide import paths
from kneeguide.core.library_reader import load_library
from kneeguide.core.routine import Side
from kneeguide.core.speech import SpeechRate, seconds_to_say
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import spoken_wording
from kneeguide.ui.spoken_script import LONGEST

pytestmark = pytest.mark.usefixtures("qapp")

ROLLER = Stage("1", StageKind.WORK, 60.0, ROLLER_FACE_DOWN, Side.LEFT)
TECHNIQUES = load_library(paths.routines_dir(), None).techniques


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "zero seconds"),
        (1, "one second"),
        (5, "five seconds"),
        (22.5, "twenty-two seconds"),
        (45, "forty-five seconds"),
        (59.6, "one minute"),
        (60, "one minute"),
        (61, "one minute and one second"),
        (75, "one minute and fifteen seconds"),
        (120, "two minutes"),
        (150, "two minutes and thirty seconds"),
        (6000, "100 minutes"),
    ],
)
def test_a_time_is_said_in_words(seconds: float, words: str) -> None:
    assert spoken_wording.time_in_words(seconds) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (7, "seven"), (13, "thirteen"), (20, "twenty"), (21, "twenty-one"), (99, "ninety-nine")],
)
def test_a_number_is_said_in_words(number: int, words: str) -> None:
    assert spoken_wording.in_words(number) == words


def test_no_two_numbers_are_said_alike() -> None:
    assert len({spoken_wording.in_words(number) for number in range(100)}) == 100


def test_a_step_is_leg_technique_and_time() -> None:
    assert spoken_wording.step(ROLLER) == "Left leg. Roller, front of thigh. One minute."
    assert spoken_wording.what_is_next(ROLLER) == "Next. Left leg. Roller, front of thigh. One minute."
    both = replace(ROLLER, side=None, seconds=90.0)
    assert spoken_wording.step(both) == "Roller, front of thigh. One minute and thirty seconds."
    asked = replace(ROLLER, technique=replace(PALM_GLIDES, title="Ready?"), side=None)
    assert spoken_wording.step(asked) == "Ready? One minute."


def test_of_a_later_set_only_its_number_and_time_are_said() -> None:
    assert spoken_wording.step(replace(ROLLER, set_number=2, sets=3, seconds=30.0)) == "Set two. Thirty seconds."


def test_how_it_is_done_has_words_made_for_the_voice_or_else_those_on_the_screen() -> None:
    said = replace(ROLLER, technique=replace(ROLLER_FACE_DOWN, say="Slowly."))
    assert spoken_wording.how_it_is_done(said) == "Slowly."
    assert spoken_wording.how_it_is_done(replace(ROLLER, technique=OWN_STEP)) == "Press and hold."


@pytest.mark.parametrize("technique", TECHNIQUES.values(), ids=list(TECHNIQUES))
def test_every_shipped_technique_can_be_said(technique: object) -> None:
    stage = replace(ROLLER, technique=technique)
    for text in (spoken_wording.what_is_next(stage), spoken_wording.how_it_is_done(stage)):
        assert text.isascii() or "’" in text
        assert not any(sign in text for sign in '0123456789/&()<>"–—;:')
        assert seconds_to_say(text, SpeechRate.SLOW) <= LONGEST
