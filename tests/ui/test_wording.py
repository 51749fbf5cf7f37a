"""Every value that the user meets has words, and they are the plain ones that were agreed on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from fakes import KNEE_BENDS, REST, SEATED, START, later, phase, planned

from kneeguide.core.choosing import Length
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.pain import Change
from kneeguide.core.routine import (
    Area,
    Certainty,
    Condition,
    Legs,
    Method,
    Muscle,
    Position,
    Side,
    Sides,
    Stroke,
    Tempo,
    Tool,
)
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.trouble import StopReason
from kneeguide.ui import session_wording, time_wording, wording

pytestmark = pytest.mark.usefixtures("qapp")

TABLES: list[tuple[Callable[..., str], type[StrEnum]]] = [
    (wording.condition, Condition),
    (wording.condition_plain, Condition),
    (wording.area, Area),
    (wording.muscle, Muscle),
    (wording.tool, Tool),
    (wording.length, Length),
    (wording.position, Position),
    (wording.method, Method),
    (wording.certainty, Certainty),
    (wording.side, Side),
    (wording.legs, Legs),
    (session_wording.change, Change),
    (session_wording.stop_reason, StopReason),
    (session_wording.stop_advice, StopReason),
    (session_wording.pause_reason, PauseReason),
]


@pytest.mark.parametrize(("say", "values"), TABLES)
def test_every_value_has_words_of_its_own(say: Callable[..., str], values: type[StrEnum]) -> None:
    words = [say(value) for value in values]
    assert all(word and word == word.strip() for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("say", "values"), TABLES)
def test_nothing_claims_to_heal_or_to_know(say: Callable[..., str], values: type[StrEnum]) -> None:
    said = " ".join(say(value) for value in values).lower()
    for claim in ("treat", "cure", "diagnos", "heal", "therapy", "patient", "monitor", "detect"):
        assert claim not in said


def test_what_may_be_an_emergency_says_whom_to_call() -> None:
    calling = {reason for reason in StopReason if "emergency number" in session_wording.stop_advice(reason)}
    assert calling == {StopReason.CHEST_PAIN, StopReason.BREATHLESS}


@pytest.mark.parametrize(
    ("seconds", "left"),
    [(0, "0"), (0.1, "1"), (9.000000001, "9"), (27, "27"), (26.2, "27"), (60, "60"), (99.5, "1:40"), (754, "12:34")],
)
def test_a_countdown_counts_seconds_that_have_begun(seconds: float, left: str) -> None:
    assert wording.seconds_left(seconds) == left


@pytest.mark.parametrize(("seconds", "left"), [(0, "0:00"), (0.2, "0:01"), (191.5, "3:12"), (3600, "1:00:00")])
def test_the_time_left_in_a_session(seconds: float, left: str) -> None:
    assert wording.time_left(seconds) == left


@pytest.mark.parametrize(("seconds", "length"), [(0, "0:00"), (190.2, "3:10"), (190.6, "3:11"), (4000, "1:06:40")])
def test_a_length_goes_to_the_nearest_second(seconds: float, length: str) -> None:
    assert wording.clock_time(seconds) == length


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (datetime(2026, 3, 4, 5, tzinfo=UTC), "Wed 4 Mar 2026, 05:00"),
        (datetime(2026, 3, 4, 5, 0, 1, tzinfo=UTC), "Wed 4 Mar 2026, 06:00"),
        (datetime(2026, 3, 4, 23, 34, tzinfo=UTC), "Thu 5 Mar 2026, 00:00"),
    ],
)
def test_a_wait_ends_at_a_full_hour_and_never_before_its_time(end: datetime, said: str) -> None:
    assert time_wording.day_and_hour(end) == said


@pytest.mark.parametrize(
    ("seconds", "length"),
    [(0, "less than a minute"), (29, "less than a minute"), (31, "about a minute"), (239, "about 4 minutes")],
)
def test_a_length_as_one_would_say_it(seconds: float, length: str) -> None:
    assert time_wording.about(seconds) == length


@pytest.mark.parametrize(
    ("seconds", "length"), [(0, "0 min"), (12, "under 1 min"), (30, "1 min"), (301, "5 min"), (330, "6 min")]
)
def test_a_length_in_minutes(seconds: float, length: str) -> None:
    assert wording.minutes(seconds) == length


def test_a_day_and_a_time_are_those_of_the_place_where_they_were() -> None:
    assert wording.day(date(2026, 11, 20)) == "Fri 20 Nov 2026"
    assert wording.day_and_time(START.wall) == "Mon 2 Mar 2026, 18:00"
    assert wording.day_and_time(datetime(2026, 11, 20, 7, 5, tzinfo=UTC)) == "Fri 20 Nov 2026, 07:05"


@pytest.mark.parametrize(
    ("tempo", "words"),
    [
        (Tempo(Stroke.EACH_WAY, 3), "3 s each way"),
        (Tempo(Stroke.EACH_WAY, 3, 2), "3 s out, 2 s back"),
        (Tempo(Stroke.STROKE, 3, 2), "3 s up, 2 s lightly back"),
        (Tempo(Stroke.STROKE, 2.5), "2.5 s a stroke"),
        (Tempo(Stroke.SQUEEZE, 4), "One squeeze every 4 s"),
        (Tempo(Stroke.TAP, 0.25), "4 taps a second"),
        (Tempo(Stroke.TAP, 1), "One tap every 1 s"),
        (Tempo(Stroke.CIRCLE), "At your own pace"),
        (Tempo(Stroke.TAP), "At your own pace"),
        (Tempo(Stroke.CIRCLE, 3), "3 s a circle"),
        (Tempo(Stroke.SWAY, 3), "3 s a sway"),
        (Tempo(Stroke.HOLD), "Hold still"),
        (Tempo(Stroke.FREE), "At your own pace"),
    ],
)
def test_a_pace_in_words(tempo: Tempo, words: str) -> None:
    assert wording.tempo(tempo) == words


def stages() -> tuple[Stage, ...]:
    """Palm glides in two sets on each leg, then rest, then easy knee bends with a moment after them."""
    routine = replace(
        SEATED,
        phases=(
            phase(sets=2),
            phase(REST, 30, sides=Sides.ONCE, gap=5, pressure=0),
            phase(KNEE_BENDS, 30, sides=Sides.ONCE, gap=5, pressure=0),
        ),
    )
    return planned(routine, get_ready=10).stages


def test_each_stage_says_what_it_is_and_where_it_leads() -> None:
    glides = "Palm glides, front of thigh"
    assert [(session_wording.stage_title(stage), session_wording.stage_note(stage)) for stage in stages()] == [
        ("Get ready", f"Get into place for: {glides}, left leg"),
        (glides, "Set 1 of 2"),
        ("Short rest", "Let go, then set 2 of 2"),
        (glides, "Set 2 of 2"),
        ("Change over", f"Right leg next: {glides}"),
        (glides, "Set 1 of 2"),
        ("Short rest", "Let go, then set 2 of 2"),
        (glides, "Set 2 of 2"),
        ("Change over", "Next: Rest and check in"),
        ("Rest and check in", ""),
        ("Change over", "Next: Easy knee bends"),
        ("Easy knee bends", ""),
        ("Check in", "Let go and notice how your knee feels"),
    ]


def test_what_comes_next_names_the_leg_even_before_the_change_over() -> None:
    nexts = {stage.kind: session_wording.next_up(stage) for stage in reversed(stages())}
    assert nexts[StageKind.WORK] == "Palm glides, front of thigh, left leg"
    assert nexts[StageKind.CHANGE_OVER] == "Palm glides, front of thigh, right leg"
    assert nexts[StageKind.REST] == "Short rest"
    assert nexts[StageKind.CHECK_IN] == "Rest and check in"


def test_titles_with_braces_are_shown_as_they_are() -> None:
    stage = stages()[0]
    odd = replace(stage, technique=replace(stage.technique, title="{0} {what}"))
    assert session_wording.stage_note(odd) == "Get into place for: {0} {what}, left leg"


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
    assert session_wording.outcome(record(outcome=outcome)) == words


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
    assert session_wording.before_and_after(record(before=before, after=after)) == words
    assert session_wording.rating(None) == "not answered"
    assert session_wording.rating(0) == "0 of 10"


def test_a_reason_from_a_newer_version_is_no_reason_here() -> None:
    assert session_wording.stored_reason(record(stop_reason="pop")) is StopReason.POP
    assert session_wording.stored_reason(record(stop_reason="")) is None
    assert session_wording.stored_reason(record(stop_reason="bored")) is None
