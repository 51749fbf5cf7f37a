"""What was done, to a file: one sentence, the name of the file on a line of its own, and what to know of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text


class DoneCard(Box):
    """A tick beside the words."""

    def __init__(self) -> None:
        super().__init__("card")
        self._sentence = Text(TextRole.BODY)
        self._name = Text(TextRole.STRONG)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = Text(TextRole.BODY)
        words = QVBoxLayout()
        words.setSpacing(2 * STEP)
        for line in (self._sentence, self._name, self._note):
            words.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        row.addWidget(IconMark(Icon.DONE, QPalette.ColorRole.Link), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def show_done(self, sentence: str, name: str, note: str = "") -> None:
        """Say this of the file of this name."""
        self._sentence.setText(sentence)
        self._name.setText(name)
        self._note.setText(note)
        self._note.setVisible(bool(note))
