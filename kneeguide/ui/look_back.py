"""What the user does with the diary: look through it, put something right, take it out, put it back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.health_log import HealthLog
from kneeguide.core.history import Record, rest_after
from kneeguide.core.history_filter import HistoryFilter
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.pain import Rating
from kneeguide.core.routine import Routine
from kneeguide.core.storage import StorageFault
from kneeguide.ui import weekly_wording
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.core.past_session import PastSession
    from kneeguide.ui.look_at_charts import LookAtCharts
    from kneeguide.ui.pages.history import HistoryPage, View
    from kneeguide.ui.pages.past_session import PastSessionPage
    from kneeguide.ui.pages.session_edit import SessionEditPage

PAGE_OF_RECORDS = 50


class LookBack(QObject):
    """The sessions of the diary, as many at a time as can be read. What concerns all of it is handed on.

    ``report_requested``: it is wanted on paper. ``routines_requested``: there is nothing to look back at yet.
    """

    export_requested = Signal()
    import_requested = Signal()
    report_requested = Signal()
    routines_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        history: HistoryStore,
        health: HealthLog,
        routines: Callable[[], Sequence[Routine]],
        parent: QObject | None = None,
    ) -> None:
        """``routines``: all that can be chosen for a session written down by hand."""
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._history = history
        self._health = health
        self._routines = routines
        self._found: Record | None = None
        self._edited: Record | None = None
        self._deleted_last: list[str] = []
        window.place_requested.connect(self._keep_rest)
        self._shown = PAGE_OF_RECORDS
        self._filter = HistoryFilter()
        self._make_charts: Callable[[], LookAtCharts] | None = None
        self._in_charts = False

    def join_charts(self, make_charts: "Callable[[], LookAtCharts]") -> None:
        """Let the sessions be looked at as charts too, which are made when they are first wanted."""
        self._make_charts = make_charts

    def show_history(self) -> None:
        """Open the diary at its newest session."""
        self._choose(HistoryFilter())
        self._page.choose_filter(self._filter)
        self._window.show_page(self._page, Place.HISTORY)

    def _choose(self, chosen: HistoryFilter) -> None:
        self._filter = chosen
        self._shown = PAGE_OF_RECORDS
        self._refresh()

    def _refresh(self) -> None:
        scope = self._filter.scope(self._clock.now().wall.date())
        try:
            self._page.show_records(
                self._history.records(self._shown, scope=scope),
                self._history.count(scope),
                self._history.count(),
                self._history.routines(),
                self._deleted(),
            )
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
        if self._in_charts:
            self._charts.show(self._filter)

    def _choose_view(self, view: "View") -> None:
        self._in_charts = view.value == "charts"
        if self._in_charts:
            self._charts.show(self._filter)
        else:
            self._charts.stop()

    @cached_property
    def _charts(self) -> "LookAtCharts":
        assert self._make_charts is not None
        charts = self._make_charts()
        self._page.set_charts(charts.view)
        return charts

    def _show_more(self) -> None:
        self._shown += PAGE_OF_RECORDS
        self._refresh()

    def _deleted(self) -> tuple[Record, ...]:
        """What can be put back, the session that was deleted last first."""
        order = {id: place for place, id in enumerate(self._deleted_last)}
        return tuple(sorted(self._history.deleted(), key=lambda record: -order.get(record.id, -1)))

    def _delete(self, record_id: str) -> None:
        try:
            self._history.delete(record_id, self._clock.now().wall)
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
            return
        self._deleted_last.append(record_id)
        self._refresh()
        self._page.tell_deleted()

    def _undo(self, record_id: str) -> None:
        try:
            self._history.undelete(record_id)
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
            return
        self._refresh()
        self._page.show_list()

    # Put something right

    def _edit(self, record_id: str) -> None:
        try:
            self._found = self._history.get(record_id)
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
            return
        if self._found is not None:
            self._edit_page.show_session(self._found)
            self._window.show_page(self._edit_page, Place.HISTORY)

    def _amend(self, record: Record) -> None:
        """Keep a change. As it was found it has called for its rest already, which a lower number does not lift."""
        if self._found is None:
            return
        self._lock(self._found)
        is_as_found = _next_day(record) == _next_day(self._found)
        told = self._found.next_day_told if is_as_found else self._clock.now().wall
        self._edited = replace(record, next_day_told=told)
        try:
            self._history.amend(self._edited)
        except StorageFault as fault:
            self._edit_page.show_trouble(str(fault))

    def _add(self) -> None:
        self._past_page.show_form(self._routines(), self._clock.now().wall)
        self._window.show_page(self._past_page, Place.HISTORY)

    def _keep(self, past: "PastSession") -> None:
        """Keep a session written down by hand. It opens nothing, but a clear rise calls for rest as any does."""
        from kneeguide.core.past_session import written_down

        record = written_down(uuid4().hex, past)
        rest = self._lock(record)
        try:
            self._history.save(record)
        except StorageFault as fault:
            self._window.say_in_passing(str(fault))
            return
        self._turn_back()
        self._tell(rest)

    def _finish_edit(self) -> None:
        rest = self._keep_rest()
        self._turn_back()
        self._tell(rest)

    def _turn_back(self) -> None:
        self._refresh()
        self._window.show_page(self._page, Place.HISTORY)
        self._page.show_list()

    def _keep_rest(self) -> datetime | None:
        """Keep the rest that a change calls for; only on leaving, so that a slip of the hand can be put right."""
        rest = self._lock(self._edited) if self._edited is not None else None
        self._found = self._edited = None
        return rest

    def _lock(self, record: Record) -> datetime | None:
        """Keep the rest that a session calls for now, if it does. Returns its end, as clocks show it here."""
        now = self._clock.now().wall
        until = next((lock.until for lock in rest_after(record) if lock.until is not None and lock.until > now), None)
        if until is None:
            return None
        self._health.lock(rest_after(record))
        return until.astimezone(now.tzinfo)

    def _tell(self, rest: datetime | None) -> None:
        """Say at once what a number that was told late means, not only when the next session is wanted."""
        if rest is not None:
            self._window.say_in_passing(weekly_wording.rest(rest))

    @cached_property
    def _page(self) -> "HistoryPage":
        from kneeguide.ui.pages.history import HistoryPage
        from kneeguide.ui.widgets.diary_actions import Action

        page = HistoryPage(self._window.colours)
        page.report_requested.connect(self.report_requested)
        page.routines_requested.connect(self.routines_requested)
        page.offer(*Action)
        page.add_requested.connect(self._add)
        page.delete_requested.connect(self._delete)
        page.edit_requested.connect(self._edit)
        page.undo_requested.connect(self._undo)
        page.more_requested.connect(self._show_more)
        page.filter_chosen.connect(self._choose)
        page.view_chosen.connect(self._choose_view)
        if self._make_charts is not None:
            page.offer_charts()
        page.export_requested.connect(self.export_requested)
        page.import_requested.connect(self.import_requested)
        return page

    @cached_property
    def _edit_page(self) -> "SessionEditPage":
        from kneeguide.ui.pages.session_edit import SessionEditPage

        page = SessionEditPage()
        page.edited.connect(self._amend)
        page.finished.connect(self._finish_edit)
        return page

    @cached_property
    def _past_page(self) -> "PastSessionPage":
        from kneeguide.ui.pages.past_session import PastSessionPage

        page = PastSessionPage()
        page.kept.connect(self._keep)
        page.left.connect(self._turn_back)
        return page


def _next_day(record: Record) -> tuple[Rating, bool | None]:
    """What was told of the next day."""
    return record.next_day, record.next_day_marks
