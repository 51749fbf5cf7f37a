"""The shapes that tell marks of a chart apart, so that nobody has to go by colour."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text

_LINE = 2.0
_RADIUS = 6.0
"""Of a mark beside its words, in pixels at the usual size of letters."""


class Mark(Enum):
    """A shape. RING and FRAME are hollow, DASH is a short line."""

    RING = auto()
    DISC = auto()
    DIAMOND = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    FRAME = auto()
    DASH = auto()
    SORE = auto()
    """A square with a stroke through it."""


def draw_mark(
    painter: QPainter, mark: Mark, centre: QPointF, radius: float, colour: str, ground: str, line: float = _LINE
) -> None:
    """Paint one mark, on a screen or on paper. ``ground``: the colour behind it, which fills hollow ones.

    ``line``: how thick its lines are.
    """
    ink = QColor(colour)
    hollow = mark in (Mark.RING, Mark.FRAME)
    painter.setPen(QPen(ink, line) if hollow else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(ground) if hollow else ink)
    square = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    corner = radius / 2
    match mark:
        case Mark.RING | Mark.DISC:
            painter.drawEllipse(square)
        case Mark.SQUARE | Mark.FRAME:
            painter.drawRoundedRect(square, corner, corner)
        case Mark.DASH:
            painter.drawRect(QRectF(square.left(), centre.y() - line / 2, square.width(), line))
        case Mark.DIAMOND:
            reach = radius * 1.25
            painter.drawPolygon(_polygon(centre, (0, -reach), (reach, 0), (0, reach), (-reach, 0)))
        case Mark.TRIANGLE:
            painter.drawPolygon(_polygon(centre, (0, -radius), (radius, radius), (-radius, radius)))
        case Mark.SORE:
            painter.drawRoundedRect(square, corner, corner)
            painter.setPen(QPen(QColor(ground), line))
            painter.drawLine(square.bottomLeft(), square.topRight())


def _polygon(centre: QPointF, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([centre + QPointF(x, y) for x, y in corners])


class Legend(QWidget):
    """What each mark means. ``entries``: a mark, the name of its colour's role, and the words."""

    def __init__(self, colours: Colours, entries: Sequence[tuple[Mark, str, str]] = ()) -> None:
        super().__init__()
        self._colours = colours
        self._swatches: list[_Swatch] = []
        self._row = FlowLayout(self)
        self.show_entries(entries)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._colours = colours
        for swatch in self._swatches:
            swatch.set_colours(colours)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to explain."""
        return bool(self._swatches)

    def show_entries(self, entries: Sequence[tuple[Mark, str, str]]) -> None:
        """Replace what is explained."""
        while item := self._row.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._swatches = [_Swatch(self._colours, mark, role) for mark, role, _ in entries]
        for swatch, (_, _, words) in zip(self._swatches, entries, strict=True):
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(STEP)
            row.addWidget(swatch)
            row.addWidget(Text(TextRole.BODY, words, wraps=False))
            row.addSpacing(2 * STEP)
            self._row.addWidget(entry)


class _Swatch(QWidget):
    """One mark by itself."""

    def __init__(self, colours: Colours, mark: Mark, role: str) -> None:
        super().__init__()
        self._colours, self._mark, self._role = colours, mark, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        side = round(5 * STEP * letter_scale())
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Be as large as the words beside it."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QRectF(self.rect()).center()
        radius = _RADIUS * letter_scale()
        draw_mark(painter, self._mark, centre, radius, getattr(self._colours, self._role), self._colours.card)
        painter.end()
