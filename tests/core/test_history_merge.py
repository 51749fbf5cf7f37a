"""Two accounts of one session become one, whichever is brought to which, and nothing that was told is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from diaries import NOW, activities, besides, plans, records
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.diary import Beside, WeeklyPlan
from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome, rest_after
from kneeguide.core.history_merge import interrupted, is_same, merged, merged_beside
from kneeguide.core.stage import StageKind

LATER = NOW + timedelta(hours=1)
STAGES = tuple(PlannedStage(key, StageKind.WORK, "t", "T", None, None, 1, 30.0, 2) for key in "abc")
DONE = tuple(StageDone(key, 30.0, 30.0, StageOutcome.DONE) for key in "abc")
OPEN = Record("one", "r", "R", 1, NOW, STAGES, DONE[:2], before=3)
CLOSED = replace(OPEN, outcome=Outcome.INTERRUPTED, stages=DONE[:1], ended=NOW + timedelta(minutes=1))
FULL = replace(OPEN, outcome=Outcome.COMPLETED, stages=DONE, ended=NOW + timedelta(minutes=2), after=2)

pairs = st.tuples(records(st.just("one")), records(st.just("one")))


def both_ways(one: Record, other: Record) -> Record:
    joined = merged(one, other)
    assert is_same(joined, merged(other, one))
    return joined


@pytest.mark.parametrize(
    ("one", "other", "stages", "outcome"),
    [
        (OPEN, CLOSED, 1, Outcome.INTERRUPTED),
        (CLOSED, FULL, 3, Outcome.COMPLETED),
        (OPEN, replace(OPEN, stages=DONE), 3, Outcome.OPEN),
        (replace(FULL, outcome=Outcome.INTERRUPTED), FULL, 3, Outcome.COMPLETED),
    ],
)
def test_closed_goes_before_open_and_more_stages_before_fewer(
    one: Record, other: Record, stages: int, outcome: Outcome
) -> None:
    joined = both_ways(one, other)
    assert (len(joined.stages), joined.outcome) == (stages, outcome)


@pytest.mark.parametrize(
    ("told", "other", "field", "kept"),
    [
        ({"after": 2}, {}, "after", 2),
        ({"after": 2}, {"after": 5}, "after", 5),
        ({"before": 2}, {"before": 5}, "before", 2),
        ({"before": 0}, {"before": None}, "before", 0),
        ({"note": "sore"}, {"note": ""}, "note", "sore"),
        ({"note": "sore"}, {"note": "a bit sore today"}, "note", "a bit sore today"),
        ({"note": "calm"}, {"note": "sore"}, "note", "calm\n\nsore"),
        ({"next_day": 9, "next_day_told": NOW}, {"next_day": 3, "next_day_told": LATER}, "next_day", 3),
        ({"next_day": 9, "next_day_told": NOW}, {"next_day_told": LATER}, "next_day", 9),
        ({"next_day_marks": True}, {"next_day": 1, "next_day_told": NOW}, "next_day_marks", True),
        ({"stop_reason": "chest-pain"}, {"stop_reason": "no-time"}, "stop_reason", "chest-pain"),
        ({"stop_reason": "no-time"}, {}, "stop_reason", "no-time"),
    ],
)  # fmt: skip
def test_what_was_told_is_not_lost(told: dict[str, object], other: dict[str, object], field: str, kept: object) -> None:
    untold = replace(FULL, before=None, after=None)
    joined = both_ways(replace(untold, **told), replace(untold, **other))  # type: ignore[arg-type]
    assert getattr(joined, field) == kept


@given(pairs)
def test_it_makes_no_difference_which_is_brought_to_which(pair: tuple[Record, Record]) -> None:
    joined = both_ways(*pair)
    assert all(is_same(both_ways(joined, each), joined) for each in pair)
    assert is_same(merged(joined, joined), joined)


@given(pairs)
def test_a_rise_of_pain_at_the_end_is_never_lost(pair: tuple[Record, Record]) -> None:
    """The next day is left out of it: of that the later answer holds, which may be a calmer one."""
    one, other, joined = (
        replace(each, ended=NOW, next_day=None, next_day_marks=None) for each in (*pair, merged(*pair))
    )
    if rest_after(one) or rest_after(other):
        assert rest_after(joined)


def test_a_session_that_is_open_elsewhere_is_interrupted_and_lasted_as_long_as_its_stages() -> None:
    assert interrupted(OPEN) == replace(OPEN, outcome=Outcome.INTERRUPTED, ended=NOW + timedelta(minutes=1))
    assert interrupted(FULL) is FULL


@given(besides, besides)
def test_what_is_kept_beside_sessions_joins_either_way_too(one: Beside, other: Beside) -> None:
    joined = merged_beside(one, other)
    assert joined == merged_beside(other, one)
    assert merged_beside(joined, one) == merged_beside(joined, other) == joined
    assert sum(plan.ended is None for plan in joined.plans) <= 1


@given(activities, activities)
def test_of_an_activity_every_day_that_was_rated_stays(one, other) -> None:  # type: ignore[no-untyped-def]
    (joined,) = merged_beside(Beside((one,)), Beside((replace(other, id=one.id),))).activities
    assert {day for day, _ in joined.ratings} == {day for day, _ in (*one.ratings, *other.ratings)}


@given(plans, plans)
def test_the_plan_that_was_made_last_goes_on(one: WeeklyPlan, other: WeeklyPlan) -> None:
    one, other = replace(one, id="one", ended=None), replace(other, id="two", ended=None)
    joined = merged_beside(Beside(plans=(one,)), Beside(plans=(other,))).plans
    last = max((one, other), key=lambda plan: (plan.made, plan.id))
    assert [plan.id for plan in joined if plan.ended is None] == [last.id]
