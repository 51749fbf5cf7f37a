"""What is known of a session, one pair of words a line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kneeguide.core.history import Record
from kneeguide.ui import wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points


class FactList(QWidget):
    """Names on the left, what they were on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str | list[str]]]) -> None:
        """Replace what is listed: words, or several points."""
        while (item := self._grid.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.hide()
                label.deleteLater()
        for row, (name, value) in enumerate(facts):
            self._grid.addWidget(Text(TextRole.QUIET, name, wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_shown(value), row, 1, Qt.AlignmentFlag.AlignTop)


def _shown(value: str | list[str]) -> QWidget:
    if not isinstance(value, str):
        return Points(value, STEP)
    words = Text(TextRole.BODY, value)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words


def doses(record: Record) -> list[tuple[str, str]]:
    """How long each muscle was worked on, as one fact for each leg."""
    worked: dict[str, list[str]] = {}
    for (muscle, side), seconds in record.doses().items():
        if seconds > 0:
            leg = QCoreApplication.translate("FactList", "Massage") if side is None else wording.side(side)
            worked.setdefault(leg, []).append(f"{wording.muscle(muscle)} {wording.clock_time(seconds)}")
    return [(leg, "\n".join(muscles)) for leg, muscles in worked.items()]
