"""Paints the outlines of a drawn person into the room that there is, large enough to fill it."""

from collections.abc import Iterable, Mapping
from itertools import starmap
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTransform

from kneeguide.core.figure_role import FigureRole

if TYPE_CHECKING:
    from kneeguide.core.drawing import Bounds, Drawing, Shape
    from kneeguide.core.outline import Point

Outlined = tuple[FigureRole, QPolygonF]
"""What a shape is, and its outline."""


def fitted(frame: "Bounds", room: QRectF) -> QTransform:
    """From body heights, up from the floor, to pixels: the frame as large as it can be in the middle of the room."""
    left, bottom, right, top = frame
    scale = min(room.width() / (right - left), room.height() / (top - bottom))
    across = room.center().x() - (left + right) / 2 * scale
    down = room.center().y() + (bottom + top) / 2 * scale
    return QTransform(scale, 0, 0, -scale, across, down)


def outlined(shape: "Shape") -> Outlined:
    """A shape ready to be painted, in body heights."""
    return shape.role, QPolygonF(list(starmap(QPointF, shape.points)))


def paint(painter: QPainter, shapes: Iterable[Outlined], colours: Mapping[FigureRole, str]) -> None:
    """Fill shapes one over the other."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for role, outline in shapes:
        painter.setBrush(QColor(colours[role]))
        painter.drawPolygon(outline, Qt.FillRule.WindingFill)


def travelled(one: "Drawing", other: "Drawing") -> float:
    """How far the part that moves most moves from one drawing of a pose to another, in body heights."""
    pairs = zip(one.shapes, other.shapes, strict=True)
    return max((_apart(a.points, b.points) for a, b in pairs if a != b), default=0.0)


def _apart(one: "Iterable[Point]", other: "Iterable[Point]") -> float:
    """How far the boxes round two outlines lie apart: their points are not always counted from the same one."""
    return max(abs(a - b) for a, b in zip(_box(one), _box(other), strict=True))


def _box(points: "Iterable[Point]") -> "Bounds":
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
