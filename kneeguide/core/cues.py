"""What is to be heard, and when. Each cue has its twin on the screen: nothing is only heard."""

from collections.abc import Sequence
from enum import StrEnum

from kneeguide.core.plan import StageKind
from kneeguide.core.session import Snapshot, State
from kneeguide.core.session_events import Completed, Event, Paused, Resumed, StageStarted, Stopped

HALF_WAY_FROM = 20.0
"""Shorter stages have no half-way cue: it would follow too close upon the start."""

LAST_SECONDS = (3, 2, 1)


class Tone(StrEnum):
    """One sound, named as its file is."""

    STEP_START = "step-start"
    CHANGE_SIDE = "change-side"
    HALF_WAY = "half-way"
    LAST_SECONDS = "last-seconds"
    DONE = "done"
    PAUSE = "pause"
    RESUME = "resume"


def due(events: Sequence[Event], earlier: Snapshot | None, now: Snapshot) -> Tone | None:
    """The one tone for what happened between two looks at the session, or None.

    Of several things at once only the weightiest sounds, so that tones never lie over each other.
    """
    heard = [tone for event in events if (tone := _of(event)) is not None]
    if heard:
        return min(heard, key=list(_WEIGHT).index)
    if any(isinstance(event, Stopped) for event in events) or earlier is None:
        return None
    if now.state is not State.RUNNING or earlier.index != now.index:
        return None
    if any(now.remaining <= second < earlier.remaining for second in LAST_SECONDS):
        return Tone.LAST_SECONDS
    half = now.length / 2
    work = now.stage.kind is StageKind.WORK and now.length >= HALF_WAY_FROM
    return Tone.HALF_WAY if work and earlier.elapsed < half <= now.elapsed else None


_WEIGHT = (Tone.DONE, Tone.PAUSE, Tone.STEP_START, Tone.CHANGE_SIDE, Tone.RESUME)


def _of(event: Event) -> Tone | None:
    match event:
        case Completed():
            return Tone.DONE
        case Paused():
            return Tone.PAUSE
        case Resumed():
            return Tone.RESUME
        case StageStarted(stage) if stage.kind in (StageKind.CHANGE_OVER, StageKind.REST):
            return Tone.CHANGE_SIDE
        case StageStarted(stage) if stage.kind is not StageKind.GET_READY:
            return Tone.STEP_START
        case _:
            return None
