"""Values lie where the scale says, and labels never run into each other."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.chart_picture import chart_font
from kneeguide.ui.widgets.chart_plot import paint_ground, plot_in

TICKS = {0.0: "0", 5.0: "5", 10.0: "10"}


@pytest.mark.parametrize("slots", [1, 2, 7, 54])
@pytest.mark.parametrize("width", [560, 880])
def test_slots_lie_side_by_side_inside_the_room(qapp: QApplication, slots: int, width: int) -> None:
    plot = plot_in(QSizeF(width, 240), slots, TICKS)
    columns = [plot.column(slot) for slot in range(slots)]
    assert all(one.right() == pytest.approx(other.left()) for one, other in pairwise(columns))
    assert columns[-1].right() <= plot.room.right() + 0.01
    assert plot.room.right() <= width


def test_more_is_higher(qapp: QApplication) -> None:
    plot = plot_in(QSizeF(600, 240), 3, TICKS)
    assert plot.up(0) == pytest.approx(plot.room.bottom())
    assert plot.up(10) == pytest.approx(plot.room.top())
    assert plot.at(1, 5).y() == pytest.approx(plot.room.center().y())
    assert plot.column(1).center().x() == pytest.approx(plot.across(1))


@pytest.mark.parametrize("slots", [0, 1, 54])
def test_the_ground_can_always_be_painted(qapp: QApplication, slots: int) -> None:
    image = QImage(600, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setFont(chart_font())
    paint_ground(painter, plot_in(QSizeF(600, 240), slots, TICKS), ["27 Nov"] * slots, LIGHT)
    painter.end()
    assert any(image.pixelColor(300, y) != QColor("#FFFFFF") for y in range(240))
