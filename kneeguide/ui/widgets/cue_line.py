"""How to do the step, across the whole page and as large as there is room: for the floor view and small windows."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.ui.theme import USUAL_LETTERS, TextRole, font_for, letter_scale
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.step_card import largest_cue

_LETTERS = 1 / 24
"""The largest letters, as a share of the page's height."""
_ROOM_TO_GROW = 360
"""Breadth, in pixels, that letters need for each time that they are their usual size: else the figure has no room."""

_LEAST_LETTERS = 1 / 36
"""Letters, as a share of the page's height, below which only the first sentence is said."""

_FIRST_SENTENCE, _WHOLE = 0.075, 0.11
"""The most that the lines together may take of the page's height."""


_MOST_GROWTH = 1.4
"""Of that room with the letters that the user chooses: more would be taken from the figure and the digits."""


class CueLine(Text):
    """A cue, or the first sentence of one, in few lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TextRole.BODY, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._page_height = self._letters_for = 0
        self._cue = ""
        self._whole = self._shortened = True

    def show_cue(self, cue: str, *, whole: bool = False, shortened: bool = True) -> None:
        """Show a cue; an empty one takes no room.

        ``whole``: all of it and not only its first sentence. ``shortened``: unless its letters would be too small then.
        """
        self._cue, self._whole, self._shortened = cue, whole, shortened
        self._fit()

    def scale_to(self, height: int, letters_for: int = 0) -> None:
        """Size the letters for a page of the second height, in pixels, with the room that the first gives."""
        self._page_height, self._letters_for = height, letters_for or height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the lines."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As high as its lines, however narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        letters = self._letters_of(self._cue, _WHOLE)
        whole = self._whole and not (self._shortened and letters < self._letters_for * _LEAST_LETTERS)
        if not whole:
            first, stop, _ = self._cue.partition(". ")
            letters = self._letters_of(first + stop.strip(), _FIRST_SENTENCE)
        self.setText(self._cue if whole else first + stop.strip())
        self.set_letters(letters)

    def _letters_of(self, words: str, share: float) -> int:
        """The largest letters in which words take no more than this share of the page's height."""
        scale = min(letter_scale(), max(1.0, self.width() / _ROOM_TO_GROW))
        room = self._page_height * share * min(scale, _MOST_GROWTH)
        largest = round(max(USUAL_LETTERS, self._letters_for * _LETTERS) * scale)
        largest = min(largest, max(USUAL_LETTERS, largest_cue(self._page_height, self._letters_for)))
        sizes = range(largest, USUAL_LETTERS, -1)
        return next((size for size in sizes if _height_at(words, size, self.width()) <= room), USUAL_LETTERS)


def _height_at(words: str, letters: int, width: int) -> int:
    room = QRect(0, 0, max(1, width), 100_000)
    metrics = QFontMetrics(font_for(TextRole.BODY, letters))
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() if words else 0
