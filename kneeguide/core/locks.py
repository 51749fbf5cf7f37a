"""Stops that outlive the answer that made them: which answers lock, until when, and what opens them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from kneeguide.core.flare import AFTER_PAIN_REST
from kneeguide.core.questions import (
    CONFIRMABLE,
    INJURIES,
    SIGNS,
    Answer,
    Answers,
    Confirmation,
    Lock,
    Question,
)

INJURY_REST = timedelta(hours=72)
"""The cautious end of the 48 to 72 hours that are usually advised after a fresh injury."""
INJECTION_REST = timedelta(days=7)
SOONEST_RULED_OUT = timedelta(hours=1)
"""Nobody has such a sign looked at sooner than this after noticing it."""


def locks_of(answers: Answers, kept: Iterable[Lock], last_session: datetime | None) -> list[Lock]:
    """The locks that these answers make. A time told in the future counts as now."""
    made = []
    for question, answer in answers.given.items():
        if answer is Answer.NO:
            continue
        if question in SIGNS:
            made.append(Lock(question, answers.at, None))
        elif question in INJURIES:
            made.append(Lock(question, answers.at, min(answers.injured_at or answers.at, answers.at) + INJURY_REST))
        elif question is Question.ASK_INJECTION:
            made.append(Lock(question, answers.at, min(answers.injected_at or answers.at, answers.at) + INJECTION_REST))
        elif question is Question.TODAY_AFTER_LAST:
            rested_once = any(lock.question is question for lock in kept)
            if last_session is not None or not rested_once:
                made.append(Lock(question, answers.at, (last_session or answers.at) + AFTER_PAIN_REST))
    return made


def is_open(lock: Lock, confirmations: Sequence[Confirmation], now: datetime) -> bool:
    """Whether the lock no longer holds: its time is over, or the user stated that it was seen to."""
    return is_confirmed(lock.question, lock.since, confirmations, now) or (lock.until is not None and lock.until <= now)


def is_confirmed(question: Question, since: datetime, confirmations: Sequence[Confirmation], now: datetime) -> bool:
    """Whether it was stated since. A statement dated in the future was made under a wrong clock, and counts as none."""
    return question in CONFIRMABLE and any(c.question is question and since <= c.at <= now for c in confirmations)
