"""Which routines the health answers leave nothing of, for a list that is shown before anybody goes to the gate.

The rules are those of the gate. Locks are not looked at: a rest is for the whole leg and rules out no routine in
particular.
"""

from collections.abc import Iterable
from datetime import datetime

from kneeguide.core.limits import Limits
from kneeguide.core.questions import Answers, Question
from kneeguide.core.routine import Routine
from kneeguide.core.safety import health_is_good, limits_of, unfit


def ruled_out(routines: Iterable[Routine], health: Answers | None, now: datetime) -> dict[str, Question]:
    """The routines of which nothing is left, by id, each with the first answer that says so."""
    limits = limits_known(health, now)
    found = {routine.id: against(routine, limits) for routine in routines}
    return {id: questions[0] for id, questions in found.items() if questions}


def limits_known(health: Answers | None, now: datetime) -> Limits:
    """What the newest full list takes away from every session; one that is too old, or none, takes away nothing yet."""
    return limits_of(health) if health is not None and health_is_good(health, now) else Limits()


def against(routine: Routine, limits: Limits) -> tuple[Question, ...]:
    """The answers that leave nothing of a routine, empty where something is left."""
    return tuple(reason.question for reason in unfit(routine, limits) if reason.question)
