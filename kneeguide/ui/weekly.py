"""The plan over weeks, joined: what the first page says of today, the page of the plan, reminders and the calendar."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from kneeguide.core.clock import Clock
from kneeguide.core.routine import Routine
from kneeguide.core.storage import StorageFault
from kneeguide.core.weekly_plan import (
    Review,
    Rhythm,
    Standing,
    Today,
    WeeklyPlan,
    is_reminder_due,
    review_of,
    today,
)
from kneeguide.core.weekly_plan_store import WeeklyPlanStore
from kneeguide.services.reminders import Reminders
from kneeguide.ui import weekly_wording
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.ui.pages.weekly_plan import WeeklyPlanPage


class Weekly(QObject):
    """``left``: the user is done with the plan. ``changed``: something else is to be said of today.
    ``routine_requested`` carries the id of today's routine."""

    left = Signal()
    changed = Signal()
    routine_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        store: WeeklyPlanStore,
        rest_until: Callable[[datetime], datetime | None],
        routines: Callable[[], Sequence[Routine]],
        reminders: Reminders,
        is_playing: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """``rest_until``: the end of a rest that lasts at a time. ``routines``: those that can be planned."""
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._store = store
        self._rest_until = rest_until
        self._routines = routines
        self._reminders = reminders
        self._is_playing = is_playing
        self._plan: WeeklyPlan | None = None
        self._last_look = clock.now().wall
        self._reminded: date | None = None
        reminders.begin(self._look)

    # Today

    def today(self) -> Today | None:
        """What the plan says of today, None without a plan. Raises StorageFault."""
        self._plan = self._store.plan()
        if self._plan is None:
            return None
        now = self._clock.now().wall
        rest = self._rest_until(now)
        done = bool(self._store.sessions(now.date(), now.date()))
        return today(self._plan, now.date(), done=done, rest_until=rest.astimezone(now.tzinfo) if rest else None)

    def put_off(self) -> None:
        """Let today's session wait for tomorrow."""
        day = self._clock.now().wall.date()
        try:
            plan = self._store.plan()
            if plan is not None and plan.can_put_off(day):
                self._plan = self._store.put_off(plan, day + timedelta(days=1))
        except StorageFault as fault:
            self._window.show_banner(str(fault))
        self.changed.emit()

    # The page

    def show_plan(self) -> None:
        """Show the plan, how it went if its weeks are over, or a form for one where there is none."""
        try:
            self._plan = plan = self._store.plan()
            if plan is None:
                self._show_form(None)
                return
            if plan.is_over(self._clock.now().wall.date()):
                told = self._store.sessions(plan.first_day, plan.last_day)
                self._page.show_review(plan, review_of(plan, told))
            else:
                day = self._clock.now().wall.date()
                said = self.today()
                due = said.session if said is not None and said.standing is Standing.DUE else None
                done = {each for each, _ in self._store.sessions(day - timedelta(days=day.weekday()), day)}
                self._page.show_plan(plan, self._reminders.problem or "", day, done, due)
        except StorageFault as fault:
            self._window.show_banner(str(fault))
            return
        self._window.show_page(self._page, Place.ROUTINES)

    def _show_form(self, rhythm: Rhythm | None) -> None:
        titles = {routine.id: routine.title for routine in self._routines()}
        plan, today = self._plan, self._clock.now().wall.date()
        first_day = today if plan is None or plan.is_over(today) else plan.first_day
        self._page.show_form(titles, rhythm, first_day, is_change=rhythm is not None)
        self._window.show_page(self._page, Place.ROUTINES)

    def _save(self, rhythm: Rhythm) -> None:
        now = self._clock.now().wall
        plan = self._plan
        if plan is None:
            self._change(lambda: self._store.begin(rhythm, now.date(), now))
        elif plan.is_over(now.date()):
            self._change(lambda: self._store.begin(rhythm, now.date(), now, Review.CHANGE))
        else:
            self._change(lambda: self._store.change(plan, rhythm))

    def _review(self, review: Review) -> None:
        assert self._plan is not None
        rhythm, now = self._plan.rhythm, self._clock.now().wall
        match review:
            case Review.AGAIN:
                self._change(lambda: self._store.begin(rhythm, now.date(), now, review))
            case Review.CHANGE:
                self._show_form(rhythm)
            case _:
                self._end(review)

    def _end(self, review: Review) -> None:
        try:
            self._store.end(self._clock.now().wall, review)
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
            return
        self._plan = None
        self.left.emit()

    def _change(self, step: Callable[[], WeeklyPlan]) -> None:
        try:
            self._plan = step()
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
            return
        self.show_plan()

    def _save_calendar(self) -> None:
        """Write the plan to a file of the user's choice."""
        if self._plan is None:
            return
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save to my calendar"), "kneeguide-plan.ics")
        if not name:
            return
        from kneeguide.core.calendar_file import as_ics
        from kneeguide.core.durable import replacing

        written = as_ics(self._plan, self._clock.now().wall, weekly_wording.calendar_note())
        try:
            with replacing(Path(name)) as part:
                part.write_bytes(written)
        except OSError as error:
            self._page.show_trouble(self.tr("That file could not be written: {0}.").format(error.strerror))
            return
        self._page.show_done(self.tr("Saved. Open the file to take it into your calendar: {0}").format(name))

    # Reminders

    def _look(self) -> None:
        """Remind of today's session at its time, once a day, and never while a session runs."""
        now, last = self._clock.now().wall, self._last_look
        self._last_look = now
        if now.date() != last.date():
            self.changed.emit()
        minutes = self._plan.rhythm.reminder if self._plan is not None else None
        if minutes is None or self._reminded == now.date() or not is_reminder_due(minutes, last, now):
            return
        if self._is_playing():
            return
        try:
            said = self.today()
        except StorageFault:
            return
        if said is not None and said.standing is Standing.DUE and said.session is not None:
            self._reminded = now.date()
            self._reminders.show(f"KneeGuide: {said.session.title}", weekly_wording.reminder())

    @cached_property
    def _page(self) -> "WeeklyPlanPage":
        from kneeguide.ui.pages.weekly_plan import WeeklyPlanPage

        page = WeeklyPlanPage()
        page.saved.connect(self._save)
        page.change_requested.connect(lambda: self._show_form(self._plan.rhythm if self._plan else None))
        page.calendar_requested.connect(self._save_calendar)
        page.end_requested.connect(lambda: self._end(Review.ENDED_EARLY))
        page.reviewed.connect(self._review)
        page.routine_requested.connect(self.routine_requested)
        page.back_requested.connect(self.left)
        return page
