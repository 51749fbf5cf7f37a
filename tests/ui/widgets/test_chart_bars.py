"""Minutes: higher bars for more, none for none, and a scale in round numbers."""

from datetime import date, timedelta

import pytest
from chart_pixels import colour_at, count_of, painted
from on_screen import on_screen
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from kneeguide.core.history_sums import Span, TimeSum
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.chart_bars import BarChart, scale_to

MONDAY = date(2026, 3, 2)


def weeks(*minutes: float) -> list[TimeSum]:
    return [TimeSum(MONDAY + timedelta(days=7 * n), 60 * each) for n, each in enumerate(minutes)]


@pytest.mark.parametrize(
    ("most", "scale"),
    [
        (0, [0, 1, 2]),
        (0.4, [0, 1, 2]),
        (5, [0, 1, 2, 3, 4, 5]),
        (7, [0, 2, 4, 6, 8]),
        (38, [0, 10, 20, 30, 40]),
        (101, [0, 50, 100, 150]),
        (5000, [0, 1000, 2000, 3000, 4000, 5000]),
    ],
)
def test_scales_are_round(most: float, scale: list[int]) -> None:
    assert scale_to(most) == scale


def test_every_bar_says_its_time_and_an_empty_week_has_none(qtbot: QtBot) -> None:
    chart = BarChart(LIGHT)
    chart.show_times(weeks(10, 0, 30), Span.WEEK)
    on_screen(qtbot, chart, 600, 208)
    assert chart.words == ("Week of 2 Mar 2026: 10 min", "Week of 9 Mar 2026: 0 min", "Week of 16 Mar 2026: 30 min")
    image = painted(chart)
    low = [place.bottom() - 4 for place in chart.places()]
    feet = [colour_at(image, QPointF(place.center().x(), y)) for place, y in zip(chart.places(), low, strict=True)]
    assert [foot == LIGHT.lead for foot in feet] == [True, False, True]
    assert chart.accessibleName() == "Minutes a week"


def test_without_any_there_is_nothing_to_see_or_to_fail(qtbot: QtBot) -> None:
    chart = BarChart(LIGHT)
    chart.show_times([], Span.WEEK)
    on_screen(qtbot, chart, 600, 208)
    assert count_of(painted(chart), LIGHT.lead) == 0


def test_it_fills_the_room_that_a_higher_card_beside_it_leaves(qtbot: QtBot) -> None:
    chart = BarChart(LIGHT)
    chart.show_times(weeks(10, 30), Span.WEEK)
    on_screen(qtbot, chart, 600, 208)
    usual = count_of(painted(chart), LIGHT.lead)
    chart.resize(600, 320)
    assert chart.height() == 320
    assert count_of(painted(chart), LIGHT.lead) > usual
