"""The gate: from what the user answered to a Clearance or a Refusal.

A session can only be planned from a Clearance, and only ``assess`` can make one. It decides whether to use this
program today. It gives no probability, names no illness, and makes no score.
"""

from collections.abc import Iterable, Sequence
from dataclasses import InitVar, dataclass
from datetime import datetime, timedelta

from kneeguide.core.clock import Moment
from kneeguide.core.limits import CAUTIONS, LIMIT_OF, Limit, Limits
from kneeguide.core.locks import SOONEST_RULED_OUT, is_confirmed, is_open, locks_of
from kneeguide.core.questions import (
    ASK_FIRST,
    CLOT_RISK,
    EMERGENCY,
    HEALTH,
    HEALTH_GOOD_FOR,
    SIGNS,
    TODAY,
    WOUNDS,
    Answer,
    Answers,
    Confirmation,
    Lock,
    Question,
)
from kneeguide.core.refusal import Action, Reason, Refusal, most_urgent_first
from kneeguide.core.routine import AREA_OF, Area, Origin, Routine

CLEARANCE_GOOD_FOR = timedelta(minutes=30)
SORE_DAY_ROUTINE = "flare-gentle-short"

_SEAL = object()


@dataclass(frozen=True)
class Clearance:
    """Leave to do one routine, within limits, for half an hour. Only ``assess`` can make one."""

    routine: Routine
    limits: Limits
    issued: Moment
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a Clearance comes from assess() alone")

    def holds(self, now: Moment) -> bool:
        """Whether it is still good, by both clocks, so that neither a sleep nor a clock set back prolongs it."""
        by_wall = now.wall - self.issued.wall
        by_steady = timedelta(seconds=now.steady - self.issued.steady)
        return timedelta(0) <= by_wall <= CLEARANCE_GOOD_FOR and by_steady <= CLEARANCE_GOOD_FOR


def assess(
    routine: Routine,
    *,
    health: Answers | None,
    today: Answers,
    locks: Sequence[Lock] = (),
    confirmations: Sequence[Confirmation] = (),
    last_session: datetime | None = None,
    now: Moment,
) -> Clearance | Refusal:
    """Decide whether this routine may be done now.

    ``health``: the newest full list, None if there is none. ``today``: the short list, answered just now.
    ``last_session``: when the last session ended, if there was one.
    """
    told = [answers for answers in (health, today) if answers is not None]
    made = tuple(lock for answers in told for lock in locks_of(answers, locks, last_session))
    missing = _missing(routine, health, today, now)
    if missing:
        return Refusal(missing, made)
    assert health is not None
    limits = limits_of(health, today)
    reasons = [
        *_locked((*locks, *made), confirmations, now),
        *_stopped(health, confirmations, now),
        *_refused_today(routine, health, today),
    ] or unfit(routine, limits)
    if reasons:
        return Refusal(most_urgent_first(reasons), made)
    return Clearance(routine, limits, now, _SEAL)


def standing(
    routine: Routine | None,
    *,
    health: Answers | None,
    locks: Sequence[Lock],
    confirmations: Sequence[Confirmation],
    now: Moment,
) -> Refusal | None:
    """What already stands in the way before today's questions are asked, so that nobody answers them in vain.

    ``routine`` None: what stands in the way of any routine.
    """
    made = tuple(locks_of(health, locks, None)) if health else ()
    if health is None or not health_is_good(health, now.wall):
        told = _emergencies(health, now)
        held = closed(health=health, locks=locks, confirmations=confirmations, now=now)
        only_time_helps = held and not told and {reason.action for reason in held} == {Action.WAIT}
        return Refusal(held if only_time_helps else (*told, Reason(Action.ANSWER_HEALTH)), made)
    reasons = [*_locked((*locks, *made), confirmations, now), *_stopped(health, confirmations, now)]
    if not reasons and routine is not None:
        reasons = unfit(routine, limits_of(health))
    return Refusal(most_urgent_first(reasons), made) if reasons else None


def closed(
    *, health: Answers | None, locks: Sequence[Lock], confirmations: Sequence[Confirmation], now: Moment
) -> tuple[Reason, ...]:
    """What stands in the way of every session, most urgent first, also while the full list has to be asked again."""
    made = locks_of(health, locks, None) if health else []
    reasons = _locked((*locks, *made), confirmations, now)
    if health is not None and health_is_good(health, now.wall):
        reasons += _stopped(health, confirmations, now)
    return most_urgent_first(reasons)


def offers(refusal: Refusal, locks: Sequence[Lock], now: Moment) -> tuple[Question, ...]:
    """The statements that the user may make now: of signs only on coming back from having them looked at."""
    told = {lock.question: lock.since for lock in sorted((*locks, *refusal.locks), key=lambda lock: lock.since)}
    return tuple(
        question
        for question in refusal.confirmable
        if question not in SIGNS or now.wall - told.get(question, now.wall) >= SOONEST_RULED_OUT
    )


def is_sore_day(routine: Routine) -> bool:
    """Whether this is the gentlest routine, as shipped; nobody's own file can claim to be it."""
    return routine.id == SORE_DAY_ROUTINE and routine.origin is Origin.SHIPPED


def health_is_good(health: Answers | None, now: datetime) -> bool:
    """Whether the full list is complete, not too old, and not dated in the future by a clock set back."""
    return health is not None and _is_recent(health, now) and not health.unanswered(HEALTH)


