"""What is said to change today is just what the plan does: no more, and no less."""

import pytest
from fakes import (
    CALF_GLIDES,
    PALM_GLIDES,
    ROLLER_SITTING,
    SEATED,
    START,
    STICK_SWEEPS,
    TAPPING,
    cleared,
    health,
    routine_of,
    today,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core.day_changes import AS_WRITTEN, DayChanges, changes_of
from kneeguide.core.dose import Preferences
from kneeguide.core.limits import LIMIT_OF
from kneeguide.core.plan import LeftOut, Plan, plan
from kneeguide.core.questions import CONFIRMABLE, TODAY, Confirmation, Question
from kneeguide.core.safety import Clearance, assess

Q = Question
MIXED = routine_of(PALM_GLIDES, TAPPING, CALF_GLIDES, STICK_SWEEPS, ROLLER_SITTING, CALF_GLIDES)


def test_a_user_in_good_health_changes_nothing() -> None:
    assert changes_of(cleared(MIXED)) == AS_WRITTEN
    assert not AS_WRITTEN.any


@pytest.mark.parametrize(
    ("yes", "changes"),
    [
        ([Q.CLOT_JOURNEY], DayChanges(left_out=(LeftOut(CALF_GLIDES, Q.CLOT_JOURNEY),))),
        (
            [Q.ADAPT_FLOOR, Q.CLOT_JOURNEY],
            DayChanges(left_out=(LeftOut(CALF_GLIDES, Q.CLOT_JOURNEY), LeftOut(ROLLER_SITTING, Q.ADAPT_FLOOR))),
        ),
        (
            [Q.ASK_ANTICOAGULANT],
            DayChanges(
                left_out=tuple(
                    LeftOut(technique, Q.ASK_ANTICOAGULANT) for technique in (TAPPING, STICK_SWEEPS, ROLLER_SITTING)
                ),
                pressure_cap=2,
            ),
        ),
        ([Q.ADAPT_VEINS], DayChanges(pressure_cap=2, cautions=(Q.ADAPT_VEINS,))),
        ([Q.ADAPT_SKIN_PATCH], DayChanges(cautions=(Q.ADAPT_SKIN_PATCH,))),
    ],
)
def test_what_an_answer_changes_today(yes: list[Question], changes: DayChanges) -> None:
    told = changes_of(cleared(MIXED, *yes, confirmed=CONFIRMABLE))
    assert told == changes
    assert told.any


def test_a_bad_day_after_last_time_halves_today() -> None:
    rested = assess(
        SEATED,
        health=health(),
        today=today(Q.TODAY_AFTER_LAST),
        last_session=START.wall.replace(day=1, month=2),
        now=START,
    )
    assert isinstance(rested, Clearance)
    assert changes_of(rested).half_dose


@given(st.sets(st.sampled_from(sorted({*LIMIT_OF} - {*TODAY})), max_size=4))
@settings(deadline=None, max_examples=80)
def test_the_plan_leaves_out_what_was_said_and_nothing_else(yes: set[Question]) -> None:
    agreed = [Confirmation(question, START.wall) for question in CONFIRMABLE]
    clearance = assess(MIXED, health=health(*yes), today=today(), confirmations=agreed, now=START)
    if not isinstance(clearance, Clearance):
        return
    made = plan(clearance, Preferences(), before=0, now=START)
    assert isinstance(made, Plan)
    told = changes_of(clearance)
    assert set(told.left_out) == set(made.left_out)
    assert not {out.technique for out in told.left_out} & {stage.technique for stage in made.stages}
    assert max(stage.pressure for stage in made.stages) <= told.pressure_cap
