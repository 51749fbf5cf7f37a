"""What is heard of all that is due.

One queue decides for tones, pace and words together, so that no two ever sound over each other. A cue that cannot begin
within a moment of its time would mark the wrong time: it is dropped and counted, never played late.
"""

import math
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from kneeguide.core.cue_times import marks, since
from kneeguide.core.cues import WEIGHTS, Audible, Cue, Spoken, Tone, Weight
from kneeguide.core.session_events import Event, PauseReason
from kneeguide.core.snapshot import Snapshot, State

QUIET_END = 5.0
"""Seconds at the end of a stage that belong to its tones: nothing long is said in them."""

SHORT_WORDS = 1.1
"""Seconds up to which a text is short enough for them: which leg comes now is, also said slowly."""


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
        for each in since(self._looked, self._earlier, now, events, snapshot):
            if each is None:
                silence = True
                self._give_way(len(came))
                came.clear()
                self.hush()
            elif audible.has(each.what):
                came.append(each)
        self._looked, self._earlier = now, snapshot
        if audible.words and _may_speak(snapshot):
            self._waiting += [(now, text) for text in texts]
        cue = self._tone(came, snapshot, audible, now) or self._words(snapshot, audible, now)
        if cue is not None:
            silence |= self._sounding is not None
            self._sounding, self._began = cue, now
        return Order(silence, cue)

    def next_at(self, audible: Audible, within: float) -> float | None:
        """When the next cue is due if time runs on, in seconds of the steady clock; None if not ``within`` seconds.

        Where words wait for the end of a tone, time need not run on for that.
        """
        soonest = math.inf
        if self._waiting and self._sounding is not None and isinstance(self._sounding.what, Tone):
            soonest = self._began + self._sounding.seconds
        if self._earlier is not None and self._earlier.state is State.RUNNING:
            soonest = min(soonest, self._looked + self._until_cue(self._earlier, audible, within))
        return soonest if math.isfinite(soonest) and soonest <= self._looked + within else None

    def _until_cue(self, snapshot: Snapshot, audible: Audible, within: float) -> float:
        coming = marks(snapshot.stage, snapshot.beat, snapshot.length, snapshot.elapsed, snapshot.elapsed + within)
        ahead = [second - snapshot.elapsed for second, tone in coming if audible.has(tone)]
        return snapshot.lead_in or min([*ahead, snapshot.remaining])

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


def _has_room(cue: Cue, snapshot: Snapshot, audible: Audible) -> bool:
    """Whether it can be heard to its end before something weightier is due, and before the time that is kept quiet."""
    if snapshot.state is not State.RUNNING:
        return isinstance(cue.what, Tone) or _may_speak(snapshot)
    if cue.weight >= Weight.CHANGE:
        return True
    over = snapshot.elapsed + cue.seconds
    is_long = isinstance(cue.what, Spoken) and cue.seconds > SHORT_WORDS
    if over > snapshot.length - (QUIET_END if is_long else 0.0):
        return False
    coming = marks(snapshot.stage, snapshot.beat, snapshot.length, snapshot.elapsed, over)
    return not any(WEIGHTS[tone] > cue.weight and audible.has(tone) for _, tone in coming)


def _may_speak(snapshot: Snapshot) -> bool:
    """Whether there is anything to be said: while time runs, while an answer is waited for, and at the very end."""
    asks = snapshot.pause_reason in (PauseReason.WAITING, PauseReason.TROUBLE)
    return asks or snapshot.state in (State.RUNNING, State.COMPLETED)
