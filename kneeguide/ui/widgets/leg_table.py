"""How long something was done with each leg: a row for what it was, and the two legs beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kneeguide.core.history import Record
from kneeguide.core.routine import Side
from kneeguide.ui import wording
from kneeguide.ui.outcome_wording import LegTimes
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text

_PLACES: dict[Side | None, tuple[int, int]] = {Side.LEFT: (1, 1), Side.RIGHT: (2, 1), None: (1, 2)}
"""The column of a time, and how many columns it takes up: what is of no leg stands below both."""


class LegTable(QWidget):
    """A heading and its rows. Nothing is to be seen while there are none."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: Sequence[LegTimes]) -> None:
        """Replace what is shown."""
        while (item := self._grid.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.hide()
                label.deleteLater()
        self.setVisible(bool(rows))
        self._put(Text(TextRole.STRONG, self._heading), 0, 0)
        for side, column in ((Side.LEFT, 1), (Side.RIGHT, 2)):
            if any(side in row.times for row in rows):
                self._put(_at_the_end(wording.side_short(side), TextRole.QUIET), 0, column)
        for number, row in enumerate(rows, 1):
            self._put(Text(TextRole.BODY, row.what), number, 0)
            for leg, (time, sentence) in row.times.items():
                words = _at_the_end(time, TextRole.BODY)
                words.setAccessibleName(sentence)
                self._put(words, number, *_PLACES[leg])

    def _put(self, words: Text, row: int, column: int, columns: int = 1) -> None:
        self._grid.addWidget(words, row, column, 1, columns, Qt.AlignmentFlag.AlignTop)


def _at_the_end(text: str, role: TextRole) -> Text:
    words = Text(role, text, wraps=False)
    words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    return words


def muscles(record: Record) -> list[LegTimes]:
    """How long each muscle was worked on, leg by leg."""
    rows: dict[str, LegTimes] = {}
    for (muscle, side), seconds in record.doses().items():
        if seconds > 0:
            name, time = wording.muscle(muscle), wording.clock_time(seconds)
            leg = wording.side(side) if side else QCoreApplication.translate("LegTable", "Massage")
            rows.setdefault(name, LegTimes(name, {})).times[side] = time, f"{leg}: {name} {time}"
    return list(rows.values())
