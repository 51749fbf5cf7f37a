"""The page of the plan: chosen, seen or looked back on, whole in every window, and ended only when asked twice."""

from dataclasses import replace
from datetime import date

import pytest
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, button, faults, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from weekly_plans import CALF, PLAN, RHYTHM, SEATED, STICK

from kneeguide import paths
from kneeguide.core.pain import Change
from kneeguide.core.weekly_plan import Rhythm, WeeksReview
from kneeguide.services.reminders import not_shown
from kneeguide.ui.pages.weekly_plan import WeeklyPlanPage
from kneeguide.ui.theme import LIGHT, apply

DAY = date(2026, 3, 9)
TITLES = {each.routine_id: each.title for each in (SEATED, STICK, CALF)}


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> WeeklyPlanPage:
    page = WeeklyPlanPage()
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_all_of_it_is_whole(qtbot: QtBot, dressed: QApplication, size: tuple[int, int]) -> None:
    page = WeeklyPlanPage()
    on_screen(qtbot, page, *size)
    page.show_form(TITLES, None, DAY, is_change=False)
    at_size(page, *size)
    assert faults(page) == []
    page.show_plan(PLAN, not_shown(), DAY)
    button(page, "End this plan").click()
    at_size(page, *size)
    assert faults(page) == []
    page.show_review(PLAN, WeeksReview(6, 12, Change.SAME))
    at_size(page, *size)
    assert faults(page) == []


def test_a_plan_is_saved_once_it_has_a_day(qtbot: QtBot, page: WeeklyPlanPage) -> None:
    page.show_form(TITLES, RHYTHM, DAY, is_change=True)
    assert page.title.text() == "Change my plan"
    assert "safety check still comes" in page.lead.text()
    for day in ("Monday", "Wednesday", "Friday"):
        qtbot.mouseClick(button(page, f"Day: {day}"), Qt.MouseButton.LeftButton)
    assert not button(page, "Save the plan").isEnabled()
    assert "Choose at least one day." in words(page)
    qtbot.mouseClick(button(page, "Day: Monday"), Qt.MouseButton.LeftButton)
    assert "Choose at least one day." not in words(page)
    assert "One day a week until" in words(page)
    with qtbot.waitSignal(page.saved) as saved:
        qtbot.keyClick(button(page, "Save the plan"), Qt.Key.Key_Space)
    assert saved.args == [Rhythm((SEATED,), 4, 18 * 60)]


def test_a_plan_is_shown_with_its_days_and_its_reminder(page: WeeklyPlanPage) -> None:
    page.show_plan(PLAN, "", DAY)
    for said in (
        "Monday",
        SEATED.title,
        "Friday",
        CALF.title,
        "18:00",
        "Week 2 of 4, from Mon 2 Mar 2026 to Sun 29 Mar 2026",
    ):
        assert said in words(page)
    assert not button(page, "Save the plan").isVisibleTo(page)


def test_a_desktop_that_shows_no_reminders_is_told_only_to_who_wants_one(page: WeeklyPlanPage) -> None:
    page.show_plan(PLAN, not_shown(), DAY)
    assert not_shown() in words(page)
    page.show_plan(replace(PLAN, rhythm=Rhythm((SEATED,), 4)), not_shown(), DAY)
    assert not_shown() not in words(page)


def test_what_can_be_done_about_a_plan(qtbot: QtBot, page: WeeklyPlanPage) -> None:
    page.show_plan(PLAN, "", DAY)
    for name, signal in (
        ("Change", page.change_requested),
        ("Save to my calendar", page.calendar_requested),
        ("Back to routines", page.back_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button(page, name), Qt.Key.Key_Space)


def test_the_question_whether_to_end_it_comes_into_view(
    qtbot: QtBot, dressed: QApplication, page: WeeklyPlanPage
) -> None:
    every_day = replace(PLAN, rhythm=replace(RHYTHM, days=tuple(replace(SEATED, weekday=each) for each in range(7))))
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    on_screen(qtbot, page, 900, 547)
    page.show_plan(every_day, "", DAY)
    at_size(page, 900, 547)
    end = button(page, "End this plan")
    page.show_whole(end)
    QApplication.processEvents()
    QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    for asked in (button(page, "Keep it"), button(page, "End it")):
        assert asked.visibleRegion().boundingRect() == asked.rect()


def test_it_is_ended_only_when_asked_twice(qtbot: QtBot, page: WeeklyPlanPage) -> None:
    page.show_plan(PLAN, "", DAY)
    ended: list[bool] = []
    page.end_requested.connect(lambda: ended.append(True))
    qtbot.keyClick(button(page, "End this plan"), Qt.Key.Key_Space)
    assert "End this plan now?" in words(page)
    qtbot.keyClick(button(page, "Keep it"), Qt.Key.Key_Space)
    assert "End this plan now?" not in words(page)
    assert ended == []
    qtbot.keyClick(button(page, "End this plan"), Qt.Key.Key_Space)
    qtbot.keyClick(button(page, "End it"), Qt.Key.Key_Space)
    assert ended == [True]


def test_trouble_is_told_in_place_and_goes_with_the_next_view(page: WeeklyPlanPage) -> None:
    page.show_plan(PLAN, "", DAY)
    page.show_trouble("The disk is full.")
    assert "The disk is full." in words(page)
    page.show_review(PLAN, WeeksReview(4, 9, Change.SAME))
    assert "The disk is full." not in words(page)
    assert page.title.text() == "Your 4 weeks are over"
