"""What can happen in a session, as values that its commands return."""

from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.history import StageOutcome
from kneeguide.core.plan import Stage


class PauseReason(StrEnum):
    """Why time stands still."""

    ASKED = "asked"
    WAITING = "waiting"
    GAP = "gap"
    TROUBLE = "trouble"


class StopReason(StrEnum):
    """Why a session ended before its time."""

    CHEST_PAIN = "chest-pain"
    BREATHLESS = "breathless"
    NUMBNESS = "numbness"
    SHARP_PAIN = "sharp-pain"
    JOINT_PAIN = "joint-pain"
    POP = "pop"
    DIZZY = "dizzy"
    TOO_SORE = "too-sore"
    NO_TIME = "no-time"
    NOTHING_DONE = "nothing-done"


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
    """Time runs on."""


@dataclass(frozen=True)
class Extended:
    """The present stage got longer by ``seconds``."""

    seconds: float


@dataclass(frozen=True)
class ExtensionRefused:
    """More time would pass the most that one muscle of one leg may get."""


@dataclass(frozen=True)
class Completed:
    """The last stage ended."""


@dataclass(frozen=True)
class Stopped:
    """The user ended the session early."""

    reason: StopReason


Event = StageStarted | StageLeft | Paused | Resumed | Extended | ExtensionRefused | Completed | Stopped
