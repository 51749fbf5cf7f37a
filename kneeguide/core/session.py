"""A session while it plays: a state machine that is told the time and returns what happened.

Elapsed time is now minus start minus pauses on the steady clock, so late or lost ticks cost nothing and a plan ends
exactly at its length. If either clock jumps between two looks, the computer slept or was held up: the session pauses
at the last moment it saw, and never finishes a stage that nobody did.
"""

from collections.abc import Set
from dataclasses import dataclass, replace
from enum import StrEnum

from kneeguide.core.clock import Moment
from kneeguide.core.history import StageOutcome
from kneeguide.core.plan import DOSE_CAP, Plan, Stage, StageKind
from kneeguide.core.session_events import (
    Completed,
    Event,
    Extended,
    ExtensionRefused,
    Paused,
    PauseReason,
    Resumed,
    StageLeft,
    StageStarted,
    Stopped,
    StopReason,
)

GAP_SECONDS = 5.0
"""A longer jump of either clock between two looks pauses the session."""

EXTENSION = 10.0


class State(StrEnum):
    """Where the session stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Snapshot:
    """The session as it stood when it last looked at the clock; all times in seconds.

    ``index``: place of the stage in ``Session.stages``. ``length``: of the present stage with what was added to it.
    ``total_elapsed`` and ``total_remaining``: of the way through the plan, where a skipped stage counts as passed.
    """

    state: State
    index: int
    stage: Stage
    length: float
    elapsed: float
    total_elapsed: float
    total_remaining: float
    following: Stage | None
    pause_reason: PauseReason | None

    @property
    def remaining(self) -> float:
        """Seconds left in the present stage."""
        return max(0.0, self.length - self.elapsed)


class Session:
    """Plays one plan. Every command is told the time; a command that makes no sense now does nothing."""

    def __init__(self, plan: Plan, done: Set[str] = frozenset()) -> None:
        """``done``: keys of stages that an interrupted run of the same plan has behind it."""
        self.stages = _still_to_do(plan.stages, done)
        self._done_before = tuple(stage for stage in plan.stages if stage.key in done)
        self._state = State.READY
        self._index = 0
        self._extra = 0.0
        self._spent = 0.0
        self._since: float | None = None
        self._last: Moment | None = None
        self._pause_reason: PauseReason | None = None
        self._left: list[StageLeft] = []

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

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
        events: list[Event] = []
        while self._state is State.RUNNING and self._elapsed(now.steady) >= self._length:
            ended = now.steady - (self._elapsed(now.steady) - self._length)
            events += self._leave(StageOutcome.DONE, self._length)
            events += self._enter(self._index + 1, ended)
        return events

    def pause(self, now: Moment, reason: PauseReason = PauseReason.ASKED) -> list[Event]:
        """Stop the clock until resume."""
        events = self.advance(now)
        if self._state is State.PAUSED and reason is PauseReason.TROUBLE:
            self._pause_reason = reason
        if self._state is not State.RUNNING:
            return events
        return events + self._hold(now.steady, reason)

    def resume(self, now: Moment) -> list[Event]:
        """Let the clock run on."""
        if self._state is not State.PAUSED:
            return []
        self._state = State.RUNNING
        self._pause_reason = None
        self._since = now.steady
        self._last = now
        return [Resumed()]

    def skip(self, now: Moment) -> list[Event]:
        """Go on to the next stage. What was not done is not counted as done.

        If the stage ran out just before, that was the one to be skipped: the next is left alone.
        """
        seen = self._index
        events = self.advance(now)
        return events if self._index != seen else events + self._move(now, StageOutcome.SKIPPED, 1)

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
        )

    @property
    def _stage(self) -> Stage:
        return self.stages[self._index]

    @property
    def _length(self) -> float:
        return self._stage.seconds + self._extra

    def _elapsed(self, steady: float) -> float:
        return self._spent + (max(0.0, steady - self._since) if self._since is not None else 0.0)

    def _hold(self, steady: float, reason: PauseReason) -> list[Event]:
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
        return events + self._enter(max(0, self._index + step), now.steady)

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
        if self._since is not None:
            self._since = steady
        return [StageStarted(self._stage)]

    def _dose_ahead(self) -> float:
        """Seconds that the present muscle and leg will have had by the end, as things stand."""
        if not self._stage.presses:
            return 0.0
        before = sum(stage.seconds for stage in self._done_before if self._adds_up(stage))
        had = sum(left.seconds for left in self._left if self._adds_up(left.stage))
        coming = sum(stage.seconds for stage in self.stages[self._index + 1 :] if self._adds_up(stage))
        return before + had + self._length + coming

    def _adds_up(self, other: Stage) -> bool:
        here = self._stage
        return other.presses and other.muscle is here.muscle and other.side is here.side


def _still_to_do(stages: tuple[Stage, ...], done: Set[str]) -> tuple[Stage, ...]:
    """The stages from the first work after the last that is done, with the get-ready time in front of it.

    What the user skipped before that stays skipped: to go back to it would give what follows it a second time.
    """
    behind = [place for place, stage in enumerate(stages) if stage.key in done]
    if not behind:
        return stages
    timed = (StageKind.WORK, StageKind.CHECK_IN)
    start = next((i for i, stage in enumerate(stages) if stage.kind in timed and i > behind[-1]), None)
    if start is None:
        return stages[-1:]
    first = stages[start]
    get_ready = tuple(
        replace(
            stage,
            technique=first.technique,
            side=first.side,
            set_number=first.set_number,
            sets=first.sets,
            pressure=first.pressure,
        )
        for stage in stages[:1]
        if stage.kind is StageKind.GET_READY
    )
    return get_ready + stages[start:]
