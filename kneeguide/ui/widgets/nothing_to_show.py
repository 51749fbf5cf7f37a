"""What stands where a list would: why there is nothing in it, and the way on."""

from PySide6.QtCore import Qt, Signal

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text


class NothingToShow(Box):
    """``wanted``: the way on was chosen. ``icon``: stands before the words of its button."""

    wanted = Signal()

    def __init__(self, way_on: str, *, icon: Icon | None = None) -> None:
        super().__init__("card")
        self._why = Text(TextRole.HEADING)
        self._advice = Text(TextRole.BODY)
        self._way_on = Button(way_on, "primary", icon=icon)
        self._way_on.clicked.connect(self.wanted)
        self.column.setContentsMargins(8 * STEP, 8 * STEP, 8 * STEP, 8 * STEP)
        self.column.addWidget(self._why)
        self.column.addWidget(self._advice)
        self.column.addSpacing(2 * STEP)
        self.column.addWidget(self._way_on, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def why(self) -> str:
        """Why there is nothing."""
        return self._why.text()

    def set_way_on(self, words: str) -> None:
        """Say otherwise where the button leads."""
        self._way_on.set_label(words)

    def say(self, why: str, advice: str, *, has_way_on: bool = True) -> None:
        """Say this. ``has_way_on``: whether the button leads to anything."""
        self._why.setText(why)
        self._advice.setText(advice)
        self._way_on.setVisible(has_way_on)
