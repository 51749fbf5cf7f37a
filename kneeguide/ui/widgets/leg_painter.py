"""Paints a section of the map of the legs: solid colour where to work, stripes where never to."""

from itertools import starmap
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from kneeguide.core.leg_map import MapRole, MapShape, Section, draw
from kneeguide.core.routine import Technique
from kneeguide.ui.theme import Colours

_FAINT = 0.45
"""Strength of the leg that is not worked on."""
_HAIR = 420
"""Pixels of a leg's height for each pixel of a line's breadth."""
_CONTOURS_FROM = 180
"""Height of a leg, in pixels, from which muscle contours and folds are drawn."""
_STRIPE, _LEAST_STRIPE, _PAINTED = 0.0165, 4.5, 0.28
"""From one stripe to the next in heights of a leg, and at least in pixels; the share of it that is painted."""
_FADE = 0.035
"""How far flesh fades out where it is cut off, in heights of a leg."""
_RIM = 2
"""Pixels round a section for the breadth of outlines."""


class Inks(NamedTuple):
    """The colours of a map. ``edge`` sets the muscle off from the skin, ``sign`` is what is drawn on the muscle."""

    skin: QColor
    line: QColor
    muscle: QColor
    edge: QColor
    sign: QColor
    stop: QColor
    on_stop: QColor

    @classmethod
    def of(cls, colours: Colours) -> "Inks":
        """The colours for a theme. Skin is neutral."""
        muscle, ink, paper = QColor(colours.muscle), QColor(colours.ink), QColor(colours.paper)
        return cls(
            skin=QColor(colours.off),
            line=QColor(colours.control),
            muscle=muscle,
            edge=ink,
            sign=max(ink, paper, key=lambda colour: abs(colour.lightnessF() - muscle.lightnessF())),
            stop=QColor(colours.stop),
            on_stop=QColor(colours.on_stop),
        )


def paint_section(
    painter: QPainter, section: Section, technique: Technique | None, inks: Inks, at: QPointF, leg: float
) -> None:
    """Paint a section with its upper left corner at ``at`` and ``leg`` pixels to a leg, with soft edges where flesh is
    cut off."""
    ratio = painter.device().devicePixelRatioF()
    ends = QRectF(0, 0, section.breadth * leg + 2 * _RIM, section.height * leg + 2 * _RIM)
    picture = blank((ends.size() * ratio).toSize(), ratio)
    inside = QPainter(picture)
    inside.setRenderHint(QPainter.RenderHint.Antialiasing)
    to_pixels = QTransform(leg, 0, 0, -leg, _RIM - section.box[0] * leg, _RIM + section.box[3] * leg)
    for shape in draw(section, technique):
        _paint_shape(inside, shape, inks, to_pixels, leg)
    _fade_out(inside, section, ends, _RIM + _FADE * leg, inks.line)
    inside.end()
    painter.drawPixmap(at - QPointF(_RIM, _RIM), picture)


def stripe(painter: QPainter, path: QPainterPath, colour: QColor, leg: float) -> None:
    """Fill a path with stripes fit for a leg of a height in pixels, and draw round it."""
    gap = max(_LEAST_STRIPE, _STRIPE * leg)
    box = path.boundingRect()
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, max(1.5, _PAINTED * gap)))
    first = (box.left() + box.top()) // gap
    stripes = []
    for count in range(ceil((box.width() + box.height()) / gap) + 1):
        rises = (first + count) * gap
        stripes.append(QLineF(rises - box.top(), box.top(), rises - box.bottom(), box.bottom()))
    painter.drawLines(stripes)
    painter.restore()
    painter.strokePath(path, QPen(colour, max(1.0, leg / _HAIR)))


def blank(size: QSize, ratio: float) -> QPixmap:
    """A clear picture of a size in pixels of the screen."""
    pixmap = QPixmap(size.expandedTo(QSize(1, 1)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _paint_shape(painter: QPainter, shape: MapShape, inks: Inks, to_pixels: QTransform, leg: float) -> None:
    path = QPainterPath()
    path.addPolygon(to_pixels.map(QPolygonF(list(starmap(QPointF, shape.points)))))
    hair = max(1.0, leg / _HAIR)
    if shape.role is not MapRole.LINE:
        path.closeSubpath()
    match shape.role:
        case MapRole.BODY:
            faint = QColor(inks.skin)
            faint.setAlphaF(_FAINT)
            painter.fillPath(path, faint)
        case MapRole.LEG:
            painter.fillPath(path, inks.skin)
        case MapRole.OUTLINE:
            painter.strokePath(path, QPen(inks.line, hair))
        case MapRole.MUSCLE:
            painter.fillPath(path, inks.muscle)
            painter.strokePath(path, QPen(inks.edge, 1.2 * hair))
        case MapRole.LINE:
            if leg >= _CONTOURS_FROM:
                painter.strokePath(path, QPen(inks.line, 0.8 * hair))
        case MapRole.KEEP_OFF:
            stripe(painter, path, inks.stop, leg)
        case MapRole.TRAVEL:
            painter.fillPath(path, inks.sign)


def _fade_out(painter: QPainter, section: Section, ends: QRectF, far: float, solid: QColor) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    left, below, right, above = section.cut
    for is_cut, start, end in (
        (left, ends.topLeft(), QPointF(far, 0)),
        (below, ends.bottomLeft(), QPointF(0, ends.bottom() - far)),
        (right, ends.topRight(), QPointF(ends.right() - far, 0)),
        (above, ends.topLeft(), QPointF(0, far)),
    ):
        if is_cut:
            fade = QLinearGradient(start, end)
            fade.setColorAt(0, Qt.GlobalColor.transparent)
            fade.setColorAt(1, solid)
            painter.fillRect(ends, fade)
