"""The picture of a routine: the whole figure, and where there is room what differs, seen from close by.

A card is much smaller than the stage of a session. Most figures sit on the same chair there, and what tells one
massage from another, the tool and the muscle, would be a few pixels wide.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen, QPixmap, QTransform

from kneeguide.core.figure_role import FigureRole
from kneeguide.ui.widgets.figure_painter import Outlined, fitted, outlined, paint
from kneeguide.ui.widgets.illustration import Illustration

if TYPE_CHECKING:
    from kneeguide.core.drawing import Bounds, Drawing
    from kneeguide.ui.widgets.figure_arrangement import ArrangedFigure

_MARGIN = 0.04
"""Free room round the figure, as a share of the shorter side."""
_TELLING = frozenset({FigureRole.MUSCLE, FigureRole.TOOL, FigureRole.TOOL_RIM})
_AROUND = 1.5
"""How many times as wide as the muscle and its tool the close view is, so that one sees where it lies."""
_LEAST_VIEW = 0.16
"""Body heights that a close view shows at least."""
_LEAST_LENS = 0.6
"""The least of a close view that is worth having, as a share of the height of the picture."""
_RIM = 2.0


class TellingPicture(Illustration):
    """Shows a technique in its still form."""

    def _room(self) -> QRectF:
        margin = _MARGIN * min(self.width(), self.height())
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def _paint_figure(self, painter: QPainter, figure: "ArrangedFigure") -> None:
        (drawing,) = figure.drawings
        room = self._room()
        left, bottom, right, top = figure.frame
        width = (right - left) * min(room.width() / (right - left), room.height() / (top - bottom))
        gap = 2 * _MARGIN * room.height()
        lens = min(room.height() - 2 * _RIM, room.width() - width - gap)
        telling = _telling(drawing)
        if telling is None or lens < _LEAST_LENS * room.height():
            super()._paint_figure(painter, figure)
            return
        spare = room.width() - width - gap - lens
        spare = min(spare / 3, 6 * gap)
        whole = (room.width() - width - gap - lens - spare) / 2
        painter.save()
        painter.setTransform(fitted(figure.frame, QRectF(room.left() + whole, room.top(), width, room.height())))
        shapes = list(map(outlined, drawing.shapes))
        paint(painter, shapes, self._colours)
        painter.restore()
        centre = QPointF(room.left() + whole + width + spare + gap + lens / 2, room.center().y())
        self._paint_close_by(painter, shapes, telling, centre, lens / 2)

    def _paint_close_by(
        self, painter: QPainter, shapes: Sequence[Outlined], view: "Bounds", centre: QPointF, radius: float
    ) -> None:
        ratio = self.devicePixelRatioF()
        side = max(1, round(2 * radius * ratio))
        seen = QPixmap(side, side)
        seen.fill(self.palette().color(QPalette.ColorRole.Base))
        inner = QPainter(seen)
        inner.setTransform(fitted(view, QRectF(0, 0, side, side)))
        paint(inner, shapes, self._colours)
        inner.end()
        lens = QBrush(seen)  # a clip would leave steps all along the edge
        corner = centre - QPointF(radius, radius)
        lens.setTransform(QTransform(1 / ratio, 0, 0, 1 / ratio, corner.x(), corner.y()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(lens)
        painter.setPen(QPen(QColor(self._colours[FigureRole.FURNITURE]), _RIM))
        painter.drawEllipse(centre, radius, radius)


def _telling(drawing: "Drawing") -> "Bounds | None":
    """The square round the muscle and the tool, in body heights; None for a figure that has neither."""
    points = [point for shape in drawing.shapes if shape.role in _TELLING for point in shape.points]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    half = max(_LEAST_VIEW, (max(xs) - min(xs)) * _AROUND, (max(ys) - min(ys)) * _AROUND) / 2
    across, up = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return across - half, up - half, across + half, up + half
