"""What the voice says, as a line of words: for those who cannot hear it, or have it in a language of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text

_LETTERS = 1 / 38
"""Size of the letters as a share of the page's height, to be read from across the room."""


class Caption(Box):
    """A dark strip with light words. Between two texts it keeps its room, so that nothing beside it moves.

    It is never announced: what is said aloud must not be said a second time by a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("none", parent)
        self.column.setContentsMargins(4 * STEP, STEP, 4 * STEP, STEP)
        self._words = Text(TextRole.STRONG)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self._words)
        self.hide()

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        font = font_for(TextRole.STRONG)
        font.setPixelSize(max(15, round(height * _LETTERS)))
        self._words.setFont(font)
        self._words.setMinimumHeight(self._words.fontMetrics().lineSpacing() + STEP)

    def show_words(self, words: str) -> None:
        """Show what is being said; empty when nothing is."""
        self._words.setText(words)
        self.set_kind("ink" if words else "none")
