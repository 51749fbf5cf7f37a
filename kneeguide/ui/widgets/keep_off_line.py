"""Where not to press in a step, on the ground and with the sign of what needs care."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.core.routine import Technique
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text

_ASIDE, _GAP = 3 * STEP, 2 * STEP
"""Room beside the words, and between sign and words, in pixels."""

_ROOMY = 18
"""Size of letters, in pixels, from which there is more room above and below them: smaller ones are short of it."""


class KeepOffLine(Box):
    """What to keep off, in words; it takes no room where there is nothing."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__("care", parent)
        self._sign = IconMark(Icon.WARNING)
        self._words = Text(TextRole.STRONG)
        self._words.set_tone("care")
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.column.addLayout(row)
        self.set_colours(colours)
        self.hide()

    def set_colours(self, colours: Colours) -> None:
        """Paint the sign in another theme."""
        palette = self._sign.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colours.care))
        self._sign.setPalette(palette)

    def show_technique(self, technique: Technique | None) -> None:
        """Name what to keep off in a technique, as its file does: places where it presses, else what not to do."""
        what = technique.avoid if technique else ""
        presses = technique is not None and technique.presses
        sentence = self.tr("Keep off: {what}") if presses else self.tr("Avoid: {what}")
        self._words.setText(sentence.format(what=what) if what else "")
        self.setVisible(bool(what))

    def set_letters(self, pixels: int) -> None:
        """Be of this size."""
        self._words.set_letters(pixels)
        self.column.setContentsMargins(_ASIDE, _above(pixels), _ASIDE, _above(pixels))
        self._sign.setFixedSize(QSize(self._sign_at(pixels), self._sign_at(pixels)))

    def height_at(self, pixels: int, width: int) -> int:
        """How high it is in letters of this size at this width, in pixels."""
        room = width - 2 * _ASIDE - _GAP - self._sign_at(pixels) - 2
        return max(self._words.height_at(pixels, room), self._sign_at(pixels)) + 2 * _above(pixels) + 2

    def _sign_at(self, pixels: int) -> int:
        return round(pixels * 1.25)


def _above(letters: int) -> int:
    return (2 if letters >= _ROOMY else 1) * STEP
