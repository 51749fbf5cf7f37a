"""The rules behind what is said are there for whoever asks, by number."""

import pytest
from on_screen import on_screen
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.pain_rule import Rule
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.why import Why

RULES = (Rule.BEFORE_GREEN, Rule.FIRST_WEEK)
TOLD = (
    "Rule 1. Before, green: 0 to 3. Do the routine you chose.\n"
    "Rule 4. Your first week. Each step is a quarter shorter and one point lighter."
)


@pytest.fixture
def why(qtbot: QtBot) -> Why:
    made = Why()
    on_screen(qtbot, made, 600, 300)
    made.show_rules(RULES)
    return made


def test_rules_are_told_only_when_asked_for(why: Why) -> None:
    assert texts(why) == []
    button(why, "Why?").click()
    assert texts(why) == [TOLD]
    button(why, "Hide why").click()
    assert texts(why) == []


def test_other_rules_are_put_away_again_and_none_leave_nothing_to_ask(why: Why) -> None:
    button(why, "Why?").click()
    why.show_rules(RULES[:1])
    assert texts(why) == []
    why.show_rules(())
    assert not why.isVisible()


def test_a_way_on_comes_with_the_rules_alone(why: Why) -> None:
    why.put_below(Button("Read all the rules"))
    assert names(shown(why, QAbstractButton)) == ["Why?"]
    button(why, "Why?").click()
    assert names(shown(why, QAbstractButton)) == ["Hide why", "Read all the rules"]
