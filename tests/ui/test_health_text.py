"""Nothing that a user can read about health is missing from what a reviewer gets, and all of it is in plain words."""

import ast
import re
from pathlib import Path

import plain_words
import pytest

from kneeguide import paths
from kneeguide.core.keep_off import KeepOff
from kneeguide.core.learn_reader import load_learn
from kneeguide.core.library_reader import load_library
from kneeguide.core.limits import CAUTIONS, LIMIT_OF
from kneeguide.core.pain import BeforeLight, Change
from kneeguide.core.pain_rule import Rule
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.questions import CONFIRMABLE, EMERGENCY, WOUNDS, HealthReason, Question
from kneeguide.core.refusal import Action, Reason
from kneeguide.core.trouble import StopReason
from kneeguide.ui import (
    gate_wording,
    health_text,
    keep_off_wording,
    limits_wording,
    outcome_wording,
    pain_rule_wording,
    pain_wording,
    refusal_wording,
    safety_wording,
    trouble_wording,
)

UI = Path(health_text.__file__).parent
LIBRARY = load_library(paths.routines_dir(), None)
ASSETS = paths.assets_dir()
LEARN = load_learn(ASSETS / "learn", LIBRARY.sources, PoseShelf(ASSETS / "figures"))
PAGES = health_text.pages(LIBRARY, LEARN)
OWN_PAGES = tuple(
    page for page in PAGES if page.title not in ("Techniques", "Routines") and not page.title.startswith("Learn: ")
)
"""What the program says, without what is written in the files of routines and of Learn, which have their own tests."""

SAID = {text for page in PAGES for each in page.entries for _, text in each.says}
WHERE = {
    f"{page.title}, {each.about}, {number} {kind}": text
    for page in OWN_PAGES
    for each in page.entries
    for number, (kind, text) in enumerate(each.says)
}

ALL_OF = (
    "aftercare_wording",
    "choosing_wording",
    "emergency_wording",
    "gate_wording",
    "gentler_wording",
    "health_answers_wording",
    "keep_off_wording",
    "limits_wording",
    "pain_rule_wording",
    "next_day_wording",
    "pain_wording",
    "question_sentences",
    "refusal_wording",
    "safety_wording",
    "told_sentences",
    "trouble_wording",
    "weekly_wording",
    "welcome_wording",
    "yes_sentences",
)
"""Modules that speak of health alone."""

SOME_OF = {
    "session_wording": {"enough_for_one_muscle", "how_pressure_feels"},
    "outcome_wording": {"end_title", "change"},
    "chart_wording": {
        "rest_is_planned",
        "sore",
        "activity_question",
        "activity_ends",
        "overall_question",
        "overall",
    },
    "wording": {"disclaimer", "certainty"},
    "learn_wording": {"how_sure", "exercise_title", "exercise"},
    "report_wording": {"what_it_is", "trend"},
    "sheet_wording": {"check_first", "stop_title", "when_to_stop"},
}
"""Modules that speak of other things too, and what in them speaks of health."""

JOINTS = {"; ", "{signs}.", "{day}: {statement}"}
"""What only holds sentences together."""

DISCLAIMERS = {
    "It gives general information. It cannot examine you. It does not diagnose or treat anything.",
    "A guide for gentle self-massage. It does not diagnose or treat.",
}
"""Where words that KneeGuide keeps off are meant: it says what it does not do."""

LEAST_WORDS = 3
"""The formula of the grade was made for sentences; of a single word it says how long it is."""


def sentences(module: str, functions: set[str] | None = None) -> list[str]:
    """Each literal that a module has translated; ``functions``: only in these."""
    tree = ast.parse((UI / f"{module}.py").read_text(encoding="utf-8"))
    parts = [part for part in tree.body if functions is None or getattr(part, "name", "") in functions]
    calls = (node for part in parts for node in ast.walk(part) if isinstance(node, ast.Call) and len(node.args) == 2)
    named = (call for call in calls if getattr(call.func, "id", "") in ("translate", "QT_TRANSLATE_NOOP"))
    return [call.args[1].value for call in named if isinstance(call.args[1], ast.Constant)]


def is_told(sentence: str) -> bool:
    """Whether a reviewer gets it, as it stands or with its gaps filled."""
    pattern = re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(sentence)))
    return sentence in JOINTS or any(pattern.search(text) for text in SAID)


@pytest.mark.parametrize("module", ALL_OF)
def test_every_sentence_of_a_module_about_health_is_told(module: str) -> None:
    found = sentences(module)
    assert len(found) > 5
    assert [sentence for sentence in found if not is_told(sentence)] == []


