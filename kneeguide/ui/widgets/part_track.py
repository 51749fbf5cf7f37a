"""Where one is in a long list that is asked part by part: which part, and how much of the whole is done."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text


class PartTrack(QWidget):
    """The name of a part over a line that fills up."""

    def __init__(self, counted: str) -> None:
        """``counted``: what fills up the line, for screen readers."""
        super().__init__()
        self._part = Text(TextRole.STRONG)
        self._done = QProgressBar()
        self._done.setTextVisible(False)
        self._done.setProperty("look", "work")
        self._done.setAccessibleName(counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._part)
        column.addWidget(self._done)

    @property
    def part(self) -> str:
        """The name of the part in front."""
        return self._part.text()

    def show_part(self, name: str) -> None:
        """Another part is in front."""
        self._part.setText(name)

    def show_done(self, done: int, total: int) -> None:
        """So much of all parts together is done."""
        self._done.setRange(0, total)
        self._done.setValue(done)
