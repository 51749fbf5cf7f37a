"""A session while it plays: a state machine that is told the time and returns what happened.

Elapsed time is now minus start minus pauses on the steady clock, so late or lost ticks cost nothing and a plan ends
exactly at its length. If either clock jumps between two looks, the computer slept or was held up: the session pauses
at the last moment it saw, and never finishes a stage that nobody did.
"""

from collections.abc import Collection, Set
from dataclasses import replace

from kneeguide.core import still_to_do, trouble
from kneeguide.core.clock import Moment
from kneeguide.core.day_dose import Doses, spent_on
from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.history import StageOutcome
from kneeguide.core.pace import Beat, adjustable, paced
from kneeguide.core.plan import Plan
from kneeguide.core.session_events import (
    AreaLeftOut,
    Completed,
    EnoughForToday,
    Event,
    Extended,
    ExtensionRefused,
    LedIn,
    Lightened,
    Paused,
    PauseReason,
    Resumed,
    StageLeft,
    StageStarted,
    Stopped,
)
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind
from kneeguide.core.trouble import Eased, StopReason, WayOn

GAP_SECONDS = 5.0
"""A longer jump of either clock between two looks pauses the session."""

EXTENSION = 10.0

WAITS_AFTER = (StageKind.GET_READY, StageKind.CHANGE_OVER, StageKind.REST)
"""What leads to work: at its end a session that waits for its user does so."""

LEAD_IN = 4.0
"""Seconds to get back into place after a sleep or trouble, in which the hands had left the leg."""


