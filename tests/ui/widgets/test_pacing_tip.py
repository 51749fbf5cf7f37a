"""A tip says what, why and by which rule, in the order of the rules; where there is nothing to say there is no tip."""

from collections.abc import Iterator

import pytest
from page_checks import button, faults, words
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.ui import pain_rule_wording
from kneeguide.ui.widgets.pacing_tip import PacingTip


@pytest.fixture
def tip(qtbot: QtBot, dressed: QApplication) -> Iterator[PacingTip]:
    page = QWidget()
    qtbot.addWidget(page)
    made = PacingTip(pain_rule_wording.then)
    made.setParent(page)
    yield made
    page.close()


def test_each_rule_says_its_sentence_and_its_reason_and_the_rule_itself_to_who_asks(tip: PacingTip) -> None:
    tip.show_advice([Advice(Rule.AFTER_AMBER, Facts(3, 4)), Advice(Rule.HIGH_PAIN, Facts(count=3))], "A little higher")
    assert words(tip).splitlines() == [
        "A little higher",
        "Make the next session a quarter shorter.",
        "This is because your pain went from 3 to 4 in the session.",
        "See a doctor or physio soon.",
        "This is because your pain was 7 or more on 3 days of the last 7.",
    ]
    assert faults(tip) == []
    button(tip, "Why?").click()
    assert "Rule 7. After, amber: 1 higher. Make the next session a quarter shorter." in words(tip)
    assert "Rule 17. 7 or more on three days of a week. See a doctor or physio soon." in words(tip)


@pytest.mark.parametrize(
    ("rule", "ground"),
    [
        (Rule.AFTER_GREEN, "lead"),
        (Rule.STEP, "lead"),
        (Rule.NOT_TOLD, "lead"),
        (Rule.TREND, "lead"),
        (Rule.AFTER_AMBER, "care"),
        (Rule.AFTER_RED, "care"),
        (Rule.NEXT_DAY_RED, "care"),
        (Rule.NO_CHANGE, "care"),
    ],
)
def test_what_calls_for_care_lies_on_its_ground(tip: PacingTip, rule: Rule, ground: str) -> None:
    tip.show_advice([Advice(rule, Facts(3, 3))])
    assert tip.property("box") == ground


def test_new_advice_takes_the_place_of_old_and_none_hides_the_tip(tip: PacingTip) -> None:
    tip.show_advice([Advice(Rule.AFTER_RED, Facts(3, 6))], "Clearly higher")
    tip.show_advice([Advice(Rule.NOT_TOLD)])
    assert words(tip).splitlines() == [
        "No number is never 0, and never calm. Keep to the same amount.",
        "This is because a number for your last session is missing.",
    ]
    assert tip.has_advice
    tip.show_advice([])
    assert not tip.has_advice
    assert tip.isHidden()
