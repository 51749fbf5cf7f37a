"""What the user does with the diary: look through it, take something out, put it back."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.history_filter import HistoryFilter
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.storage import StorageFault
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.ui.pages.history import HistoryPage

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
        return page