class Session:
    """Plays one plan. Every command is told the time; a command that makes no sense now does nothing."""

    def __init__(
        self,
        plan: Plan,
        done: Set[str] = frozenset(),
        *,
        eased: Collection[Eased] = (),
        had: Doses | None = None,
        waits: bool = False,
        slower: float = 0.0,
    ) -> None:
        """``done``: keys of stages that an interrupted run of the same plan has behind it. ``eased``: how that run
        was made more gentle. ``had``: seconds that each muscle has had today, in that run too.
        ``waits``: whether to wait for the user before each work. ``slower``: seconds that a pass takes longer than its
        technique says.
        """
        self.stages = still_to_do.after(still_to_do.eased(plan.stages, eased), done)
        self._done_before = tuple(stage for stage in plan.stages if stage.key in done)
        self._had = had or {}
        self._state = State.READY
        self._index = 0
        self._extra = 0.0
        self._spent = 0.0
        self._since: float | None = None
        self._last: Moment | None = None
        self._pause_reason: PauseReason | None = None
        self._leads_in = False
        self._is_led_in = True
        self._left: list[StageLeft] = []
        self._waits = waits
        self._slower = slower
        self._beat = self._own_beat()

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def slower(self) -> float:
        """Seconds that a pass takes longer than its technique says; less than 0 where it is quicker."""
        return self._slower

    def start(self, now: Moment) -> list[Event]:
        """Begin the first stage."""
        if self._state is not State.READY:
            return []
        self._state = State.RUNNING
        self._since = now.steady
        self._last = now
        return [StageStarted(self._stage)]

    def advance(self, now: Moment) -> list[Event]:
        """Look at the clocks: finish the stages whose time is up, or pause if either clock jumped."""
        last, self._last = self._last, now
        if self._state is not State.RUNNING or last is None:
            return []
        steady = now.steady - last.steady
        wall = (now.wall - last.wall).total_seconds()
        if steady > GAP_SECONDS or abs(wall) > GAP_SECONDS:
            return self._hold(last.steady, PauseReason.GAP)
        events = self._led_in(now.steady)
        while self._state is State.RUNNING and self._elapsed(now.steady) >= self._length:
            ended = now.steady - (self._elapsed(now.steady) - self._length)
            if self._waits and self._stage.kind in WAITS_AFTER:
                return events + self._hold(ended, PauseReason.WAITING)
            events += self._leave(StageOutcome.DONE, self._length)
            events += self._enter(self._index + 1, ended)
        return events

    def pause(self, now: Moment, reason: PauseReason = PauseReason.ASKED) -> list[Event]:
        """Stop the clock until resume."""
        events = self.advance(now)
        if self._state is State.PAUSED and reason is PauseReason.TROUBLE:
            self._pause_reason = reason
            self._leads_in = True
        if self._state is not State.RUNNING:
            return events
        return events + self._hold(now.steady, reason)

    def resume(self, now: Moment) -> list[Event]:
        """Let the clock run on. What was waited for at the end of a stage is there: the next one begins."""
        if self._state is not State.PAUSED:
            return []
        is_over = self._waits_at_the_end
        self._state = State.RUNNING
        self._pause_reason = None
        lead_in = LEAD_IN if self._leads_in and self._stage.kind is StageKind.WORK else 0.0
        self._leads_in = False
        self._is_led_in = lead_in == 0.0
        self._since = now.steady + lead_in
        self._last = now
        if not is_over:
            return [Resumed(lead_in)]
        return [
            Resumed(lead_in),
            *self._leave(StageOutcome.DONE, self._length),
            *self._enter(self._index + 1, now.steady),
        ]

    def set_waits(self, waits: bool) -> None:
        """Wait for the user at the end of what leads to work, or run on. Whoever is waited for now still is."""
        self._waits = waits

    def change_pace(self, now: Moment, seconds: float) -> list[Event]:
        """Let each pass take so much longer, or shorter if negative, here and in every step that has such a pace.

        The stroke goes on from where it is. Nothing changes where the technique has no such pace, or none so slow or
        so quick.
        """
        events = self.advance(now)
        own = self._stage.technique.tempo
        wanted = paced(own, self._slower + seconds)
        if self._state in (State.RUNNING, State.PAUSED) and adjustable(own) and wanted != self._beat.tempo:
            self._slower = wanted.seconds - own.seconds
            self._beat = self._beat.changed_to(wanted, self._elapsed(now.steady))
        return events

    def skip(self, now: Moment) -> list[Event]:
        """Go on to the next stage. What was not done is not counted as done.

        If the stage ran out just before, that was the one to be skipped: the next is left alone. Where the session
        waits at the end of a stage, to go on is all that is meant.
        """
        seen = self._index
        events = self.advance(now)
        if self._index != seen:
            return events
        return events + (self.resume(now) if self._waits_at_the_end else self._move(now, StageOutcome.SKIPPED, 1))

    def back(self, now: Moment) -> list[Event]:
        """Go back to the stage before, or to the start of the first."""
        return self._move(now, StageOutcome.WENT_BACK, -1)

    def restart(self, now: Moment) -> list[Event]:
        """Begin the present stage again."""
        return self._move(now, StageOutcome.RESTARTED, 0)

    def extend(self, now: Moment) -> list[Event]:
        """Add ten seconds to the present stage, unless that passes the most that one muscle may get."""
        events = self.advance(now)
        if self._state not in (State.RUNNING, State.PAUSED):
            return events
        if self._dose_ahead() + EXTENSION > DOSE_CAP:
            return [*events, ExtensionRefused()]
        self._extra += EXTENSION
        return [*events, Extended(EXTENSION)]

    def ways_on(self, told: Collection[StopReason]) -> tuple[WayOn, ...]:
        """What can be offered now, after these causes were told, the last one last."""
        cannot = set()
        if not any(stage.presses for stage in self.stages[self._index :]):
            cannot.add(WayOn.LIGHTER)
        if still_to_do.area_of(self._stage) is None:
            cannot.add(WayOn.LEAVE_OUT)
        return tuple(way for way in trouble.ways_on(told) if way not in cannot)

    def lighten(self, now: Moment) -> list[Event]:
        """Ease off: what is left of the massage is one step lighter and shorter, in the present stage too."""
        events = self.advance(now)
        if self._state not in (State.RUNNING, State.PAUSED):
            return events
        here, spent = self._stage, self._elapsed(now.steady)
        eased = still_to_do.lighter(replace(here, seconds=self._length - spent))
        here = replace(eased, seconds=spent + eased.seconds)
        lighter = tuple(still_to_do.lighter(stage) for stage in self.stages)
        self.stages = (*lighter[: self._index], here, *lighter[self._index + 1 :])
        self._extra = 0.0
        return [*events, Lightened()]

    def leave_out(self, now: Moment) -> list[Event]:
        """Pass over all that is left of the area that is worked on, or that is led to, of both legs."""
        events = self.advance(now)
        here = self._stage
        area = still_to_do.area_of(here)
        if self._state not in (State.RUNNING, State.PAUSED) or area is None:
            return events
        events += self._leave(StageOutcome.SKIPPED, self._elapsed(now.steady))
        for stage in self.stages[self._index + 1 :]:
            if still_to_do.is_on(stage, area):
                events.append(StageLeft(stage, stage.seconds, 0.0, StageOutcome.SKIPPED))
        kept = still_to_do.without(self.stages, area)
        place = next((n for n, (before, _) in enumerate(kept) if before > self._index), None)
        if place is None:
            return [*events, AreaLeftOut(here), *self._enter(len(self.stages), now.steady)]
        self.stages = tuple(stage for _, stage in kept)
        return [*events, AreaLeftOut(here), *self._enter(place, now.steady)]

    def stop(self, now: Moment, reason: StopReason) -> list[Event]:
        """End the session early."""
        events = self.advance(now)
        if self._state not in (State.RUNNING, State.PAUSED):
            return events
        events += self._leave(StageOutcome.STOPPED, self._elapsed(now.steady))
        self._spent = self._elapsed(now.steady)
        self._state = State.STOPPED
        self._since = None
        return [*events, Stopped(reason)]

    def snapshot(self) -> Snapshot:
        """How things stood at the last look at the clock."""
        elapsed = self._elapsed(self._last.steady) if self._last else 0.0
        if self._state is State.COMPLETED:
            elapsed = self._length
        ahead = sum(stage.seconds for stage in self.stages[self._index + 1 :])
        behind = sum(stage.seconds for stage in self.stages[: self._index])
        return Snapshot(
            state=self._state,
            index=self._index,
            stage=self._stage,
            length=self._length,
            elapsed=elapsed,
            total_elapsed=behind + elapsed,
            total_remaining=ahead + max(0.0, self._length - elapsed),
            following=self.stages[self._index + 1] if self._index + 1 < len(self.stages) else None,
            pause_reason=self._pause_reason if self._state is State.PAUSED else None,
            beat=self._beat,
            lead_in=max(0.0, self._since - self._last.steady) if self._since is not None and self._last else 0.0,
        )

    @property
    def _stage(self) -> Stage:
        return self.stages[self._index]

    @property
    def _length(self) -> float:
        return self._stage.seconds + self._extra

    def _elapsed(self, steady: float) -> float:
        return self._spent + (max(0.0, steady - self._since) if self._since is not None else 0.0)

    @property
    def _waits_at_the_end(self) -> bool:
        """Whether the stage is over but for the word of the user."""
        return self._pause_reason is PauseReason.WAITING and self._spent >= self._length

    def _own_beat(self) -> Beat:
        return Beat(paced(self._stage.technique.tempo, self._slower))

    def _hold(self, steady: float, reason: PauseReason) -> list[Event]:
        self._leads_in = reason is not PauseReason.ASKED or not self._is_led_in
        self._spent = self._elapsed(steady)
        self._since = None
        self._state = State.PAUSED
        self._pause_reason = reason
        return [Paused(reason)]

    def _move(self, now: Moment, outcome: StageOutcome, step: int) -> list[Event]:
        events = self.advance(now)
        if self._state not in (State.RUNNING, State.PAUSED):
            return events
        events += self._leave(outcome, self._elapsed(now.steady))
        events += self._enter(max(0, self._index + step), now.steady)
        if step <= 0 and self._dose_ahead() > DOSE_CAP:
            events.append(EnoughForToday(self._stage, self._dose_ahead()))
        return events

    def _leave(self, outcome: StageOutcome, seconds: float) -> list[Event]:
        left = StageLeft(self._stage, self._length, seconds, outcome)
        self._left.append(left)
        return [left]

    def _enter(self, index: int, steady: float) -> list[Event]:
        if index == len(self.stages):
            self._state = State.COMPLETED
            self._since = None
            return [Completed()]
        self._index = index
        self._extra = 0.0
        self._spent = 0.0
        self._beat = self._own_beat()
        self._is_led_in = True
        if self._since is not None:
            self._since = steady
        return [StageStarted(self._stage)]

    def _led_in(self, steady: float) -> list[Event]:
        """Tell once that the time to get back into place is over."""
        if self._is_led_in or self._since is None or steady < self._since:
            return []
        self._is_led_in = True
        return [LedIn(self._stage)]

    def _dose_ahead(self) -> float:
        """Seconds that the present muscle and leg will have had today by the end, as things stand."""
        here = self._stage
        if not here.presses:
            return 0.0
        behind = [(left.stage, left.seconds) for left in self._left]
        coming = [(stage, stage.seconds) for stage in self.stages[self._index + 1 :]]
        unnamed = [(stage, stage.seconds) for stage in self._done_before if here.muscle is None]
        had = self._had.get((here.muscle, here.side), 0.0) if here.muscle is not None else 0.0
        return had + self._length + spent_on(here, behind + coming + unnamed)
