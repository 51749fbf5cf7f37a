"""When each cue is due: what is marked in a stage, and what rings in what happens."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kneeguide.core.cues import Cue, Tone
from kneeguide.core.history import StageOutcome
from kneeguide.core.pace import Beat, Tick
from kneeguide.core.session_events import (
    Completed,
    Event,
    LedIn,
    Paused,
    PauseReason,
    Resumed,
    StageLeft,
    StageStarted,
    Stopped,
)
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind

HALF_WAY_FROM = 20.0
"""Shorter stages have no half-way cue: it would follow too close upon the start."""

LAST_SECONDS = (3, 2, 1)

_TICKS = {Tick.TURN: Tone.PACE, Tick.IN: Tone.BREATHE_IN, Tick.OUT: Tone.BREATHE_OUT}


def since(
    looked: float, earlier: Snapshot | None, now: float, events: Sequence[Event], snapshot: Snapshot
) -> Iterator[Cue | None]:
    """Each cue whose time came since the last look, with None where the user silenced what was before."""
    stretch = None
    if earlier is not None and earlier.state is State.RUNNING:
        stretch = _Stretch(earlier.stage, earlier.beat, earlier.elapsed, looked + earlier.lead_in)
    at = now
    for event in events:
        match event:
            case StageLeft(_, planned, seconds, outcome):
                if stretch is not None:
                    yield from stretch.cues(planned, seconds)
                if outcome is StageOutcome.DONE:
                    at = stretch.at(planned) if stretch is not None else now
                else:
                    at = now
                    yield None
                stretch = None
            case StageStarted(stage):
                beat = snapshot.beat if stage is snapshot.stage else Beat(stage.technique.tempo)
                stretch = _Stretch(stage, beat, 0.0, at)
                tone = _opening(stage.kind)
                if tone is not None:
                    yield Cue(at, tone)
            case Paused(reason):
                if stretch is not None:
                    yield from stretch.cues(snapshot.length, snapshot.elapsed)
                stretch = None
                if reason is not PauseReason.WAITING:
                    yield None
                if reason not in (PauseReason.WAITING, PauseReason.TROUBLE):
                    yield Cue(now, Tone.PAUSE)
            case Resumed(lead_in):
                yield None
                stretch = (
                    _Stretch(earlier.stage, earlier.beat, earlier.elapsed, now + lead_in)
                    if earlier is not None
                    else None
                )
                yield Cue(now, Tone.RESUME)
            case LedIn(stage) if earlier is not None:
                tone = _opening(stage.kind)
                if tone is not None:
                    yield Cue(looked + earlier.lead_in, tone)
            case Completed():
                yield Cue(at, Tone.DONE)
            case Stopped():
                yield None
    if stretch is not None:
        yield from stretch.cues(snapshot.length, snapshot.elapsed)


class _Stretch(NamedTuple):
    """A part of a stage that ran without a stop, from second ``start`` of the stage on, which was at ``began``."""

    stage: Stage
    beat: Beat
    start: float
    began: float

    def at(self, second: float) -> float:
        """When the stage was at this second, in seconds of the steady clock."""
        return self.began + second - self.start

    def cues(self, length: float, end: float) -> Iterator[Cue]:
        """What is marked in it up to second ``end`` of the stage, which is ``length`` seconds long."""
        return (Cue(self.at(second), tone) for second, tone in marks(self.stage, self.beat, length, self.start, end))


def marks(stage: Stage, beat: Beat, length: float, start: float, end: float) -> list[tuple[float, Tone]]:
    """What is marked within a stage of this length, after second ``start`` and up to second ``end`` of it."""
    works = stage.kind is StageKind.WORK
    found = [(length - second, Tone.LAST_SECONDS) for second in LAST_SECONDS]
    if works and length >= HALF_WAY_FROM:
        found.append((length / 2, Tone.HALF_WAY))
    found = [(second, tone) for second, tone in found if start < second <= end]
    if works:
        found += [(at, _TICKS[tick]) for at, tick in beat.ticks(start, end) if at < length]
    return found


def _opening(kind: StageKind) -> Tone | None:
    match kind:
        case StageKind.GET_READY:
            return None
        case StageKind.CHANGE_OVER | StageKind.REST:
            return Tone.CHANGE_SIDE
        case StageKind.WORK | StageKind.CHECK_IN:
            return Tone.STEP_START
