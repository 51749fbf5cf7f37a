"""The ground of a chart over time: a scale of values on the left, slots of time from left to right below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_picture import line_height, width_of

_WIDEST_SLOT = 24 * STEP


@dataclass(frozen=True)
class Plot:
    """Where values and slots lie. ``ticks``: words by value, the lowest and the highest among them."""

    room: QRectF
    slots: int
    ticks: Mapping[float, str]

    def across(self, slot: float) -> float:
        """The middle of a slot, from the left of the widget. Few slots stand close together on the left."""
        return self.room.left() + (slot + 0.5) * self.slot_width

    @property
    def slot_width(self) -> float:
        """Pixels for each slot."""
        return min(_WIDEST_SLOT, self.room.width() / max(1, self.slots))

    def up(self, value: float) -> float:
        """The height of a value, from the top of the widget."""
        lowest, highest = min(self.ticks), max(self.ticks)
        return self.room.bottom() - (value - lowest) / (highest - lowest) * self.room.height()

    def at(self, slot: float, value: float) -> QPointF:
        """Where a value of a slot lies."""
        return QPointF(self.across(slot), self.up(value))

    def column(self, slot: int) -> QRectF:
        """All of a slot."""
        left = self.room.left() + slot * self.slot_width
        return QRectF(left, self.room.top(), self.slot_width, self.room.height())


def plot_in(size: QSizeF, slots: int, ticks: Mapping[float, str]) -> Plot:
    """A plot that fills a widget and leaves room for the words round it."""
    left = max(width_of(words) for words in ticks.values()) + 3 * STEP
    line = line_height()
    return Plot(QRectF(left, line, size.width() - left - 2 * STEP, size.height() - 2.7 * line - STEP), slots, ticks)


def paint_ground(painter: QPainter, plot: Plot, labels: Sequence[str], colours: Colours) -> None:
    """Paint the scale, and under the slots as many of their labels as there is room for."""
    line = line_height()
    for value, words in plot.ticks.items():
        height = plot.up(value)
        painter.setPen(QPen(QColor(colours.control if value == min(plot.ticks) else colours.grid), 1))
        painter.drawLine(QPointF(plot.room.left(), height), QPointF(plot.room.right(), height))
        painter.setPen(QColor(colours.quiet))
        beside = QRectF(0, height - line / 2, plot.room.left() - 2 * STEP, line)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    if not labels:
        return
    widest = max(width_of(label) for label in labels) + 4 * STEP
    stride = max(1, ceil(widest / plot.slot_width))
    right = plot.room.right() + 2 * STEP
    for slot in range(0, len(labels), stride):
        middle = min(plot.across(slot), right - width_of(labels[slot]) / 2)
        below = QRectF(middle - widest / 2, plot.room.bottom() + line / 2, widest, line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, labels[slot])
