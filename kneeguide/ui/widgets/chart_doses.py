"""Time for each muscle of each leg, as bars from left to right, beside the most for one day where that applies."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kneeguide.core.history_sums import DoseSum
from kneeguide.core.plan import DOSE_CAP
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import Colours
from kneeguide.ui.time_wording import clock_time
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_picture import ChartPicture, line_height, width_of

_ROW = 9 * STEP
_BAR = 4 * STEP


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

    def height_at(self, _width: int) -> int:
        return _ROW * max(1, len(self._doses)) + (round(line_height()) + STEP if self._capped else 0) + 2 * STEP

    def places(self) -> Sequence[QRectF]:
        return [QRectF(STEP, STEP + n * _ROW, self.width() - 2 * STEP, _ROW) for n in range(len(self._doses))]

    def paint(self, painter: QPainter) -> None:
        names = [chart_wording.dose_name(each) for each in self._doses]
        times = [chart_wording.dose_time(each, is_one_day=self._capped) for each in self._doses]
        if not names:
            return
        left = max(map(width_of, names)) + 5 * STEP
        room = self.width() - left - max(map(width_of, times)) - 5 * STEP
        most = max(*(each.seconds for each in self._doses), DOSE_CAP if self._capped else 0.0)
        bottom = STEP + _ROW * len(names)
        if self._capped:
            self._paint_cap(painter, left + room * DOSE_CAP / most, bottom)
        for place, each, name, time in zip(self.places(), self._doses, names, times, strict=True):
            beside = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(self.colours.ink))
            painter.drawText(place.adjusted(STEP, 0, 0, 0), beside | Qt.AlignmentFlag.AlignLeft, name)
            bar = QRectF(left, place.center().y() - _BAR / 2, max(2.0, room * each.seconds / most), _BAR)
            painter.drawText(QRectF(bar.right() + 2 * STEP, place.top(), self.width(), _ROW), beside, time)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.lead))
            painter.drawRoundedRect(bar, STEP / 2, STEP / 2)

    def _paint_cap(self, painter: QPainter, across: float, bottom: float) -> None:
        painter.setPen(QPen(QColor(self.colours.care), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(QPointF(across, STEP), QPointF(across, bottom)))
        words = clock_time(DOSE_CAP)
        painter.setPen(QColor(self.colours.care))
        middle = min(across, self.width() - width_of(words) / 2 - 2 * STEP)
        below = QRectF(middle - width_of(words), bottom, 2 * width_of(words), line_height())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)
