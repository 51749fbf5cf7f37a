"""What the user does with the diary: look through it, take something out, put it back."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.history_filter import HistoryFilter
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.storage import StorageFault
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.ui.look_at_charts import LookAtCharts
    from kneeguide.ui.pages.history import HistoryPage, View

PAGE_OF_RECORDS = 50


class LookBack(QObject):
    """The sessions of the diary, as many at a time as can be read. ``report_requested``: they are wanted on paper."""

    report_requested = Signal()

    def __init__(self, window: MainWindow, clock: Clock, history: HistoryStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._history = history
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

    def _delete(self, record_id: str) -> None:
        try:
            record = self._history.get(record_id)
            self._history.delete(record_id)
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
            return
        self._refresh()
        if record is not None:
            self._page.show_deleted(record_id, record.title)

    def _undo(self, record_id: str) -> None:
        try:
            self._history.undelete(record_id)
        except StorageFault as fault:
            self._page.show_trouble(str(fault))
            return
        self._refresh()

    @cached_property
    def _page(self) -> "HistoryPage":
        from kneeguide.ui.pages.history import Action, HistoryPage

        page = HistoryPage(self._window.colours)
        page.report_requested.connect(self.report_requested)
        page.offer(Action.REPORT)
        page.delete_requested.connect(self._delete)
        page.undo_requested.connect(self._undo)
        page.more_requested.connect(self._show_more)
        page.filter_chosen.connect(self._choose)
        page.view_chosen.connect(self._choose_view)
        if self._make_charts is not None:
            page.offer_charts()
        return page
