"""What is to be heard, and when. Each cue has its twin on the screen: nothing is only heard.

One queue decides for tones, pace and words together, so that no two ever sound over each other. A cue that cannot begin
within a moment of its time would mark the wrong time: it is dropped and counted, never played late.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from kneeguide.core.history import StageOutcome
from kneeguide.core.pace import Beat, Tick
from kneeguide.core.session import Snapshot, State
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
from kneeguide.core.stage import Stage, StageKind

LATEST_START = 0.15
"""Seconds after its time in which a cue may still begin."""

HALF_WAY_FROM = 20.0
"""Shorter stages have no half-way cue: it would follow too close upon the start."""

LAST_SECONDS = (3, 2, 1)

QUIET_END = 5.0
"""Seconds at the end of a stage that belong to its tones: nothing long is said in them."""

SHORT_WORDS = 1.0
"""Seconds up to which a text is short enough for them."""


class Weight(IntEnum):
    """What silences what: a weightier cue cuts off a lighter one that sounds, and an equal one waits or is dropped."""

    PACE = 0
    WORDS = 1
    MARK = 2
    CAUTION = 3
    CHANGE = 4
    PAUSE = 5
    END = 6


class Tone(StrEnum):
    """One sound, named as its file is."""

    STEP_START = "step-start"
    CHANGE_SIDE = "change-side"
    HALF_WAY = "half-way"
    LAST_SECONDS = "last-seconds"
    DONE = "done"
    PAUSE = "pause"
    RESUME = "resume"
    PACE = "pace"
    BREATHE_IN = "breathe-in"
    BREATHE_OUT = "breathe-out"


TONE_SECONDS = {
    Tone.STEP_START: 0.70,
    Tone.CHANGE_SIDE: 0.80,
    Tone.HALF_WAY: 0.55,
    Tone.LAST_SECONDS: 0.10,
    Tone.DONE: 1.31,
    Tone.PAUSE: 0.62,
    Tone.RESUME: 0.54,
    Tone.PACE: 0.06,
    Tone.BREATHE_IN: 0.40,
    Tone.BREATHE_OUT: 0.40,
}
"""How long each tone sounds."""


@dataclass(frozen=True)
class Spoken:
    """A text to be said when there is room for it.

    ``seconds``: how long saying it takes, as well as one can guess. ``patience``: seconds it may wait for room.
    ``weight``: WORDS, or CAUTION for what concerns safety, which a half-way tone does not cut off.
    """

    text: str
    seconds: float
    patience: float = 3.0
    weight: Weight = Weight.WORDS


@dataclass(frozen=True)
class Cue:
    """Something to be heard now. ``at``: its time, in seconds of the steady clock, which may lie a moment back."""

    at: float
    what: Tone | Spoken

    @property
    def latest(self) -> float:
        """The last moment at which it may begin."""
        return self.at + LATEST_START

    @property
    def seconds(self) -> float:
        """How long it is heard; of a text, how long it is thought to be."""
        return self.what.seconds if isinstance(self.what, Spoken) else TONE_SECONDS[self.what]

    @property
    def weight(self) -> Weight:
        """What it silences, and what silences it."""
        return self.what.weight if isinstance(self.what, Spoken) else _WEIGHTS[self.what]


@dataclass(frozen=True)
class Audible:
    """What the user wants to hear."""

    tones: bool = True
    pace: bool = False
    words: bool = False

    def has(self, what: Tone | Spoken) -> bool:
        """Whether this is among it."""
        if isinstance(what, Spoken):
            return self.words
        return self.pace if _WEIGHTS[what] is Weight.PACE else self.tones


NOTHING = Audible(tones=False)


class Order(NamedTuple):
    """What to do now: first ``silence`` everything that sounds, then begin ``cue``."""

    silence: bool
    cue: Cue | None


class Dropped(StrEnum):
    """Why a cue that was wanted is not heard."""

    GAVE_WAY = "gave-way"
    TOO_LATE = "too-late"


class CueQueue:
    """Decides, each time it is told how the session stands, what is to begin now. It plays nothing itself."""

    def __init__(self) -> None:
        self.dropped: Counter[Dropped] = Counter()
        self._earlier: Snapshot | None = None
        self._looked = 0.0
        self._sounding: Cue | None = None
        self._began = 0.0
        self._waiting: list[tuple[float, Spoken]] = []

    def look(
        self,
        now: float,
        events: Sequence[Event],
        snapshot: Snapshot,
        audible: Audible,
        *,
        texts: Sequence[Spoken] = (),
        speaking: bool = False,
    ) -> Order:
        """What to do at ``now``, in seconds of the steady clock, after ``events`` have led to ``snapshot``.

        ``texts``: what came up to be said since the last look. ``speaking``: whether a text that was begun is still
        being said; how long it was thought to be does not count.
        """
        if self._sounding is not None and self._is_over(self._sounding, now, speaking=speaking):
            self._sounding = None
        came: list[Cue] = []
        silence = False
        for each in _since(self._looked, self._earlier, now, events, snapshot):
            if each is None:
                silence = True
                self._give_way(len(came))
                came.clear()
                self.hush()
            elif audible.has(each.what):
                came.append(each)
        self._looked, self._earlier = now, snapshot
        if audible.words and snapshot.state is State.RUNNING:
            self._waiting += [(now, text) for text in texts]
        cue = self._tone(came, snapshot, audible, now) or self._words(snapshot, audible, now)
        if cue is not None:
            silence |= self._sounding is not None
            self._sounding, self._began = cue, now
        return Order(silence, cue)

    def next_at(self, audible: Audible, within: float) -> float | None:
        """When the next cue is due if time runs on, in seconds of the steady clock; None if not ``within`` seconds."""
        snapshot = self._earlier
        if snapshot is None or snapshot.state is not State.RUNNING:
            return None
        coming = _marks(snapshot.stage, snapshot.beat, snapshot.length, snapshot.elapsed, snapshot.elapsed + within)
        ahead = [second - snapshot.elapsed for second, tone in coming if audible.has(tone)]
        soonest = snapshot.lead_in or min([*ahead, snapshot.remaining])
        return self._looked + soonest if soonest <= within else None

    def hush(self) -> None:
        """Take note that everything has been silenced, and forget what waits to be said."""
        self._sounding = None
        self._give_way(len(self._waiting))
        self._waiting.clear()

    def _is_over(self, cue: Cue, now: float, *, speaking: bool) -> bool:
        return not speaking if isinstance(cue.what, Spoken) else now >= self._began + cue.seconds

    def _tone(self, came: list[Cue], snapshot: Snapshot, audible: Audible, now: float) -> Cue | None:
        """The weightiest of the tones that came up, if it is in time and may sound."""
        in_time = [cue for cue in came if now <= cue.latest]
        self.dropped[Dropped.TOO_LATE] += len(came) - len(in_time)
        # Of equals the newest: it tells how things stand now.
        cue = max(reversed(in_time), key=lambda cue: cue.weight, default=None)
        if cue is not None and (self._is_covered(cue) or not _has_room(cue, snapshot, audible)):
            cue = None
        self._give_way(len(in_time) - (cue is not None))
        return cue

    def _words(self, snapshot: Snapshot, audible: Audible, now: float) -> Cue | None:
        """The weightiest of the texts that wait, if there is room to say it to its end."""
        patient = [(asked, text) for asked, text in self._waiting if now <= asked + text.patience]
        self.dropped[Dropped.TOO_LATE] += len(self._waiting) - len(patient)
        self._waiting = patient
        for asked, text in sorted(patient, key=lambda waiting: -waiting[1].weight):
            cue = Cue(now, text)
            if not self._is_covered(cue) and _has_room(cue, snapshot, audible):
                self._waiting.remove((asked, text))
                return cue
        return None

    def _is_covered(self, cue: Cue) -> bool:
        return self._sounding is not None and self._sounding.weight >= cue.weight

    def _give_way(self, number: int) -> None:
        self.dropped[Dropped.GAVE_WAY] += number


_WEIGHTS = {
    Tone.PACE: Weight.PACE,
    Tone.BREATHE_IN: Weight.PACE,
    Tone.BREATHE_OUT: Weight.PACE,
    Tone.HALF_WAY: Weight.MARK,
    Tone.LAST_SECONDS: Weight.MARK,
    Tone.CHANGE_SIDE: Weight.CHANGE,
    Tone.STEP_START: Weight.CHANGE,
    Tone.RESUME: Weight.CHANGE,
    Tone.PAUSE: Weight.PAUSE,
    Tone.DONE: Weight.END,
}

_TICKS = {Tick.TURN: Tone.PACE, Tick.IN: Tone.BREATHE_IN, Tick.OUT: Tone.BREATHE_OUT}


def _since(
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
                yield None
                if reason is not PauseReason.TROUBLE:
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
        return (Cue(self.at(second), tone) for second, tone in _marks(self.stage, self.beat, length, self.start, end))


def _marks(stage: Stage, beat: Beat, length: float, start: float, end: float) -> list[tuple[float, Tone]]:
    """What is marked within a stage of this length, after second ``start`` and up to second ``end`` of it."""
    works = stage.kind is StageKind.WORK
    marks = [(length - second, Tone.LAST_SECONDS) for second in LAST_SECONDS]
    if works and length >= HALF_WAY_FROM:
        marks.append((length / 2, Tone.HALF_WAY))
    marks = [(second, tone) for second, tone in marks if start < second <= end]
    if works:
        marks += [(at, _TICKS[tick]) for at, tick in beat.ticks(start, end) if at < length]
    return marks


def _has_room(cue: Cue, snapshot: Snapshot, audible: Audible) -> bool:
    """Whether it can be heard to its end before something weightier is due, and before the time that is kept quiet."""
    if snapshot.state is not State.RUNNING:
        return isinstance(cue.what, Tone)
    if cue.weight >= Weight.CHANGE:
        return True
    over = snapshot.elapsed + cue.seconds
    is_long = isinstance(cue.what, Spoken) and cue.seconds > SHORT_WORDS
    if over > snapshot.length - (QUIET_END if is_long else 0.0):
        return False
    coming = _marks(snapshot.stage, snapshot.beat, snapshot.length, snapshot.elapsed, over)
    return not any(_WEIGHTS[tone] > cue.weight and audible.has(tone) for _, tone in coming)


def _opening(kind: StageKind) -> Tone | None:
    match kind:
        case StageKind.GET_READY:
            return None
        case StageKind.CHANGE_OVER | StageKind.REST:
            return Tone.CHANGE_SIDE
        case StageKind.WORK | StageKind.CHECK_IN:
            return Tone.STEP_START
