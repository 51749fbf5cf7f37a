"""Every value that the user meets has words, and they are the plain ones that were agreed on."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from fakes import START

from kneeguide.core.choosing import Length
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
    Stroke,
    Tempo,
    Tool,
)
from kneeguide.core.session_events import PauseReason
from kneeguide.core.trouble import StopReason
from kneeguide.ui import outcome_wording, session_wording, time_wording, trouble_wording, wording

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
    (outcome_wording.change, Change),
    (trouble_wording.stop_reason, StopReason),
    (trouble_wording.stop_advice, StopReason),
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
