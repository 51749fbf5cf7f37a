"""What is seen to move, which says how often the time has to be told."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget


class Motion(StrEnum):
    """The liveliest thing in sight: the figure, or the ring alone; or nothing but digits that change each second."""

    FIGURE = "figure"
    RING = "ring"
    NOTHING = "nothing"


def is_in_sight(widget: QWidget) -> bool:
    """Whether a widget can be seen: shown, in a window that is neither hidden nor put away."""
    window = widget.window().windowHandle()
    return widget.isVisible() and window is not None and window.isExposed()
