"""What is told of a routine beforehand is what the gate and the plan then do, and never more."""

from dataclasses import replace
from datetime import timedelta

from fakes import (
    BALL_AT_WALL,
    CALF_GLIDES,
    KNEE_BENDS,
    OWN_STEP,
    PALM_GLIDES,
    ROLLER_FACE_DOWN,
    SEATED,
    SORE_DAY,
    START,
    STICK_SWEEPS,
    TAPPING,
    health,
    phase,
    routine_of,
    today,
)
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.dose import Preferences
from kneeguide.core.outlook import outlook
from kneeguide.core.plan import Plan, plan
from kneeguide.core.questions import CONFIRMABLE, HEALTH, HEALTH_GOOD_FOR, Confirmation, Question
from kneeguide.core.routine import Area, Routine, Technique
from kneeguide.core.ruled_out import ruled_out
from kneeguide.core.safety import Clearance, assess, standing
from kneeguide.core.stage import StageKind

NOW = START.wall
AT_WALL = routine_of(BALL_AT_WALL, id="itb-wall-short")
MIXED = replace(
    SEATED,
    phases=(phase(STICK_SWEEPS, 40, pressure=4), phase(CALF_GLIDES, 20, sets=2, pressure=3), phase(KNEE_BENDS, 4)),
)


def test_without_answers_or_with_old_ones_nothing_is_changed_or_claimed() -> None:
    old = replace(health(Question.ADAPT_BALANCE), at=NOW - HEALTH_GOOD_FOR - timedelta(seconds=1))
    for answers in (None, old):
        expected = outlook(AT_WALL, answers, NOW)
        assert not expected.is_known
        assert expected.ruled_out == ()
        assert [step.phase for step in expected.steps] == list(AT_WALL.phases)


def test_no_to_everything_changes_nothing() -> None:
    expected = outlook(MIXED, health(), NOW)
    assert expected.is_known
    assert (expected.ruled_out, expected.left_out, expected.pressure_cap, expected.cautions) == ((), (), None, ())
    assert expected.total_seconds == MIXED.total_seconds


def test_a_step_that_is_left_out_names_its_answer_and_takes_no_time() -> None:
    expected = outlook(MIXED, health(Question.CLOT_JOURNEY), NOW)
    assert [step.left_out for step in expected.steps] == [None, Question.CLOT_JOURNEY, None]
    assert expected.left_out == (Question.CLOT_JOURNEY,)
    assert expected.total_seconds == MIXED.total_seconds - MIXED.phases[1].total_seconds


def test_of_a_routine_that_is_ruled_out_nothing_counts_as_left_out() -> None:
    expected = outlook(AT_WALL, health(Question.ADAPT_BALANCE), NOW)
    assert expected.ruled_out == (Question.ADAPT_BALANCE,)
    assert expected.left_out == ()
    assert expected.total_seconds == AT_WALL.total_seconds


def test_pressure_is_capped_and_care_is_told() -> None:
    expected = outlook(MIXED, health(Question.ADAPT_VEINS), NOW)
    assert expected.pressure_cap == 2
    assert [step.phase.pressure for step in expected.steps] == [2, 2, 2]
    assert expected.cautions == (Question.ADAPT_VEINS,)


def test_the_first_week_shows_its_own_times() -> None:
    expected = outlook(MIXED, health(), NOW, first_week=True)
    assert [(step.phase.seconds, step.phase.pressure) for step in expected.steps] == [(30, 3), (15, 2), (4, 1)]
    assert expected.first_week


TECHNIQUES = (PALM_GLIDES, CALF_GLIDES, TAPPING, STICK_SWEEPS, BALL_AT_WALL, ROLLER_FACE_DOWN, KNEE_BENDS, OWN_STEP)


@given(
    techniques=st.lists(st.sampled_from(TECHNIQUES), min_size=1, max_size=5),
    yes=st.frozensets(st.sampled_from(HEALTH), max_size=4),
    wounds=st.frozensets(st.sampled_from(Area)),
    first_week=st.booleans(),
    is_sore_day=st.booleans(),
)
def test_it_is_what_the_gate_and_the_plan_do(
    techniques: list[Technique], yes: frozenset[Question], wounds: frozenset[Area], first_week: bool, is_sore_day: bool
) -> None:
    routine: Routine = routine_of(*techniques, id=SORE_DAY.id if is_sore_day else "any")
    answers = health(*yes, wound_areas=wounds)
    statements = [Confirmation(question, NOW) for question in CONFIRMABLE]
    expected = outlook(routine, answers, NOW, first_week=first_week)
    assert ruled_out([routine], answers, NOW).get(routine.id) == (expected.ruled_out or (None,))[0]

    verdict = assess(routine, health=answers, today=today(), confirmations=statements, now=START)
    if expected.ruled_out:
        assert standing(routine, health=answers, locks=(), confirmations=statements, now=START) is not None
        assert not isinstance(verdict, Clearance)
    elif isinstance(verdict, Clearance):
        made = plan(verdict, Preferences(first_week=first_week, get_ready=0), before=0, now=START)
        if isinstance(made, Plan):
            assert tuple(out.because for out in made.left_out) == expected.left_out
            assert made.total_seconds == expected.total_seconds
            done = [step.phase for step in expected.steps if step.left_out is None]
            work = [stage for stage in made.stages if stage.kind is StageKind.WORK]
            assert {(stage.technique, stage.seconds, stage.pressure) for stage in work} == {
                (each.technique, each.seconds, each.pressure) for each in done
            }
            assert all(stage.pressure <= (expected.pressure_cap or stage.pressure) for stage in work)
