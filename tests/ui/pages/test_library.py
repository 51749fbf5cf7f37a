"""The library: routines as cards, picked by condition first, and no bad file hides the good ones."""

from dataclasses import replace

import pytest
from fakes import BALL_AT_WALL, CALF_GLIDES, PALM_GLIDES, ROLLER_FACE_DOWN, STICK_SWEEPS, routine_of
from page_checks import PAGE_SIZES, POSES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.problem import Problem
from kneeguide.core.routine import Condition, Routine
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.library import LibraryPage
from kneeguide.ui.theme import DARK, LIGHT


def made(name: str, *args: object, **changes: object) -> Routine:
    return routine_of(*args, id=name, title=name.replace("-", " "), **changes)  # type: ignore[arg-type]


ROUTINES = (
    made("general-calf", CALF_GLIDES, conditions=tuple(Condition)),
    made("hands-thigh", PALM_GLIDES, conditions=(Condition.OSTEOARTHRITIS,)),
    made("stick-thigh", STICK_SWEEPS, conditions=(Condition.OSTEOARTHRITIS,)),
    made("wall-hip", PALM_GLIDES, BALL_AT_WALL, conditions=(Condition.IT_BAND,)),
    made("roller-floor", ROLLER_FACE_DOWN, conditions=(Condition.PATELLOFEMORAL,), why="Rolls the quadriceps"),
    made("my-own", PALM_GLIDES, conditions=()),
)
PROBLEM = Problem("my-knee.yaml", 12, 5, "seconds", "must be a whole number from 5 to 600")


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> LibraryPage:
    page = LibraryPage(LIGHT, POSES)
    qtbot.addWidget(page)
    page.show_library(ROUTINES, ())
    return page


def shown(page: LibraryPage) -> list[str]:
    """The ids of the cards in view, in the order in which they are laid out."""
    widgets = (page._grid.itemAt(place).widget() for place in range(page._grid.count()))
    return [card.routine.id for card in widgets if card.isVisibleTo(page)]


def press(qtbot: QtBot, page: LibraryPage, *names: str) -> None:
    for name in names:
        qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_all_routines_are_shown_in_the_order_of_the_library(page: LibraryPage) -> None:
    assert shown(page) == [routine.id for routine in ROUTINES]
    assert page.lead.text() == "Routines: 6"


@pytest.mark.parametrize(
    ("pressed", "left"),
    [
        (["Condition: Osteoarthritis"], ["hands-thigh", "stick-thigh", "general-calf"]),
        (["Condition: IT band"], ["wall-hip", "general-calf"]),
        (["Condition: Front of the knee"], ["roller-floor", "general-calf"]),
        (["Condition: IT band", "Condition: Any knee pain"], [routine.id for routine in ROUTINES]),
        (["Area: Calf"], ["general-calf"]),
        (["Area: Calf", "Area: IT band and hip"], ["general-calf", "wall-hip"]),
        (["Place: Chair"], ["general-calf", "hands-thigh", "stick-thigh", "my-own"]),
        (["Place: Wall"], []),
        (["Place: Chair", "Place: Wall"], ["general-calf", "hands-thigh", "stick-thigh", "wall-hip", "my-own"]),
        (["Tool: Hands"], ["general-calf", "hands-thigh", "my-own"]),
        (["Tool: Massage stick"], ["stick-thigh"]),
        (["Tool: Ball"], ["wall-hip"]),
        (["Tool: Ball", "Tool: Foam roller"], ["wall-hip", "roller-floor"]),
        (["Condition: Osteoarthritis", "Tool: Hands", "Area: Front of thigh"], ["hands-thigh"]),
    ],
)
def test_chips_narrow_the_cards_down(qtbot: QtBot, page: LibraryPage, pressed: list[str], left: list[str]) -> None:
    press(qtbot, page, *pressed)
    assert shown(page) == left


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("HIP", ["wall-hip"]),
        ("quadriceps rolls", ["roller-floor"]),
        ("arthritis stick", ["stick-thigh"]),
        ("nothing has this", []),
    ],
)
def test_a_search_looks_at_titles_reasons_steps_and_conditions(page: LibraryPage, typed: str, left: list[str]) -> None:
    QTest.keyClicks(page._search, typed)
    assert shown(page)[: len(left)] == left
    assert bool(shown(page)) is bool(left)


