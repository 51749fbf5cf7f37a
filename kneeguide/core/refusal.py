"""Not today: what a user should do instead, because of which answer, and for how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from kneeguide.core.questions import CONFIRMABLE, Lock, Question


class Action(IntEnum):
    """What a refused user should do, the most urgent first."""

    CALL_EMERGENCY = 0
    SAME_DAY_CARE = 1
    ASK_TREATING_TEAM = 2
    SEE_CLINICIAN = 3
    ADULTS_ONLY = 4
    WAIT = 5
    REST_FLARE = 6
    REST_TODAY = 7
    ASK_FIRST = 8
    SORE_DAY_ONLY = 9
    OTHER_ROUTINE = 10
    ANSWER_HEALTH = 11
    ANSWER = 12


@dataclass(frozen=True)
class Reason:
    """Why not today.

    ``question``: the answer that stands in the way, None where none does. ``text``: a routine's own question.
    ``until``: when the user may come back, if that is known.
    """

    action: Action
    question: Question | None = None
    until: datetime | None = None
    text: str = ""


@dataclass(frozen=True)
class Refusal:
    """Not today.

    ``reasons``: most urgent first, never empty. ``locks``: to be kept across restarts.
    """

    reasons: tuple[Reason, ...]
    locks: tuple[Lock, ...] = ()

    @property
    def until(self) -> datetime | None:
        """When the last known wait ends, if every reason is a wait with an end."""
        ends = [reason.until for reason in self.reasons]
        return max((end for end in ends if end), default=None) if all(ends) else None

    @property
    def confirmable(self) -> tuple[Question, ...]:
        """The questions that a statement by the user would settle."""
        return tuple(
            reason.question
            for reason in self.reasons
            if reason.question in CONFIRMABLE and reason.action not in (Action.SORE_DAY_ONLY, Action.OTHER_ROUTINE)
        )


def most_urgent_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """One reason for each thing to do about a question, with its latest date."""
    latest: dict[tuple[Action, Question | None, str], Reason] = {}
    for reason in reasons:
        key = (reason.action, reason.question, reason.text)
        known = latest.get(key)
        if known is None or (known.until and reason.until and reason.until > known.until):
            latest[key] = reason
    return tuple(sorted(latest.values(), key=lambda reason: reason.action))
