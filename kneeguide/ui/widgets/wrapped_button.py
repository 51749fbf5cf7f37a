"""A button of the player whose words go on in another line where it is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.run_button import RunButton

_BESIDE, _ABOVE = 6 * STEP, 2 * STEP
"""Room on each side of the words, in pixels."""


class WrappedButton(RunButton):
    """As high as its lines; a single word is never broken."""

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        self._label = text
        super().__init__(text, kind, parent)

    @property
    def label(self) -> str:
        """What it says, in one line."""
        return self._label

    def set_label(self, text: str) -> None:
        """Show this text and give it to screen readers."""
        self._label = text
        super().set_label(text)
        self._break_lines()

    def hasHeightForWidth(self) -> bool:
        """Narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        lines = len(self._lines(width - 2 * _BESIDE))
        return max(11 * STEP, lines * self.fontMetrics().lineSpacing() + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        """The longest word, and the lines that there are now."""
        words = max(map(self.fontMetrics().horizontalAdvance, self._label.split()), default=0)
        return QSize(words + 2 * _BESIDE, self.heightForWidth(max(self.width(), words + 2 * _BESIDE)))

    def sizeHint(self) -> QSize:
        """All of it in one line."""
        width = self.fontMetrics().horizontalAdvance(self._label) + 2 * _BESIDE
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines where they are full."""
        super().resizeEvent(event)
        self._break_lines()

    def set_letters(self, pixels: int) -> None:
        """Be of this size."""
        super().set_letters(pixels)
        self._break_lines()

    def _break_lines(self) -> None:
        text = "\n".join(self._lines(self.width() - 2 * _BESIDE)).replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def _lines(self, width: int) -> list[str]:
        return broken(self._label, self.fontMetrics(), width)


def broken(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The lines of a text, none wider than this if its words allow it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
