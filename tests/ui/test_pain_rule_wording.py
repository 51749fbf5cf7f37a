"""What the program says of a rule is what its page of Learn says, under the same number; and why is said in numbers."""

import pytest

from kneeguide import paths
from kneeguide.core.amount import MORE_PRESSURE, MORE_TIME_PER_CENT, SHORTER_TIME, Amount
from kneeguide.core.dose import FIRST_WEEK_TIME, HALF_TIME, LIGHTER
from kneeguide.core.flare import AFTER_PAIN_REST
from kneeguide.core.learn_reader import load_learn
from kneeguide.core.library_reader import load_library
from kneeguide.core.pain_advice import CALM_SESSIONS, RED_DAYS
from kneeguide.core.pain_over_weeks import HIGH_DAYS, UNCHANGED_AFTER
from kneeguide.core.pain_rule import KIND_OF, Advice, Facts, Kind, Rule
from kneeguide.core.pain_trend import LATELY, LEAST_APART
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.ui import pain_rule_wording

ASSETS = paths.assets_dir()
LEARN = load_learn(ASSETS / "learn", load_library(paths.routines_dir(), None).sources, PoseShelf(ASSETS / "figures"))
(PAGE,) = (topic for topic in LEARN.topics if topic.id == pain_rule_wording.LEARN_PAGE)
ROWS = [row for section in PAGE.sections for statement in section.statements for row in statement.rows]

SPEAKS_OF_THE_LAST_SESSION = set(range(Rule.AFTER_GREEN, Rule.STEP + 1))


def test_the_page_lists_every_rule_once_in_order_under_its_number_and_in_these_words() -> None:
    assert [(row.when, row.then) for row in ROWS] == [
        (f"{rule.value}. {pain_rule_wording.when(rule)}", pain_rule_wording.then(rule)) for rule in Rule
    ]


def test_the_page_has_nothing_but_rules() -> None:
    assert not any(statement.points for section in PAGE.sections for statement in section.statements)
    assert len(ROWS) == len(Rule)


def test_the_numbers_in_the_words_are_those_that_the_program_goes_by() -> None:
    then = pain_rule_wording.then
    assert "a quarter shorter" in then(Rule.AFTER_AMBER)
    assert SHORTER_TIME == 0.75
    assert f"{AFTER_PAIN_REST.total_seconds() / 3600:.0f} hours" in then(Rule.AFTER_RED)
    assert f"{AFTER_PAIN_REST.total_seconds() / 3600:.0f} hours" in then(Rule.NEXT_DAY_RED)
    assert "half the time, lighter" in then(Rule.NEXT_DAY_RED)
    assert (HALF_TIME, LIGHTER) == (0.5, 1)
    assert "a quarter shorter and one point lighter" in then(Rule.FIRST_WEEK)
    assert FIRST_WEEK_TIME == 0.75
    assert f"{MORE_TIME_PER_CENT} per cent more time, or {MORE_PRESSURE} point more pressure" in then(Rule.STEP)
    when = pain_rule_wording.when
    assert when(Rule.STEP).startswith("Three")
    assert CALM_SESSIONS == 3
    assert when(Rule.TWO_RED_DAYS) == "Two bad next days in three sessions"
    assert RED_DAYS == 2
    assert when(Rule.TREND) == f"Over {LEAST_APART.days // 7} to {LATELY.days // 7} weeks"
    assert "three days" in when(Rule.HIGH_PAIN)
    assert HIGH_DAYS == 3
    assert "six weeks" in when(Rule.NO_CHANGE)
    assert UNCHANGED_AFTER.days == 42


@pytest.mark.parametrize("rule", Rule)
def test_what_looks_at_the_last_session_says_what_today_is_for(rule: Rule) -> None:
    today = pain_rule_wording.today(rule)
    if rule in SPEAKS_OF_THE_LAST_SESSION:
        assert today.startswith("Today: ")
    else:
        assert today == ("" if rule is Rule.TREND else pain_rule_wording.then(rule))


@pytest.mark.parametrize("rule", Rule)
def test_who_is_sent_to_somebody_is_told_to_whom(rule: Rule) -> None:
    if KIND_OF[rule] is Kind.SEE_SOMEONE:
        assert "a doctor or physio" in pain_rule_wording.then(rule)


@pytest.mark.parametrize(
    ("advice", "reason"),
    [
        (Advice(Rule.AFTER_GREEN, Facts(3, 3)), "This is because your pain stayed at 3 in the session."),
        (Advice(Rule.AFTER_GREEN, Facts(3, 0)), "This is because your pain went from 3 to 0 in the session."),
        (Advice(Rule.AFTER_AMBER, Facts(3, 4)), "This is because your pain went from 3 to 4 in the session."),
        (Advice(Rule.AFTER_RED, Facts(0, 9)), "This is because your pain went from 0 to 9 in the session."),
        (Advice(Rule.NEXT_DAY_GREEN, Facts(3, 3)), "This is because your pain was 3 before and the next day."),
        (Advice(Rule.NEXT_DAY_AMBER, Facts(3, 4)), "This is because your pain went from 3 to 4 the next day."),
        (Advice(Rule.NEXT_DAY_RED, Facts(3, 6)), "This is because your pain went from 3 to 6 the next day."),
        (
            Advice(Rule.NEXT_DAY_RED, Facts(3, None, marks=True)),
            "This is because you told of a bruise or new swelling the next day.",
        ),
        (Advice(Rule.NOT_TOLD), "This is because a number for your last session is missing."),
        (Advice(Rule.STEP, Facts(count=3)), "This is because your last 3 sessions were calm."),
        (
            Advice(Rule.TREND, Facts(5, 3)),
            "In the last four weeks, knee pain before a session got clearly lower: 5 to 3.",
        ),
        (
            Advice(Rule.TREND, Facts(5, 5)),
            "In the last four weeks, knee pain before a session stayed about the same: 5.",
        ),
        (Advice(Rule.TWO_RED_DAYS, Facts(count=2)), "This is because 2 of your last 3 sessions had a bad next day."),
        (
            Advice(Rule.CLIMBING, Facts(2.5, 5)),
            "This is because your pain rose from 2.5 to 5 and stayed up for two weeks.",
        ),
        (
            Advice(Rule.HIGH_PAIN, Facts(count=3)),
            "This is because your pain was 7 or more on 3 days of the last 7.",
        ),
        (
            Advice(Rule.NO_CHANGE, Facts(5, 5)),
            "This is because your pain was 5 when you began and is 5 now.",
        ),
    ],
)
def test_why_is_said_with_the_users_own_numbers(advice: Advice, reason: str) -> None:
    assert pain_rule_wording.because(advice) == reason


def test_every_rule_that_can_be_advised_has_a_reason() -> None:
    advised = SPEAKS_OF_THE_LAST_SESSION | set(range(Rule.TREND, Rule.NEW_SIGNS))
    assert {rule for rule in Rule if pain_rule_wording.because(Advice(rule))} == advised


def test_what_can_be_chosen_is_named_differently() -> None:
    assert len({pain_rule_wording.amount(amount) for amount in Amount}) == len(Amount)
