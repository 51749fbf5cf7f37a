"""The pain rules as tables of sessions that a clinician can review, and what holds whatever the sessions are."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from random import Random

import pytest
from fakes import PALM_GLIDES, START, phase, planned
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.amount import Amount, LastDose
from kneeguide.core.history import Outcome, Record, opened
from kneeguide.core.pain import MOST, Rating
from kneeguide.core.pain_advice import advise, amounts, last_doses
from kneeguide.core.pain_rule import Advice, Facts, Kind, Rule
from kneeguide.core.routine import Routine
from kneeguide.core.trouble import Eased, StopReason, WayOn

NOW = START.wall
ROUTINE = Routine("calf", "Calf", (phase(PALM_GLIDES, 40, pressure=2),))
PLAN = planned(ROUTINE)
WORK = [stage.key for stage in PLAN.stages if stage.muscle]
PACES = {
    Rule.AFTER_GREEN,
    Rule.AFTER_AMBER,
    Rule.AFTER_RED,
    Rule.NEXT_DAY_GREEN,
    Rule.NEXT_DAY_AMBER,
    Rule.NEXT_DAY_RED,
    Rule.NOT_TOLD,
    Rule.STEP,
}
NUMBERS = count()


def session(
    days_ago: float,
    before: Rating = 3,
    after: Rating = 3,
    next_day: Rating = 3,
    marks: bool | None = False,
    **changes: object,
) -> Record:
    """One that went as planned, with a calm knee unless told otherwise."""
    record = replace(
        opened(f"{next(NUMBERS):06}", PLAN, before, NOW - timedelta(days=days_ago)),
        outcome=Outcome.COMPLETED,
        after=after,
        next_day=next_day,
        next_day_marks=marks,
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def given_dose(record: Record, seconds: float, pressure: int = 2) -> Record:
    stages = tuple(
        replace(stage, seconds=seconds, pressure=pressure) if stage.key in WORK else stage for stage in record.planned
    )
    return replace(record, planned=stages)


OLD = session(20)
"""So that nobody is in their first week."""
CALM = (session(1), session(3), session(5), OLD)


def rules(*records: Record) -> set[Rule]:
    return {advice.rule for advice in advise(records, NOW)}


def pace(*records: Record) -> Rule:
    (found,) = rules(*records) & PACES
    return found


@pytest.mark.parametrize(
    ("before", "after", "next_day", "marks", "rule"),
    [
        # the end of the session alone
        (3, 3, None, None, Rule.AFTER_GREEN),
        (3, 0, None, None, Rule.AFTER_GREEN),
        (3, 4, None, None, Rule.AFTER_AMBER),
        (3, 5, None, None, Rule.AFTER_RED),
        (0, 10, None, None, Rule.AFTER_RED),
        # what was not answered
        (3, None, None, None, Rule.NOT_TOLD),
        (None, 3, None, None, Rule.NOT_TOLD),
        (0, None, 0, False, Rule.NOT_TOLD),
        (3, 3, 3, None, Rule.AFTER_GREEN),
        (3, 3, None, False, Rule.AFTER_GREEN),
        # the next day
        (3, 3, 3, False, Rule.NEXT_DAY_GREEN),
        (3, 3, 2, False, Rule.NEXT_DAY_GREEN),
        (3, 3, 4, False, Rule.NEXT_DAY_AMBER),
        (3, 3, 4, None, Rule.NEXT_DAY_AMBER),
        (3, 3, 5, False, Rule.NEXT_DAY_RED),
        (3, 3, 1, True, Rule.NEXT_DAY_RED),
        (3, 3, None, True, Rule.NEXT_DAY_RED),
        (None, None, None, True, Rule.NEXT_DAY_RED),
        # the more careful of two
        (3, 4, 3, False, Rule.AFTER_AMBER),
        (3, 4, 4, False, Rule.AFTER_AMBER),
        (3, None, 4, False, Rule.NEXT_DAY_AMBER),
        (3, 5, 4, False, Rule.AFTER_RED),
        (3, 4, 5, False, Rule.NEXT_DAY_RED),
        (3, 5, 5, False, Rule.NEXT_DAY_RED),
    ],
)
def test_the_last_session_says_how_much_to_do_next(
    before: Rating, after: Rating, next_day: Rating, marks: bool | None, rule: Rule
) -> None:
    assert pace(session(1, before, after, next_day, marks), OLD) is rule


@pytest.mark.parametrize(
    ("rule", "kind", "choices"),
    [
        (Rule.AFTER_GREEN, Kind.HOLD, (Amount.SAME,)),
        (Rule.AFTER_AMBER, Kind.SHORTEN, (Amount.SHORTER, Amount.SAME)),
        (Rule.AFTER_RED, Kind.REST, (Amount.SAME,)),
        (Rule.NEXT_DAY_GREEN, Kind.HOLD, (Amount.SAME,)),
        (Rule.NEXT_DAY_AMBER, Kind.HOLD, (Amount.SAME,)),
        (Rule.NEXT_DAY_RED, Kind.REST, (Amount.SAME,)),
        (Rule.NOT_TOLD, Kind.HOLD, (Amount.SAME,)),
        (Rule.STEP, Kind.STEP, (Amount.SAME, Amount.LONGER, Amount.FIRMER)),
    ],
)
def test_what_a_rule_asks_for_and_what_can_be_chosen_under_it(
    rule: Rule, kind: Kind, choices: tuple[Amount, ...]
) -> None:
    assert Advice(rule).kind is kind
    assert amounts([Advice(rule), Advice(Rule.TREND)], ROUTINE, (LastDose(1, 40, 2),)) == choices


def test_with_no_session_there_is_nothing_to_say() -> None:
    assert advise([], NOW) == ()
    assert advise([replace(session(0), outcome=Outcome.OPEN)], NOW) == ()
    assert amounts((), ROUTINE, ()) == (Amount.SAME,)


def test_the_numbers_behind_an_advice_come_with_it() -> None:
    assert advise([session(1, 3, 4, None, None)], NOW) == (Advice(Rule.AFTER_AMBER, Facts(3, 4)),)
    assert advise([session(1, 3, 3, 5)], NOW) == (Advice(Rule.NEXT_DAY_RED, Facts(3, 5)),)
    assert advise([session(1, 3, 3, 3, True)], NOW) == (Advice(Rule.NEXT_DAY_RED, Facts(3, 3, marks=True)),)
    assert advise(CALM, NOW) == (Advice(Rule.STEP, Facts(count=3)),)


# One step more


def test_three_calm_sessions_in_a_row_allow_one_step() -> None:
    assert pace(*CALM) is Rule.STEP
    assert pace(session(1), session(3), OLD) is Rule.STEP, "all three within four weeks"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"after": 4},
        {"after": 6},
        {"next_day": 4},
        {"next_day": 5},
        {"after": None},
        {"next_day": None},
        {"before": None},
        {"next_day_marks": None},
        {"next_day_marks": True},
        {"outcome": Outcome.STOPPED, "stop_reason": "too-sore"},
        {"outcome": Outcome.INTERRUPTED},
        {"eased": (Eased(WORK[0], StopReason.TOO_SORE, WayOn.LIGHTER),)},
    ],
    ids=str,
)
@pytest.mark.parametrize("which", [0, 1, 2])
def test_one_session_of_the_three_that_was_not_calm_or_not_told_of_means_no_step(
    spoilt: dict[str, object], which: int
) -> None:
    records = list(CALM)
    records[which] = replace(records[which], **spoilt)  # type: ignore[arg-type]
    assert pace(*records) is not Rule.STEP
    assert set(amounts(advise(records, NOW), ROUTINE, last_doses(records, ROUTINE, NOW))) <= {
        Amount.SAME,
        Amount.SHORTER,
    }


def test_a_fourth_session_that_was_not_calm_does_not_matter_any_more() -> None:
    assert pace(*CALM[:3], session(6.9, after=4)) is Rule.NEXT_DAY_GREEN, "still in the first week"
    assert pace(*CALM[:3], session(7, after=4)) is Rule.STEP


def test_two_calm_sessions_are_not_three() -> None:
    assert pace(session(9), session(8)) is Rule.NEXT_DAY_GREEN


def test_there_is_no_step_in_the_first_week() -> None:
    assert pace(session(1), session(3), session(6.9)) is Rule.NEXT_DAY_GREEN
    assert pace(session(1), session(3), session(7)) is Rule.STEP


def test_what_is_over_four_weeks_ago_allows_no_step() -> None:
    assert pace(session(1), session(3), session(28)) is Rule.STEP
    assert pace(session(1), session(3), session(28.1)) is Rule.NEXT_DAY_GREEN


def test_after_a_step_three_more_calm_sessions_come_first() -> None:
    stepped = [given_dose(record, 44) for record in CALM]
    assert pace(stepped[0], *CALM[1:]) is Rule.NEXT_DAY_GREEN
    assert pace(*stepped[:2], *CALM[2:]) is Rule.NEXT_DAY_GREEN
    assert pace(*stepped[:3], OLD) is Rule.STEP
    firmer = given_dose(CALM[0], 40, pressure=3)
    assert pace(firmer, *CALM[1:]) is Rule.NEXT_DAY_GREEN
    assert pace(given_dose(CALM[0], 40), given_dose(CALM[1], 44), given_dose(CALM[2], 40), OLD) is Rule.NEXT_DAY_GREEN


def test_less_than_before_and_another_routine_are_no_growth() -> None:
    assert pace(given_dose(CALM[0], 30), *CALM[1:]) is Rule.STEP
    assert pace(replace(given_dose(CALM[0], 60), routine_id="another"), *CALM[1:]) is Rule.STEP


def test_a_step_is_kept_at_the_next_session_of_the_routine() -> None:
    stepped = given_dose(session(1), 44)
    assert last_doses([stepped, *CALM[1:]], ROUTINE, NOW) == (LastDose(1, 44, 2),)
    elsewhere = replace(session(0.5), routine_id="another")
    assert last_doses([elsewhere, stepped], ROUTINE, NOW) == (LastDose(1, 44, 2),)
    assert last_doses([replace(stepped, after=None)], ROUTINE, NOW) == (LastDose(1, 44, 2),), "not told is no rise"


@pytest.mark.parametrize(
    ("last", "may"),
    [
        ((), False),  # not done lately
        ((LastDose(1, 20, 1),), False),  # halved
        ((LastDose(1, 39, 2),), False),
        ((LastDose(1, 40, 1),), True),  # all of the time, with a cap on pressure
        ((LastDose(1, 44, 2),), True),
    ],
)
def test_a_step_goes_on_from_a_session_of_the_routine_that_gave_all_of_it(
    last: tuple[LastDose, ...], may: bool
) -> None:
    assert (len(amounts([Advice(Rule.STEP)], ROUTINE, last)) == 3) == may


@pytest.mark.parametrize(
    "since",
    [{"after": 4}, {"next_day": 4}, {"next_day": 5}, {"next_day_marks": True}],
    ids=str,
)
def test_a_knee_that_got_worse_since_takes_the_steps_back(since: dict[str, object]) -> None:
    stepped = given_dose(session(1), 44)
    worse = replace(session(0.5), routine_id="another", **since)  # type: ignore[arg-type]
    assert last_doses([worse, stepped], ROUTINE, NOW) == ()
    assert last_doses([replace(stepped, **since)], ROUTINE, NOW) == ()  # type: ignore[arg-type]


def test_steps_end_with_the_routine_they_were_taken_in_and_after_four_weeks() -> None:
    stepped = given_dose(session(1), 44)
    assert last_doses([stepped], replace(ROUTINE, version=2), NOW) == ()
    assert last_doses([stepped], replace(ROUTINE, id="another"), NOW) == ()
    assert last_doses([given_dose(session(28.1), 44)], ROUTINE, NOW) == ()
    other = replace(ROUTINE, phases=(replace(ROUTINE.phases[0], technique=replace(PALM_GLIDES, id="other")),))
    assert last_doses([stepped], other, NOW) == ()
    assert last_doses([], ROUTINE, NOW) == ()


# Sessions written down by hand


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_session_by_hand_is_none_of_the_three_calm_ones(which: int) -> None:
    records = [replace(record, by_hand=place == which) for place, record in enumerate(CALM[:3])]
    assert pace(*records, session(27, after=4)) is Rule.NEXT_DAY_GREEN
    assert pace(*CALM[:3], replace(session(6), by_hand=True), session(27, after=4)) is Rule.STEP


def test_a_session_by_hand_ends_no_first_week() -> None:
    first_week = (session(1), session(3), session(5))
    assert pace(*first_week, replace(session(20), by_hand=True)) is Rule.NEXT_DAY_GREEN


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({"after": 5, "next_day": None}, Rule.AFTER_RED),
        ({"next_day": 5}, Rule.NEXT_DAY_RED),
        ({"after": 4}, Rule.AFTER_AMBER),
        ({"after": None}, Rule.NOT_TOLD),
    ],
)
def test_a_session_by_hand_takes_nothing_back_and_can_warn(told: dict[str, int | None], rule: Rule) -> None:
    calm_by_hand = replace(session(1), by_hand=True)
    assert pace(calm_by_hand, replace(session(2), **told), OLD) is rule  # type: ignore[arg-type]
    assert pace(replace(calm_by_hand, **told), session(2), OLD) is rule  # type: ignore[arg-type]


def test_a_session_by_hand_gives_no_dose_to_go_on_from_and_pushes_no_bad_next_day_out() -> None:
    by_hand = replace(given_dose(session(1), 60), by_hand=True)
    assert last_doses([by_hand, given_dose(session(2), 44), OLD], ROUTINE, NOW) == (LastDose(1, 44, 2),)
    assert last_doses([by_hand], ROUTINE, NOW) == ()
    assert Rule.TWO_RED_DAYS in rules(by_hand, session(2, next_day=6), session(3), session(4, marks=True), OLD)
    assert advise([by_hand], NOW)[0].kind is Kind.HOLD


# When to see someone


def test_two_bad_next_days_in_the_last_three_sessions_pause_the_plan() -> None:
    bad, marked = session(1, next_day=5), session(3, marks=True)
    assert Rule.TWO_RED_DAYS in rules(bad, marked, OLD)
    assert Rule.TWO_RED_DAYS in rules(session(1), session(2, next_day=6), marked, OLD)
    assert Rule.TWO_RED_DAYS not in rules(bad, session(3), OLD)
    assert Rule.TWO_RED_DAYS not in rules(bad, session(2), session(3), marked)
    assert Rule.TWO_RED_DAYS not in rules(session(1, after=6), session(2, after=6), OLD), "those were no next days"


def test_pain_that_climbs_for_two_weeks_is_a_reason_to_see_someone_and_allows_no_step() -> None:
    climbing = [
        session(days, before=before, after=before, next_day=before)
        for days, before in ((1, 4), (3, 4), (5, 4), (8, 4), (10, 5), (15, 2), (17, 2))
    ]
    assert advise(climbing, NOW)[-1] == Advice(Rule.CLIMBING, Facts(2, 4))
    assert pace(*climbing) is Rule.NEXT_DAY_GREEN


def test_pain_of_7_on_three_days_of_a_week_is_a_reason_to_see_someone() -> None:
    high = session(1, before=6, after=7, next_day=7)
    refused = (NOW - timedelta(days=3)).date()
    assert Advice(Rule.HIGH_PAIN, Facts(count=3)) in advise([high, OLD], NOW, [refused])
    assert Rule.HIGH_PAIN not in {each.rule for each in advise([high, OLD], NOW)}
    days = [(NOW - timedelta(days=days)).date() for days in (0, 1, 2)]
    assert advise(CALM, NOW, days)[-1] == Advice(Rule.HIGH_PAIN, Facts(count=3))
    assert Rule.STEP not in {each.rule for each in advise(CALM, NOW, days)}


def test_no_change_after_six_weeks_is_said() -> None:
    steady = [session(days, before=5, after=5, next_day=5) for days in range(0, 46, 3)]
    assert Advice(Rule.NO_CHANGE, Facts(5, 5)) in advise(steady, NOW)
    assert pace(*steady) is Rule.NEXT_DAY_GREEN
    assert Rule.NO_CHANGE not in rules(*(replace(record, before=4) for record in steady[:3]), *steady[3:])


def test_the_course_of_the_last_weeks_is_told() -> None:
    better = [session(days, before=3 if days < 9 else 5) for days in (1, 4, 7, 13, 16, 19)]
    assert Advice(Rule.TREND, Facts(5, 3)) in advise(better, NOW)


# Whatever the sessions are

ratings = st.none() | st.integers(0, MOST)


@st.composite
def diaries(draw: st.DrawFn) -> list[Record]:
    days = draw(st.lists(st.floats(0, 60), max_size=12))
    return [
        session(
            day,
            draw(ratings),
            draw(ratings),
            draw(ratings),
            draw(st.none() | st.booleans()),
            outcome=draw(st.sampled_from([Outcome.COMPLETED, Outcome.COMPLETED, Outcome.STOPPED, Outcome.INTERRUPTED])),
            by_hand=draw(st.integers(0, 4)) == 0,
        )
        for day in days
    ]


@st.composite
def mostly_calm(draw: st.DrawFn) -> list[Record]:
    """Such as come near a step."""
    days = draw(st.lists(st.tuples(st.floats(0, 30), st.integers(0, 9)), min_size=3, max_size=8))
    records = [session(day, by_hand=chance == 0) for day, chance in days]
    spoil = draw(st.dictionaries(st.integers(0, len(records) - 1), st.tuples(ratings, ratings), max_size=2))
    for number, (after, next_day) in spoil.items():
        records[number] = replace(records[number], after=after, next_day=next_day)
    return records


def newest(records: list[Record]) -> list[Record]:
    return sorted(records, key=lambda record: (record.started, record.id), reverse=True)


def rise(record: Record, later: Rating) -> int | None:
    return None if record.before is None or later is None else later - record.before


@given(diaries() | mostly_calm())
def test_never_a_step_after_any_rise_or_silence_in_the_last_three(records: list[Record]) -> None:
    if Rule.STEP in rules(*records):
        for record in newest(records)[:3]:
            assert not record.by_hand
            assert rise(record, record.after) in range(-MOST, 1)
            assert rise(record, record.next_day) in range(-MOST, 1)
            assert record.next_day_marks is False
            assert record.outcome is Outcome.COMPLETED


@given(diaries() | mostly_calm())
def test_red_always_wins(records: list[Record]) -> None:
    if not records:
        return
    ordered = newest(records)
    played = next((place for place, record in enumerate(ordered) if not record.by_hand), len(ordered))
    is_red = any(
        last.next_day_marks is True or any((rise(last, to) or 0) >= 2 for to in (last.after, last.next_day))
        for last in ordered[: played + 1]
    )
    advice = advise(records, NOW)
    assert (advice[0].kind is Kind.REST) == is_red
    if is_red:
        assert {each.kind for each in advice} <= {Kind.REST, Kind.TELL, Kind.SEE_SOMEONE}
        assert amounts(advice, ROUTINE, last_doses(records, ROUTINE, NOW)) == (Amount.SAME,)


@given(diaries() | mostly_calm())
def test_one_rule_says_how_much_and_the_rules_come_by_number(records: list[Record]) -> None:
    found = [advice.rule for advice in advise(records, NOW)]
    assert len(PACES.intersection(found)) == min(1, len(records))
    assert found == sorted(set(found))


@given(diaries() | mostly_calm(), st.randoms())
def test_the_order_in_which_records_come_does_not_matter(records: list[Record], random: Random) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)
    assert advise(shuffled, NOW) == advise(records, NOW)
    assert last_doses(shuffled, ROUTINE, NOW) == last_doses(records, ROUTINE, NOW)
