"""Every page says how sure it is, and of exercise, in the same words; every statement says what it stands on."""

from dataclasses import replace

import pytest
from plain_words import grade
from topics import HELP, NHS, PERLMAN

from kneeguide.core.learn import Basis, Statement
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
    ("statement", "words"),
    [
        (Statement("It helped.", Basis.RESEARCH, (PERLMAN,)), "Perlman 2012 · low to moderate certainty"),
        (Statement("Do it.", Basis.JUDGEMENT), "Our judgement"),
        (
            Statement("Do it.", Basis.JUDGEMENT, (NHS,)),
            "Our judgement, drawing on NHS (not verified) · rule or expert opinion",
        ),
    ],
)
def test_a_statement_says_what_it_stands_on(statement: Statement, words: str) -> None:
    assert learn_wording.basis(statement).replace("\u00a0", " ") == words
