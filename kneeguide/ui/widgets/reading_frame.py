"""The frame round what is read: it is moved with the keys, and shows that they go there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kneeguide.ui.theme import STEP
from kneeguide.ui.widgets.look import set_look


class ReadingFrame(QScrollArea):
    """One stop for Tab, whatever is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("reading", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(12 * STEP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A frame shows where the keys go, save to whoever came with the mouse: it is a large one."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            set_look(self, "reading", "keys")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        set_look(self, "reading", "plain")
