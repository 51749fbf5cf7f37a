"""Minutes, one bar for each week, month or year."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy

from kneeguide.core.history_sums import Span, TimeSum
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_picture import ChartPicture
from kneeguide.ui.widgets.chart_plot import Plot, paint_ground, plot_in

_HEIGHT = 52 * STEP
_BROADEST = 10 * STEP
_GRADES = (1, 2, 5)


class BarChart(ChartPicture):
    """Bars from zero up. A span without a session has none."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._times: tuple[TimeSum, ...] = ()
        self._labels: tuple[str, ...] = ()

    def show_times(self, times: Sequence[TimeSum], span: Span) -> None:
        """Show a bar for each of these."""
        self._times = tuple(times)
        self._labels = tuple(chart_wording.slot_short(span, each.first) for each in times)
        self.setAccessibleName(chart_wording.times_heading(span))
        self.show_points([chart_wording.time_point(each, span) for each in times])

    def height_at(self, _width: int) -> int:
        return round(_HEIGHT * letter_scale())

    def _fit(self) -> None:
        """Bars can be as high as there is room for, where the card beside is higher."""
        self.setMinimumHeight(self.height_at(self.width()))

    def places(self) -> Sequence[QRectF]:
        plot = self._plot()
        return [plot.column(slot) for slot in range(plot.slots)]

    def paint(self, painter: QPainter) -> None:
        plot = self._plot()
        paint_ground(painter, plot, self._labels, self.colours)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.lead))
        breadth = min(_BROADEST, plot.slot_width * 0.7)
        for slot, each in enumerate(self._times):
            if each.seconds > 0:
                top = min(plot.up(each.seconds / 60), plot.room.bottom() - 2)
                bar = QRectF(plot.across(slot) - breadth / 2, top, breadth, plot.room.bottom() - top)
                painter.drawRect(bar)

    def _plot(self) -> Plot:
        most = max((each.seconds / 60 for each in self._times), default=0)
        ticks = {float(value): str(value) for value in scale_to(most)}
        return plot_in(QSizeF(self.size()), len(self._times), ticks)


def scale_to(most: float) -> list[int]:
    """Round numbers from 0 to at least ``most``, three to six of them."""
    step, power = 1, 1
    while most > 5 * step:
        grade = _GRADES[(_GRADES.index(step // power) + 1) % len(_GRADES)]
        power *= 10 if grade == 1 else 1
        step = grade * power
    return [step * n for n in range(max(2, ceil(most / step)) + 1)]
