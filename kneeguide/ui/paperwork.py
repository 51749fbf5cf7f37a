"""What the user takes along on paper: the report for a clinician, and the sheet of a routine."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.clock import Clock
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_summary import HealthSummary, summarise
from kneeguide.core.history import Record
from kneeguide.core.history_filter import Scope
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.paper_size import PaperSize, paper_in
from kneeguide.core.report import ReportSums
from kneeguide.core.storage import StorageFault
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.paper.document import Document, as_text
from kneeguide.ui.paper.output import PaperFault, print_on, printer_for, save_pdf
from kneeguide.ui.paper.pieces import Leaf

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.core.routine import Routine
    from kneeguide.ui.pages.paper_preview import PaperPreviewPage

translate = QCoreApplication.translate

AT_A_TIME = 25
"""Sessions that are read before the window gets a chance to answer the user: about 3 ms."""

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|.\x00-\x1f]+')
"""What the file systems of the three desktops do not take in a name, and what would hide a file or change its kind."""


def ask_where(parent: QWidget, suggested: Path) -> Path | None:
    """Ask the user where to save a PDF; None if they would rather not."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(
        parent, translate("paper", "Save as PDF"), str(suggested.parent), translate("paper", "PDF (*.pdf)")
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(suggested.name)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


class Paperwork(QObject):
    """Shows a preview, and saves or prints what it shows. ``report_left``: the user turned back from the report,
    ``sheet_left``: from the sheet of the routine with this id."""

    report_left = Signal()
    sheet_left = Signal(str)
    _more_to_read = Signal()

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        history: HistoryStore,
        health: HealthLog,
        poses: "Mapping[str, Pose]",
        where: Callable[[QWidget, Path], Path | None] = ask_where,
        parent: QObject | None = None,
    ) -> None:
        """``where``: asks the user for the name of a file, and is given one to suggest."""
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._history = history
        self._health = health
        self._poses = poses
        self._where = where
        self._routine: Routine | None = None
        self._scope: Scope | None = None
        """Which sessions are told, None of a sheet."""
        self._sums = ReportSums()
        self._last: Record | None = None
        """The oldest session that is in ``_sums``."""
        self._is_read = self._is_reading = False
        self._made: tuple[Document, tuple[Leaf, ...]] | None = None
        self._more_to_read.connect(self._read_on, Qt.ConnectionType.QueuedConnection)

    def show_report(self) -> None:
        """Open the preview of the report, of the last four weeks at first."""
        self._routine, self._scope = None, None
        self._page.begin_report(
            self.tr("Report for my clinician"),
            self.tr("One or two pages, to take along or to send."),
            self._usual_paper,
            self.tr("Back to history"),
        )
        self._window.show_page(self._page, Place.HISTORY)
        self._make()

    def show_sheet(self, routine: "Routine") -> None:
        """Open the preview of a routine's sheet."""
        self._routine, self._scope = routine, None
        self._page.begin_sheet(self.tr("On paper"), routine.title, self._usual_paper, self.tr("Back to the routine"))
        self._window.show_page(self._page, Place.ROUTINES)
        self._make()

    def _make(self) -> None:
        """Make the pages as the choices are now; what the diary holds is read first, unless it was read before."""
        if self._routine is not None:
            from kneeguide.ui.paper.sheet_document import sheet_pages

            skin = self._window.colours.skin
            self._show(sheet_pages(self._routine, self._poses, skin, self._page.paper))
            return
        scope = Scope(self._page.choices.period.first_day(self._today))
        if scope != self._scope:
            self._scope, self._sums, self._last, self._is_read = scope, ReportSums(), None, False
        if self._is_read:
            self._show_report()
            return
        self._page.show_waiting(self.tr("Reading the diary…"))
        if not self._is_reading:
            self._is_reading = True
            self._more_to_read.emit()

    def _read_on(self) -> None:
        """Read a few more sessions; the user may have left, or chosen something else, since the last few."""
        self._is_reading = False
        if self._scope is None or self._window.page is not self._page:
            self._scope = None
            return
        try:
            found = self._history.records(AT_A_TIME, before=self._last, scope=self._scope)
        except StorageFault as fault:
            self._scope = None
            self._page.show_waiting("")
            self._page.say_trouble(str(fault))
            return
        self._sums.add(found)
        if len(found) == AT_A_TIME:
            self._last = found[-1]
            self._is_reading = True
            self._more_to_read.emit()
        else:
            self._is_read = True
            self._show_report()

    def _show_report(self) -> None:
        from kneeguide.ui.paper.report_document import report_pages

        choices = self._page.choices
        assert self._scope is not None
        health = self._health_summary() if choices.health else None
        summed = self._sums.report(self._scope.first_day, self._today, health)
        self._show(report_pages(summed, self._page.paper, notes=choices.notes))

    def _show(self, made: tuple[Document, tuple[Leaf, ...]]) -> None:
        self._made = made
        document, pages = made
        self._page.show_pages(pages, as_text(document))

    def _health_summary(self) -> HealthSummary:
        health = self._health
        return summarise(health.answers, health.locks, health.confirmations, anew=None, now=self._clock.now())

    def _save(self) -> None:
        assert self._made is not None
        document, pages = self._made
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self._where(self._window, Path(folder) / f"{self._file_name}.pdf")
        if path is None:
            return
        try:
            save_pdf(path, pages, document.title, self._page.paper)
        except PaperFault as fault:
            self._page.say_trouble(str(fault))
        else:
            self._page.say_done(self.tr("Saved as {name}.").format(name=path.name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

        assert self._made is not None
        document, pages = self._made
        if not QPrinterInfo.availablePrinterNames():
            self._page.say_trouble(
                self.tr("This computer knows no printer. Save as PDF, and print that where there is one.")
            )
            return
        printer = printer_for(document.title, self._page.paper)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        if not dialog.exec():
            return
        if print_on(printer, pages):
            self._page.say_done(self.tr("Sent to the printer."))
        else:
            self._page.say_trouble(self.tr("The printer did not begin. See whether it is on, then try again."))

    def _turn_back(self) -> None:
        routine = self._routine
        self._routine, self._scope, self._sums, self._made = None, None, ReportSums(), None
        if routine is None:
            self.report_left.emit()
        else:
            self.sheet_left.emit(routine.id)

    @property
    def _today(self) -> date:
        return self._clock.now().wall.date()

    @property
    def _file_name(self) -> str:
        about = self._routine.title if self._routine else self.tr("report {day}").format(day=self._today.isoformat())
        return " ".join(["KneeGuide", *_NOT_IN_NAMES.sub(" ", about).split()])

    @cached_property
    def _usual_paper(self) -> PaperSize:
        return paper_in(QLocale.territoryToCode(QLocale.system().territory()))

    @cached_property
    def _page(self) -> "PaperPreviewPage":
        from kneeguide.ui.pages.paper_preview import PaperPreviewPage

        page = PaperPreviewPage()
        page.changed.connect(self._make)
        page.save_requested.connect(self._save)
        page.print_requested.connect(self._print)
        page.back_requested.connect(self._turn_back)
        return page
