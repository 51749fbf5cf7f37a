"""The only reader of time.

A session is measured with the steady clock, which nobody can set. The wall clock dates the diary and the safety
locks. Both travel together in a Moment, so that code which needs time is handed it and never asks.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


@dataclass(frozen=True)
class Moment:
    """One instant on both clocks.

    ``steady``: seconds since an arbitrary start; never set, never runs back.
    ``wall``: an aware date and time in the zone the user is in.
    """

    steady: float
    wall: datetime

    def __post_init__(self) -> None:
        if self.wall.tzinfo is None:
            raise ValueError("a Moment needs a wall time that knows its zone")


class Clock(Protocol):
    """Whatever can say what time it is: the system, or a test."""

    def now(self) -> Moment:
        """The present instant on both clocks."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> Moment:
        """The present instant, with the wall time in the computer's time zone."""
        return Moment(time.monotonic(), datetime.now(UTC).astimezone())
