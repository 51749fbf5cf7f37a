"""Each step has a switch, all of them are on to begin with, and what is off is known by its place."""

import pytest
from on_screen import on_screen
from page_checks import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown

from kneeguide.ui.widgets.step_switches import StepSwitches

STEPS = {1: "Palm glides & more", 2: "Calf glides", 4: "Easy knee bends"}


@pytest.fixture
def switches(qtbot: QtBot) -> StepSwitches:
    switches = StepSwitches()
    on_screen(qtbot, switches, 700, 400)
    switches.show_steps(STEPS, lambda off: not {1, 2} <= off)
    return switches


def test_there_is_one_for_each_step_and_all_are_on(switches: StepSwitches) -> None:
    assert names(shown(switches, QCheckBox)) == list(STEPS.values())
    assert switches.off == frozenset()
    assert switches.count == 3


def test_what_is_off_is_known_by_its_place_in_the_routine(switches: StepSwitches, qtbot: QtBot) -> None:
    told: list[frozenset[int]] = []
    switches.changed.connect(lambda: told.append(switches.off))
    for title in ("Easy knee bends", "Palm glides & more", "Easy knee bends"):
        qtbot.keyClick(button(switches, title), Qt.Key.Key_Space)
    assert told == [{4}, {1, 4}, {1}]


def test_too_little_is_known(switches: StepSwitches) -> None:
    button(switches, "Calf glides").click()
    assert switches.is_enough
    button(switches, "Palm glides & more").click()
    assert not switches.is_enough


def test_another_routine_begins_with_all_its_steps(switches: StepSwitches) -> None:
    button(switches, "Calf glides").click()
    switches.show_steps({1: "One", 2: "Two"}, lambda _: True)
    assert switches.off == frozenset()
    switches.show_steps({1: "One"}, lambda _: True)
    assert not switches.has_choice
    assert not switches.isVisible()


@pytest.mark.usefixtures("dressed")
def test_nothing_is_cut_off(switches: StepSwitches, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: faults(switches) == [])
