"""Export and import of the whole diary, beside the window: shown as it goes, and given up when the user leaves."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from kneeguide.core.clock import Clock
from kneeguide.core.durable import free_name
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.health_log import HealthLog
from kneeguide.core.storage import Database
from kneeguide.services.in_background import InBackground
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.core.diary_store import DiaryStore
    from kneeguide.core.history_export import Watch
    from kneeguide.core.history_import import Brought, Preview
    from kneeguide.ui.pages.hand_over import HandOverPage


class HandOver(QObject):
    """One export or import at a time. ``left`` means that the user goes back to the diary."""

    left = Signal()

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        database: Database,
        health: Callable[[], HealthLog],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._database = database
        self._health = health
        self._job: InBackground | None = None
        self._done: Callable[..., None] = self._exported
        self._file = Path()
        self._preview: Preview | None = None
        window.place_requested.connect(self.give_up)

    # Export

    def export(self) -> None:
        """Ask what the file is for."""
        self._page.show_kinds()
        self._window.show_page(self._page, Place.HISTORY)

    def _export_as(self, is_table: bool) -> None:
        suffix = ".csv" if is_table else ".json"
        kind = self.tr("A table (*.csv)") if is_table else self.tr("A KneeGuide diary (*.json)")
        offered = f"kneeguide-diary-{self._clock.now().wall:%Y-%m-%d}{suffix}"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export your diary"), offered, kind)
        if not name:
            return
        self._file = Path(name)
        if not self._file.suffix:
            self._file = free_name(self._file.with_suffix(suffix))
        self._page.show_working(self.tr("Export your diary"), self.tr("Writing {0} …").format(self._file.name))
        self._work(partial(_write, self._file, is_table), self._exported)

    def _exported(self, count: int) -> None:
        self._page.show_exported(count, self._file.name)

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent))):
            self._window.show_banner(self.tr("The folder could not be opened. It is at: {0}").format(self._file.parent))

    # Import

    def bring_in(self) -> None:
        """Ask for a file, and say what is in it."""
        title, kinds = self.tr("Bring in a diary"), self.tr("Diaries of KneeGuide (*.json *.csv)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if not name:
            return
        self._file = Path(name)
        self._window.show_page(self._page, Place.HISTORY)
        if not self._database.saves:
            self._page.show_trouble(title, self.tr("History is not being saved, so nothing can be brought in now."))
            return
        self._page.show_working(title, self.tr("Checking {0} …").format(self._file.name))
        self._work(partial(_check, self._file, self._clock.now().wall), self._checked)

    def _checked(self, preview: "Preview") -> None:
        self._preview = preview
        self._page.show_preview(self._file.name, preview)

    def _agreed(self) -> None:
        assert self._preview is not None
        self._page.show_working(self.tr("Bring in a diary"), self.tr("Bringing in {0} …").format(self._file.name))
        self._work(partial(_bring_in, self._file, self._preview, self._clock.now().wall), self._brought)

    def _brought(self, brought: "Brought") -> None:
        found = brought.preview
        notes = []
        if brought.locks:
            notes.append(self.tr("One of them calls for a rest. The checklist will tell you how long."))
        if brought.asks_anew:
            notes.append(self.tr("Before your next session, the health questions are asked again."))
        self._page.show_brought(found.new, found.updated, self._file.name, notes)

    def _obey(self, brought: "Brought") -> None:
        """Have the running program know at once what is on the disk by now."""
        self._health().lock(brought.locks)
        if brought.asks_anew:
            self._health().forget(self._clock.now().wall)

    # The work

    def give_up(self) -> None:
        """End what is going on; a file or a diary that is not finished stays as it was."""
        job, self._job = self._job, None
        if job is not None:
            job.give_up()
            if job.result is not None and self._done == self._brought:
                self._obey(cast("Brought", job.result))
            job.deleteLater()

    def _work(self, work: "Callable[[DiaryStore, Watch], object]", done: Callable[..., None]) -> None:
        """Do it in another thread, with a connection of its own; from memory, which has but one, at once."""
        self.give_up()
        if not self._database.saves:
            self._do_at_once(work, done)
            return
        job = InBackground(partial(_with_own_connection, self._database, work), self)
        self._job = job
        self._done = done
        job.progressed.connect(self._page.show_share)
        job.succeeded.connect(self._succeeded)
        job.failed.connect(self._failed)
        job.start()

    def _do_at_once(self, work: "Callable[[DiaryStore, Watch], object]", done: Callable[..., None]) -> None:
        from kneeguide.core.diary_store import DiaryStore

        try:
            result = work(DiaryStore(self._database), lambda _share: None)
        except KneeGuideError as error:
            self._failed(error)
        else:
            done(result)

    def _succeeded(self, result: object) -> None:
        if self.sender() is self._job:
            self.give_up()
            self._done(result)

    def _failed(self, error: Exception) -> None:
        if self._job is not None and self.sender() is not self._job:
            return
        self.give_up()
        if not isinstance(error, KneeGuideError):
            raise error
        self._page.show_trouble(self.tr("That did not work"), str(error))

    def _leave(self) -> None:
        self.give_up()
        self.left.emit()

    @cached_property
    def _page(self) -> "HandOverPage":
        from kneeguide.ui.pages.hand_over import HandOverPage

        page = HandOverPage()
        page.kind_chosen.connect(self._export_as)
        page.agreed.connect(self._agreed)
        page.other_wanted.connect(self.bring_in)
        page.folder_requested.connect(self._open_folder)
        page.left.connect(self._leave)
        return page


def _with_own_connection(database: Database, work: "Callable[[DiaryStore, Watch], object]", watch: "Watch") -> object:
    from kneeguide.core.diary_store import DiaryStore

    with closing(database.for_another_thread()) as own:
        return work(DiaryStore(own), watch)


def _write(file: Path, is_table: bool, store: "DiaryStore", watch: "Watch") -> int:
    from kneeguide.core.history_export import as_csv, as_json, write_pieces

    count = store.history.count()
    pieces = as_csv(store.sessions()) if is_table else as_json(store.sessions(), store.beside())
    write_pieces(file, pieces, count, watch, for_excel=is_table)
    return count


def _check(file: Path, now: datetime, store: "DiaryStore", watch: "Watch") -> "Preview":
    from kneeguide.core.history_import import check

    return check(file, store, now, watch)


def _bring_in(file: Path, preview: "Preview", now: datetime, store: "DiaryStore", watch: "Watch") -> "Brought":
    from kneeguide.core.history_import import bring_in

    return bring_in(file, store, preview, now, watch)
