"""How to do the step, across the whole page and as large as there is room: for the floor view and small windows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.ui.theme import USUAL_LETTERS, TextRole, letter_scale
from kneeguide.ui.widgets.labels import Text

_LETTERS = 1 / 24
"""The largest letters, as a share of the page's height."""
_ROOM_TO_GROW = 360
"""Breadth, in pixels, that letters need for each time that they are their usual size: else the figure has no room."""

_FIRST_SENTENCE, _WHOLE = 0.075, 0.11
"""The most that the lines together may take of the page's height."""


_MOST_GROWTH = 1.5
"""Of that room with the letters that the user chooses: more would be taken from the figure and the digits."""


class CueLine(Text):
    """A cue, or the first sentence of one, in few lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TextRole.BODY, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._page_height = self._letters_for = 0
        self._share = _WHOLE

    def show_cue(self, cue: str, *, whole: bool = False) -> None:
        """Show the first sentence of a cue, or all of it; an empty one takes no room."""
        first, stop, _ = cue.partition(". ")
        self._share = _WHOLE if whole else _FIRST_SENTENCE
        self.setText(cue if whole else first + stop.strip())
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
        scale = min(letter_scale(), max(1.0, self.width() / _ROOM_TO_GROW))
        room = self._page_height * self._share * min(scale, _MOST_GROWTH)
        largest = round(max(USUAL_LETTERS, self._letters_for * _LETTERS) * scale)
        sizes = range(largest, USUAL_LETTERS, -1)
        fitting = (size for size in sizes if self.height_at(size, self.width()) <= room)
        self.set_letters(next(fitting, USUAL_LETTERS))
