"""The only place where labels are made.

A bare QLabel guesses whether its text is rich, and would load a picture named in a routine's title. These are always
plain.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.look import set_look


class Text(QLabel):
    """Plain text in the letters of its role; long text wraps."""

    def __init__(self, role: TextRole, text: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self.setFont(font_for(role))
        self.setProperty("textRole", role.value)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def set_role(self, role: TextRole) -> None:
        """Speak louder or softer, in the same colour."""
        self._role = role
        self.setFont(font_for(role))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters that the user chooses."""
        if event.type() is QEvent.Type.StyleChange:
            self.setFont(font_for(self._role))
        super().changeEvent(event)

    def set_tone(self, tone: str) -> None:
        """Colour the text by what it means: ``stop``, ``care``, ``plain``, or nothing."""
        set_look(self, "tone", tone)


class Tag(QLabel):
    """A word or two on a tinted ground: ``lead``, ``plain`` or ``side``."""

    def __init__(self, text: str = "", kind: str = "plain", role: TextRole = TextRole.SMALL) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self.setFont(font_for(role))
        self.setProperty("tag", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters that the user chooses."""
        if event.type() is QEvent.Type.StyleChange:
            self.setFont(font_for(self._role))
        super().changeEvent(event)
