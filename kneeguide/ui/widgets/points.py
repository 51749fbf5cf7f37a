"""A list of short points, each with its mark in the margin."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text


class Points(QWidget):
    """Points below each other."""

    def __init__(self, points: Iterable[str], gap: int = 2 * STEP, role: TextRole = TextRole.BODY) -> None:
        super().__init__()
        self._said: list[Text] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(gap)
        grid.setColumnStretch(1, 1)
        for row, point in enumerate(points):
            mark, said = Text(role, self.tr("•"), wraps=False), Text(role, point)
            said.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            for text in (mark, said):
                text.set_tone("plain")  # small text is quiet otherwise
                self._said.append(text)
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)  # where there is more room than they need, they keep together

    def set_role(self, role: TextRole) -> None:
        """Speak louder or softer."""
        for text in self._said:
            text.set_role(role)
