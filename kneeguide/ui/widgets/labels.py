"""The only place where labels are made.

A bare QLabel guesses whether its text is rich, and would load a picture named in a routine's title. These are always
plain.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole, font_for


class Text(QLabel):
    """Plain text in the letters of its role; long text wraps."""

    def __init__(self, role: TextRole, text: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font_for(role))
        self.setProperty("textRole", role.value)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Colour the text by what it means: ``stop``, ``care``, ``lead``, or nothing."""
        self.setProperty("tone", tone)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)


class Tag(QLabel):
    """A word or two on a tinted ground: ``lead``, ``plain``, ``side`` or ``keep-off``."""

    def __init__(self, text: str = "", kind: str = "plain", role: TextRole = TextRole.SMALL) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font_for(role))
        self.setProperty("tag", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
