"""Each rule has its number for good, and what a knee says before and after a session has one rule."""

from dataclasses import replace

import pytest
from fakes import START, planned

from kneeguide.core.history import opened
from kneeguide.core.pain import MOST, BeforeLight, Rating, before_light
from kneeguide.core.pain_rule import KIND_OF, Rule, before_rule, next_day_rule


def test_the_numbers_of_the_rules_are_for_good() -> None:
    assert [rule.name for rule in Rule] == [
        "BEFORE_GREEN",
        "BEFORE_AMBER",
        "BEFORE_RED",
        "FIRST_WEEK",
        "DURING",
        "AFTER_GREEN",
        "AFTER_AMBER",
        "AFTER_RED",
        "NEXT_DAY_GREEN",
        "NEXT_DAY_AMBER",
        "NEXT_DAY_RED",
        "NOT_TOLD",
        "STEP",
        "TREND",
        "TWO_RED_DAYS",
        "CLIMBING",
        "HIGH_PAIN",
        "NO_CHANGE",
        "NEW_SIGNS",
    ]
    assert [rule.value for rule in Rule] == list(range(1, 20))
    assert set(KIND_OF) == set(Rule)


@pytest.mark.parametrize("now", [None, *range(MOST + 1)])
def test_before_a_session_the_rule_is_that_of_the_light(now: Rating) -> None:
    rule = before_rule(now)
    assert ("not-answered" if rule is None else rule.name.partition("_")[2].lower()) == before_light(now).value
    assert (rule is None) == (before_light(now) is BeforeLight.NOT_ANSWERED)


@pytest.mark.parametrize(
    ("before", "next_day", "marks", "rule"),
    [
        (3, None, None, None),
        (3, 3, False, Rule.NEXT_DAY_GREEN),
        (3, 4, False, Rule.NEXT_DAY_AMBER),
        (3, 6, False, Rule.NEXT_DAY_RED),
        (3, 3, True, Rule.NEXT_DAY_RED),
    ],
)
def test_the_day_after_a_session_the_rule_is_that_of_the_rise(
    before: Rating, next_day: Rating, marks: bool | None, rule: Rule | None
) -> None:
    record = replace(opened("one", planned(), before, START.wall), next_day=next_day, next_day_marks=marks)
    assert next_day_rule(record) is rule
