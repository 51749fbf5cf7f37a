"""What a clinician is told is what the diary holds: counted, dated, and never a number where none was given."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from fakes import SORE_DAY, START, planned
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.pain import Rating
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import Trend
from kneeguide.core.questions import Question
from kneeguide.core.report import (
    MOST_PAIRS,
    MuscleDose,
    Note,
    Report,
    ReportSums,
    RoutineCount,
    Trouble,
    TroubleCount,
    chart,
)
from kneeguide.core.routine import Muscle
from kneeguide.core.trouble import Eased, StopReason, WayOn

FIRST = START.wall.date()
PLAN = planned()


def session(day: int = 0, before: Rating = None, after: Rating = None, **changes: object) -> Record:
    """A completed session of the seated routine, so many days after the first."""
    begun = START.wall + timedelta(days=day)
    record = opened(f"session-{day}", PLAN, before, begun)
    stages = tuple(StageDone(each.key, each.seconds, each.seconds, StageOutcome.DONE) for each in record.planned)
    whole = replace(record, stages=stages, outcome=Outcome.COMPLETED, ended=begun + timedelta(minutes=5), after=after)
    return replace(whole, **changes)  # type: ignore[arg-type]


def told(*records: Record) -> Report:
    return summed(sorted(records, key=lambda record: record.started, reverse=True))


def summed(*pieces: Sequence[Record]) -> Report:
    sums = ReportSums()
    for piece in pieces:
        sums.add(piece)
    return sums.report(None, FIRST + timedelta(days=400))


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


def test_an_empty_diary_comes_to_nothing() -> None:
    nothing = told()
    assert (nothing.sessions, nothing.seconds, nothing.first_session, nothing.last_session) == (0, 0.0, None, None)
    assert (nothing.routines, nothing.doses, nothing.chart.pairs, nothing.trend) == ((), (), (), None)
    assert (nothing.troubles, nothing.notes, nothing.limits, nothing.health) == ((), (), (), None)


def test_sessions_are_counted_by_how_they_ended() -> None:
    summed = told(
        session(0),
        session(1, outcome=Outcome.STOPPED, stop_reason="no-time"),
        session(2, outcome=Outcome.INTERRUPTED),
        session(3, by_hand=True),
    )
    assert summed.sessions == 4
    assert summed.outcomes == {Outcome.COMPLETED: 2, Outcome.STOPPED: 1, Outcome.INTERRUPTED: 1}
    assert summed.by_hand == 1
    assert (summed.first_session, summed.last_session) == (on(0), on(3))
    assert summed.seconds == sum(session(day).seconds for day in range(4))


def test_what_still_runs_or_never_began_is_no_session() -> None:
    summed = told(
        session(0, outcome=Outcome.OPEN), session(1, outcome=Outcome.STOPPED, stop_reason=StopReason.NOTHING_DONE.value)
    )
    assert summed.sessions == 0
    assert summed.troubles == ()


def test_doses_are_told_by_muscle_and_leg() -> None:
    assert told(session(0), session(1)).doses == (
        MuscleDose(Muscle.QUADS, 80.0, 80.0, 0.0),
        MuscleDose(Muscle.CALF, 60.0, 60.0, 0.0),
    )


def test_the_routine_done_most_often_comes_first_under_its_latest_title() -> None:
    sore = opened("sore", planned(SORE_DAY), 5, START.wall)
    summed = told(
        replace(sore, outcome=Outcome.COMPLETED), session(0, title="Old title"), session(1, title="New title")
    )
    assert [(each.title, each.sessions) for each in summed.routines] == [("New title", 2), (SORE_DAY.title, 1)]
    assert isinstance(summed.routines[0], RoutineCount)


def test_a_stop_and_going_on_more_gently_are_told_newest_first() -> None:
    eased = Eased(PLAN.stages[1].key, StopReason.TOO_SORE, WayOn.LIGHTER)
    summed = told(
        session(0, outcome=Outcome.STOPPED, stop_reason="sharp-pain"),
        session(1, eased=(eased,)),
        session(2, outcome=Outcome.STOPPED, stop_reason="of-a-later-version"),
    )
    assert summed.troubles == (
        Trouble(on(2), None, WayOn.END),
        Trouble(on(1), StopReason.TOO_SORE, WayOn.LIGHTER),
        Trouble(on(0), StopReason.SHARP_PAIN, WayOn.END),
    )


def test_many_troubles_are_counted_by_what_they_were() -> None:
    stops = [session(day, outcome=Outcome.STOPPED, stop_reason="pop") for day in (0, 5, 3)]
    summed = told(*stops, session(9, outcome=Outcome.STOPPED, stop_reason="dizzy"))
    assert summed.trouble_counts == (
        TroubleCount(StopReason.POP, WayOn.END, 3, on(5)),
        TroubleCount(StopReason.DIZZY, WayOn.END, 1, on(9)),
    )


def test_notes_are_quoted_with_their_days_and_blank_ones_are_none() -> None:
    assert told(session(0, note=" Stairs. "), session(1, note=" \n"), session(2, note="Walk.")).notes == (
        Note(on(2), "Walk."),
        Note(on(0), "Stairs."),
    )


def test_limits_are_counted_once_a_session_and_unknown_ones_are_left_out() -> None:
    sore_hands = Question.ADAPT_SORE_HANDS.value
    summed = told(session(0, limits=(sore_hands, sore_hands)), session(1, limits=(sore_hands, "of-a-later-version")))
    assert summed.limits == ((Question.ADAPT_SORE_HANDS, 2),)


def test_only_a_yes_to_bruise_or_swelling_is_counted() -> None:
    sessions = [session(0, next_day_marks=True), session(1, next_day_marks=False), session(2, next_day_marks=None)]
    assert told(*sessions).marks == 1


def test_a_rating_that_was_not_given_stays_away_from_the_chart_and_is_not_zero() -> None:
    pairs = told(session(0), session(1, 4), session(2, None, 0), session(3, next_day=2)).chart.pairs
    assert pairs == (PainPair(on(1), 4, None, None), PainPair(on(2), None, 0, None), PainPair(on(3), None, None, 2))


def test_many_sessions_are_told_by_the_middle_of_some_days() -> None:
    made = chart([PainPair(on(day), day % 3, 5, None) for day in range(MOST_PAIRS + 1)])
    assert made.days == 7
    assert made.pairs[-1] == PainPair(on(MOST_PAIRS - 6), 1, 5, None)
    assert len(made.pairs) == 7  # 43 days touch seven weeks


@pytest.mark.parametrize("sessions", [0, 1, MOST_PAIRS, MOST_PAIRS + 1, 1000, 5000])
def test_the_chart_never_holds_more_than_there_is_room_for(sessions: int) -> None:
    made = chart([PainPair(on(day), 3, 3, None) for day in range(sessions)])
    assert len(made.pairs) == min(sessions, len(made.pairs)) <= MOST_PAIRS
    assert bool(made.days) == (sessions > MOST_PAIRS)


@pytest.mark.parametrize("first_day", [None, on(-60), on(0)])
def test_the_trend_is_that_of_the_last_four_weeks_however_long_the_period_is(first_day: date | None) -> None:
    sums = ReportSums()
    ratings = ((-60, 0), (-50, 0), (-40, 0), (5, 6), (9, 7), (12, None), (15, 5), (19, 3), (22, 4), (26, 2))
    sums.add([session(day, rating) for day, rating in reversed(ratings)])
    assert sums.report(first_day, on(28)).trend == Trend(6, 3, on(15), on(19))
    assert sums.report(first_day, on(60)).trend is None


@given(st.lists(st.integers(0, 8), max_size=3))
def test_in_how_many_pieces_sessions_come_does_not_matter(cuts: list[int]) -> None:
    sessions = [session(day, day % 4, note=f"Day {day}") for day in reversed(range(8))]
    ends = [0, *sorted(cuts), 8]
    assert summed(*(sessions[start:end] for start, end in pairwise(ends))) == summed(sessions)
