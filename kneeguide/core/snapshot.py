"""How a session stands at one moment: all that is shown of it, and all that cues go by."""

from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.pace import Beat
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import Stage


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
    ``beat``: the pace of the present stage, and where in its stroke it is.
    ``lead_in``: left of the time to get back into place, in which the stage stands still.
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
    beat: Beat
    lead_in: float = 0.0

    @property
    def remaining(self) -> float:
        """Seconds left in the present stage."""
        return max(0.0, self.length - self.elapsed)
