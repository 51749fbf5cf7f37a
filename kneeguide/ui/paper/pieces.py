"""What a page is made of once everything has its place, and how that is painted: the same on a screen, a printer and in
a file. Every piece knows the room it takes, so that a test can tell whether two of them get in each other's way."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.figure_view import Picture

INK, QUIET, CARE, RULE = LIGHT.ink, LIGHT.quiet, LIGHT.care, LIGHT.control
"""Colours on paper, whatever the theme of the window."""
HAIRLINE = 8
"""Width of a rule, in dots."""


@dataclass(frozen=True)
class Line:
    """One line of text, as wide and high as its letters."""

    room: QRectF
    text: str
    font: QFont
    colour: str = INK

    def moved(self, across: float, down: float) -> "Line":
        """The same elsewhere."""
        return Line(self.room.translated(across, down), self.text, self.font, self.colour)

    def paint(self, painter: QPainter) -> None:
        """Set its letters on their base line."""
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        painter.drawText(QPointF(self.room.left(), self.room.top() + QFontMetricsF(self.font).ascent()), self.text)


@dataclass(frozen=True)
class Rule:
    """A thin line across the top of its room."""

    room: QRectF

    def moved(self, across: float, down: float) -> "Rule":
        """The same elsewhere."""
        return Rule(self.room.translated(across, down))

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        painter.setPen(QPen(QColor(RULE), HAIRLINE))
        painter.drawLine(self.room.topLeft(), self.room.topRight())


@dataclass(frozen=True)
class Drawn:
    """Something without letters that paints itself into its room."""

    room: QRectF
    draw: Callable[[QPainter, QRectF], None]

    def moved(self, across: float, down: float) -> "Drawn":
        """The same elsewhere."""
        return Drawn(self.room.translated(across, down), self.draw)

    def paint(self, painter: QPainter) -> None:
        """Draw it, and leave the painter as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self.room)
        painter.restore()


Piece = Line | Rule | Drawn


@dataclass(frozen=True)
class Leaf:
    """One page with everything in its place. A ``Picture``: whoever can show one can show a page."""

    size: QSizeF
    pieces: tuple[Piece, ...]

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it into a place of its proportions."""
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(place.width() / self.size.width(), place.height() / self.size.height())
        for piece in self.pieces:
            piece.paint(painter)
        painter.restore()


def line(text: str, font: QFont, left: float, top: float, colour: str = INK) -> Line:
    """A line of text from its upper left corner on."""
    metrics = QFontMetricsF(font)
    return Line(QRectF(left, top, metrics.horizontalAdvance(text), metrics.height()), text, font, colour)


def line_to(text: str, font: QFont, right: float, top: float, colour: str = INK) -> Line:
    """A line of text that ends at its upper right corner."""
    return line(text, font, right - QFontMetricsF(font).horizontalAdvance(text), top, colour)


def line_at(text: str, font: QFont, middle: float, top: float, colour: str = INK) -> Line:
    """A line of text with its middle there."""
    return line(text, font, middle - QFontMetricsF(font).horizontalAdvance(text) / 2, top, colour)


def picture(room: QRectF, shown: Picture) -> Drawn:
    """A picture, whole and in its proportions, as large as the room allows."""
    return Drawn(room, lambda painter, place: shown.paint(painter, _fitted(shown.size, place)))


def _fitted(size: QSizeF, room: QRectF) -> QRectF:
    place = QRectF(room.topLeft(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(room.center())
    return place
