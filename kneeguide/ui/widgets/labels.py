"""The only place where labels are made.

A bare QLabel guesses whether its text is rich, and would load a picture named in a routine's title. These are always
plain.
"""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.look import set_look


class Text(QLabel):
    """Plain text in the letters of its role; long text wraps."""

    def __init__(self, role: TextRole, text: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self._pixels: int | None = None
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

    def set_letters(self, pixels: int) -> None:
        """Keep to this size, for a page that gives its words the sizes that it has room for."""
        self._pixels = pixels
        self.setFont(font_for(self._role, pixels))

    def height_at(self, pixels: int, width: int) -> int:
        """How high the text would be in letters of this size, broken into lines of this width, in pixels."""
        return _height_at(self.text(), font_for(self._role, pixels), width)

    def balance(self, width: int) -> None:
        """Break centred lines so that in this width no word stands alone; there are no more lines for that."""
        height = _height_at(self.text(), self.font(), width)
        least, most = width // 2, width
        while least < most:
            middle = (least + most) // 2
            if _height_at(self.text(), self.font(), middle) > height:
                least = middle + 1
            else:
                most = middle
        aside = (width - most) // 2
        if aside != self.contentsMargins().left():
            self.setContentsMargins(aside, 0, aside, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters that the user chooses."""
        if event.type() is QEvent.Type.StyleChange:
            self.setFont(font_for(self._role, self._pixels))
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
        self._pixels: int | None = None
        self.setFont(font_for(role))
        self.setProperty("tag", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_letters(self, pixels: int) -> None:
        """Keep to this size, for a page that gives its words the sizes that it has room for."""
        self._pixels = pixels
        self.setFont(font_for(self._role, pixels))

    def lines_at(self, pixels: int, width: int) -> int:
        """How high the words would be in letters of this size, broken into lines of this width, in pixels."""
        return _height_at(self.text(), font_for(self._role, pixels), width)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters that the user chooses."""
        if event.type() is QEvent.Type.StyleChange:
            self.setFont(font_for(self._role, self._pixels))
        super().changeEvent(event)


def _height_at(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(1, width), 100_000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() if text else 0
