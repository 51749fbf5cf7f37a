"""What the plan over weeks says of today, above the routines: what is due, what is done, or that today is for rest."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.core.weekly_plan import Standing, Today
from kneeguide.ui import weekly_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text


class TodayCard(Box):
    """``routine_requested`` carries the id of today's routine. ``plan_requested``: to see it, or look back on it."""

    routine_requested = Signal(str)
    put_off_requested = Signal()
    plan_requested = Signal()

    def __init__(self) -> None:
        super().__init__("lead")
        self._routine_id = ""
        self._title = Text(TextRole.HEADING)
        self._line = Text(TextRole.BODY)
        self._open = Button(self.tr("Open the routine"), "primary")
        self._open.clicked.connect(lambda: self.routine_requested.emit(self._routine_id))
        self._put_off = Button(self.tr("Put off until tomorrow"))
        self._put_off.clicked.connect(self.put_off_requested)
        self._look_back = Button(self.tr("Look back"), "primary")
        self._look_back.clicked.connect(self.plan_requested)
        self._plan = Button(self.tr("My plan"))
        self._plan.clicked.connect(self.plan_requested)
        self._ways = QWidget()
        self._arrange()

    @property
    def stops(self) -> tuple[Button, ...]:
        """Its buttons, as a keyboard user comes to them."""
        return (self._plan, self._open, self._put_off, self._look_back)

    def show_today(self, today: Today, day: date, *, is_here: bool = True) -> None:
        """Say what the plan says of ``day``, which is today. ``is_here``: whether its routine still is to be had."""
        standing = today.standing
        self._routine_id = today.session.routine_id if today.session is not None else ""
        self._title.setText(self._title_of(today, day))
        is_lost = standing is Standing.DUE and not is_here
        self._line.setText(
            self.tr("This routine is not here any more. Pick another one today, or change your plan.")
            if is_lost
            else self._line_of(today, day)
        )
        self._line.setVisible(bool(self._line.text()))
        self._open.setVisible(standing is Standing.DUE and is_here)
        self._put_off.setVisible(standing is Standing.DUE and today.can_put_off)
        self._look_back.setVisible(standing is Standing.OVER)
        self._plan.setVisible(standing is not Standing.OVER)
        self._ways.setVisible(standing in (Standing.DUE, Standing.OVER))

    def _title_of(self, today: Today, day: date) -> str:
        match today.standing:
            case Standing.REST:
                return weekly_wording.rest_title()
            case Standing.DONE:
                return self.tr("Done for today")
            case Standing.DUE if today.session is not None:
                return self.tr("Today: {title}").format(title=today.session.title)
            case Standing.OVER:
                return self.tr("The weeks of your plan are over")
            case Standing.PUT_OFF:
                return self.tr("Put off until tomorrow")
            case _ if today.next_day is not None:
                return self.tr("Next: {day}").format(day=weekly_wording.when(today.next_day, day))
            case _:
                return self.tr("The last session of your plan is behind you")

    def _line_of(self, today: Today, day: date) -> str:
        if today.rest_until is not None:
            return weekly_wording.rest(today.rest_until)
        if today.standing is Standing.OVER:
            return self.tr("See how it went, and choose how to go on.")
        if today.standing is Standing.DUE:
            return weekly_wording.sore_today() if today.can_put_off else ""
        if today.session is None or today.next_day is None:
            return ""
        if today.standing is Standing.DONE:
            when = weekly_wording.when(today.next_day, day)
            return self.tr("Next: {day}. {title}").format(day=when, title=today.session.title)
        return today.session.title

    def _arrange(self) -> None:
        self.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        self.column.setSpacing(STEP)
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self._title, 1)
        top.addWidget(self._plan)
        self.column.addLayout(top)
        self.column.addWidget(self._line)
        row = FlowLayout(self._ways)
        for button in (self._open, self._put_off, self._look_back):
            row.addWidget(button)
        self.column.addSpacing(STEP)
        self.column.addWidget(self._ways)
