"""The pace, seen: a dot that goes to and fro with the stroke, or in and out with the breath where a step is a hold."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.core.stroke import stroke_share
from kneeguide.ui.theme import LINE, Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP

_LENGTH, _HEIGHT = 1 / 6, 1 / 36
"""Of the track, as shares of the page's height."""
_DOT = 0.7
"""Height of the dot as a share of its track's: it lies inside, so that nobody takes it for something to drag."""
_WORDS = 0.9
"""Size of the letters as a share of the dot's height."""
_GAP = 2 * STEP


class PaceDot(QWidget):
    """A dot between two ends. It knows no time: it is told the phase of the stroke, in [0, 1)."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._share = 0.0
        self._goes_out = True
        self._breathes = False
        self._reduced = False
        self._size = QSize(30 * STEP, 5 * STEP)
        self.setAccessibleName(self.tr("Pace"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._colours = colours
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Step once at each turn instead of gliding."""
        self._reduced = reduced

    def scale_to(self, height: int) -> None:
        """Size the dot for a page of this height, in pixels."""
        self._size = QSize(max(25 * STEP, round(height * _LENGTH)), max(5 * STEP, round(height * _HEIGHT)))
        self.updateGeometry()

    def show_breath(self, breathes: bool) -> None:
        """Name the two ends as breathing out and in, or not at all."""
        self._breathes = breathes
        self.updateGeometry()
        self.update()

    def show_phase(self, phase: float) -> None:
        """Put the dot where the stroke is."""
        goes_out = phase < 0.5
        share = float(goes_out) if self._reduced else stroke_share(phase)
        if goes_out == self._goes_out and abs(share - self._share) * self.width() < 1:
            return
        self._share, self._goes_out = share, goes_out
        self.update()

    def sizeHint(self) -> QSize:
        """A short line; with room for the two words where there are any."""
        words = round(sum(map(self._width_of, self._words())))
        return QSize(self._size.width() + words + 2 * _GAP * bool(words), self._size.height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, the words at its ends, and the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        size = float(self._size.height())
        begin, end = self._words()
        left = self._width_of(begin) + _GAP * bool(begin)
        track = QRectF(left, (self.height() - size) / 2, self._size.width(), size)
        painter.setPen(QPen(QColor(self._colours.control), LINE))
        painter.setBrush(QColor(self._colours.off))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.lead))
        at = track.left() + size / 2 + self._share * (track.width() - size)
        painter.drawEllipse(QPointF(at, track.center().y()), size * _DOT / 2, size * _DOT / 2)
        for word, x, is_now in ((begin, 0.0, not self._goes_out), (end, track.right() + _GAP, self._goes_out)):
            font = font_for(TextRole.STRONG if is_now else TextRole.BODY)
            font.setPixelSize(self._letters)
            painter.setFont(font)
            painter.setPen(QColor(self._colours.ink if is_now else self._colours.quiet))
            painter.drawText(QPointF(x, track.center().y() + QFontMetricsF(font).capHeight() / 2), word)
        painter.end()

    @property
    def _letters(self) -> int:
        return max(15, round(self._size.height() * _WORDS))

    def _words(self) -> tuple[str, str]:
        return (self.tr("out"), self.tr("in")) if self._breathes else ("", "")

    def _width_of(self, word: str) -> float:
        font = font_for(TextRole.STRONG)
        font.setPixelSize(self._letters)
        return QFontMetricsF(font).horizontalAdvance(word)
