"""Choosing a plan over weeks: its days and their routines, how many weeks, and when to be reminded."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.weekly_plan import LENGTHS, USUAL_WEEKDAYS, PlanDay, Rhythm
from kneeguide.ui import weekly_wording
from kneeguide.ui.theme import TextRole, letter_scale
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.choice_box import ChoiceBox
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.choice_row import ChoiceRow
from kneeguide.ui.widgets.labels import Text

_REMINDERS = range(6 * 60, 22 * 60 + 1, 30)
"""Minutes since midnight that are offered: each half hour of the waking day."""

_NONE = -1
"""Stands for no reminder among the minutes."""

_WEEKDAYS = range(7)

_NAMES, _BOXES = 30 * STEP, 90 * STEP
"""Pixels of the names of days, and of the boxes beside them at most, at the usual size of letters."""


class RhythmForm(QWidget):
    """``changed`` tells that ``rhythm`` is another one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._titles: dict[str, str] = {}
        self._latest = ""
        self._days = ChoiceChips(
            self.tr("Day"), [(weekly_wording.weekday_short(day), day) for day in _WEEKDAYS], several=True
        )
        for chip, day in zip(self._days.chips, _WEEKDAYS, strict=True):
            chip.setAccessibleName(self.tr("Day: {day}").format(day=weekly_wording.weekday(day)))
        self._routines: list[ChoiceBox[str]] = [
            ChoiceBox(self.tr("Routine on {day}").format(day=weekly_wording.weekday(day)), {}) for day in _WEEKDAYS
        ]
        self._wanting = Text(TextRole.STRONG, self.tr("Choose at least one day."))
        self._rows: list[_NamedBox] = []
        self._weeks = ChoiceRow(
            self.tr("How long?"), {weeks: self.tr("{number} weeks").format(number=weeks) for weeks in LENGTHS}
        )
        self._reminder = ChoiceBox(self.tr("Reminder"), self._times(_REMINDERS))
        self._arrange()
        self._days.changed.connect(self._follow)
        for box in self._routines:
            box.chosen.connect(self._keep)
        self._weeks.chosen.connect(lambda _weeks: self.changed.emit())
        self._reminder.chosen.connect(lambda _minutes: self.changed.emit())

    @property
    def rhythm(self) -> Rhythm | None:
        """What is chosen, None while it is no plan yet."""
        if not self._titles or not self._days.chosen:
            return None
        days = tuple(
            PlanDay(day, self._routines[day].value, self._titles[self._routines[day].value])
            for day in _WEEKDAYS
            if day in self._days.chosen
        )
        minutes = self._reminder.value
        return Rhythm(days, self._weeks.value, None if minutes == _NONE else minutes)

    def show_rhythm(self, titles: Mapping[str, str], rhythm: Rhythm | None) -> None:
        """Begin with a rhythm, or with what is usual. ``titles``: of the routines to choose from, by id.

        A routine of the rhythm that is gone from there can be chosen still, so that no day is changed unasked.
        """
        days = {each.weekday: each for each in rhythm.days} if rhythm is not None else {}
        self._titles = dict(titles) | {
            each.routine_id: each.title for each in days.values() if each.routine_id not in titles
        }
        self._latest = next(iter(self._titles), "")
        for day, box in enumerate(self._routines):
            box.offer(self._titles)
            box.choose(days[day].routine_id if day in days else self._latest)
        reminder = rhythm.reminder if rhythm is not None else None
        self._reminder.offer(self._times(sorted({*_REMINDERS, *([] if reminder is None else [reminder])})))
        self._reminder.choose(_NONE if reminder is None else reminder)
        self._weeks.choose(rhythm.weeks if rhythm is not None else LENGTHS[0])
        self._days.choose(*(days or USUAL_WEEKDAYS))
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._even_out()

    def _even_out(self) -> None:
        """Days are as wide as the widest of them, and so are the names beside the boxes."""
        widest = max(chip.sizeHint().width() for chip in self._days.chips)
        for chip in self._days.chips:
            chip.setMinimumWidth(widest)
        for row in (*self._rows, self._at):
            row.fit()

    def _follow(self) -> None:
        """A day that is newly chosen gets the routine that was chosen last."""
        for day in self._days.chosen:
            if self._rows[int(str(day))].isHidden():
                self._routines[int(str(day))].choose(self._latest)
        self._show_rows()
        self.changed.emit()

    def _keep(self, routine_id: str) -> None:
        self._latest = routine_id
        self.changed.emit()

    def _show_rows(self) -> None:
        self._wanting.setHidden(bool(self._days.chosen))
        for day, row in enumerate(self._rows):
            row.setVisible(day in self._days.chosen)

    def _times(self, minutes: "range | list[int]") -> dict[int, str]:
        return {_NONE: self.tr("None"), **{each: weekly_wording.reminder_time(each) for each in minutes}}

    def _arrange(self) -> None:
        self._rows = [
            _NamedBox(weekly_wording.weekday(day), box) for day, box in zip(_WEEKDAYS, self._routines, strict=True)
        ]
        self._at = _NamedBox(self.tr("Time of day"), self._reminder)
        self._even_out()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        column.addWidget(
            _card(
                self.tr("Which days?"),
                Text(TextRole.QUIET, weekly_wording.how_often()),
                self._days,
                self._wanting,
                *self._rows,
                Text(TextRole.QUIET, weekly_wording.nothing_owed()),
            )
        )
        column.addWidget(
            _card(self.tr("How long?"), Text(TextRole.QUIET, weekly_wording.how_long()), self._weeks),
        )
        column.addWidget(
            _card(
                self.tr("A reminder?"),
                Text(
                    TextRole.QUIET,
                    self.tr(
                        "It shows while KneeGuide is open. Once the plan is saved you can put it into your calendar,"
                        " which can remind you at any time."
                    ),
                ),
                self._at,
            )
        )


class _NamedBox(QWidget):
    """Choices with their name before them, in a column that all names share."""

    def __init__(self, name: str, box: ChoiceBox[str] | ChoiceBox[int]) -> None:
        super().__init__()
        self._name, self._box = Text(TextRole.BODY, name), box
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4 * STEP)
        line.addWidget(self._name)
        line.addWidget(box, 1)
        line.addStretch(0)

    def fit(self) -> None:
        """Grow with the letters."""
        self._name.setFixedWidth(round(_NAMES * letter_scale()))
        self._box.setMaximumWidth(round(_BOXES * letter_scale()))


def _card(title: str, *parts: QWidget) -> Box:
    card = Box("card")
    card.column.addWidget(Text(TextRole.HEADING, title))
    for part in parts:
        card.column.addWidget(part)
    return card
