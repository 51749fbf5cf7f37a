"""How to do the step in one line, as large as its width allows: for the floor view."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.labels import Text

_LARGEST, _SMALLEST = 1 / 24, 1 / 44
"""Sizes of the letters as shares of the page's height."""


class CueLine(Text):
    """The first sentence of a cue. Only one that is too long even in the smallest letters is broken into lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TextRole.BODY, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._page_height = 0

    def show_cue(self, cue: str) -> None:
        """Show the first sentence of a cue; an empty one takes no room."""
        first, stop, _ = cue.partition(". ")
        self.setText(first + stop.strip())
        self._fit()

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the line."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As high as its lines, however narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        largest, smallest = (max(15, round(self._page_height * share)) for share in (_LARGEST, _SMALLEST))
        sizes = range(largest, smallest, -1)
        self.setFont(_letters(next((size for size in sizes if self._fits(size)), smallest)))

    def _fits(self, size: int) -> bool:
        return QFontMetrics(_letters(size)).horizontalAdvance(self.text()) <= self.width()


def _letters(size: int) -> QFont:
    font = font_for(TextRole.BODY)
    font.setPixelSize(size)
    return font
