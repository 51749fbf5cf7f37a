"""The time left in a step, to be read from across the room.

Underneath is a progress bar, so that a screen reader meets something with a role and a value. That value moves in steps
of ten seconds: nobody wants each second read out.
"""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kneeguide.core.stage import StageKind
from kneeguide.ui.theme import LINE, STEP, Colours, TextRole, font_for

DIGITS = 0.42
"""Height of the digits as a share of the ring's."""
_BREADTH = 0.84
"""Of the digits at the most, as a share of what is inside of the ring."""
_RING, _THIN_RING = 0.07, 0.03
_SPOKEN_STEP = 10
_MEASURED = 25 * STEP
"""How large letters are where it is measured how they grow, in pixels."""


class CountdownRing(QProgressBar):
    """A ring that empties, with what is left in it. Work has a broad ring; all other time a thin, grey one."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._share = 1.0
        self._digits = ""
        self._caption = ""
        self._kind = StageKind.GET_READY
        self._paused = False
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Seconds left in this step"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._colours = colours
        self.update()

    def show_time(
        self, remaining: float, length: float, digits: str, caption: str, kind: StageKind, *, paused: bool
    ) -> None:
        """Show ``remaining`` of ``length`` seconds, as ``digits`` above ``caption``, or that alone and large."""
        shown = (remaining / length if length else 0.0, digits, caption, kind, paused)
        if shown == (self._share, self._digits, self._caption, self._kind, self._paused):
            return
        self._share, self._digits, self._caption, self._kind, self._paused = shown
        self.setMaximum(math.ceil(length))
        self.setValue(min(math.ceil(length), math.ceil(remaining / _SPOKEN_STEP) * _SPOKEN_STEP))
        self.update()

    @property
    def digit_height(self) -> float:
        """Height of the digits as they are painted, in pixels."""
        return _height_of_digits(self._digit_font(self._digits))

    def sizeHint(self) -> QSize:
        """Room for a ring that can be read on a desk."""
        return QSize(60 * STEP, 60 * STEP)

    def minimumSizeHint(self) -> QSize:
        """The least that holds legible digits."""
        return QSize(24 * STEP, 24 * STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, what is left of it, and the digits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        at_work = self._kind is StageKind.WORK and not self._paused
        thickness = side * (_RING if at_work else _THIN_RING)
        inset = side * _RING / 2 + 1
        ring = QRectF(
            (self.width() - side) / 2 + inset, (self.height() - side) / 2 + inset, side - 2 * inset, side - 2 * inset
        )
        for colour, width in ((self._colours.control, thickness), (self._colours.off, thickness - 2 * LINE)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(ring)
        if self._share > 0:
            colour = self._colours.lead if at_work else self._colours.quiet
            painter.setPen(QPen(QColor(colour), thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(ring, 90 * 16, -round(self._share * 360 * 16))
        self._paint_words(painter, ring.center())
        painter.end()

    def _paint_words(self, painter: QPainter, centre: QPointF) -> None:
        if not self._digits:
            self._paint_caption_alone(painter, centre)
            return
        font = self._digit_font(self._digits)
        metrics = QFontMetricsF(font)
        height = _height_of_digits(font)
        baseline = centre.y() + height * (0.32 if self._caption else 0.5)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.quiet if self._paused else self._colours.ink))
        painter.drawText(QPointF(centre.x() - metrics.horizontalAdvance(self._digits) / 2, baseline), self._digits)
        caption = self._caption_font()
        wide = QFontMetricsF(caption)
        painter.setFont(caption)
        painter.setPen(QColor(self._colours.ink if self._paused else self._colours.quiet))
        painter.drawText(
            QPointF(centre.x() - wide.horizontalAdvance(self._caption) / 2, baseline + wide.ascent() * 1.45),
            self._caption,
        )

    def _paint_caption_alone(self, painter: QPainter, centre: QPointF) -> None:
        font = font_for(TextRole.TITLE, _MEASURED)
        room = min(self.width(), self.height()) * (1 - 2 * _RING) * _BREADTH
        font.setPixelSize(
            max(1, int(_MEASURED * room / max(1.0, QFontMetricsF(font).horizontalAdvance(self._caption))))
        )
        box = QFontMetricsF(font).tightBoundingRect(self._caption)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.ink))
        painter.drawText(centre - box.center(), self._caption)

    def _digit_font(self, digits: str) -> QFont:
        """The letters that give the digits their height, or less if so many do not fit into the ring."""
        side = min(self.width(), self.height())
        font = font_for(TextRole.TITLE, _MEASURED)
        wanted = side * DIGITS / _height_of_digits(font)
        room = side * (1 - 2 * _RING) * _BREADTH
        widest = room / max(1.0, QFontMetricsF(font).horizontalAdvance(digits))
        font.setPixelSize(max(1, math.ceil(_MEASURED * min(wanted, widest))))
        return font

    def _caption_font(self) -> QFont:
        font = font_for(TextRole.TITLE if self._paused else TextRole.BODY)
        share = 0.115 if self._paused else 0.07
        font.setPixelSize(max(1, round(min(self.width(), self.height()) * share)))
        return font


def side_for(digits: float) -> int:
    """How large a ring has to be for any two digits of this height, in pixels."""
    digits *= 1.03  # letters come in whole pixels
    font = font_for(TextRole.TITLE, _MEASURED)
    widest = 2 * max(map(QFontMetricsF(font).horizontalAdvance, "0123456789"))
    breadth = widest * digits / _height_of_digits(font)
    return math.ceil(max(digits / DIGITS, breadth / (1 - 2 * _RING) / _BREADTH)) + 2


def _height_of_digits(font: QFont) -> float:
    return QFontMetricsF(font).tightBoundingRect("0").height()
