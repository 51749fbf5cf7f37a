"""Each step has a switch, all of them are on to begin with, and the card says what is off and what is too little."""

import pytest
from on_screen import on_screen
from page_checks import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.ui.widgets.step_switches import StepSwitches

STEPS = {1: "Palm glides & more", 2: "Calf glides", 4: "Easy knee bends"}


@pytest.fixture
def card(qtbot: QtBot) -> StepSwitches:
    card = StepSwitches()
    on_screen(qtbot, card, 700, 400)
    card.show_steps(STEPS, lambda off: not {1, 2} <= off)
    card.show()
    return card


def test_the_list_is_put_away_until_it_is_wanted(card: StepSwitches) -> None:
    assert not shown(card, QCheckBox)
    button(card, "Choose the steps").click()
    assert names(shown(card, QCheckBox)) == list(STEPS.values())
    button(card, "Put the list away").click()
    assert not shown(card, QCheckBox)


def test_what_is_off_is_known_by_its_place_in_the_routine(card: StepSwitches, qtbot: QtBot) -> None:
    button(card, "Choose the steps").click()
    told: list[frozenset[int]] = []
    card.changed.connect(lambda: told.append(card.off))
    for title in ("Easy knee bends", "Palm glides & more", "Easy knee bends"):
        qtbot.keyClick(button(card, title), Qt.Key.Key_Space)
    assert told == [{4}, {1, 4}, {1}]
    assert "1 of 3 steps switched off by you, for today only." in texts(card)


def test_too_little_is_said(card: StepSwitches) -> None:
    warning = "Please leave at least one massage step on."
    button(card, "Choose the steps").click()
    button(card, "Calf glides").click()
    assert card.is_enough
    assert warning not in texts(card)
    button(card, "Palm glides & more").click()
    assert not card.is_enough
    assert warning in texts(card)


def test_another_routine_begins_with_all_its_steps(card: StepSwitches) -> None:
    button(card, "Choose the steps").click()
    button(card, "Calf glides").click()
    card.show_steps({1: "One", 2: "Two"}, lambda _: True)
    assert card.off == frozenset()
    assert not shown(card, QCheckBox)
    assert texts(card) == ["Steps for today", "All 2 steps. You can leave single ones out."]
    card.show_steps({1: "One"}, lambda _: True)
    assert not card.isVisible()


@pytest.mark.usefixtures("dressed")
def test_nothing_is_cut_off(card: StepSwitches, qtbot: QtBot) -> None:
    button(card, "Choose the steps").click()
    qtbot.waitUntil(lambda: faults(card) == [])
