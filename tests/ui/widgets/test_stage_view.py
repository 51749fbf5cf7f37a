"""The stage says the leg in words, shows the technique, and cannot be mistaken for running while it is paused."""

from dataclasses import replace

import pytest
from fakes import CALF_GLIDES, OWN_STEP, PALM_GLIDES, ROLLER_FACE_DOWN, planned
from on_screen import on_screen
from page_checks import at_size, faults
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, button, shown, texts

from kneeguide.core.pace import Beat
from kneeguide.core.routine import Technique
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets import flip_book
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.flip_book import MOST_PAGES
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.labels import Tag, Text
from kneeguide.ui.widgets.pressure_meter import PressureMeter
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
    assert view._side.font().pixelSize() >= height / 25


def test_what_to_keep_off_is_said_where_there_is_something(view: StageView) -> None:
    view.show_stage(replace(LEFT, technique=replace(PALM_GLIDES, avoid="The kneecap.")))
    assert "Avoid: The kneecap." in texts(view)
    view.show_stage(replace(LEFT, technique=replace(PALM_GLIDES, avoid="")))
    assert not any(text.startswith("Avoid") for text in texts(view))


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


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("width", "height", "page"), [(455, 435, 600), (620, 635, 800), (1030, 880, 1080)])
@pytest.mark.parametrize("technique", [PALM_GLIDES, CALF_GLIDES, ROLLER_FACE_DOWN, OWN_STEP], ids=lambda t: t.id)
def test_the_map_covers_neither_figure_nor_words(
    view: StageView, qtbot: QtBot, technique: Technique, width: int, height: int, page: int
) -> None:
    avoid = (
        "The back of the knee, the shin bone, the heel cord and bulging veins. Leave it out with any sign of a clot."
    )
    view.show_stage(replace(LEFT, pressure=3, technique=replace(technique, avoid=avoid)))
    view.scale_to(page)
    at_size(view, width, height)
    qtbot.waitUntil(lambda: faults(view) == [])
    (area_map,) = shown(view, AreaMap)
    place = QRect(area_map.mapTo(view, QPoint()), area_map.size())
    assert view.rect().contains(place)
    assert place.height() >= page / 6
    others = (*shown(view, Text), *shown(view, Tag), *shown(view, Illustration), *shown(view, PressureMeter))
    for other in others:
        other_place = QRect(other.mapTo(view, QPoint()), other.size())
        assert view.rect().contains(other_place)
        assert not place.intersects(other_place), other


@pytest.mark.usefixtures("dressed")
def test_the_map_goes_where_the_words_leave_it_no_room(view: StageView) -> None:
    view.show_stage(replace(LEFT, pressure=3))
    view.scale_to(600)
    at_size(view, 455, 435)
    assert shown(view, AreaMap)
    at_size(view, 455, 220)
    assert not shown(view, AreaMap)
    at_size(view, 455, 435)
    assert shown(view, AreaMap)


def test_paused_is_said_in_words_with_the_reason(view: StageView) -> None:
    view.show_stage(LEFT)
    view.show_paused(PauseReason.ASKED)
    assert {"Paused", "Take your time. Nothing is lost.", "LEFT LEG"} <= set(texts(view))
    view.show_paused(PauseReason.WAITING)
    assert "Press any key when you are ready" in texts(view)
    assert "Paused" not in texts(view)
    view.show_paused(None)
    assert "Paused" not in texts(view)


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


def test_from_afar_the_figure_has_the_room_of_what_cannot_be_read_from_there(view: StageView, qtbot: QtBot) -> None:
    view.show_stage(replace(LEFT, technique=replace(PALM_GLIDES, avoid="The kneecap.")))
    view.scale_to(600)
    at_size(view, 500, 600)
    (figure,) = shown(view, Illustration)
    at_the_desk = figure.width() * figure.height()
    view.show_from_afar(True)
    view.scale_to(600)
    qtbot.waitUntil(lambda: figure.width() * figure.height() > at_the_desk)
    assert not shown(view, AreaMap)
    assert not any(text.startswith("Avoid") for text in texts(view))
    view.show_from_afar(False)
    assert shown(view, AreaMap)
    assert "Avoid: The kneecap." in texts(view)


def test_the_pace_is_shown_as_it_is_now_and_can_be_asked_to_change(view: StageView) -> None:
    asked: list[str] = []
    view.quicker.connect(lambda: asked.append("quicker"))
    view.slower.connect(lambda: asked.append("slower"))
    view.show_stage(LEFT)
    view.show_time(replace(at(LEFT, 1.0), beat=Beat(replace(LEFT.technique.tempo, seconds=3.5))))
    assert "Pace: 3.5 s up, 2 s lightly back" in texts(view)
    button(view, "Half a second less for each pass").click()
    button(view, "Half a second more for each pass").click()
    assert asked == ["quicker", "slower"]


def test_a_wide_stage_has_the_map_beside_all_words_and_a_narrow_one_below_the_pace(
    view: StageView, qtbot: QtBot
) -> None:
    view.show_stage(LEFT)
    for width, is_below in ((455, True), (700, False)):
        at_size(view, width, 600)
        qtbot.waitUntil(lambda is_below=is_below: (view._map.y() >= view._effort.geometry().bottom()) is is_below)
