"""Choices that stay out of the way until they are wanted, and are never forgotten when they are folded away."""

import pytest
from page_checks import button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.choosing import Choices, Length, Unnamed
from kneeguide.core.routine import Area, Condition, Position, Tool
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.routine_filters import RoutineFilters


@pytest.fixture
def filters(qtbot: QtBot, dressed: QApplication) -> RoutineFilters:
    made = RoutineFilters()
    qtbot.addWidget(made)
    return made


def press(qtbot: QtBot, filters: RoutineFilters, *names: str) -> None:
    for name in names:
        qtbot.mouseClick(button(filters, name), Qt.MouseButton.LeftButton)


def seen(filters: RoutineFilters) -> list[str]:
    return [stop.accessibleName() for stop in filters.stops if stop.isVisibleTo(filters)]


def test_what_one_was_told_comes_first_and_the_rest_is_folded_away(filters: RoutineFilters) -> None:
    assert filters.choices == Choices()
    assert seen(filters) == [
        "Condition: Any",
        "Condition: Osteoarthritis",
        "Condition: Front of the knee",
        "Condition: IT band",
        "Condition: No name yet",
        "More choices",
    ]
    assert button(filters, "More choices").accessibleDescription() == "Area, place, tool and length"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Any", Unnamed.ANY),
        ("Osteoarthritis", Condition.OSTEOARTHRITIS),
        ("Front of the knee", Condition.PATELLOFEMORAL),
        ("IT band", Condition.IT_BAND),
        ("No name yet", Unnamed.NOT_TOLD),
    ],
)
def test_one_thing_was_told(qtbot: QtBot, filters: RoutineFilters, name: str, told: Condition | Unnamed) -> None:
    press(qtbot, filters, "Condition: Osteoarthritis", f"Condition: {name}")
    assert filters.choices == Choices(told=told)


def test_unfolded_there_is_area_place_tool_and_length(qtbot: QtBot, filters: RoutineFilters) -> None:
    changes: list[Choices] = []
    filters.changed.connect(lambda: changes.append(filters.choices))
    press(qtbot, filters, "More choices", "Area: Calf", "Place: Chair", "Place: Wall", "Tool: Ball")
    press(qtbot, filters, "Length: Short, 5 min", "Place: Wall")
    assert filters.choices == Choices(
        areas=frozenset({Area.CALF}),
        positions=frozenset({Position.CHAIR}),
        tools=frozenset({Tool.BALL}),
        lengths=frozenset({Length.SHORT}),
    )
    assert changes[-1] == filters.choices


def test_folded_away_again_the_button_says_what_is_chosen(qtbot: QtBot, filters: RoutineFilters) -> None:
    press(qtbot, filters, "More choices", "Area: Calf", "Tool: Hands", "Fewer choices")
    assert "Area: Calf" not in seen(filters)
    assert "More choices: Calf, Hands" in seen(filters)
    assert filters.choices.areas == {Area.CALF}


def test_clearing_keeps_what_one_was_told(qtbot: QtBot, filters: RoutineFilters) -> None:
    press(qtbot, filters, "Condition: IT band")
    assert "Clear choices" not in seen(filters)
    press(qtbot, filters, "More choices", "Area: Calf")
    with qtbot.waitSignal(filters.changed):
        press(qtbot, filters, "Clear choices")
    assert filters.choices == Choices(told=Condition.IT_BAND)
    assert "Clear choices" not in seen(filters)
    filters.clear()
    assert filters.choices == Choices()


def test_favourites_and_done_lately_are_offered_where_there_are_any(qtbot: QtBot, filters: RoutineFilters) -> None:
    filters.offer(favourites=True, lately=False)
    assert "Favourites" in seen(filters)
    assert "Done lately" not in seen(filters)
    press(qtbot, filters, "Favourites")
    assert filters.choices == Choices(only_favourites=True)
    filters.offer(favourites=False, lately=True)
    press(qtbot, filters, "Done lately")
    assert filters.choices == Choices(only_done_lately=True)


def test_counts_are_of_each_choice_with_what_is_chosen_already(qtbot: QtBot, filters: RoutineFilters) -> None:
    asked: list[Choices] = []
    filters.show_counts(lambda choices: asked.append(choices) or 0)
    told = [*Unnamed, *Condition]
    assert sorted(asked, key=lambda each: told.index(each.told)) == [Choices(told=each) for each in told], (
        "nothing is counted that nobody sees"
    )
    press(qtbot, filters, "Condition: IT band", "More choices", "Tool: Ball")
    filters.show_counts(lambda choices: len(choices.tools))
    assert button(filters, "Tool: Ball").text() == "Ball · 1"
    assert button(filters, "Tool: Hands").text() == "Hands · 2"


def test_a_chip_never_gets_narrower_so_that_none_moves_away_under_the_mouse(
    qtbot: QtBot, filters: RoutineFilters
) -> None:
    press(qtbot, filters, "More choices")
    filters.show_counts(lambda _choices: 100)
    wide = button(filters, "Tool: Ball").sizeHint().width()
    filters.show_counts(lambda _choices: 1)
    assert button(filters, "Tool: Ball").minimumWidth() == wide


def test_what_folds_out_stands_in_columns(qtbot: QtBot, filters: RoutineFilters) -> None:
    press(qtbot, filters, "More choices")
    filters.resize(1000, filters.heightForWidth(1000))
    filters.grab()
    firsts = [button(filters, name) for name in ("Area: Front of thigh", "Place: Chair", "Tool: Hands")]
    assert len({first.mapTo(filters, first.rect().topLeft()).x() for first in firsts}) == 1


@pytest.mark.parametrize(("width", "text_size", "is_folded"), [(828, 150, True), (828, 100, False), (1652, 150, False)])
def test_large_letters_leave_one_line_where_there_is_little_room(
    qtbot: QtBot, filters: RoutineFilters, dressed: QApplication, width: int, text_size: int, is_folded: bool
) -> None:
    press(qtbot, filters, "Condition: IT band")
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    filters.resize(width, 400)
    filters.grab()
    assert filters._told.isHidden() is is_folded
    if is_folded:
        assert seen(filters) == ["More choices: IT band"]
        press(qtbot, filters, "More choices: IT band")
        assert "Condition: Any" in seen(filters)
        assert "Fewer choices" in seen(filters)
