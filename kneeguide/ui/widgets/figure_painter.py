"""Paints the outlines of a drawn person into the room that there is, large enough to fill it."""

from collections.abc import Iterable, Mapping
from itertools import starmap

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTransform

from kneeguide.core.drawing import Bounds, Drawing, FigureRole, Shape

SEEN_TO_MOVE = 0.05
"""Body heights; what moves less from one end of a stroke to the other needs no picture of both."""


def fitted(frame: Bounds, room: QRectF) -> QTransform:
    """From body heights, up from the floor, to pixels: the frame as large as it can be in the middle of the room."""
    left, bottom, right, top = frame
    scale = min(room.width() / (right - left), room.height() / (top - bottom))
    across = room.center().x() - (left + right) / 2 * scale
    down = room.center().y() + (bottom + top) / 2 * scale
    return QTransform(scale, 0, 0, -scale, across, down)


def outline(shape: Shape) -> QPolygonF:
    """The outline of a shape, in body heights."""
    return QPolygonF(list(starmap(QPointF, shape.points)))


def paint(painter: QPainter, shapes: Iterable[Shape], colours: Mapping[FigureRole, str]) -> None:
    """Fill shapes one over the other."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for shape in shapes:
        painter.setBrush(QColor(colours[shape.role]))
        painter.drawPolygon(outline(shape), Qt.FillRule.WindingFill)


def travelled(one: Drawing, other: Drawing) -> float:
    """How far the part that moves most moves from one drawing of a pose to another, in body heights."""
    pairs = zip(one.shapes, other.shapes, strict=True)
    return max((_apart(a.points, b.points) for a, b in pairs if a != b), default=0.0)


def _apart(one: Iterable[tuple[float, float]], other: Iterable[tuple[float, float]]) -> float:
    """How far the boxes round two outlines lie apart: their points are not always counted from the same one."""
    return max(abs(a - b) for a, b in zip(box(one), box(other), strict=True))


def box(points: Iterable[tuple[float, float]]) -> Bounds:
    """The box round points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
