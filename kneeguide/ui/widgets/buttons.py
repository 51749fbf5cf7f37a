"""Buttons by what they are for. Their text is shown as it is written, ampersands included."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kneeguide.ui.widgets.look import set_look


class Button(QPushButton):
    """A push button of one kind.

    ``primary`` is the one next step of a page, ``plain`` any other, ``stop`` ends something, ``link`` is quiet,
    ``chip``, ``nav`` and ``scale`` stay down when chosen, ``yes`` and ``no`` answer a question.
    """

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setCheckable(kind in ("chip", "nav", "scale", "yes", "no"))  # before a screen reader hears of it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.set_label(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does, once for each time it is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one click: its second half may fall on a button of the page that the first opened."""
        event.accept()

    def set_kind(self, kind: str) -> None:
        """Become more or less prominent: ``primary``, ``plain``, ``stop`` or ``link``."""
        set_look(self, "kind", kind)

    def set_label(self, text: str) -> None:
        """Show this text and give it to screen readers."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
