"""Where words are typed to look for something: as wide as what it says before anything is typed."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from kneeguide.ui.theme import STEP, TextRole, font_for

_LEAST = 50 * STEP
_EDGES = 14 * STEP
"""Its width, in pixels, and what of it is taken by its edges and the button that clears it."""


class SearchField(QLineEdit):
    """``words``: what can be looked for; it names the field to screen readers too."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._offer_to_clear)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Leave room for the words in letters of any size."""
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _offer_to_clear(self, _words: str) -> None:
        # Not before there is something to clear: finding the picture of it takes Qt as long as laying out the page.
        self.setClearButtonEnabled(True)

    def _fit(self) -> None:
        words = QFontMetrics(font_for(TextRole.BODY)).horizontalAdvance(self.placeholderText())
        self.setFixedWidth(max(_LEAST, words + _EDGES))
