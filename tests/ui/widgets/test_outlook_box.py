"""Before anybody goes to the gate, the page says what it will mean for this routine."""

from datetime import timedelta

import pytest
from fakes import BALL_AT_WALL, SEATED, SORE_DAY, START, health, routine_of
from page_checks import at_size, button, faults, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.outlook import Outlook, outlook
from kneeguide.core.questions import Question
from kneeguide.core.refusal import Action, Reason
from kneeguide.core.routine import Routine
from kneeguide.ui import choosing_wording
from kneeguide.ui.widgets.outlook_box import OutlookBox

AT_WALL = routine_of(BALL_AT_WALL)


def expect(*yes: Question, routine: Routine = SEATED, first_week: bool = False) -> Outlook:
    return outlook(routine, health(*yes), START.wall, first_week=first_week)


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (outlook(SEATED, None, START.wall), ["The safety check comes first"]),
        (expect(), ["Nothing in it is changed for you today"]),
        (
            expect(Question.CLOT_JOURNEY),
            ["Steps left out today: 1 of 3.", "Left out today because of your long journey."],
        ),
        (
            expect(Question.ADAPT_VEINS),
            ["Pressure stays at 2 of 10 or less.", "bulging vein"],
        ),
        (
            expect(first_week=True),
            ["A quarter shorter and a little lighter, as it is your first week"],
        ),
        (
            expect(Question.ADAPT_BALANCE, routine=AT_WALL),
            ["Not this one today", "Left out today because of your balance.", "The safety check lets you answer again"],
        ),
        (expect(Question.ASK_WIDESPREAD, routine=AT_WALL), ["Not this one today", "a light touch suits you best"]),
    ],
    ids=["unknown", "as it is", "a step less", "lighter", "first week", "ruled out", "sore day only"],
)
def test_it_tells(qtbot: QtBot, dressed: QApplication, expected: Outlook, said: list[str]) -> None:
    box = OutlookBox(expected, ())
    qtbot.addWidget(box)
    assert [each for each in said if each not in words(box)] == []


def test_one_reason_for_several_steps_is_said_once(qtbot: QtBot, dressed: QApplication) -> None:
    box = OutlookBox(expect(Question.ADAPT_BALANCE, routine=routine_of(BALL_AT_WALL, BALL_AT_WALL)), ())
    qtbot.addWidget(box)
    assert words(box).count("because of your balance") == 1


def test_what_suits_instead_is_one_press_away(qtbot: QtBot, dressed: QApplication) -> None:
    box = OutlookBox(expect(Question.ADAPT_BALANCE, routine=AT_WALL), (SEATED, SORE_DAY))
    qtbot.addWidget(box)
    at_size(box, 500, 300)
    assert faults(box) == []
    assert [button(box, each.title).property("kind") for each in (SEATED, SORE_DAY)] == ["primary", "plain"]
    with qtbot.waitSignal(box.routine_requested) as asked:
        qtbot.mouseClick(button(box, SORE_DAY.title), Qt.MouseButton.LeftButton)
    assert asked.args == [SORE_DAY.id]


def test_what_differs_most_comes_first_and_nothing_is_said_twice(qtbot: QtBot) -> None:
    for expected in (expect(Question.CLOT_JOURNEY, Question.ADAPT_VEINS, first_week=True), expect(first_week=True)):
        box = OutlookBox(expected, ())
        qtbot.addWidget(box)
        lines = [line for line in words(box).splitlines() if line != "•"]
        assert lines[1] == choosing_wording.verdict(expected)
        assert len(set(lines)) == len(lines)
    assert words(box).count("first week") == 1


def test_what_is_not_asked_yet_still_tells_of_the_first_week(qtbot: QtBot) -> None:
    box = OutlookBox(outlook(SEATED, None, START.wall, first_week=True), ())
    qtbot.addWidget(box)
    assert "The safety check comes first" in words(box)
    assert "This is your first week" in words(box)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason(Action.WAIT, Question.TODAY_AFTER_LAST, START.wall + timedelta(days=3)), "Rest until"),
        (Reason(Action.SEE_CLINICIAN, Question.STOP_KNEE_RED_FLAGS), "See a doctor or physio soon"),
    ],
    ids=["a rest", "to be looked at"],
)
def test_a_day_that_is_for_no_routine_says_so_and_offers_none(
    qtbot: QtBot, dressed: QApplication, reason: Reason, said: str
) -> None:
    for expected in (expect(), expect(Question.ADAPT_BALANCE, routine=AT_WALL)):
        box = OutlookBox(expected, (SEATED,), reason)
        qtbot.addWidget(box)
        at_size(box, 500, 300)
        assert faults(box) == []
        assert said in words(box)
        assert not [each for each in ("Nothing in it is changed", "Not this one", SEATED.title) if each in words(box)]
