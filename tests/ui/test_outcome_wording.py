"""What is said of a session that is over: how far it got, and the pain before and after."""

from dataclasses import replace

import pytest
from fakes import later, planned

from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.trouble import StopReason
from kneeguide.ui import outcome_wording

pytestmark = pytest.mark.usefixtures("qapp")


def record(**changes: object) -> Record:
    made = opened("a", planned(), 4, later(minutes=-10).wall)
    first = made.planned[1]
    made = made.with_stage(StageDone(first.key, first.seconds, first.seconds, StageOutcome.DONE))
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.OPEN, "Not finished: 0:40 of 3:25"),
        (Outcome.COMPLETED, "Completed"),
        (Outcome.STOPPED, "Stopped at 0:40 of 3:25"),
        (Outcome.INTERRUPTED, "Interrupted at 0:40 of 3:25"),
    ],
)
def test_how_a_session_ended_and_how_far_it_got(outcome: Outcome, words: str) -> None:
    assert outcome_wording.outcome(record(outcome=outcome)) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (4, 3, "Pain 4 → 3"),
        (0, 0, "Pain 0 → 0"),
        (4, None, "Pain 4 → not answered"),
        (None, 2, "Pain not answered → 2"),
        (None, None, "Pain not answered"),
    ],
)
def test_no_answer_is_never_a_zero(before: int | None, after: int | None, words: str) -> None:
    assert outcome_wording.before_and_after(record(before=before, after=after)) == words
    assert outcome_wording.rating(None) == "not answered"
    assert outcome_wording.rating(0) == "0 of 10"


def test_a_reason_from_a_newer_version_is_no_reason_here() -> None:
    assert outcome_wording.stored_reason(record(stop_reason="pop")) is StopReason.POP
    assert outcome_wording.stored_reason(record(stop_reason="")) is None
    assert outcome_wording.stored_reason(record(stop_reason="bored")) is None
