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


def keep_short(text: Text, width: int) -> None:
    """Leave free what is beyond, at the end of each line, in a text of this width."""
    free = beyond(width)
    mirrored = text.isRightToLeft()
    text.setContentsMargins(free if mirrored else 0, 0, 0 if mirrored else free, 0)


class ShortLines(Text):
    """Text that wraps before its lines are too long to read."""

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()  # as they are now, which Qt takes off
        return super().heightForWidth(width - beyond(width) + margins.left() + margins.right())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_short()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters have longer lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._keep_short()

    def _keep_short(self) -> None:
        keep_short(self, self.width())
