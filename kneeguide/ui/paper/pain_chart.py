"""Knee pain before, after and the day after, on paper: marks differ in shape, so that grey print tells them apart."""

from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kneeguide.core.pain import LEAST, MOST
from kneeguide.core.pain_pair import PainPair
from kneeguide.ui.paper import letters
from kneeguide.ui.paper.document import PainPairs, Style
from kneeguide.ui.paper.pieces import QUIET, Drawn, Piece, line, line_at, line_to
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.pain_pair import AFTER, paint_moment, paint_pair

HEIGHT = letters.millimetres(40)
_GUTTER = letters.millimetres(8)
"""Left of the marks, for the numbers."""
_DOT = letters.millimetres(1.0)
"""Half the width of a mark."""
_SLOT = letters.millimetres(14)
"""The most room that one pair takes, so that two sessions do not stand at the ends of the page."""


def pieces(pairs: PainPairs, width: float) -> list[Piece]:
    """The chart from its upper left corner on: key, scale, marks, days."""
    small = letters.font(Style.SMALL)
    row = QFontMetricsF(small).height()
    made: list[Piece] = []
    across = _GUTTER
    for number, words in enumerate(pairs.key):
        mark = QRectF(across, 0, row, row)
        made.append(Drawn(mark, partial(_key, number)))
        made.append(line(words, small, across + row * 1.2, 0))
        across = made[-1].room.right() + row
    field = QRectF(_GUTTER, row * 2, width - _GUTTER, HEIGHT)
    made += [
        line_to(str(number), small, _GUTTER - row / 2, _height(number, field) - row / 2, QUIET)
        for number in range(LEAST, MOST + 1, 5)
    ]
    slot = min(_SLOT, field.width() / max(1, len(pairs.chart.pairs)))
    made.append(Drawn(field, lambda painter, room: _draw(painter, room, pairs.chart.pairs, slot)))
    return made + _days(pairs.days, field, slot)


def _key(moment: int, painter: QPainter, room: QRectF) -> None:
    paint_moment(painter, moment, room.center(), _DOT, LIGHT)


def _days(days: tuple[str, ...], field: QRectF, slot: float) -> list[Piece]:
    """The days below the marks: as many as there is room for, the first always."""
    small = letters.font(Style.SMALL)
    made: list[Piece] = []
    end = 0.0
    for number, day in enumerate(days):
        below = line_at(day, small, field.left() + slot * (number + 0.5), field.bottom() + _DOT * 2, QUIET)
        below = below.moved(max(0.0, -below.room.left()), 0)
        below = below.moved(min(0.0, field.right() - below.room.right()), 0)
        if below.room.left() > end:
            made.append(below)
            end = below.room.right() + _DOT * 2
    return made


def _height(rating: float, field: QRectF) -> float:
    return field.bottom() - (rating - LEAST) / (MOST - LEAST) * field.height()


def _draw(painter: QPainter, field: QRectF, pairs: tuple[PainPair, ...], slot: float) -> None:
    for number in range(LEAST, MOST + 1):
        strong = number in (LEAST, MOST)
        painter.setPen(QPen(QColor(QUIET if strong else LIGHT.line), 8 if strong else 6))
        painter.drawLine(QLineF(field.left(), _height(number, field), field.right(), _height(number, field)))
    size = min(_DOT, slot / 7)
    for place, pair in enumerate(pairs):
        middle = field.left() + slot * (place + 0.5)

        def at(moment: int, rating: float, middle: float = middle) -> QPointF:
            """Side by side, for the order to show without colour."""
            return QPointF(middle + 2 * size * (moment - AFTER), _height(rating, field))

        paint_pair(painter, pair, at, size, LIGHT)
