"""The calendar: sessions, sore days and rest have shapes of their own; the other days are just days."""

from datetime import date, timedelta

import pytest
from chart_pixels import colour_at, painted
from on_screen import on_screen
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.flare import Flare
from kneeguide.core.history_sums import DaySum
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.chart_days import DayChart

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


DAYS = [DaySum(day(0), 1), DaySum(day(8), 1, Flare.AFTER)]


def chart_of(qtbot: QtBot, last: date, width: int = 600) -> DayChart:
    chart = DayChart(LIGHT, "Days")
    on_screen(qtbot, chart, width, 300)
    chart.show_days(DAYS, {day(9)}, day(1), last)
    return chart


def test_whole_weeks_are_shown_and_each_day_says_what_was(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, day(27))
    assert len(chart.words) == 28
    assert chart.words[0] == "Mon 2 Mar 2026: no session"
    assert chart.words[8] == "Tue 10 Mar 2026: one session, knee more sore after it"
    assert chart.words[9] == "Wed 11 Mar 2026: rest after a sore day"


def test_sessions_are_painted_in_their_places(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, day(27))
    image = painted(chart)
    assert colour_at(image, chart.places()[9].center()) == LIGHT.ink
    corner = QPointF(-4, -4)
    assert colour_at(image, chart.places()[8].center() + corner) == LIGHT.lead
    assert colour_at(image, chart.places()[8].center()) != LIGHT.lead
    assert colour_at(image, chart.places()[20].center()) not in (LIGHT.ink, LIGHT.lead)


def test_arrows_go_by_day_and_by_week(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, day(27))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(chart, key)
    assert chart.here == 9
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.here == 2


@pytest.mark.parametrize("width", [580, 880])
def test_a_year_is_laid_out_inside_at_any_width(qtbot: QtBot, width: int) -> None:
    chart = chart_of(qtbot, day(365), width)
    assert len(chart.words) == 366
    for place in chart.places():
        assert chart.rect().toRectF().contains(place)
        assert place.width() >= 18


def test_few_weeks_have_larger_days_than_many_and_grow_with_the_letters(qtbot: QtBot, dressed: QApplication) -> None:
    many, few = chart_of(qtbot, day(365)), chart_of(qtbot, day(27))
    assert few.places()[0].height() >= 28 > many.places()[0].height()
    assert few.places()[7].left() - few.places()[0].left() > 28
    usual = few.places()[0].height()
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    assert few.places()[0].height() == 2 * usual
