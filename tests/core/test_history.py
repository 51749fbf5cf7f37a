"""A record sums to what was really done, on the day the user lived it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from fakes import CALF_GLIDES, KNEE_BENDS, PALM_GLIDES, REST, START, cleared, planned, routine_of
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.dose import Preferences
from kneeguide.core.history import (
    URGENT_STOPS,
    Outcome,
    Record,
    StageDone,
    StageOutcome,
    ask_anew,
    continues,
    had_bad_next_day,
    is_first_week,
    off_in,
    opened,
    rest_after,
    resumed,
)
from kneeguide.core.plan import Plan, plan
from kneeguide.core.questions import HealthReason, Lock, Question
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import Eased, StopReason, WayOn

PLAN = planned(routine_of(PALM_GLIDES, CALF_GLIDES, KNEE_BENDS, REST))
RECORD = opened("one", PLAN, 3, START.wall)
LIMITING = (Question.ADAPT_VEINS, Question.ADAPT_FLOOR)


def full(stage_key: str, outcome: StageOutcome = StageOutcome.DONE, share: float = 1.0) -> StageDone:
    seconds = {stage.key: stage.seconds for stage in RECORD.planned}[stage_key]
    return StageDone(stage_key, seconds, seconds * share, outcome)


def after_all_of_it() -> Record:
    record = RECORD
    for stage in RECORD.planned:
        record = record.with_stage(full(stage.key))
    return record


def test_a_new_record_carries_all_that_is_needed_to_show_it_without_its_routine() -> None:
    assert (RECORD.routine_id, RECORD.title, RECORD.version) == ("a-routine", "A routine", 1)
    assert RECORD.outcome is Outcome.OPEN
    assert (RECORD.before, RECORD.after, RECORD.next_day, RECORD.ended) == (3, None, None, None)
    assert len(RECORD.planned) == len(PLAN.stages)
    assert RECORD.planned_seconds == PLAN.total_seconds
    first = RECORD.planned[1]
    assert (first.technique, first.title, first.muscle, first.side, first.seconds) == (
        "palm-glides-front-thigh",
        "Palm glides, front of thigh",
        Muscle.QUADS,
        Side.LEFT,
        30.0,
    )


def test_what_was_switched_off_is_known_when_it_is_gone_on_with() -> None:
    record = opened("one", planned(PLAN.routine, off=frozenset({2, 4})), 3, START.wall)
    assert off_in(record, PLAN.routine) == {2, 4}
    assert off_in(RECORD, PLAN.routine) == frozenset()
    again = plan(cleared(PLAN.routine), Preferences(off=off_in(record, PLAN.routine)), before=3, now=START)
    assert isinstance(again, Plan)
    assert continues(again, record)


def test_of_a_routine_that_has_changed_nothing_is_taken_for_switched_off() -> None:
    record = opened("one", planned(PLAN.routine, off=frozenset({2})), 3, START.wall)
    assert off_in(record, routine_of(CALF_GLIDES, PALM_GLIDES, KNEE_BENDS, REST)) == frozenset()
    assert off_in(record, routine_of(PALM_GLIDES)) == frozenset()


def test_a_new_record_names_the_answers_that_limited_it() -> None:
    clearance = cleared(routine_of(PALM_GLIDES), *LIMITING)
    made = plan(clearance, Preferences(), before=0, now=START)
    assert isinstance(made, Plan)
    assert set(opened("one", made, 0, START.wall).limits) == {question.value for question in LIMITING}


def test_nothing_is_done_before_it_is_done() -> None:
    assert (RECORD.seconds, RECORD.done, RECORD.doses()) == (0, frozenset(), {})


def test_a_session_done_in_full_sums_to_its_plan() -> None:
    record = after_all_of_it()
    assert record.seconds == record.planned_seconds
    assert record.done == {stage.key for stage in record.planned}


def test_doses_are_massage_by_muscle_and_leg_without_rests_and_movement() -> None:
    assert after_all_of_it().doses() == {
        (Muscle.QUADS, Side.LEFT): 30.0,
        (Muscle.QUADS, Side.RIGHT): 30.0,
        (Muscle.CALF, Side.LEFT): 30.0,
        (Muscle.CALF, Side.RIGHT): 30.0,
    }


def test_doses_count_the_seconds_that_were_spent_however_the_stage_ended() -> None:
    work = next(stage.key for stage in RECORD.planned if stage.kind is StageKind.WORK)
    record = (
        RECORD.with_stage(full(work, StageOutcome.RESTARTED, 0.5))
        .with_stage(full(work, StageOutcome.SKIPPED, 0.2))
        .with_stage(full(work))
    )
    assert record.doses() == {(Muscle.QUADS, Side.LEFT): pytest.approx(30 * 1.7)}
    assert record.seconds == pytest.approx(30 * 1.7)


@pytest.mark.parametrize("outcome", [outcome for outcome in StageOutcome if outcome is not StageOutcome.DONE])
def test_only_a_stage_done_in_full_counts_as_done(outcome: StageOutcome) -> None:
    key = RECORD.planned[1].key
    assert RECORD.with_stage(full(key, outcome)).done == frozenset()
    assert RECORD.with_stage(full(key, outcome)).with_stage(full(key)).done == {key}


def test_a_record_is_a_value_that_does_not_change() -> None:
    longer = RECORD.with_stage(full(RECORD.planned[0].key))
    assert RECORD.stages == ()
    assert len(longer.stages) == 1


@pytest.mark.parametrize(
    ("started", "day"),
    [
        ("2026-03-29T00:30:00+01:00", "2026-03-29"),
        ("2026-03-29T03:30:00+02:00", "2026-03-29"),
        ("2026-10-25T23:59:59+01:00", "2026-10-25"),
        ("2026-01-01T00:10:00+13:00", "2026-01-01"),
        ("2025-12-31T23:50:00-11:00", "2025-12-31"),
        ("2026-05-04T00:01:00+05:45", "2026-05-04"),
    ],
)
def test_a_session_belongs_to_the_day_on_the_users_own_clock_when_it_began(started: str, day: str) -> None:
    record = opened("one", PLAN, None, datetime.fromisoformat(started))
    assert record.day.isoformat() == day


@pytest.mark.parametrize(
    ("first", "now", "new"), [(None, 0, True), (0, 0, True), (0, 6.99, True), (0, 7, False), (0, 30, False)]
)
def test_the_first_week_runs_from_the_first_session(first: float | None, now: float, new: bool) -> None:
    first_session = None if first is None else START.wall + timedelta(days=first)
    assert is_first_week(first_session, START.wall + timedelta(days=now)) is new


@given(offset=st.integers(-1439, 1439))
def test_the_first_week_is_a_length_of_time_that_travel_does_not_change(offset: int) -> None:
    now = (START.wall + timedelta(days=7)).astimezone(timezone(timedelta(minutes=offset)))
    assert not is_first_week(START.wall, now)
    assert is_first_week(START.wall, now - timedelta(microseconds=1))


BEFORE_3 = replace(after_all_of_it(), outcome=Outcome.COMPLETED, before=3, ended=START.wall)


@pytest.mark.parametrize(
    ("after", "next_day", "hours"),
    [
        (None, None, None),
        (3, 3, None),
        (4, 4, None),
        (5, None, 48),
        (5, 3, 48),
        (None, 5, 84),
        (2, 5, 84),
        (5, 9, 84),
    ],
)
def test_a_clear_rise_calls_for_48_hours_of_rest_on_the_next_day_too(
    after: int | None, next_day: int | None, hours: float | None
) -> None:
    """The next day is asked about for 36 hours, and rest counts from when it may have been answered."""
    record = replace(BEFORE_3, after=after, next_day=next_day)
    ends = [lock.until for lock in rest_after(record)]
    assert ends == ([] if hours is None else [START.wall + timedelta(hours=hours)])
    assert had_bad_next_day(record) is (next_day in (5, 9))


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        pytest.param(20, 20 + 48, id="when it was asked"),
        pytest.param(36, 36 + 48, id="as late as it is asked"),
        pytest.param(400, 36 + 48, id="weeks later, in the diary"),
        pytest.param(-5, 0 + 48, id="under a wrong clock"),
    ],
)
def test_a_rest_for_the_next_day_counts_from_when_it_was_told(told: float, hours: float) -> None:
    record = replace(BEFORE_3, next_day=5, next_day_told=START.wall + timedelta(hours=told))
    assert [lock.until for lock in rest_after(record)] == [START.wall + timedelta(hours=hours)]


@pytest.mark.parametrize(("marks", "rests"), [(True, True), (False, False), (None, False)])
def test_a_bruise_or_new_swelling_calls_for_rest_whatever_the_number(marks: bool | None, rests: bool) -> None:
    for rating in (None, 0, 3):
        record = replace(BEFORE_3, next_day=rating, next_day_marks=marks)
        assert had_bad_next_day(record) is rests
        assert bool(rest_after(record)) is rests


@pytest.mark.parametrize(
    ("next_day", "marks", "red"),
    [(None, True, True), (3, True, True), (3, False, False), (5, False, True), (5, None, True), (None, None, False)],
)
def test_a_bruise_or_new_swelling_is_as_much_as_a_clear_rise(
    next_day: int | None, marks: bool | None, red: bool
) -> None:
    """Rest counts from when it was told, and nothing answered about health before then holds."""
    told = START.wall + timedelta(hours=20)
    record = replace(BEFORE_3, next_day=next_day, next_day_marks=marks, next_day_told=told)
    assert had_bad_next_day(record) is red
    assert [lock.until for lock in rest_after(record)] == ([told + timedelta(hours=48)] if red else [])
    assert ask_anew(record) == ((told, HealthReason.AFTER_NEXT_DAY) if red else None)


@pytest.mark.parametrize("marks", [False, True])
def test_a_lower_number_told_later_lifts_neither_the_half_dose_nor_the_questions(marks: bool) -> None:
    told = START.wall + timedelta(hours=20)
    bad = replace(BEFORE_3, next_day=3 if marks else 7, next_day_marks=marks, next_day_told=told)
    kept = rest_after(bad)
    lowered = replace(bad, next_day=2, next_day_marks=False, next_day_told=told + timedelta(hours=1))
    assert not had_bad_next_day(lowered)
    assert had_bad_next_day(lowered, kept)
    assert ask_anew(lowered, kept) == (told, HealthReason.AFTER_NEXT_DAY)


def test_only_a_rest_for_the_next_day_of_the_last_session_is_remembered_so() -> None:
    after = rest_after(replace(BEFORE_3, after=9))
    assert not had_bad_next_day(BEFORE_3, after)
    assert ask_anew(BEFORE_3, after) is None
    long_ago = rest_after(replace(BEFORE_3, ended=START.wall - timedelta(days=9), next_day=9))
    assert not had_bad_next_day(BEFORE_3, long_ago)
    assert not had_bad_next_day(BEFORE_3, [Lock(Question.STOP_WOUND, START.wall, START.wall + timedelta(days=9))])
    assert not had_bad_next_day(None, rest_after(replace(BEFORE_3, next_day=9)))


def test_answers_newer_than_a_session_hold_where_it_is_not_known_when_the_next_day_was_told() -> None:
    assert ask_anew(replace(BEFORE_3, next_day=9)) == (START.wall, HealthReason.AFTER_NEXT_DAY)


@pytest.mark.parametrize("record", [None, RECORD, replace(BEFORE_3, ended=None, stop_reason="chest-pain")])
def test_a_session_without_such_trouble_or_without_an_end_asks_nothing_anew(record: Record | None) -> None:
    assert ask_anew(record) is None


def test_every_urgent_stop_asks_everything_anew() -> None:
    for reason in URGENT_STOPS:
        assert ask_anew(replace(BEFORE_3, stop_reason=reason)) == (START.wall, HealthReason.AFTER_STOP)


@pytest.mark.parametrize("record", [None, replace(BEFORE_3, next_day=9, ended=None), replace(BEFORE_3, before=None)])
def test_without_a_last_session_or_both_answers_there_is_no_rest(record: Record | None) -> None:
    assert rest_after(record) == ()


def test_an_interrupted_session_keeps_what_was_told_of_it_whatever_today_leaves_out() -> None:
    calf = next(stage.key for stage in PLAN.stages if stage.muscle is Muscle.CALF and stage.side is Side.LEFT)
    interrupted = replace(
        RECORD,
        stages=(StageDone(calf, 30.0, 11.0, StageOutcome.SKIPPED),),
        eased=(Eased(calf, StopReason.JOINT_PAIN, WayOn.LEAVE_OUT),),
    )
    clearance = cleared(PLAN.routine, Question.CLOT_JOURNEY, confirmed=[Question.CLOT_JOURNEY])
    without_calf = plan(clearance, Preferences(), before=0, now=START)
    assert isinstance(without_calf, Plan)
    goes_on = resumed(interrupted, without_calf, 2)
    assert [stage.key for stage in goes_on.planned if stage.muscle is Muscle.CALF] == [calf]
    assert goes_on.doses() == {(Muscle.CALF, Side.LEFT): 11.0}
    assert goes_on.eased == interrupted.eased


def test_every_urgent_stop_is_a_reason_that_can_be_given() -> None:
    assert {StopReason(reason) for reason in URGENT_STOPS}
