"""Buttons for a page where Space belongs to the timer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.buttons import Button


class RunButton(Button):
    """A button that no click gives the focus, that Enter presses, and that leaves every other key to its page.

    Whoever pauses with Space right after pressing a button with the mouse or with Tab must never press it again.
    """

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def label(self) -> str:
        """What it says, in one line."""
        return self.text().replace("&&", "&")

    def set_letters(self, pixels: int) -> None:
        """Be of this size, for a page that gives its words the sizes that it has room for."""
        font = QFont(self.font())
        if font.pixelSize() != pixels:
            font.setPixelSize(pixels)
            self.setFont(font)

    def width_at(self, pixels: int, label: str = "") -> int:
        """How wide its label, or another, would be in letters of this size, in pixels."""
        return QFontMetrics(font_for(TextRole.STRONG, pixels)).horizontalAdvance(label or self.label)

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
