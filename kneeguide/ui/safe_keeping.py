"""What the user does with their data as a whole: see it, copy it, put a copy back, delete everything."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.backups import backup_now
from kneeguide.core.clock import Clock
from kneeguide.core.copies import look_into_copies
from kneeguide.core.erasing import Kind, Stored, begin_erasing, stored
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.safe_copy import SafeCopy
from kneeguide.core.storage import Database
from kneeguide.services.in_background import InBackground
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.ui.pages.delete_everything import DeleteEverythingPage
    from kneeguide.ui.pages.your_data import YourDataPage


class SafeKeeping(QObject):
    """Copies are looked at and made beside the window.

    ``put_back_requested`` carries the file of a copy. ``erased`` means that everything counts as deleted from now on:
    the program is to end, and to start as new. ``left`` means that the user goes back to the settings.
    """

    folder_requested = Signal()
    put_back_requested = Signal(object)
    erased = Signal()
    left = Signal()

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        database: Database,
        backups: Path | None,
        erase_mark: Path | None,
        parent: QObject | None = None,
    ) -> None:
        """``erase_mark``: the file that has everything beside it deleted. None, as ``backups``: nothing is kept."""
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._database = database
        self._backups = backups
        self._mark = erase_mark
        self._job: InBackground | None = None
        window.place_requested.connect(self.give_up)

    def show(self) -> None:
        """Open the page of the user's data."""
        self._show_stored()
        self._window.show_page(self._page, Place.SETTINGS)
        self._page.scroll_to_top()
        self._look()

    def give_up(self) -> None:
        """Let go of what is under way beside the window."""
        job, self._job = self._job, None
        if job is not None:
            job.give_up()

    # Copies

    def _look(self, *, copy_first: bool = False) -> None:
        self.give_up()
        database, backups = self._database, self._backups
        if database.path is None or backups is None:
            self._page.show_trouble(self.tr("History is not being saved, so copies are neither made nor put back."))
            return
        self._page.show_looking()
        now = self._clock.now().wall

        def work(watch: Callable[[float], None]) -> object:
            assert database.path is not None
            if copy_first:
                own = database.for_another_thread()
                try:
                    backup_now(own, backups, now)
                finally:
                    own.close()
            return look_into_copies(backups, database.path, watch)

        self._job = InBackground(work, self)
        self._job.succeeded.connect(partial(self._looked, copied=copy_first))
        self._job.failed.connect(self._failed)
        self._job.start()

    def _looked(self, copies: tuple[SafeCopy, ...], *, copied: bool) -> None:
        self._page.show_copies(copies)
        if copied:
            self._show_stored()
            self._window.say_in_passing(self.tr("A copy of today is made."))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KneeGuideError):
            raise error
        self._page.show_trouble(str(error))

    # Delete everything

    def _ask_to_delete(self) -> None:
        routines = next((each.files for each in self._stored() if each.kind is Kind.ROUTINES), 0)
        self._question.show_question(routines)
        self._window.show_page(self._question, Place.SETTINGS)

    def _delete(self, own_routines: bool) -> None:
        if self._mark is None:
            return
        self.give_up()
        try:
            begin_erasing(self._mark, own_routines=own_routines)
        except OSError as error:
            self._question.show_trouble(
                self.tr("Nothing was deleted: {folder} cannot be written to ({reason}).").format(
                    folder=self._mark.parent, reason=error.strerror or ""
                )
            )
            return
        self.erased.emit()

    def _stored(self) -> tuple[Stored, ...]:
        return stored(self._mark.parent) if self._mark else ()

    def _show_stored(self) -> None:
        self._page.show_stored(str(self._mark.parent) if self._mark else "", self._stored())

    @cached_property
    def _page(self) -> "YourDataPage":
        from kneeguide.ui.pages.your_data import YourDataPage

        page = YourDataPage()
        page.folder_requested.connect(self.folder_requested)
        page.copy_requested.connect(lambda: self._look(copy_first=True))
        page.put_back_requested.connect(self.put_back_requested)
        page.delete_requested.connect(self._ask_to_delete)
        page.back_requested.connect(self.give_up)
        page.back_requested.connect(self.left)
        return page

    @cached_property
    def _question(self) -> "DeleteEverythingPage":
        from kneeguide.ui.pages.delete_everything import DeleteEverythingPage

        page = DeleteEverythingPage()
        page.delete_requested.connect(self._delete)
        page.back_requested.connect(self.show)
        return page
