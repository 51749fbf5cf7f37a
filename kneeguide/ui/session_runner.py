"""The only timer: it ticks the session, hands on what happened, and lets the tones be heard.

A thin bridge between the core and Qt. A rule that turns up here belongs in the core.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.cues import Tone, due
from kneeguide.core.session import Session, Snapshot, State
from kneeguide.core.session_events import Event, PauseReason
from kneeguide.core.trouble import StopReason
from kneeguide.services.keep_awake import KeepAwake
from kneeguide.services.sound import Sound

TICK_MS = 100
FRAME_MS = 33
"""Between ticks while something moves that is seen, so that it moves without jerks."""


class SessionRunner(QObject):
    """Plays one session. ``happened`` carries each event, ``changed`` a snapshot, ``troubled`` a sentence."""

    happened = Signal(object)
    changed = Signal(object)
    troubled = Signal(str)

    def __init__(
        self,
        session: Session,
        clock: Clock,
        sound: Sound,
        tones: Mapping[Tone, Path],
        keep_awake: KeepAwake,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._sound = sound
        self._tones = tones
        self._keep_awake = keep_awake
        self._muted = False
        self._earlier: Snapshot | None = None
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def session(self) -> Session:
        """What is played."""
        return self._session

    @property
    def is_open(self) -> bool:
        """Whether the session has begun and not ended."""
        return self._session.state in (State.RUNNING, State.PAUSED)

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
        self._sound.stop()
        self._publish(self._session.pause(self._clock.now(), PauseReason.TROUBLE), silent=True)

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

    def lighten(self) -> None:
        """Ease off."""
        self._publish(self._session.lighten(self._clock.now()), silent=True)

    def leave_out(self) -> None:
        """Pass over the area that is worked on."""
        self._publish(self._session.leave_out(self._clock.now()), silent=True)

    def stop(self, reason: StopReason) -> None:
        """End early."""
        self._publish(self._session.stop(self._clock.now(), reason), silent=True)
        self._sound.stop()

    def set_muted(self, muted: bool) -> None:
        """Let tones be heard or not."""
        self._muted = muted
        if muted:
            self._sound.stop()

    def set_smooth(self, smooth: bool) -> None:
        """Tick as often as a picture must be shown to move, or only as often as the digits change."""
        self._timer.setInterval(FRAME_MS if smooth else TICK_MS)

    def close(self) -> None:
        """Let go of the timer and the screen, whatever state the session is in; a last tone may ring out."""
        self._timer.stop()
        self._keep_awake.release()

    def _tick(self) -> None:
        self._publish(self._session.advance(self._clock.now()))

    def _publish(self, events: list[Event], *, silent: bool = False) -> None:
        snapshot = self._session.snapshot()
        self._follow(snapshot.state)
        tone = due(events, self._earlier, snapshot)
        self._earlier = snapshot
        if tone is not None and not (silent or self._muted):
            self._sound.play(self._tones[tone])
        for event in events:
            self.happened.emit(event)
        self.changed.emit(snapshot)
        problems = [problem for problem in (self._sound.problem, self._keep_awake.problem) if problem]
        if not self._told.issuperset(problems):
            self._told.update(problems)
            self.troubled.emit(" ".join(problems))

    def _follow(self, state: State) -> None:
        """Tick, and keep the screen on, only while time runs."""
        if state is State.RUNNING:
            if not self._timer.isActive():
                self._timer.start()
                self._keep_awake.hold()
        elif self._timer.isActive():
            self._timer.stop()
            self._keep_awake.release()
