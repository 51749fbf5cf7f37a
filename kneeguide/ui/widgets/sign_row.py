"""One sign that needs help at once, with a yes beside it that is never given in advance."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text


class SignRow(Box):
    """A sign and its yes, which can be taken back. There is no no: that is said of all signs at once."""

    changed = Signal()

    def __init__(self, sign: str, why: str) -> None:
        """``why``: it is asked, in one line."""
        super().__init__("card")
        words = sign[:1].upper() + sign[1:]
        self.yes = Button(self.tr("Yes"), "yes")
        self.yes.setProperty("severity", "stop")
        self.yes.setAccessibleName(self.tr("Yes: {sign}").format(sign=words))
        self.yes.setAccessibleDescription(why)
        self.yes.toggled.connect(self._toggled)
        self.setAccessibleName(words)
        self.stand_close(False)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(Text(TextRole.BODY, words))
        lines.addWidget(Text(TextRole.SMALL, why))
        lines.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addLayout(lines, 1)
        row.addSpacing(2 * STEP)
        row.addWidget(self.yes)
        self.column.addLayout(row)

    @property
    def is_there(self) -> bool:
        """Whether the user has this sign."""
        return self.yes.isChecked()

    def stand_close(self, close: bool) -> None:
        """Take less room than a question does."""
        upright = (1 if close else 2) * STEP
        self.column.setContentsMargins(5 * STEP, upright, 3 * STEP, upright)

    def clear(self) -> None:
        """Take a yes back."""
        self.yes.setChecked(False)

    def _toggled(self, yes: bool) -> None:
        self.set_kind("stop" if yes else "card")
        self.changed.emit()
