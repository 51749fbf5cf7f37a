"""Buttons for a page where Space belongs to the timer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kneeguide.ui.widgets.buttons import Button


class RunButton(Button):
    """A button that no click gives the focus, that Enter presses, and that leaves every other key to its page.

    Whoever pauses with Space right after pressing a button with the mouse or with Tab must never press it again.
    """

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; hand on the rest."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two: nothing here leads to another page, and steps may be passed over quickly."""
        self.mousePressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hand on: a press by key is over at once."""
        event.ignore()
