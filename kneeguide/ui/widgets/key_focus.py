"""Where the keyboard is, is shown to whoever uses it: round what was just clicked, a ring would look like an answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOption

_POINTED = "pointed"
"""The property of a window that is worked with a mouse, a finger or a pen at the moment."""

_POINTING = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)


def shows_focus(widget: QWidget) -> bool:
    """Whether a widget has the keyboard and is to show it."""
    return widget.hasFocus() and not is_pointed(widget)


def is_pointed(widget: QWidget) -> bool:
    """Whether the last thing that the user did in its window was to point at something, not to press a key."""
    return bool(widget.window().property(_POINTED))


def hide_focus(option: "QStyleOption") -> None:
    """Let a style paint as if the keyboard were elsewhere."""
    # Not above: it makes 500 enumerated values, which no start has time for, and nothing is pressed before one.
    from PySide6.QtWidgets import QStyle

    option.state &= ~QStyle.StateFlag.State_HasFocus


class KeyFocus(QObject):
    """Notes what comes into a window from outside. Until something does, its focus is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def watch(self) -> None:
        """Begin, or go on, now that the window is on the screen."""
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note, and let it pass."""
        kind = event.type()
        if kind in _POINTING:
            self._note(pointed=True)
        elif kind is QEvent.Type.KeyPress:
            self._note(pointed=False)
        return False

    def _note(self, *, pointed: bool) -> None:
        if pointed is is_pointed(self._window):
            return
        self._window.setProperty(_POINTED, pointed)
        here = QApplication.focusWidget()
        if here is not None:
            here.update()
