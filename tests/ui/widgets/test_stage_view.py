"""The stage says the leg in words, shows the technique, and cannot be mistaken for running while it is paused."""

from dataclasses import replace

import pytest
from fakes import PALM_GLIDES, planned
from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, shown, texts

from kneeguide.core.plan import StageKind
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.illustration import Illustration
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


def test_paused_is_said_in_words_with_the_reason(view: StageView) -> None:
    view.show_stage(LEFT)
    view.show_paused("Take your time.")
    assert {"Paused", "Take your time.", "LEFT LEG"} <= set(texts(view))
    view.show_paused("")
    assert "Paused" not in texts(view)


def test_it_follows_a_change_of_theme(view: StageView) -> None:
    view.show_stage(LEFT)
    light = view.grab().toImage()
    view.set_colours(DARK)
    assert view.grab().toImage() != light
