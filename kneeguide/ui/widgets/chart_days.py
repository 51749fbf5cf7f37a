"""A calendar: weeks from left to right, days from Monday down. A day without a session is just a day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kneeguide.core.flare import Flare
from kneeguide.core.history_sums import DaySum, Span, start_of
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_marks import Mark, draw_mark
from kneeguide.ui.widgets.chart_picture import ChartPicture, line_height, width_of

_SMALLEST, _LARGEST = 18.0, 32.0
"""Sides of a day, in pixels at the usual size of letters."""
_BROADEST = 1.5
"""How many times as broad as high a day is at most, where there are few weeks for the width."""
_WEEK = timedelta(days=7)
_MOVES: Mapping[int, int] = {Qt.Key.Key_Left: -7, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 7, Qt.Key.Key_Down: 1}


class DayChart(ChartPicture):
    """As many weeks in a row as there is room for, under the names of their months; more rows below."""

    def __init__(self, colours: Colours, name: str) -> None:
        super().__init__(colours, name)
        self._days: Mapping[date, DaySum] = {}
        self._rests: Collection[date] = ()
        self._first = self._last = date(2000, 1, 3)
        self._moves = _MOVES

    def show_days(self, days: Sequence[DaySum], rests: Collection[date], first: date, last: date) -> None:
        """Show the days from ``first`` to ``last``, whole weeks."""
        self._days = {each.day: each for each in days if first <= each.day <= last}
        self._rests = rests
        self._first, self._last = start_of(Span.WEEK, first), last
        self.show_points(
            [chart_wording.day_point(day, self._days.get(day), is_rest=day in rests) for day in self._shown()]
        )

    def height_at(self, width: int) -> int:
        return round(ceil(self._weeks() / self._weeks_across(width)) * self._band(self._cell(width))) + STEP

    def places(self) -> Sequence[QRectF]:
        across, left, cell = self._weeks_across(self.width()), self._left(), self._cell(self.width())
        band, breadth = self._band(cell), self._breadth(self.width())
        found = []
        for number in range(len(self._shown())):
            week, weekday = divmod(number, 7)
            row, column = divmod(week, across)
            top = row * band + line_height() + STEP + weekday * cell
            found.append(QRectF(left + column * breadth, top, breadth, cell))
        return found

    def paint(self, painter: QPainter) -> None:
        self._paint_names(painter)
        colours = self.colours
        for day, place in zip(self._shown(), self.places(), strict=True):
            sum_ = self._days.get(day)
            centre = place.center()
            if sum_ is not None:
                mark = Mark.SQUARE if sum_.flare is Flare.NONE else Mark.SORE
                draw_mark(painter, mark, centre, place.height() * 0.4, colours.lead, colours.card)
            elif day in self._rests:
                draw_mark(painter, Mark.DASH, centre, place.height() * 0.25, colours.ink, colours.card)
            else:
                draw_mark(painter, Mark.SQUARE, centre, place.height() * 0.4, colours.grid, colours.card)

    def _paint_names(self, painter: QPainter) -> None:
        """The names of months above the weeks in which they begin, and of days beside them."""
        across, left, cell = self._weeks_across(self.width()), self._left(), self._cell(self.width())
        band, line, breadth = self._band(cell), line_height(), self._breadth(self.width())
        painter.setPen(QColor(self.colours.quiet))
        free = 0.0
        for week in range(self._weeks()):
            row, column = divmod(week, across)
            ends = self._first + week * _WEEK + timedelta(days=6)
            begins_month = ends.day <= 7
            free = 0.0 if column == 0 else free
            x = left + column * breadth + (breadth - cell) / 2
            if (begins_month or column == 0) and x >= free:
                words = chart_wording.month(ends)
                if column == 0 and not begins_month and (ends + _WEEK).day <= 7:
                    continue
                if x + width_of(words) > self.width():
                    continue
                painter.drawText(QPointF(x, row * band + line * 0.8), words)
                free = x + width_of(words) + STEP
        for row in range(ceil(self._weeks() / across)):
            for weekday in range(0, 7, 2):
                top = row * band + line + STEP + weekday * cell
                beside = QRectF(0, top + (cell - line) / 2, left - 2 * STEP, line)
                words = chart_wording.weekday(self._first + timedelta(days=weekday))
                painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def _shown(self) -> list[date]:
        return [self._first + timedelta(days=n) for n in range((self._last - self._first).days + 1)]

    def _weeks(self) -> int:
        return ceil(((self._last - self._first).days + 1) / 7)

    def _left(self) -> float:
        return max(width_of(chart_wording.weekday(self._first + timedelta(days=n))) for n in range(7)) + 3 * STEP

    def _weeks_across(self, width: int) -> int:
        """How many weeks stand in a row: rows are as even as can be."""
        fitting = max(4, int(self._room(width) / (_SMALLEST * letter_scale())))
        return ceil(self._weeks() / ceil(self._weeks() / fitting))

    def _cell(self, width: int) -> float:
        sides = _SMALLEST * letter_scale(), _LARGEST * letter_scale()
        return min(sides[1], max(sides[0], self._room(width) / self._weeks_across(width)))

    def _breadth(self, width: int) -> float:
        """From one week to the next: few weeks stand apart, so that they reach across the card."""
        cell = self._cell(width)
        return min(_BROADEST * cell, max(cell, self._room(width) / self._weeks_across(width)))

    def _room(self, width: int) -> float:
        return width - self._left() - STEP

    def _band(self, cell: float) -> float:
        return line_height() + STEP + 7 * cell + 2 * STEP
