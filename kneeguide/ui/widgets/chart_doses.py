"""Time for each muscle of each leg, as bars from left to right, beside the most for one day where that applies."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kneeguide.core.dose import DOSE_CAP
from kneeguide.core.history_sums import DoseSum
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import Colours
from kneeguide.ui.time_wording import clock_time
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_picture import ChartPicture, line_height, width_of

_BAR = 4 * STEP
_MOST_FOR_NAMES = 0.5
"""Share of the width beyond which names would leave no room for bars."""


class DoseChart(ChartPicture):
    """One row a muscle and leg: its name, its bar, its time."""

    def __init__(self, colours: Colours, name: str) -> None:
        super().__init__(colours, name)
        self._doses: tuple[DoseSum, ...] = ()
        self._capped = False

    def show_doses(self, doses: Sequence[DoseSum], *, is_one_day: bool) -> None:
        """Show these, against the most for a day if they are of one day."""
        self._doses = tuple(doses)
        self._capped = is_one_day
        self.show_points([chart_wording.dose_point(each, is_one_day=is_one_day) for each in doses])

    def height_at(self, width: int) -> int:
        below = line_height() + STEP if self._capped else 0
        return round(self._row(width) * max(1, len(self._doses)) + below) + 2 * STEP

    def places(self) -> Sequence[QRectF]:
        row = self._row(self.width())
        return [QRectF(STEP, STEP + n * row, self.width() - 2 * STEP, row) for n in range(len(self._doses))]

    def paint(self, painter: QPainter) -> None:
        if not self._doses:
            return
        times = [chart_wording.dose_time(each, is_one_day=self._capped) for each in self._doses]
        stacked = self._is_stacked(self.width())
        left = 2 * STEP if stacked else self._name_width() + 5 * STEP
        room = self.width() - left - max(map(width_of, times)) - 5 * STEP
        most = max(*(each.seconds for each in self._doses), DOSE_CAP if self._capped else 0.0)
        places = self.places()
        if self._capped:
            self._paint_cap(painter, left + room * DOSE_CAP / most, places[-1].bottom())
        middle = Qt.AlignmentFlag.AlignVCenter
        for place, each, time in zip(places, self._doses, times, strict=True):
            named, barred = QRectF(place), QRectF(place)
            if stacked:
                named.setHeight(line_height())
                barred.setTop(named.bottom())
            painter.setPen(QColor(self.colours.ink))
            painter.drawText(named.adjusted(STEP, 0, 0, 0), middle, chart_wording.dose_name(each))
            bar = QRectF(left, barred.center().y() - _BAR / 2, max(2.0, room * each.seconds / most), _BAR)
            painter.drawText(QRectF(bar.right() + 2 * STEP, barred.top(), self.width(), barred.height()), middle, time)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.lead))
            painter.drawRoundedRect(bar, STEP / 2, STEP / 2)

    def _row(self, width: int) -> float:
        """The height of a row. Where letters are large, the name has a line of its own."""
        return (2 if self._is_stacked(width) else 1) * line_height() + 4 * STEP

    def _is_stacked(self, width: int) -> bool:
        return self._name_width() > width * _MOST_FOR_NAMES

    def _name_width(self) -> float:
        return max((width_of(chart_wording.dose_name(each)) for each in self._doses), default=0.0)

    def _paint_cap(self, painter: QPainter, across: float, bottom: float) -> None:
        painter.setPen(QPen(QColor(self.colours.care), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(QPointF(across, STEP), QPointF(across, bottom)))
        words = clock_time(DOSE_CAP)
        painter.setPen(QColor(self.colours.care))
        middle = min(across, self.width() - width_of(words) / 2 - 2 * STEP)
        below = QRectF(middle - width_of(words), bottom, 2 * width_of(words), line_height())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)
