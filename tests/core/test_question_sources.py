"""Whatever is said about health says what it stands on: sources that are in the list, or plainly that it is ours."""

from collections.abc import Mapping
from typing import Any

import pytest

from kneeguide import paths
from kneeguide.core.keep_off import KeepOff
from kneeguide.core.library_reader import load_library
from kneeguide.core.question_sources import (
    FOOTING_OF,
    FOOTING_OF_KEEP_OFF,
    FOOTING_OF_STOP,
    FOOTING_OF_SUBJECT,
    Footing,
    Subject,
)
from kneeguide.core.questions import Question
from kneeguide.core.trouble import StopReason

TABLES: dict[str, tuple[Mapping[Any, Footing], type]] = {
    "questions": (FOOTING_OF, Question),
    "reasons to stop": (FOOTING_OF_STOP, StopReason),
    "places to keep off": (FOOTING_OF_KEEP_OFF, KeepOff),
    "all else": (FOOTING_OF_SUBJECT, Subject),
}
ALL = [(key, footing) for table, _ in TABLES.values() for key, footing in table.items()]


@pytest.mark.parametrize(("table", "kind"), TABLES.values(), ids=TABLES)
def test_nothing_stands_on_nothing(table: Mapping[Any, Footing], kind: Any) -> None:
    assert set(table) == set(kind)
    assert [key for key, footing in table.items() if not footing.sources and not footing.note] == []


def test_every_source_is_in_the_shipped_list() -> None:
    listed = load_library(paths.routines_dir(), None).sources
    assert [(key, name) for key, footing in ALL for name in footing.sources if name not in listed] == []


@pytest.mark.parametrize(("key", "footing"), [pair for pair in ALL if not pair[1].sources])
def test_what_has_no_source_says_that_it_is_ours_or_not_verified(key: str, footing: Footing) -> None:
    assert footing.note in ("our judgement", "not verified")


@pytest.mark.parametrize(
    ("question", "source"),
    [
        (Question.EMERGENCY_BREATHING, "nhs-pulmonary-embolism"),
        (Question.STOP_DVT_SWELLING, "wells-1997"),
        (Question.STOP_DVT_PAIN, "nhs-dvt"),
        (Question.STOP_INFECTION, "nhs-septic-arthritis"),
        (Question.STOP_FRACTURE, "stiell-1996"),
        (Question.STOP_WOUND, "bartsch-2021"),
        (Question.STOP_KNEE_RED_FLAGS, "nhs-knee-pain"),
        (Question.ASK_OSTEOPOROSIS, "brooke-wavell-2022"),
        (Question.ASK_IMPLANT, "yokochi-2023"),
        (Question.ASK_PREGNANCY, "pregnancy-case-2020"),
    ],
)
def test_a_question_names_the_source_it_was_taken_from(question: Question, source: str) -> None:
    assert source in FOOTING_OF[question].sources


@pytest.mark.parametrize("question", [Question.EMERGENCY_SADDLE, Question.STOP_UNEXPLAINED, Question.ASK_UNDER18])
def test_what_was_written_from_memory_says_so(question: Question) -> None:
    assert FOOTING_OF[question].note == "not verified"
