"""The head of a routine's page answers how long, with what, doing what, how hard, and whether it is right today."""

import pytest
from fakes import BALL_AT_WALL, KNEE_BENDS, SEATED, START, health, routine_of
from page_checks import POSES, at_size, faults, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.outlook import outlook
from kneeguide.core.questions import Question
from kneeguide.core.routine import Routine
from kneeguide.ui.theme import DARK, LIGHT, apply
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.outlook_box import OutlookBox
from kneeguide.ui.widgets.routine_head import RoutineHead


def head(qtbot: QtBot, routine: Routine = SEATED, *yes: Question, first_week: bool = False) -> RoutineHead:
    expected = outlook(routine, health(*yes), START.wall, first_week=first_week)
    made = RoutineHead(routine, expected, POSES, LIGHT, OutlookBox(expected, ()))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("How long", "3 min"),
        ("What you will do", "3 steps: front of thigh, calf"),
        ("What you need", "Chair, hands"),
        ("How hard", "Pressure up to 2\u00a0of\u00a010"),
    ],
)
def test_each_question_has_its_answer_right_below(qtbot: QtBot, dressed: QApplication, name: str, value: str) -> None:
    assert f"{name}\n{value}" in words(head(qtbot))


def test_each_answer_has_its_icon(qtbot: QtBot, dressed: QApplication) -> None:
    shown = [mark.icon for mark in head(qtbot).findChildren(IconMark)]
    assert shown == [Icon.CLOCK, Icon.STEPS, Icon.CHAIR, Icon.PRESSURE, Icon.INFO]
    ruled_out = head(qtbot, routine_of(BALL_AT_WALL), Question.ADAPT_BALANCE).findChildren(IconMark)
    assert ruled_out[-1].icon is Icon.WARNING


def test_what_is_not_pressed_asks_for_no_pressure(qtbot: QtBot, dressed: QApplication) -> None:
    assert "How hard" not in words(head(qtbot, routine_of(KNEE_BENDS)))


def test_steps_that_are_left_out_are_not_counted(qtbot: QtBot, dressed: QApplication) -> None:
    both = routine_of(*(each.technique for each in SEATED.phases), BALL_AT_WALL)
    assert "4 steps:" in words(head(qtbot, both))
    assert "3 steps:" in words(head(qtbot, both, Question.ADAPT_BALANCE))


def test_the_first_week_is_said_with_the_time(qtbot: QtBot, dressed: QApplication) -> None:
    assert "in your first week" in words(head(qtbot, first_week=True))


@pytest.mark.parametrize(("width", "text_size"), [(920, 100), (620, 100), (620, 150), (820, 200)])
def test_nothing_is_cut_and_large_letters_get_the_whole_width(
    qtbot: QtBot, dressed: QApplication, width: int, text_size: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    made = head(qtbot)
    at_size(made, width, made.heightForWidth(width))
    assert faults(made) == []
    beside = made._figure.x() + made._figure.width() <= made.findChildren(OutlookBox)[0].x()
    assert beside is (text_size == 100)


def test_it_wears_another_theme(qtbot: QtBot, dressed: QApplication) -> None:
    made = head(qtbot)
    at_size(made, 920, 320)
    qtbot.waitUntil(lambda: made._figure.accessibleName() != "")
    made.grab()
    made.set_colours(DARK)
    assert made.grab().toImage().pixelColor(20, 150).name().upper() == DARK.stage