def is_for_today(at: datetime, now: datetime) -> bool:
    """Whether what was asked or answered ``at`` this time can still be said of today."""
    return timedelta(0) <= now - at <= CLEARANCE_GOOD_FOR


def _is_recent(health: Answers, now: datetime) -> bool:
    return timedelta(0) <= now - health.at <= HEALTH_GOOD_FOR


def _missing(routine: Routine, health: Answers | None, today: Answers, now: Moment) -> tuple[Reason, ...]:
    if not health_is_good(health, now.wall):
        return (*_emergencies(health, now), Reason(Action.ANSWER_HEALTH))
    unanswered = tuple(Reason(Action.ANSWER, question) for question in today.unanswered(TODAY))
    if not unanswered and not is_for_today(today.at, now.wall):
        unanswered = tuple(Reason(Action.ANSWER, question) for question in TODAY)
    return unanswered + tuple(Reason(Action.ANSWER, text=text) for text in routine.questions if text not in today.extra)


def _emergencies(health: Answers | None, now: Moment) -> tuple[Reason, ...]:
    """Signs that must not wait until the rest of the list is filled in."""
    if health is None or not _is_recent(health, now.wall):
        return ()
    return tuple(Reason(Action.CALL_EMERGENCY, question) for question in EMERGENCY if health.yes(question))


def _locked(locks: Iterable[Lock], confirmations: Sequence[Confirmation], now: Moment) -> list[Reason]:
    reasons = []
    for lock in locks:
        if is_open(lock, confirmations, now.wall):
            continue
        action = Action.SAME_DAY_CARE if lock.question in SIGNS else Action.WAIT
        if lock.question in EMERGENCY:
            action = Action.CALL_EMERGENCY
        until = lock.until.astimezone(now.wall.tzinfo) if lock.until else None  # kept in UTC, told as it is here
        reasons.append(Reason(action, lock.question, until))
    return reasons


_STOPS: dict[Question, Action] = {
    **dict.fromkeys(EMERGENCY, Action.CALL_EMERGENCY),
    Question.STOP_DVT_KNOWN: Action.ASK_TREATING_TEAM,
    Question.STOP_OSTEOMYELITIS: Action.ASK_TREATING_TEAM,
    Question.STOP_FRACTURE: Action.SAME_DAY_CARE,
    Question.STOP_KNEE_RED_FLAGS: Action.SAME_DAY_CARE,
    Question.STOP_MYOSITIS: Action.SEE_CLINICIAN,
    Question.STOP_SURGERY: Action.ASK_TREATING_TEAM,
    Question.STOP_UNEXPLAINED: Action.SEE_CLINICIAN,
    **dict.fromkeys((*ASK_FIRST, *CLOT_RISK), Action.ASK_FIRST),
    Question.ASK_UNDER18: Action.ADULTS_ONLY,
}
"""What to do about a yes on the full list that makes no lock of its own."""


def _stopped(health: Answers, confirmations: Sequence[Confirmation], now: Moment) -> list[Reason]:
    reasons = [
        Reason(action, question)
        for question, action in _STOPS.items()
        if health.yes(question)
        and question is not Question.ASK_INJECTION
        and not is_confirmed(question, health.at, confirmations, now.wall)
    ]
    if health.yes(Question.ASK_INFLAMMATORY) and health.yes(Question.FLARING_NOW):
        reasons.append(Reason(Action.REST_FLARE, Question.FLARING_NOW))
    if health.yes(Question.ASK_CIRCULATION) and health.yes(Question.STOP_WOUND):
        reasons.append(Reason(Action.ASK_TREATING_TEAM, Question.STOP_WOUND))
    return reasons


def _refused_today(routine: Routine, health: Answers, today: Answers) -> list[Reason]:
    reasons = []
    if health.yes(Question.ASK_CIRCULATION) and today.yes(Question.TODAY_SKIN):
        reasons.append(Reason(Action.ASK_TREATING_TEAM, Question.TODAY_SKIN))
    if today.yes(Question.TODAY_NUMBNESS):
        reasons.append(Reason(Action.SEE_CLINICIAN, Question.TODAY_NUMBNESS))
    reasons.extend(
        Reason(Action.REST_TODAY, text=text) for text in routine.questions if today.extra[text] is Answer.YES
    )
    return reasons


def limits_of(*said: Answers) -> Limits:
    """What these answers take away together."""
    given = [question for answers in said for question in answers.given if answers.yes(question)]
    limits = [(question, LIMIT_OF[question]) for question in given if question in LIMIT_OF]
    for answers in said:
        areas = answers.wound_areas or frozenset(Area)
        muscles = frozenset(muscle for muscle, area in AREA_OF.items() if area in areas)
        limits.extend((wound, Limit(excluded=muscles)) for wound in WOUNDS if answers.yes(wound))
    return Limits(tuple(limits), tuple(question for question in given if question in CAUTIONS))


def unfit(routine: Routine, limits: Limits) -> list[Reason]:
    """Why these limits rule out the whole routine, if they do."""
    if limits.sore_day_only and not is_sore_day(routine):
        return [Reason(Action.SORE_DAY_ONLY, Question.ASK_WIDESPREAD)]
    pressing = [phase.technique for phase in routine.phases if phase.technique.presses]
    against = [limits.against(technique) for technique in pressing]
    if not pressing or None in against:
        return []
    return [Reason(Action.OTHER_ROUTINE, question) for question in dict.fromkeys(against)]
