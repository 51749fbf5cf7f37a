"""Chips wrap, cards stand in columns, and nothing is ever laid over or outside of anything."""

from collections.abc import Callable
from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.flow_layout import CardLayout, FlowLayout


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def laid_out(
    holder: QWidget, layout: FlowLayout | CardLayout, sizes: list[tuple[int, int]], width: int
) -> list[QWidget]:
    """Widgets of these sizes, in a holder of this width and of the height that the layout asks for."""
    holder.setLayout(layout)
    widgets: list[QWidget] = []
    for place, (wide, high) in enumerate(sizes):
        widget = QPushButton(str(place))
        widget.setMinimumSize(wide, high)
        widget.setMaximumHeight(high if isinstance(layout, FlowLayout) else 10_000)
        layout.addWidget(widget)
        widgets.append(widget)
    holder.resize(width, layout.heightForWidth(width))
    holder.grab()
    return widgets


@pytest.mark.parametrize("width", [120, 250, 400, 1000])
@pytest.mark.parametrize("kind", [FlowLayout, partial(FlowLayout, even=True), CardLayout])
def test_everything_is_inside_and_nothing_overlaps(
    holder: QWidget, kind: Callable[[], FlowLayout | CardLayout], width: int
) -> None:
    widgets = laid_out(holder, kind(), [(80, 30), (120, 44), (60, 44), (100, 20), (90, 44)], width)
    room = QRect(0, 0, width, holder.height())
    assert all(room.contains(widget.geometry()) for widget in widgets)
    assert not any(one.geometry().intersects(two.geometry()) for one, two in combinations(widgets, 2))


def test_a_line_is_filled_before_the_next_begins_and_its_items_are_level(holder: QWidget) -> None:
    first, second, third = laid_out(holder, FlowLayout(), [(80, 20), (80, 44), (80, 44)], 200)
    assert first.geometry().center().y() == second.geometry().center().y()
    assert third.x() == first.x()
    assert third.y() > second.geometry().bottom()


def test_what_is_lower_can_stand_at_the_top_of_its_line(holder: QWidget) -> None:
    lower, higher = laid_out(holder, FlowLayout(at_top=True), [(80, 20), (80, 44)], 200)
    assert lower.y() == higher.y()


def test_even_lines_leave_nothing_alone_in_the_last(holder: QWidget) -> None:
    widgets = laid_out(holder, FlowLayout(even=True), [(80, 44)] * 7, 6 * 88)
    assert [widget.y() == 0 for widget in widgets] == [True] * 4 + [False] * 3


def test_even_lines_are_one_line_where_one_does(holder: QWidget) -> None:
    widgets = laid_out(holder, FlowLayout(even=True), [(80, 44)] * 3, 400)
    assert {widget.y() for widget in widgets} == {0}


@pytest.mark.parametrize(("width", "columns"), [(250, 1), (640, 2), (932, 3), (1200, 4)])
def test_cards_take_as_many_columns_as_fit_and_are_equal(holder: QWidget, width: int, columns: int) -> None:
    cards = laid_out(holder, CardLayout(), [(100, 80), (100, 140), (100, 90), (100, 60), (100, 60)], width)
    assert len({card.x() for card in cards}) == columns
    assert len({card.width() for card in cards}) == 1
    assert len({card.height() for card in cards[:columns]}) == 1


def test_there_can_be_a_limit_to_the_columns(holder: QWidget) -> None:
    cards = laid_out(holder, CardLayout(most_columns=2), [(100, 80), (100, 140), (100, 90)], 2000)
    assert len({card.x() for card in cards}) == 2


@pytest.mark.parametrize("kind", [FlowLayout, CardLayout])
def test_what_is_hidden_takes_no_room(holder: QWidget, kind: type[FlowLayout | CardLayout]) -> None:
    layout = kind()
    widgets = laid_out(holder, layout, [(80, 44), (80, 44), (80, 44)], 90)
    full = layout.heightForWidth(90)
    widgets[1].hide()
    assert layout.heightForWidth(90) < full
    for widget in widgets:
        widget.hide()
    assert layout.heightForWidth(90) == 0


def test_items_can_be_taken_out_again(holder: QWidget) -> None:
    layout = FlowLayout()
    widgets = laid_out(holder, layout, [(80, 44), (80, 44)], 300)
    layout.removeWidget(widgets[0])
    assert layout.count() == 1
    assert layout.itemAt(0).widget() is widgets[1]
    assert layout.itemAt(1) is None
    assert layout.takeAt(5) is None
