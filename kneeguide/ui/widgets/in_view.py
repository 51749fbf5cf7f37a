"""When a picture is drawn: once it has come into view, so that a page of many is there at once."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

LEAST_IN_VIEW = 0.125
"""The share of its height from which a picture is drawn; a row of them that only peeks in can wait."""


def is_in_view(widget: QWidget, picture: QRect, painted: QRect) -> bool:
    """Whether enough can be seen of the picture at this place of a widget, of which ``painted`` is being painted."""
    seen = widget.visibleRegion().boundingRect().united(painted).intersected(picture)
    return seen.height() >= picture.height() * LEAST_IN_VIEW
