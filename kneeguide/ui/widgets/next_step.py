"""What comes next, so that hands and tools can be got ready for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QWidget

from kneeguide.core.stage import Stage
from kneeguide.ui import session_wording
from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE
_ASIDE, _NARROW_ASIDE, _ABOVE = 4 * STEP, 3 * STEP, 2 * STEP
"""Room beside the words, the same where they stand below each other, and above them, in pixels."""


class NextStep(Box):
    """The word "Next", and beside or below it what that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.what = Text(TextRole.STRONG)
        self._word = Text(TextRole.QUIET, self.tr("Next"), wraps=False)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._word)
        self._line.addWidget(self.what, 1)
        self.column.addLayout(self._line)
        self.stack(False)

    def show_following(self, following: Stage | None) -> None:
        """Name the stage that follows, or say that none does."""
        self.what.setText(session_wording.next_up(following) if following else self.tr("Then you are done"))

    def stack(self, stacks: bool) -> None:
        """Have what comes next below its word, for a narrow place, or beside it."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if stacks else ways.LeftToRight)
        self._line.setSpacing((1 if stacks else 4) * STEP)
        aside = _NARROW_ASIDE if stacks else _ASIDE
        self.column.setContentsMargins(aside, _ABOVE, aside, _ABOVE)
        self.what.setAlignment(_LEFT if stacks else _RIGHT)

    def set_letters(self, pixels: int) -> None:
        """Be of this size."""
        self.what.set_letters(pixels)
        self._word.set_letters(pixels)

    def height_at(self, pixels: int, width: int) -> int:
        """How high it is in letters of this size at this width, in pixels."""
        if self._line.direction() is QBoxLayout.Direction.TopToBottom:
            words = self.what.height_at(pixels, width - 2 * _NARROW_ASIDE) + self._word.height_at(pixels, width)
            return words + 6 * STEP
        word = QFontMetrics(font_for(TextRole.QUIET, pixels)).horizontalAdvance(self._word.text())
        return self.what.height_at(pixels, width - word - 13 * STEP) + 5 * STEP
