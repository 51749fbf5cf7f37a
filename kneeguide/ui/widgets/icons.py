"""The small pictures that stand beside words: drawn by us in one weight, in the colour of the words they stand beside.

Qt could read them as SVG, but the first window shows some and would wait for what reads any SVG there is. Ours are
lines and curves in one path each, so a few lines do.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kneeguide.core.routine import Position, Tool
from kneeguide.ui.theme import STEP, letter_scale

GRID = 24
"""Units of the drawings, across and down."""
WEIGHT = 2
"""Of every line, in the same units."""
_SIZE = 5 * STEP
"""Pixels at the usual size of letters."""
_GAP = 2 * STEP
"""Pixels between an icon and the words of its button; Qt leaves half of them."""


class Icon(StrEnum):
    """What an icon stands for, and the name of its file."""

    ROUTINES = "routines"
    HISTORY = "history"
    LEARN = "learn"
    SETTINGS = "settings"
    CLOCK = "clock"
    CHAIR = "chair"
    WALL = "wall"
    FLOOR = "floor"
    HANDS = "hands"
    STICK = "stick"
    BALL = "ball"
    ROLLER = "roller"
    STEPS = "steps"
    PRESSURE = "pressure"
    STAR = "star"
    PRINT = "print"
    EXPORT = "export"
    IMPORT = "import"
    REPORT = "report"
    ADD = "add"
    PLAN = "plan"
    BACK = "back"
    AGAIN = "again"
    INFO = "info"
    WARNING = "warning"
    DONE = "done"
    PHONE = "phone"


def icon_for(kind: Position | Tool) -> Icon:
    """What stands beside the name of a place or of a tool."""
    return Icon(kind.value)


def icon_size() -> int:
    """Pixels across and down, in proportion to the letters that the user chose."""
    return round(_SIZE * letter_scale())


def outline(icon: Icon) -> QPainterPath:
    """The lines of an icon on its grid. Empty if its file is gone: the words beside it say the same."""
    return _read(QDir.searchPaths("icons")[0], icon) if QDir.searchPaths("icons") else QPainterPath()


@cache
def _read(folder: str, icon: Icon) -> QPainterPath:
    path = QPainterPath()
    try:
        text = Path(folder, f"{icon}.svg").read_text(encoding="utf-8")
    except OSError:
        return path
    parts = iter(text.partition(' d="')[2].partition('"')[0].split())

    def point() -> QPointF:
        return QPointF(float(next(parts)), float(next(parts)))

    for letter in parts:
        match letter:
            case "M":
                path.moveTo(point())
            case "L":
                path.lineTo(point())
            case "C":
                path.cubicTo(point(), point(), point())
            case _:
                path.closeSubpath()
    return path


def paint_icon(painter: QPainter, icon: Icon, place: QRectF, colour: QColor) -> None:
    """Draw an icon into a square place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / GRID, place.height() / GRID)
    painter.setPen(QPen(colour, WEIGHT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline(icon))
    painter.restore()


def button_icon_size() -> QSize:
    """Room for an icon on a button, with what keeps it apart from the words."""
    return QSize(icon_size() + _GAP // 2, icon_size())


def clear_pixmap(size: QSize) -> QPixmap:
    """Room for a picture, with nothing in it."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def button_icon(icon: Icon, colour: QColor, *, mirrored: bool) -> QPixmap:
    """An icon for a button, sharp enough for the finest screen. ``mirrored``: the words are on its left."""
    room = button_icon_size()
    ratio = max(screen.devicePixelRatio() for screen in QApplication.screens())
    pixmap = clear_pixmap(room * ratio)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    left = room.width() - room.height() if mirrored else 0
    paint_icon(painter, icon, QRectF(left, 0, room.height(), room.height()), colour)
    painter.end()
    return pixmap


class IconMark(QWidget):
    """An icon beside words. It tells screen readers nothing, as the words tell all.

    ``role``: the colour of the theme's palette in which it is drawn.
    """

    def __init__(
        self, icon: Icon, role: QPalette.ColorRole = QPalette.ColorRole.WindowText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon(self) -> Icon:
        """What it shows."""
        return self._icon

    def sizeHint(self) -> QSize:
        return QSize(icon_size(), icon_size())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters."""
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, QRectF(self.rect()), self.palette().color(self._role))
        painter.end()
