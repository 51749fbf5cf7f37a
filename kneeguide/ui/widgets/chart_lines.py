"""A few small lines over time, each with marks of its own shape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_marks import Mark, draw_mark
from kneeguide.ui.widgets.chart_picture import ChartPicture
from kneeguide.ui.widgets.chart_plot import Plot, paint_ground, plot_in

_HEIGHT = 48 * STEP
_RADIUS, _LEAST_RADIUS = 5.0, 3.5
_APART = 2.2
"""Radii from one mark to the next where they have the same value."""


@dataclass(frozen=True)
class Line:
    """Values by slot, in the colour of a role. ``joined``: with a line from mark to mark."""

    mark: Mark
    role: str
    values: Mapping[int, float]
    joined: bool = True


class LineChart(ChartPicture):
    """Lines over the same slots of time."""

    def __init__(self, colours: Colours, name: str, ticks: Mapping[float, str]) -> None:
        super().__init__(colours, name)
        self._ticks = ticks
        self._lines: tuple[Line, ...] = ()
        self._labels: tuple[str, ...] = ()

    def show_lines(self, lines: Sequence[Line], labels: Sequence[str], words: Sequence[str]) -> None:
        """Show these. ``labels`` and ``words``: one for each slot, below it and of what is in it."""
        self._lines = tuple(lines)
        self._labels = tuple(labels)
        self.show_points(words)

    def height_at(self, _width: int) -> int:
        return round(_HEIGHT * letter_scale())

    def places(self) -> Sequence[QRectF]:
        plot = self._plot()
        return [plot.column(slot) for slot in range(plot.slots)]

    def paint(self, painter: QPainter) -> None:
        plot = self._plot()
        paint_ground(painter, plot, self._labels, self.colours)
        radius = min(_RADIUS * letter_scale(), max(_LEAST_RADIUS, plot.slot_width / 3))
        for number, line in enumerate(self._lines):
            colour = getattr(self.colours, line.role)
            points = [
                plot.at(slot, value) + QPointF(self._aside(number, slot) * radius, 0)
                for slot, value in sorted(line.values.items())
            ]
            if line.joined:
                painter.setPen(QPen(QColor(colour), 2))
                painter.drawPolyline(points)
            for point in points:
                draw_mark(painter, line.mark, point, radius, colour, self.colours.card)

    def _aside(self, number: int, slot: int) -> float:
        """How far a mark stands from the middle of its slot, in its own radius: equal values stand side by side."""
        value = self._lines[number].values[slot]
        equal = [each for each, line in enumerate(self._lines) if line.values.get(slot) == value]
        return (equal.index(number) - (len(equal) - 1) / 2) * _APART

    def _plot(self) -> Plot:
        return plot_in(QSizeF(self.size()), len(self._labels), self._ticks)
