"""What an interrupted run left behind: a session to be gone on with, to be kept as far as it got, or to be given up."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.storage import StorageFault
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.core.history import Record
    from kneeguide.core.history_store import HistoryStore
    from kneeguide.ui.pages.unfinished import UnfinishedPage


class Unfinished(QObject):
    """``resumed`` carries the Record that is to be gone on with. ``settled``: it was kept or given up."""

    resumed = Signal(object)
    settled = Signal()

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        left_open: Callable[[], bool],
        history: "Callable[[], HistoryStore]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._left_open = left_open
        self._history = history
        self._record: Record | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is one. A diary that cannot be read has none."""
        return self._find() is not None

    def show(self, is_known: Callable[[str], bool]) -> bool:
        """Show it, if there is one. ``is_known``: whether there still is a routine of this id."""
        self._record = self._find()
        if self._record is not None and self._record.stop_reason:
            self._end_as_told(self._record)
        if self._record is None:
            return False
        self._page.show_unfinished(self._record, is_known(self._record.routine_id))
        self._window.show_page(self._page, Place.ROUTINES)
        return True

    def _find(self) -> "Record | None":
        try:
            return self._history().unfinished() if self._left_open() else None
        except StorageFault:
            return None

    def _end_as_told(self, record: "Record") -> None:
        """End a session that was left after its user had said what was wrong: it is not to be gone on with."""
        from kneeguide.core.history import Outcome

        try:
            self._history().close(record.id, Outcome.STOPPED, record.stop_reason, self._clock.now().wall)
        except StorageFault as fault:
            self._window.show_banner(str(fault))
        self._record = None

    def _resume(self) -> None:
        if self._record is not None:
            self.resumed.emit(self._record)

    def _keep_partial(self, record_id: str) -> None:
        self._settle(lambda: self._history().keep_partial(record_id, self._clock.now().wall))

    def _discard(self, record_id: str) -> None:
        self._settle(lambda: self._history().discard(record_id, self._clock.now().wall))

    def _settle(self, step: Callable[[], None]) -> None:
        self._record = None
        try:
            step()
        except StorageFault as fault:
            self._window.show_banner(str(fault))
        self.settled.emit()

    @cached_property
    def _page(self) -> "UnfinishedPage":
        from kneeguide.ui.pages.unfinished import UnfinishedPage

        page = UnfinishedPage()
        page.resume_requested.connect(lambda _id: self._resume())
        page.keep_requested.connect(self._keep_partial)
        page.discard_requested.connect(self._discard)
        return page
