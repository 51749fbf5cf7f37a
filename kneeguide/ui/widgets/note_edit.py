"""A note for oneself that cannot be lost: it is told as soon as the user turns to something else."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kneeguide.ui.widgets.boxes import STEP


class NoteEdit(QPlainTextEdit):
    """``noted`` carries the text when it has changed."""

    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setAccessibleName(self.tr("A note for yourself"))
        self.setPlaceholderText(self.tr("What felt good, what did not"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(22 * STEP)

    @property
    def note(self) -> str:
        """What is written."""
        return self.toPlainText().strip()

    def show_note(self, note: str) -> None:
        """Show a note without telling anybody."""
        self._kept = note
        self.setPlainText(note)

    def keep(self) -> None:
        """Tell of the note if it has changed."""
        if self.note != self._kept:
            self._kept = self.note
            self.noted.emit(self.note)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep it when the page is left by any other way."""
        self.keep()
        super().hideEvent(event)
