"""Pairs of pain: a ring before, a disc after, a diamond the next day; a gap where nothing was answered."""

from datetime import date, timedelta

from chart_pixels import colour_at, count_of, painted
from on_screen import on_screen
from PySide6.QtCore import QPointF, QSizeF
from pytestqt.qtbot import QtBot

from kneeguide.core.history_sums import Span
from kneeguide.core.pain_pair import PainPair
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.chart_pain import TICKS, PainChart
from kneeguide.ui.widgets.chart_plot import plot_in

MONDAY = date(2026, 3, 2)


def chart_of(qtbot: QtBot, pain: list[PainPair], span: Span = Span.SESSION) -> PainChart:
    chart = PainChart(LIGHT, "Knee pain")
    on_screen(qtbot, chart, 600, 240)
    chart.show_pain(pain, span)
    return chart


def test_the_marks_lie_at_their_values(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, [PainPair(MONDAY, 7, 2, None), PainPair(MONDAY, None, 0, 9)])
    image = painted(chart)
    plot = plot_in(QSizeF(chart.size()), 2, TICKS)
    assert colour_at(image, plot.at(0, 2)) == LIGHT.lead
    assert colour_at(image, plot.at(0, 7)) == LIGHT.card
    assert colour_at(image, plot.at(1, 0)) == LIGHT.lead
    assert colour_at(image, plot.at(1, 9) + QPointF(12, 0)) == LIGHT.care


def test_no_answer_is_no_mark(qtbot: QtBot) -> None:
    answered = count_of(painted(chart_of(qtbot, [PainPair(MONDAY, None, 0, None)])), LIGHT.lead)
    assert answered > 20
    assert count_of(painted(chart_of(qtbot, [PainPair(MONDAY, 0, None, None)])), LIGHT.lead) == 0


def test_a_week_without_an_answer_keeps_its_place(qtbot: QtBot) -> None:
    pain = [PainPair(MONDAY, 5, 4, None, 2), PainPair(MONDAY + timedelta(days=21), 3, None, None, 1)]
    chart = chart_of(qtbot, pain, Span.WEEK)
    assert len(chart.places()) == 4
    assert chart.words[1] == "Week of 9 Mar 2026: not answered"
    assert chart.words[3].startswith("Week of 23 Mar 2026: before 3, after not answered")


def test_none_and_many_can_be_painted(qtbot: QtBot) -> None:
    for count in (0, 1, 40, 500):
        chart = chart_of(qtbot, [PainPair(MONDAY, 5, 4, 3)] * count)
        assert len(chart.words) == count
        assert not painted(chart).isNull()
