"""Every question and every refusal has plain words, which say what to do and never what somebody might have."""

import re
from datetime import datetime

import pytest
from fakes import SEATED, START, verdict

from kneeguide.core.limits import CAUTIONS, LIMIT_OF
from kneeguide.core.questions import (
    CONFIRMABLE,
    EMERGENCY,
    HEALTH,
    LISTED,
    STOP,
    TODAY,
    WOUNDS,
    Question,
)
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.ui import emergency_wording, refusal_wording, safety_wording
from kneeguide.ui.safety_wording import Group, Tone

GUESSING = re.compile(
    r"\byou (may|might|could|probably|likely) have\b|\bsigns? of\b|\bprobabl|\blikely\b|\brisk\b|\bscore\b"
    r"|\bDVT\b|thrombos|embol|sepsis|sciatica|tumou?r|fractured|compartment|cauda|tear in|\bresult\b",
    re.IGNORECASE,
)
"""Wording that names an illness or weighs how likely it is."""

PROMISING = re.compile(
    r"\b((?<!team that )treats?|cures?|relieves?|heals|prescri\w+|rehab\w*|patients?|treatment plan)\b", re.IGNORECASE
)
"""Wording that claims what a massage timer must not claim."""

LONGEST_SENTENCE = 36
"""Words. Signs are listed in one sentence, and no other sentence comes near it."""


def said_of(question: Question) -> list[str]:
    """Every sentence that the question itself can bring to the screen."""
    then = [] if question in EMERGENCY else [safety_wording.stop_inline(question)]
    return [safety_wording.question(question), safety_wording.why(question), *then]


def refusals() -> list[Refusal]:
    """What the gate says to a yes to each question alone, before and after a professional has agreed."""
    said = [verdict(SEATED, q, confirmed=done) for q in (*HEALTH, *TODAY) for done in ((), CONFIRMABLE)]
    said.append(verdict(SEATED, Question.ASK_INFLAMMATORY, Question.FLARING_NOW))
    return [each for each in said if isinstance(each, Refusal)]


def everything_said() -> list[str]:
    """All that the gate can say."""
    reasons = [reason for refusal in refusals() for reason in refusal.reasons] + [Reason(action) for action in Action]
    return [
        *(text for question in Question for text in said_of(question)),
        *(safety_wording.told(question) for question in Question),
        *(emergency_wording.sign_in_few_words(question) for question in EMERGENCY),
        *(refusal_wording.in_full(reason) for reason in reasons),
        *(refusal_wording.action_title(reason) for reason in reasons),
        *(safety_wording.statement(question) for question in CONFIRMABLE),
        *(safety_wording.caution(question) for question in CAUTIONS),
        *(safety_wording.left_out(question) for question in (*LIMIT_OF, *WOUNDS)),
        *(text for group in Group for text in (safety_wording.group_title(group), safety_wording.group_lead(group))),
    ]


@pytest.mark.parametrize("question", Question)
def test_every_question_is_asked_explained_and_answered_in_words(question: Question) -> None:
    asked, why, *if_yes = said_of(question)
    assert "?" in asked
    assert why.endswith(".")
    assert all(text.endswith((".", "?")) for text in if_yes)
    assert bool(if_yes) == (question not in EMERGENCY), "a sign that cannot wait has words of its own"


def test_no_two_questions_are_asked_in_the_same_words() -> None:
    assert len({safety_wording.question(question) for question in Question}) == len(Question)


def test_the_groups_hold_the_full_list_once_and_in_order() -> None:
    assert tuple(question for group in Group for question in group.questions) == LISTED
    assert len({safety_wording.group_title(group) for group in Group}) == len(Group)


@pytest.mark.parametrize(
    ("question", "tone"),
    [
        *((question, Tone.STOP) for question in EMERGENCY),
        *((question, Tone.STOP) for question in STOP if question not in WOUNDS),
        (Question.STOP_WOUND, Tone.CARE),
        (Question.CLOT_JOURNEY, Tone.CARE),
        (Question.ASK_ANTICOAGULANT, Tone.CARE),
        (Question.ASK_UNDER18, Tone.STOP),
        (Question.FLARING_NOW, Tone.STOP),
        (Question.ADAPT_FLOOR, Tone.LEAD),
        (Question.TODAY_LEG_CHANGE, Tone.STOP),
        (Question.TODAY_UNWELL, Tone.STOP),
        (Question.TODAY_INJURY, Tone.STOP),
        (Question.TODAY_SKIN, Tone.CARE),
        (Question.TODAY_NUMBNESS, Tone.STOP),
        (Question.TODAY_AFTER_LAST, Tone.CARE),
    ],
)
def test_red_is_kept_for_what_closes_the_session(question: Question, tone: Tone) -> None:
    assert safety_wording.tone(question) is tone


