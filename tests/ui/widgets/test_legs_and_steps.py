"""One line says which legs and steps are meant; the choices behind it are put away until somebody wants them."""

import pytest
from on_screen import on_screen
from page_checks import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.routine import Legs, Side
from kneeguide.ui.widgets.legs_and_steps import LegsAndSteps

STEPS = {1: "Palm glides", 2: "Calf glides", 4: "Easy knee bends"}
TOO_LITTLE = "Please leave at least one massage step on."
BY_ARROWS = "is not reached by Tab"
"""Of a row of which one is chosen Tab reaches one, and arrows the others."""


@pytest.fixture
def card(qtbot: QtBot) -> LegsAndSteps:
    card = LegsAndSteps()
    on_screen(qtbot, card, 700, 600)
    show(card)
    return card


def show(card: LegsAndSteps, legs: Legs = Legs.BOTH, steps: dict[int, str] = STEPS, *, asks_legs: bool = True) -> None:
    card.show_choices(legs, Side.LEFT, steps, lambda off: not {1, 2} <= off, asks_legs=asks_legs)


def test_one_line_says_what_is_meant(card: LegsAndSteps) -> None:
    assert texts(card) == ["Both legs, left first · all 3 steps"]
    assert names(shown(card, QAbstractButton)) == ["Change"]
    show(card, Legs.RIGHT, {1: "The only one"})
    assert texts(card) == ["Right leg"]


def test_the_line_follows_what_is_chosen(card: LegsAndSteps, qtbot: QtBot) -> None:
    qtbot.keyClick(button(card, "Change"), Qt.Key.Key_Space)
    button(card, "Which leg first? Right leg").click()
    assert "Both legs, right first · all 3 steps" in texts(card)
    button(card, "Which legs? Left leg").click()
    assert "Which leg first? Right leg" not in names(shown(card, QAbstractButton))
    with qtbot.waitSignal(card.changed):
        button(card, "Easy knee bends").click()
    assert "Left leg · 2 of 3 steps for today" in texts(card)
    assert (card.legs, card.first, card.off) == (Legs.LEFT, Side.RIGHT, {4})
    qtbot.keyClick(button(card, "Put the choices away"), Qt.Key.Key_Space)
    assert texts(card) == ["Left leg · 2 of 3 steps for today"]


def test_a_screen_reader_hears_with_the_button_what_is_meant_and_whether_it_is_open(card: LegsAndSteps) -> None:
    change = button(card, "Change")
    assert change.accessibleDescription() == "Both legs, left first · all 3 steps"
    change.click()
    assert change.accessibleName() == "Put the choices away"


def test_too_little_is_said_also_once_the_choices_are_put_away(card: LegsAndSteps) -> None:
    button(card, "Change").click()
    for title in ("Palm glides", "Calf glides"):
        assert card.is_enough
        assert TOO_LITTLE not in texts(card)
        button(card, title).click()
    assert not card.is_enough
    button(card, "Put the choices away").click()
    assert TOO_LITTLE in texts(card)


def test_another_routine_begins_anew_and_put_away(card: LegsAndSteps) -> None:
    button(card, "Change").click()
    button(card, "Calf glides").click()
    show(card)
    assert texts(card) == ["Both legs, left first · all 3 steps"]


def test_legs_that_are_settled_are_not_asked_for(card: LegsAndSteps) -> None:
    show(card, asks_legs=False)
    assert texts(card) == ["all 3 steps"]
    button(card, "Change").click()
    assert "Which legs?" not in texts(card)
    show(card, steps={}, asks_legs=False)
    assert not card.has_choice


@pytest.mark.usefixtures("dressed")
def test_nothing_is_cut_off(card: LegsAndSteps, qtbot: QtBot) -> None:
    button(card, "Change").click()
    qtbot.waitUntil(lambda: [fault for fault in faults(card) if not fault.endswith(BY_ARROWS)] == [])
