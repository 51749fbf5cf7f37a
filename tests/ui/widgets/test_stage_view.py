"""The stage says the leg in words, shows the technique, and cannot be mistaken for running while it is paused."""

from dataclasses import replace

import pytest
from fakes import OWN_STEP, planned
from on_screen import on_screen
from page_checks import at_size
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, button, shown, texts

from kneeguide.core.pace import Beat
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets import flip_book
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.flip_book import MOST_PAGES
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.stage_view import StageView

STAGES = planned(get_ready=10).stages
LEFT, RIGHT = (next(s for s in STAGES if s.kind is StageKind.WORK and s.side == side) for side in ("left", "right"))
WHOLE_BODY = next(stage for stage in STAGES if stage.kind is StageKind.WORK and stage.side is None)
LAST = STAGES[-1]


@pytest.fixture
def view(qtbot: QtBot) -> StageView:
    view = StageView(LIGHT, POSES)
    on_screen(qtbot, view, 500, 460)
    view.scale_to(600)
    return view


@pytest.mark.parametrize(("stage", "leg"), [(LEFT, "LEFT LEG"), (RIGHT, "RIGHT LEG")])
def test_the_leg_is_said_in_words(view: StageView, stage: object, leg: str) -> None:
    view.show_stage(stage)  # type: ignore[arg-type]
    assert leg in texts(view)


def test_a_step_for_the_whole_body_names_no_leg(view: StageView) -> None:
    view.show_stage(LEFT)
    view.show_stage(WHOLE_BODY)
    assert not any("LEG" in text for text in texts(view))


def test_the_picture_says_what_it_shows(view: StageView) -> None:
    view.show_stage(LEFT)
    (figure,) = shown(view, Illustration)
    assert len(figure.accessibleName()) > 20


@pytest.mark.parametrize("height", [600, 800, 1200])
def test_the_leg_can_be_read_from_across_the_room(view: StageView, height: int) -> None:
    view.show_stage(LEFT)
    view.scale_to(height)
    assert view._figure.leg.font().pixelSize() >= height / 25


def test_after_the_last_technique_nothing_is_asked_for_any_more(view: StageView) -> None:
    view.show_stage(replace(LAST, technique=replace(LAST.technique, avoid="Any movement that hurts.")))
    assert texts(view) == []


@pytest.mark.parametrize(("stage", "map_shown"), [(LEFT, True), (WHOLE_BODY, False), (LAST, False)])
def test_the_map_is_there_where_something_is_pressed(view: StageView, stage: Stage, map_shown: bool) -> None:
    view.show_stage(LEFT)
    view.show_stage(stage)
    assert bool(shown(view, AreaMap)) is map_shown


def test_the_map_says_where_to_work_and_what_to_keep_off(view: StageView) -> None:
    view.show_stage(LEFT)
    (area_map,) = shown(view, AreaMap)
    assert area_map.accessibleName().startswith("Map of the leg. Work here: Front of thigh. Keep off: ")
    view.show_stage(replace(LEFT, technique=OWN_STEP))
    assert area_map.accessibleName().startswith("Map of the leg. Keep off: ")


def test_paused_is_said_in_words_with_the_way_on(view: StageView) -> None:
    view.show_stage(LEFT)
    view.show_paused(PauseReason.ASKED)
    assert {"Paused. Press Space or Go on.", "LEFT LEG", "Pressure 2 of 10"} <= set(texts(view))
    view.show_paused(PauseReason.WAITING)
    assert "Press any key when you are ready, or click anywhere." in texts(view)
    view.show_paused(None)
    assert "Pace: 3 s up, 2 s lightly back" in texts(view)


@pytest.mark.parametrize("stage", [LEFT, WHOLE_BODY, LAST])
def test_a_pause_moves_nothing_but_what_is_said_below_the_figure(view: StageView, stage: Stage) -> None:
    view.show_stage(stage)
    (figure,) = shown(view, Illustration)
    places = []
    for why in (None, PauseReason.ASKED, None):
        view.show_paused(why)
        for _ in range(2):
            at_size(view, 500, 460)
            QApplication.processEvents()
        places.append(figure.geometry())
    assert places == [places[0]] * 3


def at(stage: Stage, elapsed: float, state: State = State.RUNNING) -> Snapshot:
    return Snapshot(state, 0, stage, stage.seconds, elapsed, elapsed, 60.0, None, None, Beat(stage.technique.tempo))


def test_work_moves_and_all_else_keeps_the_still_form(qtbot: QtBot, view: StageView) -> None:
    (figure,) = shown(view, Illustration)
    view.show_stage(LEFT)
    still = figure.grab().toImage()
    for kind in set(StageKind) - {StageKind.WORK}:
        view.show_time(at(replace(LEFT, kind=kind), 1.0))
        assert figure.grab().toImage() == still
        assert not view.moves
    qtbot.waitUntil(figure.moves_now)
    view.show_time(at(LEFT, 1.0))
    assert figure.grab().toImage() != still
    assert view.moves
    view.show_time(at(LEFT, 1.0, State.PAUSED))
    assert not view.moves
    view.show_time(at(LEFT, 1.0))
    assert view.moves
    view.show_time(at(replace(LEFT, kind=StageKind.CHANGE_OVER), 1.0))
    assert figure.grab().toImage() == still
    assert not view.moves


def test_while_it_gets_ready_it_paints_ahead(view: StageView, monkeypatch: pytest.MonkeyPatch) -> None:
    view.show_stage(LEFT)
    at_size(view, 620, 635)  # laid out, as it is long before the end of getting ready
    for _ in range(2 * MOST_PAGES):
        view.show_time(at(replace(LEFT, kind=StageKind.GET_READY), 1.0))
    monkeypatch.setattr(flip_book, "draw_with_marks", lambda *_: pytest.fail("painted while it moves"))
    for tenth in range(100):
        view.show_time(at(LEFT, tenth / 10))
        view.grab()


def test_a_figure_that_keeps_still_never_moves(view: StageView) -> None:
    view.keep_still(True)
    view.show_stage(LEFT)
    (figure,) = shown(view, Illustration)
    both = figure.grab().toImage()
    view.show_time(at(LEFT, 1.0))
    assert figure.grab().toImage() == both


def test_it_follows_a_change_of_theme(view: StageView) -> None:
    view.show_stage(LEFT)
    light = view.grab().toImage()
    view.set_colours(DARK)
    assert view.grab().toImage() != light


def test_from_afar_the_map_stays_and_what_is_pressed_with_a_mouse_goes(view: StageView) -> None:
    view.show_stage(LEFT)
    assert button(view, "Slower: half a second more for each pass")
    view.show_from_afar(True)
    assert shown(view, AreaMap)
    assert not shown(view, RunButton)


def test_the_pace_is_shown_as_it_is_now_and_can_be_asked_to_change(view: StageView) -> None:
    asked: list[str] = []
    view.quicker.connect(lambda: asked.append("quicker"))
    view.slower.connect(lambda: asked.append("slower"))
    view.show_stage(LEFT)
    view.show_time(replace(at(LEFT, 1.0), beat=Beat(replace(LEFT.technique.tempo, seconds=3.5))))
    assert "Pace: 3.5 s up, 2 s lightly back" in texts(view)
    button(view, "Faster: half a second less for each pass").click()
    button(view, "Slower: half a second more for each pass").click()
    assert asked == ["quicker", "slower"]
