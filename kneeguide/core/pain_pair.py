"""Knee pain around a session, as charts and the report show it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PainPair:
    """Of one session, or the medians of those in a span that begins on ``first``; None where nobody answered.

    ``sessions``: how many have at least one answer.
    """

    first: date
    before: float | None
    after: float | None
    next_day: float | None
    sessions: int = 1
