"""Choosing a plan: three days and four weeks to begin with, one routine a day, and nothing changed unasked."""

from dataclasses import replace

import pytest
from page_checks import at_size, button, faults, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from weekly_plans import CALF, RHYTHM, SEATED, STICK

from kneeguide.core.weekly_plan import PlanDay, Rhythm
from kneeguide.ui.widgets.choice_box import ChoiceBox
from kneeguide.ui.widgets.rhythm_form import RhythmForm

TITLES = {each.routine_id: each.title for each in (SEATED, STICK, CALF)}


@pytest.fixture
def form(qtbot: QtBot, dressed: QApplication) -> RhythmForm:
    form = RhythmForm()
    qtbot.addWidget(form)
    form.show_rhythm(TITLES, None)
    return form


def box(form: RhythmForm, name: str) -> "ChoiceBox[str]":
    (found,) = (each for each in form.findChildren(ChoiceBox) if each.accessibleName() == name)
    return found


def choose(qtbot: QtBot, form: RhythmForm, name: str, text: str) -> None:
    """Go to a choice with the arrow keys."""
    chosen = box(form, name)
    chosen.setFocus()
    wanted = chosen.findText(text)
    key = Qt.Key.Key_Down if wanted > chosen.currentIndex() else Qt.Key.Key_Up
    while chosen.currentIndex() != wanted:
        qtbot.keyClick(chosen, key)


def test_it_begins_with_three_days_four_weeks_and_no_reminder(form: RhythmForm) -> None:
    days = tuple(PlanDay(day, SEATED.routine_id, SEATED.title) for day in (0, 2, 4))
    assert form.rhythm == Rhythm(days, 4)
    for width in (940, 560):
        at_size(form, width, 900)
        assert faults(form) == []
    assert "Three days a week is a good start." in words(form)
    assert "up to daily" in words(form)
    assert "A day without a session is fine." in words(form)


def test_each_day_has_a_routine_of_its_own(qtbot: QtBot, form: RhythmForm) -> None:
    at_size(form, 940, 900)
    choose(qtbot, form, "Routine on Wednesday", STICK.title)
    assert form.rhythm is not None
    assert [each.routine_id for each in form.rhythm.days] == [SEATED.routine_id, STICK.routine_id, SEATED.routine_id]


def test_a_new_day_gets_the_routine_chosen_last_and_one_can_do_all_seven(qtbot: QtBot, form: RhythmForm) -> None:
    at_size(form, 940, 900)
    choose(qtbot, form, "Routine on Friday", CALF.title)
    for day in ("Tuesday", "Thursday", "Saturday", "Sunday"):
        qtbot.keyClick(button(form, f"Day: {day}"), Qt.Key.Key_Space)
    assert form.rhythm is not None
    assert [each.weekday for each in form.rhythm.days] == list(range(7))
    assert [each.routine_id for each in form.rhythm.days][-2:] == [CALF.routine_id] * 2


def test_weeks_and_reminder_are_chosen(qtbot: QtBot, form: RhythmForm) -> None:
    at_size(form, 940, 900)
    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(button(form, "How long? 6 weeks"), Qt.MouseButton.LeftButton)
    choose(qtbot, form, "Reminder", "18:30")
    assert form.rhythm is not None
    assert (form.rhythm.weeks, form.rhythm.reminder) == (6, 18 * 60 + 30)


def test_without_a_day_or_a_routine_there_is_no_plan(qtbot: QtBot, form: RhythmForm) -> None:
    for day in ("Monday", "Wednesday", "Friday"):
        qtbot.mouseClick(button(form, f"Day: {day}"), Qt.MouseButton.LeftButton)
    assert form.rhythm is None
    form.show_rhythm({}, None)
    assert form.rhythm is None


@pytest.mark.parametrize("reminder", [None, 6 * 60, 18 * 60 + 7])
def test_a_plan_that_is_to_be_changed_is_shown_as_it_is(form: RhythmForm, reminder: int | None) -> None:
    rhythm = replace(RHYTHM, weeks=6, reminder=reminder)
    form.show_rhythm(TITLES, rhythm)
    assert form.rhythm == rhythm
    form.show_rhythm(TITLES, RHYTHM)
    assert form.rhythm == RHYTHM


def test_a_routine_that_is_gone_stays_in_the_plan_until_it_is_changed(form: RhythmForm) -> None:
    form.show_rhythm({STICK.routine_id: STICK.title}, RHYTHM)
    assert form.rhythm == RHYTHM
