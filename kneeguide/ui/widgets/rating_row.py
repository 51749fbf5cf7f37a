"""A number from 0 to 10 for something other than pain. Nothing is chosen until the user chooses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.pain import LEAST, MOST
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.one_of_several import OneOfSeveral


class RatingRow(QWidget):
    """A question, eleven buttons, and what the ends mean. ``chosen`` carries the number that was pressed."""

    chosen = Signal(int)

    def __init__(self, question: str, least: str, most: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        group = OneOfSeveral(self)
        group.idClicked.connect(self.chosen)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for number in range(LEAST, MOST + 1):
            button = Button(str(number), "scale")
            button.setAccessibleName(f"{question} {number}")
            group.add(button, number)
            row.addWidget(button, 1)
        ends = QHBoxLayout()
        ends.addWidget(Text(TextRole.QUIET, least, wraps=False))
        ends.addStretch(1)
        ends.addWidget(Text(TextRole.QUIET, most, wraps=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(Text(TextRole.STRONG, question))
        column.addLayout(row)
        column.addLayout(ends)
