"""How hard to press, from 0 to 10, as a number and a row of cells."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kneeguide.ui.theme import LINE, Colours
from kneeguide.ui.widgets.boxes import STEP

MOST = 10
_CELL, _GAP = 4 * STEP, STEP


class PressureMeter(QProgressBar):
    """Ten cells, as many of them filled as the pressure asks for. The number belongs beside it, in words."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.setRange(0, MOST)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Pressure, 0 to 10"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._colours = colours
        self.update()

    def show_pressure(self, pressure: int) -> None:
        """Fill this many cells."""
        self.setValue(pressure)
        self.update()

    def sizeHint(self) -> QSize:
        """Ten cells side by side."""
        return QSize(MOST * _CELL + (MOST - 1) * _GAP, _CELL)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(MOST):
            painter.setPen(QPen(QColor(self._colours.control), LINE))
            painter.setBrush(QColor(self._colours.muscle if number < self.value() else self._colours.off))
            cell = QRectF(number * (_CELL + _GAP), 0, _CELL, _CELL)
            painter.drawRoundedRect(cell.adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2), STEP, STEP)
        painter.end()
