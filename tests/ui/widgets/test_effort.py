"""How hard and how fast stand in words beside the cells."""

import pytest
from fakes import planned
from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import shown, texts

from kneeguide.core.plan import StageKind
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.effort import Effort
from kneeguide.ui.widgets.pressure_meter import PressureMeter

STAGES = planned(get_ready=10).stages
PRESSING, MOVING = (
    next(s for s in STAGES if s.kind is StageKind.WORK and s.technique.presses is presses) for presses in (True, False)
)


@pytest.fixture
def effort(qtbot: QtBot) -> Effort:
    effort = Effort(LIGHT)
    on_screen(qtbot, effort)
    return effort


def test_pressure_and_pace_are_said_in_words(effort: Effort) -> None:
    effort.show_stage(PRESSING)
    assert texts(effort) == ["Pressure 2 of 10", "Pace: 3 s up, 2 s lightly back"]
    (meter,) = shown(effort, PressureMeter)
    assert meter.value() == 2


def test_a_movement_asks_for_no_pressure(effort: Effort) -> None:
    effort.show_stage(MOVING)
    assert texts(effort) == ["No pressure", "Pace: At your own pace"]
    assert not shown(effort, PressureMeter)


def test_nothing_is_asked_for_while_the_hands_rest(effort: Effort) -> None:
    effort.show_stage(STAGES[-1])
    assert not effort.isVisible()


@pytest.mark.parametrize("height", [400, 600, 800, 1600])
def test_the_letters_follow_the_page(effort: Effort, height: int) -> None:
    effort.scale_to(height)
    assert effort._pressure.font().pixelSize() == max(15, round(height / 42))