def test_ctrl_f_leads_to_the_search(qtbot: QtBot, window: MainWindow) -> None:
    page = LibraryPage(LIGHT, POSES)
    page.show_library(ROUTINES, ())
    window.show_page(page)
    card = button(page, "wall hip")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page._search


def test_nothing_found_is_a_page_with_a_way_on(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Tool: Massage stick", "Area: Calf")
    page._search.setText("hip")
    assert shown(page) == []
    assert page.lead.text() == "Routines: 0 of 6"
    assert "No routine fits all of that" in words(page)
    press(qtbot, page, "Show all routines")
    assert len(shown(page)) == len(ROUTINES)
    assert page._search.text() == ""
    assert "No routine fits" not in words(page)


def test_a_card_opens_its_routine_by_click_and_by_key(qtbot: QtBot, page: LibraryPage) -> None:
    card = button(page, "wall hip")
    for act in (
        lambda: qtbot.mouseClick(card, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(card, Qt.Key.Key_Return),
    ):
        with qtbot.waitSignal(page.routine_chosen) as chosen:
            act()
        assert chosen.args == ["wall-hip"]


def test_tab_leads_through_the_cards_as_they_stand(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Condition: Osteoarthritis")
    first, second = (button(page, name) for name in ("hands thigh", "stick thigh"))
    assert first.nextInFocusChain() is second or second in {first.nextInFocusChain().nextInFocusChain()}


def test_a_bad_file_is_named_and_hides_nothing(page: LibraryPage) -> None:
    page.show_library(ROUTINES, (PROBLEM,))
    assert "my-knee.yaml:12:5: seconds: must be a whole number from 5 to 600" in words(page)
    assert len(shown(page)) == len(ROUTINES)
    page.show_library(ROUTINES, ())
    assert "my-knee.yaml" not in words(page)


def test_a_file_with_much_wrong_takes_one_line_like_any_other(page: LibraryPage) -> None:
    worse = tuple(replace(PROBLEM, line=number) for number in range(300))
    page.show_library(ROUTINES, (*worse, replace(PROBLEM, file="other.yaml")))
    assert "(and 299 more in this file)" in words(page)
    assert "other.yaml" in words(page)


def test_many_bad_files_do_not_push_the_routines_away(page: LibraryPage) -> None:
    page.show_library(ROUTINES, tuple(replace(PROBLEM, file=f"{number}.yaml") for number in range(9)))
    assert "Files not listed here: 6" in words(page)
    at_size(page, 1004, 800)
    assert in_view(page, page._conditions)


def test_an_empty_library_says_so(page: LibraryPage) -> None:
    page.show_library((), (PROBLEM,))
    assert "There are no routines to show" in words(page)


def test_reloading_keeps_what_was_chosen(qtbot: QtBot, page: LibraryPage) -> None:
    press(qtbot, page, "Tool: Massage stick")
    page.show_library(ROUTINES[:3], ())
    assert shown(page) == ["stick-thigh"]


def test_the_users_folder_can_be_opened_and_read_again(qtbot: QtBot, page: LibraryPage) -> None:
    with qtbot.waitSignal(page.folder_requested):
        press(qtbot, page, "Open my routines folder")
    with qtbot.waitSignal(page.reload_requested):
        press(qtbot, page, "Read the folder again")


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off_and_a_card_is_in_view_at_once(page: LibraryPage, width: int, height: int) -> None:
    at_size(page, width, height)
    assert faults(page) == []
    at_size(page, width, max(height, 640))
    assert in_view(page, button(page, "general calf"))


def test_a_change_of_theme_reaches_the_cards(page: LibraryPage) -> None:
    at_size(page, 1004, 800)
    page.set_colours(DARK)
    page.show_library(ROUTINES, ())
    assert all(card._colours is DARK for card in page._cards)
