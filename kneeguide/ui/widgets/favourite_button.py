"""A star that keeps a routine among the favourites: an outline, or filled once it is one."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.key_focus import shows_focus

SIZE = 11 * STEP
_POINTS = 5
_OUTER, _INNER = 10.5, 4.6
_RADII = (_OUTER, _INNER) * _POINTS
_MOST = 1.4
"""How much a star grows with the letters, so that the ring of the focus still goes round it."""


class FavouriteButton(QAbstractButton):
    """Stays down for a favourite. ``title``: of the routine, for screen readers, where several are in view."""

    def __init__(self, colours: Colours, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.setCheckable(True)
        self.setFixedSize(SIZE, SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.tr("Favourite: {title}").format(title=title) if title else self.tr("Favourite"))
        self.setToolTip(self.tr("Favourite"))

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does, once for each time it is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:  # arrows are for the grid that it may stand in
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one click, not a change and back."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = shows_focus(self)
        if focused or self.underMouse() or self.isDown():
            ring = 3 if focused else 1
            inset = STEP + ring / 2
            painter.setPen(QPen(QColor(colours.ink if focused else colours.control), ring))
            painter.setBrush(QColor(colours.stage if self.isDown() else colours.card))
            painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        ink = QColor(colours.lead if self.isChecked() else colours.quiet)
        painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(ink if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_star(QRectF(self.rect()).center(), min(letter_scale(), _MOST)))
        painter.end()


def _star(centre: QPointF, scale: float) -> QPolygonF:
    turn = math.pi / _POINTS
    return QPolygonF(
        [
            centre + QPointF(math.sin(number * turn), -math.cos(number * turn)) * (radius * scale)
            for number, radius in enumerate(_RADII)
        ]
    )
