"""The words beside the picture: what, how, what next, and what the user's answers ask for."""

from dataclasses import replace

import pytest
from fakes import planned
from on_screen import on_screen
from page_checks import at_size, faults
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.step_card import StepCard

STAGES = planned(get_ready=10).stages
GLIDES, CUE = "Palm glides, front of thigh", "Glide both palms up towards the hip, then float back down."


@pytest.fixture
def card(qtbot: QtBot) -> StepCard:
    card = StepCard(LIGHT)
    on_screen(qtbot, card, 370, 446)
    card.scale_to(600)
    return card


def following(index: int) -> Stage | None:
    return STAGES[index + 1] if index + 1 < len(STAGES) else None


def test_each_stage_has_a_title_what_to_do_and_what_comes_next(card: StepCard) -> None:
    told = {}
    for index, stage in enumerate(STAGES):
        card.show_stage(stage, following(index))
        told.setdefault(stage.kind, texts(card))
    assert told == {
        StageKind.GET_READY: [f"Get ready: {GLIDES}", CUE, "Next", f"{GLIDES}, left leg"],
        StageKind.WORK: [GLIDES, CUE, "Next", f"{GLIDES}, right leg"],
        StageKind.CHANGE_OVER: ["Change to your right leg", CUE, "Next", f"{GLIDES}, right leg"],
        StageKind.CHECK_IN: ["Check in", "Let go and notice how your knee feels", "Next", "Then you are done"],
    }


def test_cautions_stay_and_what_is_left_out_is_said_while_getting_ready(card: StepCard) -> None:
    card.show_answers("Keep off sore skin.", "Roller: left out today.")
    card.show_stage(STAGES[0], STAGES[1])
    assert "Keep off sore skin.\nRoller: left out today." in texts(card)
    card.show_stage(STAGES[1], STAGES[2])
    assert "Keep off sore skin." in texts(card)
    assert not any("left out" in text for text in texts(card))


@pytest.mark.parametrize("height", [600, 800, 1200])
def test_title_and_digits_can_be_read_from_across_the_room(card: StepCard, height: int) -> None:
    at_size(card, round(height * 0.6), round(height * 0.75))
    card.scale_to(height)
    assert card._words.title.font().pixelSize() >= height / 25
    assert card._ring.digit_height >= height / 8


@pytest.mark.parametrize(("width", "height"), [(370, 380), (510, 560), (830, 800)])
def test_from_afar_all_is_larger_and_how_it_is_done_is_said_elsewhere(card: StepCard, width: int, height: int) -> None:
    page = height + 200
    card.show_from_afar(True)
    card.say_how(False)
    at_size(card, width, height)
    card.scale_to(page)
    card.show_stage(STAGES[1], STAGES[2])
    assert CUE not in texts(card)
    assert card._ring.digit_height >= page / 8
    assert card._words.title.font().pixelSize() >= page / 25
    assert card._next.what.font().pixelSize() >= page / 40
    card.say_how(True)
    assert CUE in texts(card)


def test_the_ring_gives_way_to_the_words_where_the_card_is_low(card: StepCard) -> None:
    at_size(card, 370, 320)
    card.show_stage(STAGES[1], STAGES[2])
    card.grab()
    assert card._ring.geometry().bottom() < card._words.geometry().top()
    assert card._words.height() >= card._words.title.height()


def test_words_that_do_not_fit_scroll_and_begin_at_their_top(card: StepCard, qtbot: QtBot) -> None:
    long = replace(STAGES[1].technique, title="A long title " * 6, cue="A long sentence about it. " * 24)
    card.show_stage(replace(STAGES[1], technique=long), STAGES[2])
    bar = card._words.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert not faults(card)
    card.scroll_words(up=False)
    assert bar.value() > 0
    card.scroll_words(up=True)
    assert bar.value() == 0
    card.scroll_words(up=False)
    card.show_stage(STAGES[1], STAGES[2])
    assert bar.value() == 0


def test_it_follows_a_change_of_theme(card: StepCard) -> None:
    light = card._ring.grab().toImage()
    card.set_colours(DARK)
    assert card._ring.grab().toImage() != light


def test_what_comes_next_keeps_its_place_in_every_stage(card: StepCard) -> None:
    at_size(card, 508, 635)
    card.scale_to(800)
    bottoms = set()
    for index, stage in enumerate(STAGES):
        card.show_stage(stage, following(index))
        at_size(card, 508, 635)
        bottoms.add(card._next.geometry().bottom())
    assert bottoms == {634}
