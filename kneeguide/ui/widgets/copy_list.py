"""The copies of the diary below each other, each with what it holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.safe_copy import SafeCopy
from kneeguide.ui import safe_keeping_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.wrapping_row import WrappingRow


class CopyList(QWidget):
    """``chosen`` carries the SafeCopy of which the user wants to know more. One that cannot be used is not offered."""

    chosen = Signal(object)

    def __init__(self, copies: tuple[SafeCopy, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        for copy in copies:
            column.addWidget(self._entry(copy))

    def _entry(self, copy: SafeCopy) -> QWidget:
        entry = QWidget()
        row = WrappingRow(entry, gap=4 * STEP)
        row.setContentsMargins(0, 0, 0, 0)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(TextRole.STRONG, safe_keeping_wording.copy_title(copy)))
        contents = Text(TextRole.BODY, safe_keeping_wording.copy_contents(copy))
        if copy.contents is None:
            contents.set_tone("care")
        column.addWidget(contents)
        column.addWidget(
            Text(
                TextRole.SMALL,
                self.tr("{kind}, {size}").format(
                    kind=safe_keeping_wording.copy_kind(copy), size=safe_keeping_wording.size(copy.size)
                ),
            )
        )
        row.addWidget(words, 1)
        if copy.contents is not None:
            look = Button(self.tr("What would change?"))
            look.setAccessibleName(
                self.tr("What would change with the copy of {day}?").format(day=safe_keeping_wording.copy_title(copy))
            )
            look.clicked.connect(lambda: self.chosen.emit(copy))
            row.addWidget(look)
        return entry
