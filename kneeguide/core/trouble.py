"""What a user can say is wrong in the midst of a session, and how they may go on then, if at all."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class StopReason(StrEnum):
    """Why a session ended before its time, or was to go on more gently."""

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


class WayOn(StrEnum):
    """What can be done about it, the way that asks least of the leg last."""

    LIGHTER = "lighter"
    LEAVE_OUT = "leave-out"
    END = "end"


_WAYS = {
    StopReason.TOO_SORE: (WayOn.LIGHTER, WayOn.LEAVE_OUT, WayOn.END),
    StopReason.JOINT_PAIN: (WayOn.LEAVE_OUT, WayOn.END),
}
"""Too much pressure asks to ease off, a joint that hurts to leave the place; whatever else is wrong, only ends."""

_HARMLESS = frozenset({StopReason.NO_TIME})


def ways_on(told: Collection[StopReason]) -> tuple[WayOn, ...]:
    """What may be offered after these causes were told, the last one last.

    A cause that only ends goes on counting when another is chosen after it: nobody talks themselves past it.
    """
    causes = [cause for cause in told if cause not in _HARMLESS]
    allowed = [_WAYS.get(cause, (WayOn.END,)) for cause in causes] or [(WayOn.END,)]
    return tuple(way for way in WayOn if all(way in ways for ways in allowed))


@dataclass(frozen=True)
class Eased:
    """That a session went on more gently. ``key``: of the stage in which ``cause`` was told."""

    key: str
    cause: StopReason
    way: WayOn
