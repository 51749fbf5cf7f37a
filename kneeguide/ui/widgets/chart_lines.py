"""A few small lines over time, each with marks of its own shape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_marks import Mark, draw_mark
from kneeguide.ui.widgets.chart_picture import ChartPicture
from kneeguide.ui.widgets.chart_plot import Plot, paint_ground, plot_in

_HEIGHT = 48 * STEP
_RADIUS, _LEAST_RADIUS = 5.0, 3.5


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
        for line in self._lines:
            colour = getattr(self.colours, line.role)
            points = [plot.at(slot, value) for slot, value in sorted(line.values.items())]
            if line.joined:
                painter.setPen(QPen(QColor(colour), 2))
                painter.drawPolyline(points)
            for point in points:
                draw_mark(
                    painter,
                    line.mark,
                    point,
                    min(_RADIUS, max(_LEAST_RADIUS, plot.slot_width / 3)),
                    colour,
                    self.colours.card,
                )

    def _plot(self) -> Plot:
        return plot_in(QSizeF(self.size()), len(self._labels), self._ticks)