def test_who_takes_blood_thinners_reads_so_where_a_step_is_left_out() -> None:
    assert "blood thinners" in safety_wording.left_out(Question.ASK_ANTICOAGULANT)


@pytest.mark.parametrize(("module", "functions"), SOME_OF.items())
def test_so_is_what_others_say_of_it(module: str, functions: set[str]) -> None:
    found = sentences(module, functions)
    assert len(found) >= len(functions)
    assert [sentence for sentence in found if not is_told(sentence)] == []


def test_a_sentence_that_is_forgotten_is_noticed() -> None:
    assert not is_told("Does your elbow ache?")
    assert not is_told("Wait until {when} and a day")


def test_every_module_of_words_is_known_here() -> None:
    """A new one is either about health, and told, or named here as about something else."""
    about_else = {
        "routine_wording",
        "time_wording",
        "source_wording",
        "player_wording",
        "spoken_wording",
        "safe_keeping_wording",
    }
    words = {file.stem for file in UI.glob("*.py") if file.stem.endswith(("wording", "sentences"))}
    assert words == {*ALL_OF, *SOME_OF, *about_else}


@pytest.mark.parametrize("question", Question)
def test_every_question_is_told_with_why_and_with_what_a_yes_does(question: Question) -> None:
    expected = {safety_wording.question(question), safety_wording.why(question)}
    if question not in EMERGENCY:
        expected.add(safety_wording.stop_inline(question))
    if question in CONFIRMABLE:
        expected.add(safety_wording.statement(question))
    if question in {*LIMIT_OF, *WOUNDS}:
        expected |= {safety_wording.left_out(question), limits_wording.effect(question)}
    if question in CAUTIONS:
        expected.add(limits_wording.effect(question))
    assert expected <= SAID


def test_everything_else_that_has_a_list_is_told() -> None:
    assert {refusal_wording.action(Reason(action)) for action in Action} <= SAID
    assert {refusal_wording.action_title(Reason(action)) for action in Action} <= SAID
    assert {gate_wording.health_lead(why) for why in HealthReason} <= SAID
    assert {trouble_wording.stop_advice(reason) for reason in StopReason} <= SAID
    assert {pain_rule_wording.then(rule) for rule in Rule} <= SAID
    assert {pain_rule_wording.today(rule) for rule in Rule} - {""} <= SAID
    assert {outcome_wording.change(change) for change in Change} <= SAID
    assert {pain_wording.light_advice(light, sore_day=False) for light in BeforeLight} - {""} <= SAID
    assert {keep_off_wording.keep_off_reason(area) for area in KeepOff} <= SAID


def test_the_routines_and_techniques_are_told_in_full() -> None:
    for technique in LIBRARY.techniques.values():
        said = (technique.cue, technique.avoid, technique.mistakes, technique.feel, technique.say)
        assert {text for text in said if text} <= SAID
    assert {routine.why for routine in LIBRARY.routines} <= SAID


def test_the_topics_of_learn_are_told_in_full() -> None:
    assert len(LEARN.topics) > 10
    for topic in LEARN.topics:
        statements = [statement for section in topic.sections for statement in section.statements]
        said = {topic.lead, topic.sure, *(statement.text for statement in statements)}
        said |= {point for statement in statements for point in statement.points}
        said |= {row.then for statement in statements for row in statement.rows}
        said |= {section.picture.caption for section in topic.sections if section.picture}
        assert said <= SAID


def test_every_entry_says_what_it_stands_on() -> None:
    footings = [(page.title, each.about, each.footing) for page in PAGES for each in page.entries]
    assert [where for *where, footing in footings if not footing.sources and not footing.note] == []
    assert {name for *_, footing in footings for name in footing.sources} <= set(LIBRARY.sources)


def test_every_sentence_can_be_read_at_school() -> None:
    sentences = {where: text for where, text in WHERE.items() if len(text.split()) >= LEAST_WORDS}
    assert len(sentences) > 300
    assert [(where, text) for where, text in sentences.items() if plain_words.grade(text) >= 8] == []


def test_no_sentence_says_what_we_do_not_say() -> None:
    said = {where: text for where, text in WHERE.items() if text not in DISCLAIMERS}
    assert {where: plain_words.avoided(text) for where, text in said.items() if plain_words.avoided(text)} == {}


def test_the_exceptions_are_needed_and_are_said() -> None:
    assert DISCLAIMERS <= SAID
    assert all(plain_words.avoided(text) for text in DISCLAIMERS)
