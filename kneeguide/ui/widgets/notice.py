"""One sentence that must not be missed, in place, until it is closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce, in_one_breath
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.run_button import RunButton


class Notice(Box):
    """A line on an amber ground; it takes no room while it has nothing to say. ``shown`` carries whether it has."""

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("care", parent)
        self.column.setContentsMargins(4 * STEP, STEP, 2 * STEP, STEP)
        self._text = Text(TextRole.BODY)
        close = RunButton(self.tr("Close"), "link")
        close.setAccessibleName(self.tr("Close the notice"))
        close.clicked.connect(lambda: self.say(""))
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.column.addLayout(row)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show this in place of what was shown; nothing hides it. A line that was there is not announced again."""
        there = self._text.text().splitlines()
        new = [line for line in sentence.splitlines() if line not in there]
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        self.shown.emit(bool(sentence))
        if new:
            announce(self, in_one_breath(new))
