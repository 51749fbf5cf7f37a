"""What the voice says, as a line of words: for those who cannot hear it, or have it in a language of their own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import USUAL_LETTERS, TextRole, font_for, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text

_LETTERS = 1 / 38, 1 / 46
"""Size of the letters in one line and in more as shares of the page's height, to be read from across the room."""

_MARGINS = 3 * STEP
"""Above and below the words together: what the style sheet has, and a little for letters with marks."""

_ASIDE = 10 * STEP
"""Room on both sides of the words together, in pixels: what the style sheet has, and a little more."""


class Caption(Text):
    """Light words on a dark strip. Between two texts the strip goes and its room stays, so that nothing else moves.

    It is never announced: what is said aloud must not be said a second time by a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TextRole.STRONG, "", parent)
        self.setProperty("tag", "caption")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page_height = 0
        self._lines = 1
        self._keeps_room = False
        self.hide()

    def keep_room(self, room: bool) -> None:
        """Have room for words also while none are shown, or take none up."""
        self._keeps_room = room
        self.give_room(True)
        self.show_words("")

    def give_room(self, gives: bool) -> None:
        """Have that room on a page that can give it, or on another not."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(gives and self._keeps_room)
        self.setSizePolicy(policy)

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._fit()

    def keep_lines(self, lines: int) -> None:
        """Take the room of so many lines, which are smaller if there are more; what needs more room is smaller yet."""
        if lines != self._lines:
            self._lines = lines
            self._fit()

    def show_words(self, words: str) -> None:
        """Show what is being said; empty when nothing is."""
        self.setText(words)
        self._fit()
        self.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the lines into the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        largest = round(max(USUAL_LETTERS, self._page_height * _LETTERS[self._lines > 1]) * letter_scale())
        room = self._lines * QFontMetrics(font_for(TextRole.STRONG, largest)).lineSpacing()
        sizes = range(largest, USUAL_LETTERS, -1)
        width = max(1, self.width() - _ASIDE)
        self.set_letters(next((size for size in sizes if self.height_at(size, width) <= room), USUAL_LETTERS))
        self.setMinimumHeight(room + _MARGINS)
