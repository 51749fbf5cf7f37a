"""Every page says how sure it is, and of exercise, in the same words; numbers lead to the sources."""

from dataclasses import replace

import pytest
from plain_words import grade
from topics import HELP

from kneeguide.core.routine import Certainty
from kneeguide.ui import learn_wording

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("certainty", "words"),
    [
        (Certainty.LOW_TO_MODERATE, "How sure research is: low to moderate"),
        (Certainty.EXPERT_OPINION, "How sure research is: expert opinion only"),
    ],
)
def test_how_sure_a_page_is(certainty: Certainty, words: str) -> None:
    assert learn_wording.how_sure(replace(HELP, certainty=certainty)) == words


def test_exercise_comes_first_in_plain_words() -> None:
    assert learn_wording.exercise_title() == "Exercise is the main treatment"
    assert "stronger support" in learn_wording.exercise()
    assert grade(learn_wording.exercise()) < 9


@pytest.mark.parametrize(
    ("numbers", "words"), [((), "It helped."), ((1,), "It helped. [1]"), ((3, 1), "It helped. [1, 3]")]
)
def test_a_statement_carries_the_numbers_of_its_sources_which_stay_with_its_last_word(
    numbers: tuple[int, ...], words: str
) -> None:
    said = learn_wording.with_numbers("It helped.", numbers)
    assert said.replace("\u00a0", " ") == words
    assert said.split(" ")[:-1] == ["It"]
