"""What is kept of the user's health is told in full: what holds until when, what is closed, and what was stated."""

from datetime import UTC, timedelta

import pytest
from fakes import START, health, later

from kneeguide.core.clock import Moment
from kneeguide.core.health_summary import HealthSummary, asked_again, summarise
from kneeguide.core.history import AskAnew
from kneeguide.core.questions import Answers, Confirmation, HealthReason, Lock, Question
from kneeguide.core.refusal import Action, Reason

Q = Question
SIGN = Lock(Q.TODAY_LEG_CHANGE, START.wall, None)
INJURY = Lock(Q.TODAY_INJURY, START.wall, later(hours=72).wall)


def summed(
    answers: Answers | None = None, *locks: Lock, stated: tuple[Confirmation, ...] = (), now: Moment = START
) -> HealthSummary:
    return summarise(answers, locks, stated, anew=None, now=now)


def test_of_nothing_there_is_nothing_to_tell() -> None:
    assert summed() == HealthSummary(None, None, HealthReason.FIRST, (), (), ())


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (0, None),
        (29, None),
        (30, None),
        (31, HealthReason.EXPIRED),
        (-1, HealthReason.EXPIRED),  # dated in the future by a clock that was set back
    ],
)
def test_answers_hold_through_day_30_and_not_on_day_31(day: int, why: HealthReason | None) -> None:
    told = summed(health(), now=later(days=day))
    assert told.asked_again is why
    assert (told.answered, told.good_until) == (START.wall, later(days=30).wall)


@pytest.mark.parametrize("why", [HealthReason.AFTER_STOP, HealthReason.AFTER_NEXT_DAY])
@pytest.mark.parametrize(("hours", "asked"), [(1, True), (0, True), (-1, False)])
def test_what_has_come_since_then_asks_everything_again(hours: int, asked: bool, why: HealthReason) -> None:
    anew = AskAnew(later(hours=hours).wall, why)
    assert asked_again(health(), anew, later(hours=2).wall) is (why if asked else None)


def test_half_a_list_is_asked_again() -> None:
    assert summed(health(without=[Q.ASK_CANCER])).asked_again is HealthReason.EXPIRED


def test_each_yes_is_told_in_the_order_of_the_list_with_what_follows_it() -> None:
    told = summed(health(Q.ADAPT_FLOOR, Q.FLARING_NOW, Q.ASK_INFLAMMATORY, Q.STOP_WOUND))
    assert told.yes == (Q.STOP_WOUND, Q.ASK_INFLAMMATORY, Q.FLARING_NOW, Q.ADAPT_FLOOR)


def test_what_is_closed_is_told_most_urgent_first() -> None:
    told = summed(health(Q.ASK_OSTEOPOROSIS, Q.STOP_FRACTURE), INJURY, SIGN)
    assert [(reason.action, reason.question) for reason in told.closed] == [
        (Action.SAME_DAY_CARE, Q.TODAY_LEG_CHANGE),
        (Action.SAME_DAY_CARE, Q.STOP_FRACTURE),
        (Action.WAIT, Q.TODAY_INJURY),
        (Action.ASK_FIRST, Q.ASK_OSTEOPOROSIS),
    ]


def test_locks_are_told_without_answers_too() -> None:
    assert summed(None, SIGN).closed == (Reason(Action.SAME_DAY_CARE, Q.TODAY_LEG_CHANGE),)
    old = summed(health(Q.STOP_FRACTURE), SIGN, now=later(days=31))
    assert [reason.question for reason in old.closed] == [Q.TODAY_LEG_CHANGE], (
        "an old answer closes nothing, it is asked"
    )


def test_a_sign_on_the_list_itself_is_closed() -> None:
    assert summed(health(Q.STOP_DVT_PAIN)).closed == (Reason(Action.SAME_DAY_CARE, Q.STOP_DVT_PAIN),)


def test_what_has_run_out_or_was_seen_to_is_not_closed() -> None:
    stated = (Confirmation(Q.TODAY_LEG_CHANGE, later(hours=3).wall),)
    told = summed(health(), SIGN, INJURY, stated=stated, now=later(hours=73))
    assert told.closed == ()
    assert told.statements == stated


def test_statements_are_told_oldest_first() -> None:
    newer, older = Confirmation(Q.ASK_CANCER, START.wall), Confirmation(Q.ASK_IMPLANT, later(days=-2).wall)
    assert summed(health(), stated=(newer, older)).statements == (older, newer)


def test_times_that_were_kept_in_utc_are_told_as_they_are_here() -> None:
    kept = Answers(health().given, START.wall.astimezone(UTC))
    lock = Lock(Q.TODAY_INJURY, kept.at, kept.at + timedelta(hours=72))
    told = summed(kept, lock, stated=(Confirmation(Q.ASK_CANCER, kept.at),))
    times = (told.answered, told.good_until, told.closed[0].until, told.statements[0].at)
    assert [time.hour for time in times if time] == [18, 18, 18, 18]
