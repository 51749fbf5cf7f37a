"""Which sessions are looked at: how far back, which routine, which condition."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fakes import START, later, planned

from kneeguide.core.history import opened
from kneeguide.core.history_filter import EVERYTHING, HistoryFilter, Period, Scope
from kneeguide.core.routine import Condition

TODAY = date(2026, 3, 2)
RECORD = opened("r", planned(), 4, START.wall)


@pytest.mark.parametrize(
    ("period", "first"),
    [
        (Period.ALL, None),
        (Period.FOUR_WEEKS, date(2026, 2, 3)),
        (Period.THREE_MONTHS, date(2025, 12, 2)),
        (Period.YEAR, date(2025, 3, 3)),
    ],
)
def test_a_period_ends_today_and_counts_it(period: Period, first: date | None) -> None:
    assert HistoryFilter(period).scope(TODAY).first_day == first


def test_nothing_chosen_is_everything() -> None:
    assert HistoryFilter().scope(TODAY) == EVERYTHING
    assert EVERYTHING.has(RECORD)


def test_a_session_belongs_to_its_local_day() -> None:
    late = replace(RECORD, started=later(hours=5.5).wall)
    assert late.started.utctimetuple().tm_mday == 2
    assert Scope(first_day=TODAY + timedelta(days=1)).has(replace(RECORD, started=later(hours=6.5).wall))
    assert not Scope(first_day=TODAY + timedelta(days=1)).has(late)


def test_routine_and_condition_narrow_each_on_its_own() -> None:
    assert Scope(routine_id="oa-hands-short", condition=Condition.OSTEOARTHRITIS).has(RECORD)
    assert not Scope(routine_id="another").has(RECORD)
    assert not Scope(condition=Condition.IT_BAND).has(RECORD)
    assert not Scope(condition=Condition.OSTEOARTHRITIS).has(replace(RECORD, conditions=()))
