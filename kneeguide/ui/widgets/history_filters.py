"""Which sessions are looked at, above the list and the charts: how far back, which routine, which condition."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.history_filter import HistoryFilter, Period
from kneeguide.core.routine import Condition
from kneeguide.ui import wording
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.choice_box import ChoiceBox
from kneeguide.ui.widgets.wrapping_row import WrappingRow


class HistoryFilters(QWidget):
    """Three choices side by side. ``changed`` carries the HistoryFilter that they make."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = ChoiceBox(
            self.tr("Period"),
            {
                Period.ALL: self.tr("All the time"),
                Period.FOUR_WEEKS: self.tr("The last 4 weeks"),
                Period.THREE_MONTHS: self.tr("The last 3 months"),
                Period.YEAR: self.tr("The last year"),
            },
        )
        self._routine = ChoiceBox[str | None](self.tr("Routine"), self._routines({}))
        conditions: dict[Condition | None, str] = {each: wording.condition(each) for each in Condition}
        self._condition = ChoiceBox(self.tr("Condition"), {None: self.tr("All conditions"), **conditions})
        row = WrappingRow(self, 2 * STEP)
        for box in (self._period, self._routine, self._condition):
            box.chosen.connect(lambda _value: self.changed.emit(self.chosen))
            row.addWidget(box, 1)

    @property
    def chosen(self) -> HistoryFilter:
        """What the choices make."""
        return HistoryFilter(self._period.value, self._routine.value, self._condition.value)

    def choose(self, chosen: HistoryFilter) -> None:
        """Show a choice without telling anybody."""
        self._period.choose(chosen.period)
        self._routine.choose(chosen.routine_id)
        self._condition.choose(chosen.condition)

    def offer_routines(self, titles: Mapping[str, str]) -> None:
        """Replace the routines that can be chosen, by id."""
        self._routine.offer(self._routines(titles))

    def _routines(self, titles: Mapping[str, str]) -> dict[str | None, str]:
        choices: dict[str | None, str] = {None: self.tr("All routines")}
        return choices | dict(titles)
