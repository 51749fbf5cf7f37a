"""The picture keeps the pace: where each kind of stroke is, second by second, and that it never jumps."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.pace import (
    BREATH,
    CLOSEST_TICKS,
    LIGHTLY_BACK,
    OWN_PACE,
    QUICKEST_PASS,
    SHORTEST_WAY,
    SLOWEST_PASS,
    Beat,
    Tick,
    adjustable,
    paced,
    stroke_phase,
    ticks,
)
from kneeguide.core.routine import Stroke, Tempo

TIMELINES: dict[str, tuple[Tempo, dict[float, float]]] = {
    "three seconds each way": (
        Tempo(Stroke.EACH_WAY, 3.0),
        {0: 0.0, 1.5: 0.25, 3: 0.5, 4.5: 0.75, 6: 0.0, 7.5: 0.25, 60: 0.0, 63: 0.5},
    ),
    "two seconds out, four back": (
        Tempo(Stroke.EACH_WAY, 2.0, 4.0),
        {0: 0.0, 1: 0.25, 2: 0.5, 4: 0.75, 6: 0.0, 8: 0.5},
    ),
    "three seconds up, two lightly back": (
        Tempo(Stroke.STROKE, 3.0, 2.0),
        {0: 0.0, 1.5: 0.25, 3: 0.5, 4: 0.75, 5: 0.0, 8: 0.5, 9: 0.75},
    ),
    "four seconds a stroke, brought back": (
        Tempo(Stroke.STROKE, 4.0),
        {0: 0.0, 2: 0.25, 4: 0.5, 5: 0.75, 6: 0.0},
    ),
    "a squeeze every four seconds": (
        Tempo(Stroke.SQUEEZE, 4.0),
        {0: 0.0, 1: 0.25, 2: 0.5, 3: 0.75, 4: 0.0, 6: 0.5},
    ),
    "two taps a second, one of each fist": (
        Tempo(Stroke.TAP, 0.5),
        {0: 0.0, 0.25: 0.25, 0.5: 0.5, 0.75: 0.75, 1: 0.0, 10.5: 0.5},
    ),
    "three seconds a circle": (Tempo(Stroke.CIRCLE, 3.0), {0: 0.0, 0.75: 0.25, 1.5: 0.5, 3: 0.0}),
    "three seconds a sway": (Tempo(Stroke.SWAY, 3.0), {0: 0.0, 3: 0.5, 6: 0.0}),
    "a hold, breath by breath": (Tempo(Stroke.HOLD), {0: 0.0, 2: 0.25, 4: 0.5, 7: 0.75, 10: 0.0}),
    "at one's own pace": (Tempo(Stroke.FREE), {0: 0.0, 4: 0.5, 8: 0.0}),
    "a stroke whose seconds nobody gave": (Tempo(Stroke.EACH_WAY), {0: 0.0, 4: 0.5, 8: 0.0}),
}


@pytest.mark.parametrize("name", TIMELINES)
def test_where_the_stroke_is_at_each_second(name: str) -> None:
    tempo, timeline = TIMELINES[name]
    assert {at: stroke_phase(tempo, at) for at in timeline} == pytest.approx(timeline)


TEMPOS = st.builds(Tempo, st.sampled_from(Stroke), st.floats(0, 30), st.floats(0, 30))


def length(tempo: Tempo) -> float:
    """Seconds of one whole stroke, found by looking for its half and doubling what each half takes."""
    ways = {
        Stroke.HOLD: BREATH,
        Stroke.FREE: OWN_PACE,
        Stroke.EACH_WAY: (tempo.seconds, tempo.back or tempo.seconds),
        Stroke.SWAY: (tempo.seconds, tempo.back or tempo.seconds),
        Stroke.TAP: (tempo.seconds, tempo.back or tempo.seconds),
        Stroke.STROKE: (tempo.seconds, tempo.back or LIGHTLY_BACK),
    }.get(tempo.stroke, (tempo.seconds / 2, tempo.seconds / 2))
    if tempo.seconds == 0 and tempo.stroke is not Stroke.HOLD:
        ways = OWN_PACE
    return sum(max(way, SHORTEST_WAY) for way in ways)


@given(TEMPOS, st.floats(0, 3600))
def test_it_is_always_a_phase(tempo: Tempo, seconds: float) -> None:
    assert 0.0 <= stroke_phase(tempo, seconds) < 1.0


@given(TEMPOS, st.floats(0, 600), st.integers(1, 20))
def test_every_stroke_is_like_the_first(tempo: Tempo, seconds: float, strokes: int) -> None:
    moved = stroke_phase(tempo, seconds + strokes * length(tempo)) - stroke_phase(tempo, seconds)
    assert min(abs(moved), 1 - abs(moved)) < 1e-6


@given(TEMPOS, st.floats(0, 600), st.floats(0, 1 / 30))
def test_it_goes_on_and_never_jumps(tempo: Tempo, seconds: float, moment: float) -> None:
    moved = (stroke_phase(tempo, seconds + moment) - stroke_phase(tempo, seconds)) % 1.0
    quickest = 0.5 / SHORTEST_WAY
    assert min(moved, 1 - moved) <= quickest * moment + 1e-6
    assert moved <= 0.5 or moved > 1 - 1e-6, "it went back"


@pytest.mark.parametrize("way", [0.0001, 0.05, 0.199])
def test_a_beat_too_fast_to_be_seen_is_shown_slower(way: float) -> None:
    assert stroke_phase(Tempo(Stroke.EACH_WAY, way), SHORTEST_WAY) == pytest.approx(0.5)


# As the user wants it


@pytest.mark.parametrize(
    ("own", "slower", "wanted"),
    [
        (Tempo(Stroke.EACH_WAY, 3.0), 0.5, Tempo(Stroke.EACH_WAY, 3.5)),
        (Tempo(Stroke.EACH_WAY, 3.0), -3.0, Tempo(Stroke.EACH_WAY, 2.0)),
        (Tempo(Stroke.STROKE, 3.0, 2.0), 1.0, Tempo(Stroke.STROKE, 4.0, 2.0)),
        (Tempo(Stroke.SQUEEZE, 4.0), 3.0, Tempo(Stroke.SQUEEZE, 5.0)),
        (Tempo(Stroke.CIRCLE, 3.0), 0.0, Tempo(Stroke.CIRCLE, 3.0)),
        (Tempo(Stroke.SWAY, 2.0), 0.5, Tempo(Stroke.SWAY, 2.5)),
    ],
)
def test_a_pass_takes_as_much_longer_as_is_wanted(own: Tempo, slower: float, wanted: Tempo) -> None:
    assert adjustable(own)
    assert paced(own, slower) == wanted


@pytest.mark.parametrize(
    "own",
    [
        Tempo(Stroke.HOLD),
        Tempo(Stroke.FREE),
        Tempo(Stroke.EACH_WAY),
        Tempo(Stroke.TAP, 2.0),
        Tempo(Stroke.CIRCLE, 1.0),
        Tempo(Stroke.EACH_WAY, 8.0),
    ],
)
def test_what_has_no_such_pace_keeps_its_own(own: Tempo) -> None:
    assert not adjustable(own)
    assert paced(own, 1.0) is own


@given(TEMPOS, st.floats(-3, 3))
def test_no_pass_gets_quicker_or_slower_than_the_choice_goes(own: Tempo, slower: float) -> None:
    assert paced(own, slower) == own or QUICKEST_PASS <= paced(own, slower).seconds <= SLOWEST_PASS


@given(TEMPOS, TEMPOS, st.floats(0, 600))
def test_a_change_of_pace_lets_the_stroke_go_on_from_where_it_is(one: Tempo, other: Tempo, elapsed: float) -> None:
    beat = Beat(one)
    moved = beat.changed_to(other, elapsed).phase(elapsed) - beat.phase(elapsed)
    assert min(abs(moved), 1 - abs(moved)) < 1e-6


TURN, IN, OUT = Tick.TURN, Tick.IN, Tick.OUT
HEARD: dict[str, tuple[Tempo, list[tuple[float, Tick]]]] = {
    "each way at each turn": (Tempo(Stroke.EACH_WAY, 3.0), [(3, TURN), (6, TURN), (9, TURN), (12, TURN)]),
    "a quicker way back": (Tempo(Stroke.EACH_WAY, 4.0, 2.0), [(4, TURN), (6, TURN), (10, TURN), (12, TURN)]),
    "a stroke and its way back": (Tempo(Stroke.STROKE, 3.0, 2.0), [(3, TURN), (5, TURN), (8, TURN), (10, TURN)]),
    "each squeeze": (Tempo(Stroke.SQUEEZE, 4.0), [(4, TURN), (8, TURN), (12, TURN)]),
    "each circle": (Tempo(Stroke.CIRCLE, 3.0), [(3, TURN), (6, TURN), (9, TURN), (12, TURN)]),
    "a hold breathes": (Tempo(Stroke.HOLD), [(4, OUT), (10, IN)]),
    "one's own pace is not beaten": (Tempo(Stroke.FREE), []),
    "nor is one that nobody gave": (Tempo(Stroke.CIRCLE), []),
    "of fast taps every fourth": (Tempo(Stroke.TAP, 0.25), [(second, TURN) for second in range(1, 13)]),
    "a circle faster than a second, every second one": (
        Tempo(Stroke.CIRCLE, 0.8),
        [(1.6 * n, TURN) for n in range(1, 8)],
    ),
}


@pytest.mark.parametrize("name", HEARD)
def test_which_ticks_are_heard_in_twelve_seconds(name: str) -> None:
    tempo, expected = HEARD[name]
    heard = ticks(tempo, 0.0, 12.0)
    assert [at for at, _ in heard] == pytest.approx([at for at, _ in expected])
    assert [tick for _, tick in heard] == [tick for _, tick in expected]


@given(TEMPOS, st.lists(st.floats(0, 120), min_size=2, max_size=12).map(sorted))
def test_looked_at_piece_by_piece_no_tick_is_missed_or_heard_twice(tempo: Tempo, looks: list[float]) -> None:
    pieces = [tick for start, end in itertools.pairwise(looks) for tick in ticks(tempo, start, end)]
    assert pieces == ticks(tempo, looks[0], looks[-1])


@given(TEMPOS)
def test_ticks_lie_a_second_apart_or_more_and_the_picture_turns_with_them(tempo: Tempo) -> None:
    heard = [at for at, _ in ticks(tempo, 0.0, 60.0)]
    assert all(after - before >= CLOSEST_TICKS - 1e-9 for before, after in itertools.pairwise(heard))
    for at in heard:
        turned = stroke_phase(tempo, at) * 2 % 1.0
        assert min(turned, 1 - turned) < 1e-6


@pytest.mark.parametrize(
    ("tempo", "elapsed", "wait"),
    [
        (Tempo(Stroke.EACH_WAY, 3.0), 0.0, 3.0),
        (Tempo(Stroke.EACH_WAY, 3.0), 2.0, 1.0),
        (Tempo(Stroke.EACH_WAY, 3.0), 3.5, 2.5),
        (Tempo(Stroke.STROKE, 3.0, 2.0), 4.0, 1.0),
        (Tempo(Stroke.CIRCLE, 3.0), 1.0, 0.5),
        (Tempo(Stroke.HOLD), 9.0, 1.0),
        (Tempo(Stroke.TAP, 0.25), 0.1, math.inf),
        (Tempo(Stroke.FREE), 1.0, math.inf),
    ],
)
def test_how_long_it_is_until_the_stroke_is_seen_to_turn(tempo: Tempo, elapsed: float, wait: float) -> None:
    assert Beat(tempo).until_turn(elapsed) == pytest.approx(wait)
    assert Beat(tempo, since=elapsed).until_turn(2 * elapsed) == pytest.approx(wait)
