"""The list of places that stands beside every page, or lies above it where letters are large and the window is not."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from kneeguide.ui.theme import STEP, TextRole, font_for
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.icons import Icon, button_icon_size
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.look import set_look

NAVIGATION_WIDTH = 49 * STEP
_ICON = 8 * STEP
_ANY_WIDTH = 2**24 - 1
"""What Qt takes for no limit; PySide6 has no name for it."""


class Navigation(QFrame):
    """One of the places is marked as the one where the user is. ``chosen`` carries the place that was pressed."""

    chosen = Signal(object)

    def __init__(self, places: Sequence[tuple[StrEnum, str]], disclaimer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(2 * STEP, 0, 0, 4 * STEP)
        head.setSpacing(2 * STEP)
        head.addWidget(_OwnIcon())
        head.addWidget(Text(TextRole.HEADING, "KneeGuide", wraps=False), 1)
        self._disclaimer = Text(TextRole.SMALL, disclaimer)
        self._disclaimer.setContentsMargins(2 * STEP, 0, 2 * STEP, 0)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setSpacing(STEP)
        self._row.addWidget(self._head)
        self._buttons: dict[StrEnum, Button] = {}
        group = QButtonGroup(self)
        for place, label in places:
            button = Button(label, "nav", icon=Icon(place.value))
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            group.addButton(button)
            self._buttons[place] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._row.addWidget(self._disclaimer)
        self.lie_above(False)

    def mark(self, here: StrEnum | None) -> None:
        """Show where the user is."""
        for place, button in self._buttons.items():
            button.setChecked(place is here)

    def lie_above(self, above: bool) -> None:
        """Lie above the page in one line of buttons, or stand beside it."""
        set_look(self, "box", "nav-above" if above else "nav")
        self._head.setHidden(above)
        self._disclaimer.setHidden(above)
        letters = QFontMetrics(font_for(TextRole.STRONG))  # those of the marked place, which are wider
        for button in self._buttons.values():
            words = letters.horizontalAdvance(button.text())
            button.setMinimumWidth(words + button_icon_size().width() + 9 * STEP)
        if above:
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
            self._row.setContentsMargins(6 * STEP, STEP, 6 * STEP, STEP)
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY_WIDTH)
        else:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self._row.setContentsMargins(3 * STEP, 5 * STEP, 3 * STEP, 5 * STEP)
            self.setFixedWidth(max(NAVIGATION_WIDTH, self._row.minimumSize().width()))
        across = QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Maximum if above else across)


class _OwnIcon(QWidget):
    """The icon of the app, beside its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_ICON, _ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), QPixmap("icons:kneeguide-64.png"))
        painter.end()
