"""A box to tick beside words that may be long enough to wrap, which a plain check box cannot do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QStyleOptionButton, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.key_focus import hide_focus, is_pointed
from kneeguide.ui.widgets.labels import Text


class _Tick(QCheckBox):
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self.hasFocus() and is_pointed(self):
            hide_focus(option)


class TickLine(QWidget):
    """A statement that the user makes, or a setting that is on, by ticking it; not ticked to begin with.

    ``toggled`` tells of any change, ``clicked`` of one that the user made; both carry whether it is ticked now.
    """

    toggled = Signal(bool)
    clicked = Signal(bool)

    def __init__(self, statement: str) -> None:
        super().__init__()
        self.box: QCheckBox = _Tick()
        self.box.setAccessibleName(statement)
        self.box.setProperty("wordless", "true")
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.toggled.connect(self.toggled)
        self.box.clicked.connect(self.clicked)
        self._statement = Text(TextRole.BODY, statement)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.box)
        row.addWidget(self._statement, 1)

    @property
    def ticked(self) -> bool:
        """Whether the statement is made."""
        return self.box.isChecked()

    def tick(self, ticked: bool) -> None:
        """Put the tick there, or take it away."""
        self.box.setChecked(ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words counts as a click on the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
        super().mouseReleaseEvent(event)
