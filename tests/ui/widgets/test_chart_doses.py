"""Muscles: longer bars for more time, and the most for a day where the time is one day."""

from chart_pixels import count_of, painted
from on_screen import on_screen
from pytestqt.qtbot import QtBot

from kneeguide.core.history_sums import DoseSum
from kneeguide.core.routine import Muscle, Side
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.chart_doses import DoseChart

DOSES = [DoseSum(Muscle.QUADS, Side.LEFT, 200), DoseSum(Muscle.VASTUS_LATERALIS, Side.RIGHT, 50)]


def chart_of(qtbot: QtBot, doses: list[DoseSum], *, is_one_day: bool) -> DoseChart:
    chart = DoseChart(LIGHT, "Muscles")
    chart.show_doses(doses, is_one_day=is_one_day)
    on_screen(qtbot, chart, 580, 300)
    return chart


def test_the_line_of_the_day_is_there_only_for_a_day(qtbot: QtBot) -> None:
    assert count_of(painted(chart_of(qtbot, DOSES, is_one_day=True)), LIGHT.care) > 20
    assert count_of(painted(chart_of(qtbot, DOSES, is_one_day=False)), LIGHT.care) == 0


def test_a_row_for_each_muscle_and_leg(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, DOSES, is_one_day=True)
    assert chart.words == ("Front of thigh, left leg: 3:20", "Outer front of thigh, right leg: 0:50")
    image = painted(chart)
    longer, shorter = (
        sum(image.pixelColor(x, round(place.center().y())).name().upper() == LIGHT.lead for x in range(580))
        for place in chart.places()
    )
    assert longer > 3 * shorter > 0


def test_none_and_too_much_can_be_painted(qtbot: QtBot) -> None:
    assert not painted(chart_of(qtbot, [], is_one_day=True)).isNull()
    chart = chart_of(qtbot, [DoseSum(Muscle.CALF, None, 9000)], is_one_day=True)
    assert count_of(painted(chart), LIGHT.care) > 20
