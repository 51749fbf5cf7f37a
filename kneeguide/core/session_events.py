"""What can happen in a session, as values that its commands return."""

from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.history import StageOutcome
from kneeguide.core.stage import Stage
from kneeguide.core.trouble import StopReason


class PauseReason(StrEnum):
    """Why time stands still."""

    ASKED = "asked"
    WAITING = "waiting"
    GAP = "gap"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class StageStarted:
    """A stage began."""

    stage: Stage


@dataclass(frozen=True)
class StageLeft:
    """A visit to a stage ended. ``planned`` seconds were meant for it, ``seconds`` were spent."""

    stage: Stage
    planned: float
    seconds: float
    outcome: StageOutcome


@dataclass(frozen=True)
class Paused:
    """Time stands still."""

    reason: PauseReason


@dataclass(frozen=True)
class Resumed:
    """Time runs on, at first for ``lead_in`` seconds that belong to no stage."""

    lead_in: float = 0.0


@dataclass(frozen=True)
class LedIn:
    """The time to get back into place is over: the stage goes on."""

    stage: Stage


@dataclass(frozen=True)
class Extended:
    """The present stage got longer by ``seconds``."""

    seconds: float


@dataclass(frozen=True)
class ExtensionRefused:
    """More time would pass the most that one muscle of one leg may get in a day."""


@dataclass(frozen=True)
class EnoughForToday:
    """A stage that is done again takes its muscle past the most for a day. ``seconds``: what it comes to."""

    stage: Stage
    seconds: float


@dataclass(frozen=True)
class Lightened:
    """What is left of the massage is a step lighter, and shorter."""


@dataclass(frozen=True)
class AreaLeftOut:
    """All that is left of an area is passed over. ``stage``: the one in which this was asked for."""

    stage: Stage


@dataclass(frozen=True)
class Completed:
    """The last stage ended."""


@dataclass(frozen=True)
class Stopped:
    """The user ended the session early."""

    reason: StopReason


Event = (
    StageStarted
    | StageLeft
    | Paused
    | Resumed
    | LedIn
    | Extended
    | ExtensionRefused
    | EnoughForToday
    | Lightened
    | AreaLeftOut
    | Completed
    | Stopped
)