def test_a_yes_that_stops_today_says_so_in_red() -> None:
    stopping = {q for q in TODAY if isinstance(verdict(SEATED, q), Refusal)} - WOUNDS - {Question.TODAY_AFTER_LAST}
    assert stopping
    assert all(safety_wording.tone(question) is Tone.STOP for question in stopping)


def test_every_refusal_says_what_to_do() -> None:
    reasons = [reason for refusal in refusals() for reason in refusal.reasons]
    assert {reason.action for reason in reasons} >= {
        Action.CALL_EMERGENCY,
        Action.SAME_DAY_CARE,
        Action.ASK_TREATING_TEAM,
        Action.SEE_CLINICIAN,
        Action.ADULTS_ONLY,
        Action.WAIT,
        Action.REST_FLARE,
        Action.ASK_FIRST,
        Action.SORE_DAY_ONLY,
        Action.OTHER_ROUTINE,
    }
    for reason in (*reasons, *(Reason(action) for action in Action)):
        assert refusal_wording.action_title(reason)
        assert refusal_wording.action(reason).endswith(".")


def test_every_refusal_that_lasts_says_when_to_come_back() -> None:
    ways_on = {Action.SORE_DAY_ONLY, Action.OTHER_ROUTINE, Action.ANSWER_HEALTH, Action.ANSWER}
    for action in Action:
        comes_back = refusal_wording.come_back(Reason(action))
        assert bool(comes_back) == (action not in {*ways_on, Action.CALL_EMERGENCY})
        assert comes_back in refusal_wording.in_full(Reason(action))


def test_a_sign_that_somebody_must_look_at_opens_only_once_it_is_ruled_out_and_not_before_an_hour() -> None:
    for question, what in ((Question.TODAY_LEG_CHANGE, "a clot"), (Question.TODAY_UNWELL, "an infection")):
        said = refusal_wording.come_back(Reason(Action.SAME_DAY_CARE, question))
        assert f"ruled out {what}" in said
        assert "an hour from now at the earliest" in said


def test_an_injury_waits_for_its_time_and_for_the_swelling() -> None:
    until = START.wall.replace(month=3, day=5)
    said = refusal_wording.in_full(Reason(Action.WAIT, Question.TODAY_INJURY, until))
    assert "after Thu 5 Mar 2026, 18:00 if the swelling is going down" in said
    assert "four steps or bend the knee" in said


def test_nobody_is_told_to_tell_what_they_did_not_say() -> None:
    assert refusal_wording.told(Reason(Action.ANSWER, Question.TODAY_SKIN)) == ""
    assert refusal_wording.told(Reason(Action.REST_TODAY, text="Does it click?")) == "Does it click?"


def test_a_wait_says_until_when() -> None:
    until = START.wall.replace(month=3, day=5)
    title = refusal_wording.action_title(Reason(Action.WAIT, Question.TODAY_INJURY, until))
    assert "5 Mar 2026" in title
    assert "18:00" in title


def test_leg_signs_open_again_only_when_a_clinician_has_ruled_out_a_clot() -> None:
    for question in (Question.STOP_DVT_SWELLING, Question.TODAY_LEG_CHANGE):
        assert "clinician" in safety_wording.statement(question)
        assert "ruled out a clot" in safety_wording.statement(question)
    assert "ruled out an infection" in safety_wording.statement(Question.TODAY_UNWELL)


@pytest.mark.parametrize("question", sorted(CONFIRMABLE))
def test_every_statement_is_the_users_own(question: Question) -> None:
    assert re.search(r"\b(my|A clinician|gave)\b", safety_wording.statement(question), re.IGNORECASE)


@pytest.mark.parametrize("question", [*LIMIT_OF, *sorted(WOUNDS)])
def test_what_is_left_out_says_why(question: Question) -> None:
    assert safety_wording.left_out(question).startswith("Left out today ")


def test_nothing_said_guesses_at_an_illness_or_promises_an_effect() -> None:
    assert [text for text in everything_said() if GUESSING.search(text) or PROMISING.search(text)] == []


@pytest.mark.parametrize(
    "text", ["You may have a DVT.", "These are signs of a clot.", "Your risk is high.", "A tumour?"]
)
def test_a_guess_would_be_noticed(text: str) -> None:
    assert GUESSING.search(text)


@pytest.mark.parametrize("text", ["It relieves arthritis.", "Your treatment plan", "for patients", "It cures knees."])
def test_a_promise_would_be_noticed(text: str) -> None:
    assert PROMISING.search(text)


def test_sentences_are_short_enough_to_be_read_in_one_go() -> None:
    sentences = [sentence for text in everything_said() for sentence in re.split(r"(?<=[.?!])\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE] == []


def test_texts_of_a_day_do_not_depend_on_the_zone_of_the_computer() -> None:
    there = datetime.fromisoformat("2026-03-05T18:40:00-07:00")
    assert "19:00" in refusal_wording.action_title(Reason(Action.WAIT, Question.TODAY_INJURY, there))
