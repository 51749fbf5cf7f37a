"""The charts' sums are those of the diary, whatever is left out and however many pieces they come in."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from fakes import START, planned
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core import history_sums_store
from kneeguide.core.database import Database, StorageFault, open_database
from kneeguide.core.flare import Flare
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened, rest_after
from kneeguide.core.history_filter import Scope
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.history_sums import DaySum, DoseSum, Span, TimeSum
from kneeguide.core.history_sums_store import HistorySumsStore
from kneeguide.core.pain import Rating
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import Trend
from kneeguide.core.routine import Condition, Muscle, Side

T = TypeVar("T")

NOW = START.wall
TODAY = NOW.date()
PLAN = planned()
STAGES = {stage.key: stage for stage in opened("x", PLAN, None, NOW).planned}


@pytest.fixture
def database() -> Iterator[Database]:
    database = open_database(None, None, NOW).database
    yield database
    database.close()


@pytest.fixture
def history(database: Database) -> HistoryStore:
    return HistoryStore(database)


@pytest.fixture
def sums(database: Database) -> HistorySumsStore:
    return HistorySumsStore(database)


def record(id: str, days_ago: int = 0, before: Rating = None, **changes: object) -> Record:
    made = opened(id, PLAN, before, NOW - timedelta(days=days_ago))
    made = made.with_stage(StageDone("1-left-1", 40, 40, StageOutcome.DONE))
    return replace(made, outcome=Outcome.COMPLETED, ended=made.started, **changes)  # type: ignore[arg-type]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def whole(pieces: Generator[None, None, T]) -> T:
    """What comes of all the pieces."""
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            result: T = end.value
            return result


def test_an_empty_diary_has_no_sums(sums: HistorySumsStore) -> None:
    scope = Scope()
    assert whole(sums.days(scope)) == ()
    assert whole(sums.pain(scope, Span.SESSION)) == ()
    assert whole(sums.pain(scope, Span.WEEK)) == ()
    assert whole(sums.times(scope, Span.WEEK, TODAY)) == ()
    assert whole(sums.doses(scope)) == ()
    assert sums.trend(scope, TODAY) is None


def test_one_session(history: HistoryStore, sums: HistorySumsStore) -> None:
    history.save(record("a", 9, before=0, after=2))
    assert whole(sums.days(Scope())) == (DaySum(ago(9), 1, Flare.AFTER, ago(7)),)
    assert whole(sums.pain(Scope(), Span.SESSION)) == (PainPair(ago(9), 0, 2, None),)
    assert whole(sums.doses(Scope())) == (DoseSum(Muscle.QUADS, Side.LEFT, 40),)
    times = whole(sums.times(Scope(), Span.WEEK, TODAY))
    assert times == (TimeSum(date(2026, 2, 16), 40), TimeSum(date(2026, 2, 23), 0), TimeSum(date(2026, 3, 2), 0))


def test_no_answer_is_left_out_of_the_medians_and_a_zero_is_not(history: HistoryStore, sums: HistorySumsStore) -> None:
    for number, (before, after) in enumerate([(4, 0), (None, None), (7, None), (5, 2)]):
        history.save(record(str(number), before=before, after=after))
    assert whole(sums.pain(Scope(), Span.MONTH)) == (PainPair(date(2026, 3, 1), 5, 1, None, sessions=3),)
    assert [each.before for each in whole(sums.pain(Scope(), Span.SESSION))] == [4, 7, 5]


@pytest.mark.parametrize(
    ("told", "flare", "days_of_rest"),
    [
        ({"before": 3, "after": 4, "next_day": 4}, Flare.NONE, None),
        ({"before": 3, "after": 5}, Flare.AFTER, 2),
        ({"before": 3, "after": 5, "next_day": 5}, Flare.NEXT_DAY, 4),  # by the evening after next, nobody knows when
        ({"before": 3, "after": 5, "next_day": 5, "next_day_told": NOW + timedelta(hours=20)}, Flare.NEXT_DAY, 3),
        ({"before": None, "after": 9}, Flare.NONE, None),
        ({"next_day_marks": True}, Flare.NEXT_DAY, 4),
        ({"next_day_marks": False}, Flare.NONE, None),
    ],
)
def test_a_flare_is_two_points_or_a_bruise(
    history: HistoryStore, sums: HistorySumsStore, told: dict[str, Any], flare: Flare, days_of_rest: int | None
) -> None:
    history.save(record("a", **told))
    history.save(record("b", before=3, after=3))
    rest = None if days_of_rest is None else TODAY + timedelta(days=days_of_rest)
    assert whole(sums.days(Scope())) == (DaySum(TODAY, 2, flare, rest),)


ratings = st.none() | st.integers(0, 10)


@given(st.lists(st.tuples(st.integers(0, 9), ratings, ratings, ratings, st.none() | st.booleans()), max_size=9))
def test_flares_and_rests_are_those_of_the_gate(told: list[tuple[int, Rating, Rating, Rating, bool | None]]) -> None:
    database = open_database(None, None, NOW).database
    history, sums = HistoryStore(database), HistorySumsStore(database)
    for number, (days_ago, before, after, next_day, marks) in enumerate(told):
        answers = {"before": before, "after": after, "next_day": next_day, "next_day_marks": marks}
        told_at = NOW - timedelta(days=days_ago, hours=-20)
        history.save(replace(record(str(number), days_ago), **answers, next_day_told=told_at))  # type: ignore[arg-type]
    for day in whole(sums.days(Scope())):
        locks = [lock for each in history.records() if each.day == day.day for lock in rest_after(each)]
        assert (day.flare is not Flare.NONE) == bool(locks)
        ends = [lock.until.astimezone(NOW.tzinfo).date() for lock in locks if lock.until]
        assert day.rest_until == max(ends, default=None)
    database.close()


def test_what_the_filter_leaves_out_and_what_is_deleted_does_not_count(
    history: HistoryStore, sums: HistorySumsStore
) -> None:
    history.save(record("old", 30, before=1))
    history.save(record("other", 1, before=2, routine_id="other"))
    history.save(record("knee", 1, before=3, conditions=(Condition.IT_BAND, Condition.PATELLOFEMORAL)))
    history.save(record("gone", 1, before=4))
    history.delete("gone", NOW)

    def befores(scope: Scope) -> list[float | None]:
        return [each.before for each in whole(sums.pain(scope, Span.SESSION))]

    assert befores(Scope()) == [1, 2, 3]
    assert befores(Scope(first_day=ago(29))) == [2, 3]
    assert befores(Scope(first_day=ago(30))) == [1, 2, 3]
    assert befores(Scope(routine_id="other")) == [2]
    assert befores(Scope(condition=Condition.IT_BAND)) == [3]
    assert befores(Scope(first_day=TODAY)) == []


def test_the_trend_is_that_of_the_last_four_weeks(history: HistoryStore, sums: HistorySumsStore) -> None:
    for days_ago, before in ((60, 0), (28, 0), (27, 7), (24, 6), (20, 6), (9, None), (6, 4), (3, 4), (0, 9)):
        history.save(record(str(days_ago), days_ago, before=before))
    assert sums.trend(Scope(), TODAY) == Trend(6, 4, ago(20), ago(6))
    assert sums.trend(Scope(first_day=ago(13)), TODAY) is None


def test_a_day_that_is_none_is_damage(database: Database, history: HistoryStore, sums: HistorySumsStore) -> None:
    history.save(record("a", before=1))
    with database.change() as connection:
        connection.execute("UPDATE session SET day = 'yesterday'")
    for pieces in (sums.days(Scope()), sums.times(Scope(), Span.WEEK, TODAY), sums.pain(Scope(), Span.SESSION)):
        with pytest.raises(StorageFault):
            whole(pieces)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.one_of(st.none(), st.integers(0, 10)), st.sampled_from(["one", "two"])),
        max_size=12,
    ),
    st.integers(1, 5),
    st.sampled_from([Scope(), Scope(routine_id="one"), Scope(first_day=ago(300))]),
)
def test_the_pieces_add_up_to_what_the_records_say(
    sessions: list[tuple[int, Rating, str]], piece: int, scope: Scope
) -> None:
    database = open_database(None, None, NOW).database
    history, sums = HistoryStore(database), HistorySumsStore(database)
    for number, (days_ago, before, routine) in enumerate(sessions):
        history.save(record(str(number), days_ago, before=before, routine_id=routine))
    counted = [each for each in history.records() if scope.has(each)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(history_sums_store, "LIGHT", piece)
        patched.setattr(history_sums_store, "HEAVY", piece)
        days = whole(sums.days(scope))
        assert [each.day for each in days] == sorted({each.day for each in counted})
        assert sum(each.sessions for each in days) == len(counted)
        for span in (Span.WEEK, Span.MONTH, Span.YEAR):
            assert sum(each.seconds for each in whole(sums.times(scope, span, TODAY))) == 40 * len(counted)
            answered = [each for each in counted if each.before is not None]
            assert sum(each.sessions for each in whole(sums.pain(scope, span))) == len(answered)
        assert sum(each.seconds for each in whole(sums.doses(scope))) == 40 * len(counted)
    database.close()
