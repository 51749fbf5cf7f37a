"""Knee pain around one session, as it is painted on the screen and on paper: a ring before, a disc after, a diamond the
next day. Shapes tell them apart, so that nobody has to go by colour and a grey print still says which is which."""

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from kneeguide.core.pain_pair import PainPair
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.chart_marks import Mark, draw_mark

BEFORE, AFTER, NEXT_DAY = 0, 1, 2
"""The moments, in the order in which they are asked about."""

_MARKS = (Mark.RING, Mark.DISC, Mark.DIAMOND)
_SIZES = (1.0, 0.75, 2 / 3)
"""So that a disc lies inside a ring in the same place."""
_LINE = 1 / 3


def paint_moment(painter: QPainter, moment: int, centre: QPointF, size: float, colours: Colours) -> None:
    """Paint the mark of a moment. ``size``: half the width of a ring."""
    colour = (colours.ink, colours.lead, colours.care)[moment]
    draw_mark(painter, _MARKS[moment], centre, size * _SIZES[moment], colour, colours.card, size * _LINE)


def paint_pair(
    painter: QPainter, pair: PainPair, at: Callable[[int, float], QPointF], size: float, colours: Colours
) -> None:
    """Paint what was answered, before and after joined by a line. ``at``: where a rating of a moment lies."""
    if pair.before is not None and pair.after is not None:
        painter.setPen(QPen(QColor(colours.control), size * _LINE))
        painter.drawLine(at(BEFORE, pair.before), at(AFTER, pair.after))
    for moment, rating in ((NEXT_DAY, pair.next_day), (BEFORE, pair.before), (AFTER, pair.after)):
        if rating is not None:
            paint_moment(painter, moment, at(moment, rating), size, colours)
