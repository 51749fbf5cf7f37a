"""What the voice says, as a line of words: for those who cannot hear it, or have it in a language of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import TextRole, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text

_LETTERS = 1 / 38
"""Size of the letters as a share of the page's height, to be read from across the room."""

_MARGINS = 3 * STEP
"""Above and below the words together: what the style sheet has, and a little for letters with marks."""


class Caption(Text):
    """Light words on a dark strip. Between two texts the strip goes and its room stays, so that nothing else moves.

    It is never announced: what is said aloud must not be said a second time by a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TextRole.STRONG, "", parent)
        self.setProperty("tag", "caption")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def keep_room(self, room: bool) -> None:
        """Have room for words also while none are shown, or take none up."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(room)
        self.setSizePolicy(policy)
        self.show_words("")

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self.set_letters(round(max(15, height * _LETTERS) * letter_scale()))
        self.setMinimumHeight(self.fontMetrics().height() + _MARGINS)

    def show_words(self, words: str) -> None:
        """Show what is being said; empty when nothing is."""
        self.setText(words)
        self.setVisible(bool(words))
