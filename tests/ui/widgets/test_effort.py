"""How hard and how fast stand in words beside the cells."""

from dataclasses import replace

import pytest
from fakes import planned
from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import shown, texts

from kneeguide.core.routine import Stroke, Tempo
from kneeguide.core.stage import StageKind
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.effort import Effort
from kneeguide.ui.widgets.pace_dot import PaceDot
from kneeguide.ui.widgets.pressure_meter import PressureMeter
from kneeguide.ui.widgets.run_button import RunButton

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


@pytest.mark.parametrize("letters", [15, 19, 38])
def test_the_letters_are_as_large_as_the_stage_says(effort: Effort, letters: int) -> None:
    effort.scale_to(800, letters)
    assert {each.font().pixelSize() for each in (effort._pressure, effort._pace)} == {letters}


def test_from_afar_nothing_is_there_to_be_pressed(effort: Effort) -> None:
    effort.show_stage(PRESSING)
    assert len(shown(effort, RunButton)) == 2
    effort.show_from_afar(True)
    assert not shown(effort, RunButton)
    assert shown(effort, PaceDot)


@pytest.mark.parametrize(
    ("tempo", "dot", "changes"),
    [
        (Tempo(Stroke.EACH_WAY, 3.0), True, True),
        (Tempo(Stroke.SWAY, 2.0), True, True),
        (Tempo(Stroke.HOLD), True, False),
        (Tempo(Stroke.TAP, 0.5), False, False),
        (Tempo(Stroke.FREE), False, False),
    ],
)
def test_the_pace_is_seen_and_changed_only_where_there_is_such_a_pace(
    effort: Effort, tempo: Tempo, dot: bool, changes: bool
) -> None:
    effort.show_stage(replace(PRESSING, technique=replace(PRESSING.technique, tempo=tempo)))
    assert bool(shown(effort, PaceDot)) is dot
    assert bool(shown(effort, RunButton)) is changes


def test_a_hold_that_follows_has_room_for_its_words(effort: Effort, qtbot: QtBot) -> None:
    effort.show_stage(PRESSING)
    effort.grab()
    effort.show_stage(replace(PRESSING, technique=replace(PRESSING.technique, tempo=Tempo(Stroke.HOLD))))
    (dot,) = shown(effort, PaceDot)
    qtbot.waitUntil(lambda: dot.width() == dot.sizeHint().width())
