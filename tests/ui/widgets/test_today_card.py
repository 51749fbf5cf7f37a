"""Today's session above the routines: what it says in each state, that it never scolds, and what can be pressed."""

from dataclasses import replace
from datetime import UTC, datetime

import plain_words
import pytest
from page_checks import at_size, button, faults, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from weekly_plans import MONDAY, PLAN, SEATED, STICK, day

from kneeguide.core.weekly_plan import Standing, Today
from kneeguide.ui.widgets.today_card import TodayCard

UNTIL = datetime(2026, 3, 4, 18, tzinfo=UTC)
DUE = Today(Standing.DUE, SEATED, day(2), can_put_off=True)
STATES = {
    "due": (DUE, "Today: Five-minute seated ease", ["My plan", "Open the routine", "Put off until tomorrow"]),
    "due on the last day": (replace(DUE, can_put_off=False), "Today: Five", ["My plan", "Open the routine"]),
    "tomorrow": (Today(Standing.FREE, STICK, day(1)), "Next: tomorrow\nTen minutes with a stick", ["My plan"]),
    "next": (Today(Standing.FREE, STICK, day(3)), "Next: Thursday\nTen minutes with a stick", ["My plan"]),
    "far": (Today(Standing.FREE, STICK, day(7)), "Next: Mon 9 Mar 2026", ["My plan"]),
    "done": (Today(Standing.DONE, STICK, day(2)), "Done for today\nNext: Wednesday. Ten minutes", ["My plan"]),
    "all done": (Today(Standing.DONE), "Done for today", ["My plan"]),
    "put off": (Today(Standing.PUT_OFF, SEATED, day(1)), "Put off until tomorrow\nFive-minute", ["My plan"]),
    "rest": (Today(Standing.REST, STICK, day(2), UNTIL), "Today: rest\nYour knee was more sore", ["My plan"]),
    "no session left": (Today(Standing.FREE), "The last session of your plan is behind you", ["My plan"]),
    "over": (Today(Standing.OVER), "The weeks of your plan are over", ["Look back"]),
}


@pytest.fixture
def card(qtbot: QtBot, dressed: QApplication) -> TodayCard:
    card = TodayCard()
    qtbot.addWidget(card)
    return card


def pressable(card: TodayCard) -> list[str]:
    return [each.accessibleName() for each in card.findChildren(QAbstractButton) if each.isVisibleTo(card)]


@pytest.mark.parametrize("state", STATES)
def test_what_it_says_and_what_can_be_pressed(card: TodayCard, state: str) -> None:
    today, says, names = STATES[state]
    card.show_today(today, MONDAY)
    for width in (940, 632, 400):
        at_size(card, width, 240)
        assert faults(card) == []
    assert words(card).startswith(says)
    assert sorted(pressable(card)) == sorted(names)


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_scolded_and_all_is_plain(card: TodayCard, state: str) -> None:
    card.show_today(STATES[state][0], MONDAY)
    said = words(card)
    assert not any(word in said.lower() for word in ("miss", "late", "behind schedule", "fail", "streak", "should"))
    assert plain_words.avoided(said) == []


def test_a_state_leaves_nothing_of_the_one_before(card: TodayCard) -> None:
    for today, says, names in (*STATES.values(), *reversed(STATES.values())):
        card.show_today(today, MONDAY)
        assert words(card).startswith(says)
        assert sorted(pressable(card)) == sorted(names)


def test_every_way_is_open_to_the_keyboard(qtbot: QtBot, card: TodayCard) -> None:
    card.show_today(DUE, MONDAY)
    with qtbot.waitSignal(card.routine_requested) as opened:
        qtbot.keyClick(button(card, "Open the routine"), Qt.Key.Key_Space)
    assert opened.args == [SEATED.routine_id]
    with qtbot.waitSignal(card.put_off_requested):
        qtbot.keyClick(button(card, "Put off until tomorrow"), Qt.Key.Key_Return)
    with qtbot.waitSignal(card.plan_requested):
        qtbot.keyClick(button(card, "My plan"), Qt.Key.Key_Space)
    card.show_today(Today(Standing.OVER), MONDAY)
    with qtbot.waitSignal(card.plan_requested):
        qtbot.keyClick(button(card, "Look back"), Qt.Key.Key_Space)


def test_a_routine_that_is_gone_is_said_to_be_and_cannot_be_opened(card: TodayCard) -> None:
    card.show_today(DUE, MONDAY, is_here=False)
    assert "not here any more" in words(card)
    assert sorted(pressable(card)) == ["My plan", "Put off until tomorrow"]


def test_the_days_of_a_plan_are_told_as_it_goes(card: TodayCard) -> None:
    assert PLAN.next_day(day(0)) == day(2)
    card.show_today(Today(Standing.FREE, STICK, day(2)), day(1))
    assert words(card).startswith("Next: tomorrow")
