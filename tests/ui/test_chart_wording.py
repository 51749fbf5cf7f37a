"""What the charts say: no verdict from one day, no scolding for days off, and no answer that nobody gave."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from plain_words import avoided, grade
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from kneeguide.core.activities import Overall
from kneeguide.core.flare import Flare
from kneeguide.core.history_sums import DaySum, DoseSum, Span, TimeSum
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_rule import Rule
from kneeguide.core.pain_trend import Trend
from kneeguide.core.routine import Muscle, Side
from kneeguide.ui import chart_wording as said
from kneeguide.ui import pain_rule_wording, pain_wording

MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def test_a_trend_is_said_in_one_sentence_and_how_it_is_made_stands_with_the_rules() -> None:
    assert said.pain_summary([], Span.SESSION, Trend(6, 4, MONDAY, MONDAY)) == pain_wording.trend(6, 4)
    assert "middle one of your last three numbers" in pain_rule_wording.in_full(Rule.TREND)


def test_one_session_is_told_without_a_verdict() -> None:
    summary = said.pain_summary([PainPair(MONDAY, 6, 2, None)], Span.SESSION, None)
    assert summary.startswith("Mon 2 Mar 2026: before 6, after 2, next day not answered.")
    assert "lower" not in summary
    assert pain_wording.no_trend() in summary


def test_what_is_summed_up_is_said_to_be() -> None:
    assert said.each_mark(Span.SESSION) == ""
    for span in (Span.WEEK, Span.MONTH, Span.YEAR):
        assert f"middle of a {span}" in said.pain_summary([], span, None)
    assert said.pain_point(PainPair(MONDAY, 4.5, 3, None, 7), Span.WEEK) == (
        "Week of 2 Mar 2026: before 4.5, after 3, next day not answered (7 sessions)"
    )


def test_days_off_are_not_counted_and_rest_is_part_of_the_plan() -> None:
    days = [DaySum(MONDAY, 1), DaySum(MONDAY + timedelta(days=9), 2, Flare.AFTER)]
    last = MONDAY + timedelta(days=27)
    plain = said.days_summary(days, (), MONDAY, last)
    assert plain == "2 days with a session from Mon 2 Mar 2026 to Sun 29 Mar 2026."
    assert "part of the plan" in said.days_summary(days, {MONDAY + timedelta(days=10)}, MONDAY, last)
    assert "part of the plan" not in said.days_summary(days, {last + timedelta(days=1)}, MONDAY, last)
    assert "The table has all days" in said.days_summary(days, (), MONDAY + timedelta(days=1), last)


@pytest.mark.parametrize(
    ("sum_", "rest", "words"),
    [
        (None, False, "no session"),
        (None, True, "rest after a sore day"),
        (DaySum(MONDAY, 1), False, "one session"),
        (DaySum(MONDAY, 2, Flare.AFTER), False, "2 sessions, knee more sore after it"),
        (DaySum(MONDAY, 1, Flare.NEXT_DAY), False, "one session, knee more sore the next day"),
    ],
)
def test_a_day_says_what_was(sum_: DaySum | None, rest: bool, words: str) -> None:
    assert said.day_point(MONDAY, sum_, is_rest=rest) == f"Mon 2 Mar 2026: {words}"


def test_minutes() -> None:
    times = [TimeSum(MONDAY, 600), TimeSum(MONDAY + timedelta(days=7), 1200)]
    assert said.times_summary(times, Span.WEEK) == "30 min in all. Most: Week of 9 Mar 2026, with 20 min."
    assert said.times_summary(times[:1], Span.WEEK) == "10 min in all. Week of 2 Mar 2026."
    long = (replace(times[0], seconds=3 * 3600.0), replace(times[1], seconds=4200.0))
    assert said.times_summary(long, Span.MONTH) == "4 h 10 min in all. Most: March 2026, with 3 h."
    assert said.time_point(times[0], Span.MONTH) == "March 2026: 10 min"
    assert {said.times_heading(span) for span in (Span.WEEK, Span.MONTH, Span.YEAR)} == {
        "Minutes a week",
        "Minutes a month",
        "Minutes a year",
    }


def test_the_most_for_a_day_is_named_only_where_it_applies() -> None:
    doses = [DoseSum(Muscle.CALF, Side.LEFT, 100), DoseSum(Muscle.QUADS, None, 200)]
    assert said.doses_summary(doses, is_one_day=True) == (
        "Most: Front of thigh, both legs, 3:20. The line is the most for a muscle in one day: 3:30."
    )
    assert said.doses_summary(doses, is_one_day=False) == (
        "Most: Front of thigh, both legs, 3 min. These are sums of all days."
    )
    assert said.dose_point(doses[0], is_one_day=True) == "Calf, left leg: 1:40"


def test_activities_and_the_whole() -> None:
    assert said.activities_summary({"Stairs": [3, 5, 6], "Kneeling": [2]}) == (
        "Stairs: 3 at first, 6 last. Kneeling: 2."
    )
    assert said.overall_summary(MONDAY, Overall.LITTLE_WORSE) == "Last told, Mon 2 Mar 2026: a little worse."
    assert len({said.overall(step) for step in Overall}) == 7


@pytest.mark.parametrize(
    "sentence",
    [
        said.rest_is_planned(),
        said.overall_question(),
        said.same_for_all(),
        *(said.each_mark(span) for span in (Span.WEEK, Span.MONTH, Span.YEAR)),
    ],
)
def test_it_is_said_plainly(sentence: str) -> None:
    assert not avoided(sentence)
    assert all(grade(part) < 8 for part in sentence.split(". "))


@pytest.mark.parametrize(
    ("span", "long", "short"),
    [
        (Span.SESSION, "Mon 2 Mar 2026", "2 Mar"),
        (Span.WEEK, "Week of 2 Mar 2026", "2 Mar"),
        (Span.MONTH, "March 2026", "Mar 2026"),
        (Span.YEAR, "2026", "2026"),
    ],
)
def test_spans_have_names(span: Span, long: str, short: str) -> None:
    assert (said.slot(span, MONDAY), said.slot_short(span, MONDAY)) == (long, short)
