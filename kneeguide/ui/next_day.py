"""Asks how the knee is the day after a session, once, and keeps what is told. Nothing of it is in anybody's way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.next_day import ASK_AGAIN
from kneeguide.core.storage import StorageFault
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.core.health_log import HealthLog
    from kneeguide.core.history import Record
    from kneeguide.core.history_store import HistoryStore
    from kneeguide.ui.pages.next_day import NextDayPage


class NextDay(QObject):
    """``finished``: the user goes back to the routines."""

    finished = Signal()

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        to_ask_about: Callable[[datetime], str | None],
        history: "Callable[[], HistoryStore]",
        health: "Callable[[], HealthLog]",
        parent: QObject | None = None,
    ) -> None:
        """``to_ask_about``: id of the session that it is time to ask about, if there is one."""
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._to_ask_about = to_ask_about
        self._history = history
        self._health = health
        self._put_off_at: datetime | None = None
        self._record: Record | None = None
        window.place_requested.connect(self._keep_rest)

    @property
    def is_due(self) -> bool:
        """Whether to ask now. A diary that cannot be read asks nothing."""
        now = self._clock.now().wall
        if self._put_off_at is not None and self._put_off_at <= now < self._put_off_at + ASK_AGAIN:
            return False
        return self._due(now) is not None

    def ask(self) -> None:
        """Show the question on a page of its own."""
        try:
            record_id = self._due(self._clock.now().wall)
            self._record = self._history().get(record_id) if record_id else None
        except StorageFault as fault:
            self._window.show_banner(str(fault))
            return
        if self._record is None:
            self.finished.emit()
            return
        self._page.ask(self._record)
        self._window.show_page(self._page, Place.ROUTINES)

    def put_off(self) -> None:
        """Ask again later."""
        self._put_off_at = self._clock.now().wall

    def wave_off(self) -> None:
        """Never ask about this session again."""
        now = self._clock.now().wall
        try:
            record_id = self._due(now)
            record = self._history().get(record_id) if record_id else None
            if record is not None:
                self._history().amend(replace(record, next_day_told=now))
        except StorageFault as fault:
            self._window.show_banner(str(fault))
            self.put_off()

    def _due(self, now: datetime) -> str | None:
        try:
            return self._to_ask_about(now)
        except StorageFault:
            return None

    def _told(self, record: "Record") -> None:
        self._record = replace(record, next_day_told=self._clock.now().wall)
        try:
            self._history().amend(self._record)
        except StorageFault as fault:
            self._page.show_trouble(str(fault))

    def _finish(self) -> None:
        self._keep_rest()
        if self.is_due:
            self.put_off()
        self.finished.emit()

    def _keep_rest(self) -> None:
        """Keep the rest that the answers call for; only on leaving, so that a slip of the hand can be put right."""
        if self._record is None:
            return
        from kneeguide.core.history import rest_after

        self._health().lock(rest_after(self._record))
        self._record = None

    @cached_property
    def _page(self) -> "NextDayPage":
        from kneeguide.ui.pages.next_day import NextDayPage

        page = NextDayPage()
        page.told.connect(self._told)
        page.finished.connect(self._finish)
        return page
