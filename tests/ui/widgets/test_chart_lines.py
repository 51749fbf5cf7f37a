"""Small lines: each value has its mark, and a line leads from mark to mark where that is wanted."""

from chart_pixels import colour_at, painted
from on_screen import on_screen
from PySide6.QtCore import QPointF, QSizeF
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.chart_lines import Line, LineChart
from kneeguide.ui.widgets.chart_marks import Mark
from kneeguide.ui.widgets.chart_plot import plot_in

TICKS = {0.0: "0", 10.0: "10"}


def test_marks_and_the_line_between_them(qtbot: QtBot) -> None:
    chart = LineChart(LIGHT, "Activities", TICKS)
    chart.show_lines(
        [Line(Mark.DISC, "lead", {0: 2, 2: 2}), Line(Mark.SQUARE, "care", {0: 8, 2: 8}, joined=False)],
        ["a", "b", "c"],
        ["one", "two", "three"],
    )
    on_screen(qtbot, chart, 500, 192)
    image = painted(chart)
    plot = plot_in(QSizeF(chart.size()), 3, TICKS)
    assert [colour_at(image, plot.at(slot, 2)) for slot in range(3)] == [LIGHT.lead] * 3
    assert [colour_at(image, plot.at(slot, 8)) == LIGHT.care for slot in range(3)] == [True, False, True]
    assert len(chart.places()) == len(chart.words) == 3


def test_equal_values_stand_side_by_side(qtbot: QtBot) -> None:
    chart = LineChart(LIGHT, "Activities", TICKS)
    chart.show_lines([Line(Mark.DISC, "lead", {0: 4}), Line(Mark.SQUARE, "care", {0: 4})], ["a"], ["one"])
    on_screen(qtbot, chart, 500, 192)
    image = painted(chart)
    middle = plot_in(QSizeF(chart.size()), 1, TICKS).at(0, 4)
    assert colour_at(image, middle - QPointF(6, 0)) == LIGHT.lead
    assert colour_at(image, middle + QPointF(6, 0)) == LIGHT.care
