"""What all charts share: points that arrow keys and mouse walk through, each with words for what is there."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.ui.theme import FOCUS_LINE, Colours, TextRole, font_for
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.key_focus import shows_focus

_NARROWEST = 75 * STEP
_MOVES: Mapping[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChartPicture(QWidget):
    """A painted chart. ``pointed`` carries the words of the point that is looked at, empty for none; ``approached``
    whether mouse or keyboard is there."""

    pointed = Signal(str)
    approached = Signal(bool)

    def __init__(self, colours: Colours, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self._words: tuple[str, ...] = ()
        self._here: int | None = None
        self._moves = _MOVES
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time and numbers run to the right in any language

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self.colours = colours
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """What each point says, in the order of the keys."""
        return self._words

    @property
    def here(self) -> int | None:
        """The number of the point that is looked at."""
        return self._here

    def show_summary(self, summary: str) -> None:
        """Say all of it in a few sentences, to those who do not see it."""
        self.setAccessibleDescription(summary)

    @abstractmethod
    def height_at(self, width: int) -> int:
        """How high it is at a width, in pixels."""

    @abstractmethod
    def places(self) -> Sequence[QRectF]:
        """Where each point is, to be found by the mouse and framed by the keys."""

    @abstractmethod
    def paint(self, painter: QPainter) -> None:
        """Paint all but the frame round the point."""

    def sizeHint(self) -> QSize:
        return QSize(100 * STEP, self.height_at(max(self.width(), _NARROWEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.height_at(max(self.width(), _NARROWEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and a frame where the keys are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(chart_font())
        self.paint(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._here is not None:
            painter.setPen(QPen(QColor(self.colours.ink), 2))
            painter.drawRoundedRect(self.places()[self._here].adjusted(-2, -2, 2, 2), STEP, STEP)
        if shows_focus(self):
            painter.setPen(QPen(QColor(self.colours.ink), FOCUS_LINE))
            edge = FOCUS_LINE / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 2 * STEP, 2 * STEP)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for letters of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from point to point, Home and End go to the first and the last."""
        last = len(self._words) - 1
        if last >= 0 and event.key() in self._moves:
            start = last if self._here is None else self._here + self._moves[event.key()]
            self._look_at(min(last, max(0, start)))
        elif last >= 0 and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._look_at(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the point under the mouse."""
        found = next((n for n, place in enumerate(self.places()) if place.contains(event.position())), None)
        if found is not None and found != self._here:
            self._point_at(found)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.approached.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.approached.emit(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.approached.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look away."""
        super().focusOutEvent(event)
        self._point_at(None)
        self.approached.emit(self.underMouse())

    def show_points(self, words: Sequence[str]) -> None:
        """Replace the points by those with these words."""
        self._words = tuple(words)
        self._point_at(None)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.height_at(self.width()))

    def _look_at(self, point: int) -> None:
        self._point_at(point)
        announce(self, self._words[point])

    def _point_at(self, point: int | None) -> None:
        self._here = point
        self.pointed.emit("" if point is None else self._words[point])
        self.update()


def chart_font() -> QFont:
    """The letters of all charts."""
    return font_for(TextRole.BODY)


def width_of(words: str) -> float:
    """How wide words are in a chart, in pixels."""
    return QFontMetricsF(chart_font()).horizontalAdvance(words)


def line_height() -> float:
    """How high a line of words is in a chart, in pixels."""
    return QFontMetricsF(chart_font()).height()
