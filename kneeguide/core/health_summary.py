"""What is kept of the user's health, told back to them: what they said, what it closes, and how long it holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kneeguide.core.clock import Moment
from kneeguide.core.history import AskAnew
from kneeguide.core.questions import (
    FOLLOW_UP,
    HEALTH,
    HEALTH_GOOD_FOR,
    Answer,
    Answers,
    Confirmation,
    HealthReason,
    Lock,
    Question,
)
from kneeguide.core.refusal import Reason
from kneeguide.core.safety import closed, health_is_good

_IN_ORDER = tuple(asked for question in HEALTH for asked in (question, FOLLOW_UP.get(question)) if asked)


@dataclass(frozen=True)
class HealthSummary:
    """What was told, and what comes of it now.

    ``answered``, ``good_until``: None if the list was never filled in, or is deleted. ``asked_again``: why the list
    comes before the next session, None while its answers hold. ``closed``: what stands in the way of every session,
    the most urgent first. ``yes``, ``no``: what was answered so, in the order of the list. ``statements``: oldest
    first.
    """

    answered: datetime | None
    good_until: datetime | None
    asked_again: HealthReason | None
    closed: tuple[Reason, ...]
    yes: tuple[Question, ...]
    statements: tuple[Confirmation, ...]
    no: tuple[Question, ...] = ()


def summarise(
    answers: Answers | None,
    locks: Sequence[Lock],
    confirmations: Sequence[Confirmation],
    *,
    anew: AskAnew | None,
    now: Moment,
) -> HealthSummary:
    """Sum up what is known, all times as they are here. ``anew``: what the last session asks for."""
    here = now.wall.tzinfo
    answered = answers.at.astimezone(here) if answers else None
    return HealthSummary(
        answered=answered,
        good_until=answered + HEALTH_GOOD_FOR if answered else None,
        asked_again=asked_again(answers, anew, now.wall),
        closed=closed(health=answers, locks=locks, confirmations=confirmations, now=now),
        yes=tuple(question for question in _IN_ORDER if answers and answers.yes(question)),
        statements=tuple(
            replace(statement, at=statement.at.astimezone(here))
            for statement in sorted(confirmations, key=lambda statement: statement.at)
        ),
        no=tuple(question for question in _IN_ORDER if answers and answers.given.get(question) is Answer.NO),
    )


def asked_again(answers: Answers | None, anew: AskAnew | None, now: datetime) -> HealthReason | None:
    """Why the full list is asked before the next session, None while its answers hold. ``anew``: as above."""
    if answers is None:
        return HealthReason.FIRST
    if anew is not None and answers.at <= anew.since:
        return anew.why
    return None if health_is_good(answers, now) else HealthReason.EXPIRED
