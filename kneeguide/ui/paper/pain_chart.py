"""Knee pain before, after and the day after, on paper: marks differ in shape, so that grey print tells them apart."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from kneeguide.core.pain import LEAST, MOST
from kneeguide.core.report import PainPair
from kneeguide.ui.paper import letters
from kneeguide.ui.paper.document import PainPairs, Style
from kneeguide.ui.paper.pieces import INK, QUIET, Drawn, Piece, line, line_at, line_to
from kneeguide.ui.theme import LIGHT

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
        made.append(Drawn(mark, lambda painter, room, number=number: _mark(painter, number, room.center())))  # type: ignore[misc]
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
    dot = min(_DOT, slot / 7)
    for place, pair in enumerate(pairs):
        middle = field.left() + slot * (place + 0.5)
        across = (middle - 2 * dot, middle, middle + 2 * dot)
        ratings = (pair.before, pair.after, pair.next_day)
        marks = [
            QPointF(x, _height(rating, field)) for x, rating in zip(across, ratings, strict=True) if rating is not None
        ]
        painter.setPen(QPen(QColor(QUIET), dot / 3))
        for start, end in pairwise(marks):
            painter.drawLine(QLineF(start, end))
        for number, (x, rating) in enumerate(zip(across, ratings, strict=True)):
            if rating is not None:
                _mark(painter, number, QPointF(x, _height(rating, field)), dot)


def _mark(painter: QPainter, number: int, at: QPointF, size: float = _DOT) -> None:
    """A ring before, a full dot after, a full diamond the day after."""
    painter.setPen(QPen(QColor(INK), size / 2.5))
    painter.setBrush(QColor(Qt.GlobalColor.white) if number == 0 else QColor(INK))
    if number < 2:
        painter.drawEllipse(at, size, size)
    else:
        painter.setBrush(QColor(LIGHT.muscle))
        painter.drawPolygon(
            QPolygonF([at + QPointF(0, -size), at + QPointF(size, 0), at + QPointF(0, size), at + QPointF(-size, 0)])
        )
