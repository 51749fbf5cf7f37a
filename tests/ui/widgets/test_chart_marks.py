"""Marks differ by shape, whatever their colour."""

from itertools import combinations

import pytest
from on_screen import on_screen
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.chart_marks import Legend, Mark, draw_mark


def drawn(mark: Mark) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, mark, QPointF(12, 12), 6, "#000000", "#FFFFFF")
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> int:
    """Pixels of which one is dark where the other is light."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 128
        for x in range(24)
        for y in range(24)
    )


@pytest.mark.parametrize(("one", "other"), tuple(combinations(Mark, 2)))
def test_any_two_can_be_told_apart_without_colour(qtbot: QtBot, one: Mark, other: Mark) -> None:
    assert difference(drawn(one), drawn(other)) >= 8


@pytest.mark.parametrize("mark", [Mark.RING, Mark.FRAME])
def test_hollow_ones_show_the_ground(qtbot: QtBot, mark: Mark) -> None:
    assert drawn(mark).pixelColor(12, 12).lightness() == 255


def test_a_legend_says_what_each_means_and_can_be_replaced(qtbot: QtBot) -> None:
    legend = Legend(LIGHT, ((Mark.RING, "ink", "before"), (Mark.DISC, "lead", "after")))
    on_screen(qtbot, legend, 400, 60)
    assert texts(legend) == ["before", "after"]
    legend.set_colours(DARK)
    legend.show_entries(((Mark.SQUARE, "care", "stairs"),))
    qtbot.waitUntil(lambda: texts(legend) == ["stairs"])
