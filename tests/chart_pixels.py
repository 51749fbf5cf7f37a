"""What has been painted: which colours are on a widget, and where."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def painted(widget: QWidget) -> QImage:
    """The widget as it looks, one pixel for one."""
    return widget.grab().toImage()


def colour_at(image: QImage, point: QPointF) -> str:
    """The colour of a point, as ``#RRGGBB``."""
    return image.pixelColor(round(point.x()), round(point.y())).name().upper()


def count_of(image: QImage, colour: str) -> int:
    """How many pixels have exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))
