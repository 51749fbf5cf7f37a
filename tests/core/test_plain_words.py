"""What KneeGuide's files say is plain enough for somebody of 13 who is worried about a knee, and promises nothing."""

from pathlib import Path

import pytest
from plain_words import AVOIDED, avoided, faults, grade

from kneeguide.core.library_reader import load_library

SHIPPED = Path(__file__).parents[2] / "routines"
LIBRARY = load_library(SHIPPED, None)

TECHNIQUES = {
    f"{technique.id}, {part}": getattr(technique, part)
    for technique in LIBRARY.techniques.values()
    for part in ("cue", "mistakes", "avoid", "feel", "say")
}
ROUTINES = {f"{routine.id}, why": routine.why for routine in LIBRARY.routines}
FOUND = {f"{source.id}, found": source.found for source in LIBRARY.sources.values()}
NAMES_OF_OURS = (
    {f"{technique.id}, title": technique.title for technique in LIBRARY.techniques.values()}
    | {f"{routine.id}, title": routine.title for routine in LIBRARY.routines}
    | {f"{source.id}, about": source.about for source in LIBRARY.sources.values()}
)


def test_techniques_read_at_school_grade_below_8() -> None:
    assert len(TECHNIQUES) == 5 * 34
    assert faults(TECHNIQUES) == []


def test_why_a_routine_is_as_it_is_reads_at_school_grade_below_8() -> None:
    assert len(ROUTINES) == 16
    assert faults(ROUTINES) == []


def test_what_sources_found_reads_at_school_grade_below_9() -> None:
    assert len(FOUND) == len(LIBRARY.sources) > 100
    assert faults(FOUND, below=9.0) == []


def test_titles_and_topics_promise_nothing() -> None:
    assert [where for where, text in NAMES_OF_OURS.items() if avoided(text)] == []


@pytest.mark.parametrize(
    ("text", "at_least", "below"),
    [
        ("Rest the ball on one tender spot and stay there. Breathe out slowly.", 0, 4),
        ("Bruises, bulging veins and the hand's width just above the kneecap.", 0, 8),
        (
            "Facilitate physiological recovery by administering progressively increasing mechanical compression to the "
            "musculature, discontinuing immediately upon exacerbation.",
            16,
            40,
        ),
        (
            "Sit down on a chair that is firm and put the ball under the middle of the thigh and then straighten the "
            "knee and bend it again while you count to four each time and keep your back as straight as you can.",
            12,
            20,
        ),
    ],
)
def test_long_words_and_long_sentences_both_count(text: str, at_least: float, below: float) -> None:
    assert at_least <= grade(text) < below


def test_what_people_were_told_counts_as_a_short_word() -> None:
    told = "Some people with {} feel better for a while. Ask your {} first."
    assert grade(told.format("knee osteoarthritis", "physiotherapist")) == grade(told.format("knee name", "name"))
    assert grade(told.format("gonarthrosis", "rehabilitation consultant")) > 8


def test_a_reader_rests_at_a_semicolon_and_at_a_colon() -> None:
    clauses = ("Press gently", "the other foot carries part of your weight")
    assert grade("; ".join(clauses) + ".") == grade(": ".join(clauses) + ".") == grade(". ".join(clauses) + ".")
    assert grade(" and ".join(clauses) + ".") > grade("; ".join(clauses) + ".")


SAID_BY_OTHERS: dict[str, tuple[str, ...]] = {
    "treats": ("Treats osteoarthritis of the knee.", "A treatment plan for your knee.", "The best treatment."),
    "cures or heals": ("It cures knee pain.", "Massage heals.", "Helps to heal the cartilage."),
    "relieves": ("Relieves IT band pain.", "Brings lasting relief."),
    "therapy": ("Foam rolling therapy for runners.", "Has a therapeutic effect."),
    "a prescription or a plan of care": ("Your prescribed dose.", "A rehabilitation programme."),
    "proven, or safe for all": ("Clinically proven.", "Safe for everyone.", "Evidence-based comfort."),
    "finds out what one has": (
        "It detects weak spots.",
        "Monitors your disease.",
        "You may have a clot.",
        "A diagnosis.",
    ),
    "scores people": ("Your risk score is 3.", "Here is your result."),
    "patients": ("For patients with knee pain.",),
    "longer, softer or straighter tissue": (
        "Lengthens the IT band.",
        "Breaks down adhesions.",
        "Scar tissue loosens.",
        "Realigns the kneecap.",
    ),
    "washes something out": ("Flushes toxins.", "Clears inflammation.", "Removes waste from the muscle."),
    "better blood flow": ("Improves circulation to the joint.", "Increases the blood flow.", "Better circulation."),
    "praise": ("The results are promising.", "A breakthrough."),
}


def test_each_kind_of_word_has_a_sentence_that_fails() -> None:
    assert set(SAID_BY_OTHERS) == set(AVOIDED)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID_BY_OTHERS.items() for text in texts])
def test_what_others_say_is_found(kind: str, text: str) -> None:
    assert kind in avoided(text)
    assert f"here: {kind}" in faults({"here": text})


@pytest.mark.parametrize(
    "text",
    [
        "A guided timer for self-massage and a comfort diary.",
        "May ease muscle soreness or stiffness for a while.",
        "Some people with knee osteoarthritis felt less pain after several weeks; the effect did not last.",
        "Slow pressure on the muscles around the hip and thigh. It may feel looser.",
        "These answers mean today is not a day for massage.",
        "Often used by people who were told they have IT band pain.",
        "Ask your physiotherapist, or the team that treats you.",
        "Do you take hormone therapy? Do you have cancer, or were you treated for it?",
    ],
)
def test_what_we_say_passes(text: str) -> None:
    assert avoided(text) == []


def test_a_text_that_is_too_hard_is_named_with_its_grade() -> None:
    hard = "Discontinue immediately upon experiencing paraesthesia."
    assert faults({"here": hard}) == [f"here: grade {grade(hard):.1f}"]
