"""Where in its stroke a technique is at a given second, so that its picture keeps the pace that the words ask for."""

from kneeguide.core.routine import Stroke, Tempo

OWN_PACE = (4.0, 4.0)
"""Seconds out and back that are shown where everybody goes at their own pace: slow enough for anybody."""
LIGHTLY_BACK = 2.0
"""Seconds in which a hand is brought back where a stroke says nothing of its way back."""
BREATH = (4.0, 6.0)
"""Seconds in and out of one slow breath: what a hold is timed by."""
SHORTEST_WAY = 0.2
"""A faster beat could not be followed by eye, nor be shown without flicker."""


def stroke_phase(tempo: Tempo, seconds: float) -> float:
    """The phase of the stroke, in [0, 1), so many seconds after it was begun.

    The way out is [0, 0.5) and the way back [0.5, 1), however long each of them takes. Both run evenly: the soft turn
    at their ends is the figure's (``stroke.stroke_share``).
    """
    out, back = (max(way, SHORTEST_WAY) for way in _ways(tempo))
    passed = seconds % (out + back)
    phase = 0.5 * passed / out if passed < out else 0.5 + 0.5 * (passed - out) / back
    return phase % 1.0


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
