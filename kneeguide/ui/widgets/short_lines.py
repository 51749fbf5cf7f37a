"""Words in lines that the eye finds its way back from: about 70 letters, however wide the page is."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

from kneeguide.ui.theme import STEP, letter_scale
from kneeguide.ui.widgets.labels import Text

_LONGEST = 150 * STEP
"""Pixels of a line of plain words, at the usual size of letters."""


def beyond(width: int) -> int:
    """How many pixels of this width a line leaves free at its end."""
    return max(0, width - round(_LONGEST * letter_scale()))


class ShortLines(Text):
    """Text that wraps before its lines are too long to read."""

    def heightForWidth(self, width: int) -> int:
        return self.height_at(self.font().pixelSize(), width - beyond(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_short()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters have longer lines."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._keep_short()

    def _keep_short(self) -> None:
        self.setContentsMargins(0, 0, beyond(self.width()), 0)
