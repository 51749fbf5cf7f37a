"""The only timer: it ticks the session, hands on what happened, and lets the cues be heard.

A thin bridge between the core and Qt. A rule that turns up here belongs in the core.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.cue_queue import CueQueue, Dropped
from kneeguide.core.cues import NOTHING, Audible, Spoken, Tone
from kneeguide.core.session import Session
from kneeguide.core.session_events import Event, Paused, PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import StopReason
from kneeguide.services.keep_awake import KeepAwake
from kneeguide.services.sound import Sound
from kneeguide.services.voice import Voice
from kneeguide.ui.widgets.motion import Motion

FRAME_MS, TICK_MS, DIGIT_MS = 33, 250, 1000
EVERY_MS = {Motion.FIGURE: FRAME_MS, Motion.RING: TICK_MS, Motion.NOTHING: DIGIT_MS}
"""Between ticks, by what is seen to move. The time of a cue, of the next digit and of a turn has a tick of its own."""

Script = Callable[[Sequence[Event], Snapshot], Sequence[Spoken]]
"""What comes up to be said when these events have led to this snapshot."""


def no_words(_events: Sequence[Event], _snapshot: Snapshot) -> Sequence[Spoken]:
    """The script of a session in which nothing is said."""
    return ()


class SessionRunner(QObject):
    """Plays one session.

    ``happened`` carries each event, ``changed`` a snapshot, ``said`` a Spoken that is begun, ``troubled`` lines.
    """

    happened = Signal(object)
    changed = Signal(object)
    said = Signal(object)
    troubled = Signal(str)

    def __init__(
        self,
        session: Session,
        clock: Clock,
        sound: Sound,
        tones: Mapping[Tone, Path],
        voice: Voice,
        keep_awake: KeepAwake,
        parent: QObject | None = None,
        *,
        script: Script = no_words,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._sound = sound
        self._tones = tones
        self._voice = voice
        self._keep_awake = keep_awake
        self._script = script
        self._cues = CueQueue()
        self._audible = Audible()
        self._muted = False
        self._interval = TICK_MS
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(self._interval)
        self._timer.timeout.connect(self._tick)
        self._runs = self._is_closed = False
        voice.changed.connect(self._go_on_speaking)

    @property
    def session(self) -> Session:
        """What is played."""
        return self._session

    @property
    def is_open(self) -> bool:
        """Whether the session has begun and not ended."""
        return self._session.state in (State.RUNNING, State.PAUSED)

    @property
    def dropped(self) -> Mapping[Dropped, int]:
        """How many cues are not heard, and why."""
        return self._cues.dropped

    def start(self) -> None:
        """Begin."""
        self._publish(self._session.start(self._clock.now()))

    def pause(self) -> None:
        """Stop the clock."""
        self._publish(self._session.pause(self._clock.now()))

    def resume(self) -> None:
        """Let the clock run on."""
        self._publish(self._session.resume(self._clock.now()))

    def hold_for_trouble(self) -> None:
        """Stop every sound and the clock at once: something is wrong.

        Sound first: what ended just before may have to be written to a slow disk.
        """
        self._silence()
        events = self._session.pause(self._clock.now(), PauseReason.TROUBLE)
        asked = Paused(PauseReason.TROUBLE)
        self._publish(events if asked in events or not self.is_open else [*events, asked])

    def skip(self) -> None:
        """Go on to the next stage."""
        self._publish(self._session.skip(self._clock.now()))

    def back(self) -> None:
        """Go back to the stage before."""
        self._publish(self._session.back(self._clock.now()))

    def restart(self) -> None:
        """Begin the stage again."""
        self._publish(self._session.restart(self._clock.now()))

    def extend(self) -> None:
        """Ask for ten seconds more."""
        self._publish(self._session.extend(self._clock.now()))

    def change_pace(self, seconds: float) -> None:
        """Let each pass take so much longer, or shorter if negative."""
        self._publish(self._session.change_pace(self._clock.now(), seconds))

    def lighten(self) -> None:
        """Ease off."""
        self._publish(self._session.lighten(self._clock.now()))
        self._silence()

    def leave_out(self) -> None:
        """Pass over the area that is worked on."""
        self._publish(self._session.leave_out(self._clock.now()))
        self._silence()

    def stop(self, reason: StopReason) -> None:
        """End early."""
        self._publish(self._session.stop(self._clock.now(), reason))
        self._silence()

    def set_audible(self, audible: Audible) -> None:
        """Choose which kinds of cues are to be heard."""
        self._audible = audible

    def set_muted(self, muted: bool) -> None:
        """Let nothing be heard, or what was chosen."""
        self._muted = muted
        if muted:
            self._silence()

    def set_motion(self, motion: Motion) -> None:
        """Tick as often as what is seen to move asks for."""
        self._interval = EVERY_MS[motion]
        self._timer.setInterval(self._interval)

    def close(self) -> None:
        """Let go of the screen, and of everything else once the last tone and the last words of the end are begun."""
        self._is_closed = True
        self._follow(runs=False)
        if self.is_open:
            self._silence()
            self.deleteLater()
        else:
            self._wait_for_words()

    def _tick(self) -> None:
        if self.is_open:
            self._publish(self._session.advance(self._clock.now()))
        else:
            self._say_what_waits()

    def _go_on_speaking(self) -> None:
        """Where the user is waited for nothing ticks: what is still to be said comes when the voice is free."""
        waits = self._session.snapshot().pause_reason is PauseReason.WAITING
        if waits and not self._is_closed and not self._voice.is_speaking:
            self._say_what_waits()

    def _say_what_waits(self) -> None:
        self._let_be_heard([], self._session.snapshot(), self._clock.now().steady)
        self._wait_for_words()

    def _publish(self, events: list[Event]) -> None:
        now = self._clock.now().steady
        snapshot = self._session.snapshot()
        self._follow(runs=snapshot.state is State.RUNNING)
        self._let_be_heard(events, snapshot, now)
        for event in events:
            self.happened.emit(event)
        self.changed.emit(snapshot)
        self._tell_problems()
        if snapshot.state is State.RUNNING:
            self._wait_for_next(now + _until_something_changes(snapshot))
        else:
            self._wait_for_words()

    def _let_be_heard(self, events: list[Event], snapshot: Snapshot, now: float) -> None:
        order = self._cues.look(
            now,
            events,
            snapshot,
            self._heard,
            texts=self._script(events, snapshot),
            speaking=self._voice.is_speaking,
        )
        if order.silence:
            self._sound.stop()
            self._voice.stop()
        if order.cue is None:
            return
        if isinstance(order.cue.what, Spoken):
            self._voice.say(order.cue.what.text)
            self.said.emit(order.cue.what)
        else:
            self._sound.play(self._tones[order.cue.what], order.cue.at)

    def _silence(self) -> None:
        self._cues.hush()
        self._sound.stop()
        self._voice.stop()

    @property
    def _heard(self) -> Audible:
        return NOTHING if self._muted else self._audible

    def _tell_problems(self) -> None:
        problems = [each.problem for each in (self._sound, self._voice, self._keep_awake) if each.problem]
        if not self._told.issuperset(problems):
            self._told.update(problems)
            self.troubled.emit("\n".join(problems))

    def _wait_for_next(self, change: float) -> None:
        """Tick at the very time of the next change or cue, if that comes before the next tick."""
        now = self._clock.now().steady
        cue = self._cues.next_at(self._heard, self._interval / 1000)
        soonest = change if cue is None else min(change, cue)
        wait = min(self._interval, max(1, math.ceil(1000 * (soonest - now))))
        if wait != self._timer.interval():
            self._timer.setInterval(wait)

    def _wait_for_words(self) -> None:
        """While time stands still, tick only for words that have to wait for the end of a tone."""
        words = self._cues.next_at(self._heard, math.inf)
        if words is not None:
            self._timer.start(max(1, math.ceil(1000 * (words - self._clock.now().steady))))
        else:
            self._timer.stop()
            if self._is_closed:
                self.deleteLater()

    def _follow(self, *, runs: bool) -> None:
        """Tick, and keep the screen on, only while time runs."""
        if runs and not self._runs:
            self._timer.start()
            self._keep_awake.hold()
        elif self._runs and not runs:
            self._timer.stop()
            self._keep_awake.release()
        self._runs = runs


def _until_something_changes(snapshot: Snapshot) -> float:
    """Seconds until the next digit is due, or the next turn of a stroke that is shown by a dot."""
    if snapshot.lead_in:
        return snapshot.lead_in % 1.0 or 1.0
    digit = snapshot.remaining % 1.0 or 1.0
    if snapshot.stage.kind is not StageKind.WORK:
        return digit
    return min(digit, snapshot.beat.until_turn(snapshot.elapsed))
