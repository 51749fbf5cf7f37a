"""How hard and how fast stand in words beside the cells."""

from dataclasses import replace

import pytest
from fakes import planned
from on_screen import on_screen
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
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
    assert texts(effort) == ["Pressure 2 of 10", "Light, as if you spread lotion.", "Pace: 3 s up, 2 s lightly back"]
    (meter,) = shown(effort, PressureMeter)
    assert meter.value() == 2


def test_a_movement_asks_for_no_pressure(effort: Effort) -> None:
    effort.show_stage(MOVING)
    assert texts(effort) == ["No pressure", "Pace: At your own pace"]
    assert not shown(effort, PressureMeter)


def test_nothing_is_asked_for_while_the_hands_rest(effort: Effort) -> None:
    effort.show_stage(STAGES[-1])
    assert texts(effort) == []
    assert not shown(effort, RunButton)


@pytest.mark.parametrize("letters", [15, 19, 38])
def test_the_letters_are_as_large_as_the_stage_says(effort: Effort, letters: int) -> None:
    effort.scale_to(800, letters, 600)
    assert {each.font().pixelSize() for each in (effort._pressure, effort._feeling, effort._pace)} == {letters}


@pytest.mark.parametrize(
    ("page", "width", "lines", "cells"), [(600, 415, 1, False), (800, 580, 2, True), (1080, 976, 1, True)]
)
def test_in_a_low_page_how_it_feels_goes_before_the_cells(
    effort: Effort, page: int, width: int, lines: int, cells: bool
) -> None:
    effort.show_stage(PRESSING)
    effort.scale_to(page, max(15, page // 42), width)
    effort.resize(width, effort.height_for(width))
    effort.grab()
    assert len({effort._pressure.mapTo(effort, QPoint()).y(), effort._feeling.mapTo(effort, QPoint()).y()}) == lines
    assert bool(shown(effort, PressureMeter)) is cells


def test_what_is_said_of_a_pause_lies_in_the_place_of_the_pace_and_hides_no_pressure(effort: Effort) -> None:
    effort.show_stage(PRESSING)
    effort.scale_to(800, 19, 580)
    QApplication.processEvents()
    before = effort.heightForWidth(580)
    effort.say("Paused. Press Space or Go on.")
    assert texts(effort) == ["Pressure 2 of 10", "Light, as if you spread lotion.", "Paused. Press Space or Go on."]
    assert effort.heightForWidth(580) == before
    effort.say("")
    assert "Pace: 3 s up, 2 s lightly back" in texts(effort)


def test_without_room_only_a_pause_is_said(effort: Effort) -> None:
    effort.show_stage(PRESSING)
    effort.keep_room(False)
    assert texts(effort) == []
    effort.say("Paused.")
    assert texts(effort) == ["Paused."]


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
