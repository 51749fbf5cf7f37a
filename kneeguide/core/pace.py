"""Where in its stroke a technique is at a given second, so that its picture keeps the pace that the words ask for."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from kneeguide.core.routine import Stroke, Tempo

OWN_PACE = (4.0, 4.0)
"""Seconds out and back that are shown where everybody goes at their own pace: slow enough for anybody."""
LIGHTLY_BACK = 2.0
"""Seconds in which a hand is brought back where a stroke says nothing of its way back."""
BREATH = (4.0, 6.0)
"""Seconds in and out of one slow breath: what a hold is timed by."""
SHORTEST_WAY = 0.2
"""A faster beat could not be followed by eye, nor be shown without flicker."""
CLOSEST_TICKS = 1.0
"""Seconds at least from one tick to the next: of a faster pace only every second beat is heard, or fewer."""
_HEARD_TO_TURN = (Stroke.EACH_WAY, Stroke.SWAY, Stroke.STROKE, Stroke.HOLD)
QUICKEST_PASS, SLOWEST_PASS = 2.0, 5.0
"""Seconds of one pass between which the user may choose, where the technique's own pace lies there too."""
PACE_STEP = 0.5
_WITH_PASSES = (Stroke.EACH_WAY, Stroke.STROKE, Stroke.SWAY, Stroke.SQUEEZE, Stroke.CIRCLE)


class Tick(StrEnum):
    """What a tick of the pace tells: to turn or begin anew, or how to breathe in a hold."""

    TURN = "turn"
    IN = "in"
    OUT = "out"


def adjustable(tempo: Tempo) -> bool:
    """Whether a technique goes in passes whose pace the user may change; a hold, a tap and one's own pace do not."""
    return tempo.stroke in _WITH_PASSES and QUICKEST_PASS <= tempo.seconds <= SLOWEST_PASS


def has_turns(tempo: Tempo) -> bool:
    """Whether a technique goes to and fro so slowly that its turns are shown: in passes, or with the breath."""
    return adjustable(tempo) or tempo.stroke is Stroke.HOLD


def paced(tempo: Tempo, slower: float) -> Tempo:
    """The tempo with passes so many seconds longer, or shorter if negative, as far as the choice goes.

    By the difference and not by one pace for all: who wants a roll slower must not get a quicker squeeze for it.
    """
    if not adjustable(tempo):
        return tempo
    return replace(tempo, seconds=min(SLOWEST_PASS, max(QUICKEST_PASS, tempo.seconds + slower)))


@dataclass(frozen=True)
class Beat:
    """A tempo, and the second of its stage at which a stroke began; it may lie before the stage."""

    tempo: Tempo
    since: float = 0.0

    def phase(self, elapsed: float) -> float:
        """The phase of the stroke, in [0, 1), so many seconds into the stage."""
        return stroke_phase(self.tempo, elapsed - self.since)

    def ticks(self, start: float, end: float) -> list[tuple[float, Tick]]:
        """What is heard of the pace after second ``start`` of the stage and up to second ``end`` of it."""
        heard = ticks(self.tempo, start - self.since, end - self.since)
        return [(at + self.since, tick) for at, tick in heard]

    def until_turn(self, elapsed: float) -> float:
        """Seconds from this second of the stage until the stroke turns; endless where nobody needs to see that."""
        if not has_turns(self.tempo):
            return math.inf
        out, back = _shown_ways(self.tempo)
        passed = (elapsed - self.since) % (out + back)
        return out - passed if passed < out else out + back - passed

    def changed_to(self, tempo: Tempo, elapsed: float) -> "Beat":
        """Another tempo from now on, with the stroke going on from where it is."""
        return Beat(tempo, elapsed - _seconds_at(tempo, self.phase(elapsed)))


def stroke_phase(tempo: Tempo, seconds: float) -> float:
    """The phase of the stroke, in [0, 1), so many seconds after it was begun.

    The way out is [0, 0.5) and the way back [0.5, 1), however long each of them takes. Both run evenly: the soft turn
    at their ends is the figure's (``stroke.stroke_share``).
    """
    out, back = _shown_ways(tempo)
    passed = seconds % (out + back)
    phase = 0.5 * passed / out if passed < out else 0.5 + 0.5 * (passed - out) / back
    return phase % 1.0


def _seconds_at(tempo: Tempo, phase: float) -> float:
    """How many seconds after its beginning a stroke is at this phase."""
    out, back = _shown_ways(tempo)
    return 2 * phase * out if phase < 0.5 else out + 2 * (phase - 0.5) * back


def _shown_ways(tempo: Tempo) -> tuple[float, float]:
    out, back = _ways(tempo)
    return max(out, SHORTEST_WAY), max(back, SHORTEST_WAY)


def ticks(tempo: Tempo, start: float, end: float) -> list[tuple[float, Tick]]:
    """What is heard of the pace after second ``start`` of the work and up to second ``end`` of it, and at which second.

    A stroke that goes two ways ticks at each turn, a squeeze and a circle tick once. Where everybody goes at their own
    pace nothing does.
    """
    holds = tempo.stroke is Stroke.HOLD
    if tempo.stroke is Stroke.FREE or (tempo.seconds <= 0 and not holds):
        return []
    out, back = _shown_ways(tempo)
    turns = tempo.stroke in _HEARD_TO_TURN and min(out, back) >= CLOSEST_TICKS
    length = (out + back) * math.ceil(CLOSEST_TICKS / (out + back))
    first, second = (Tick.IN, Tick.OUT) if holds else (Tick.TURN, Tick.TURN)
    heard = []
    for stroke in range(int(start // length), int(end // length) + 1):
        heard.append((stroke * length, first))
        if turns:
            heard.append((stroke * length + out, second))
    return [(at, tick) for at, tick in heard if start < at <= end]


def _ways(tempo: Tempo) -> tuple[float, float]:
    """Seconds of the way out and of the way back. A squeeze and a circle are out and back in one beat; of two tapping
    fists one falls on each."""
    beat = tempo.seconds
    match tempo.stroke:
        case Stroke.HOLD:
            return BREATH
        case _ if beat <= 0:
            return OWN_PACE
        case Stroke.EACH_WAY | Stroke.SWAY | Stroke.TAP:
            return beat, tempo.back or beat
        case Stroke.STROKE:
            return beat, tempo.back or LIGHTLY_BACK
        case Stroke.SQUEEZE | Stroke.CIRCLE:
            return beat / 2, beat / 2
        case Stroke.FREE:
            return OWN_PACE
