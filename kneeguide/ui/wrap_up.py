"""What comes after the timer: the knee rated again, a pacing tip, a note, and the record safe in the diary."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from kneeguide.core.durable import replacing
from kneeguide.core.health_log import HealthLog
from kneeguide.core.history import Outcome, Record, rest_after
from kneeguide.core.history_export import as_json
from kneeguide.core.pain import change
from kneeguide.core.session_log import SessionLog
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.pacing import Pacing
from kneeguide.ui.pain_rule_wording import LEARN_PAGE

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.pages.summary import SummaryPage


class WrapUp(QObject):
    """Closes one session at a time. ``finished`` means that the user is done with it.

    ``learn_requested`` carries the id of a page to read.
    """

    finished = Signal()
    learn_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        health: HealthLog,
        emergency_number: Callable[[], str],
        pacing: Pacing,
        poses: "Mapping[str, Pose]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._health = health
        self._emergency_number = emergency_number
        self._pacing = pacing
        self._poses = poses
        window.place_requested.connect(self._keep_rest)
        self._log: SessionLog | None = None

    def begin(self, log: SessionLog) -> None:
        """Show what was done and ask how the knee is."""
        self._log = log
        self._summary.show_summary(log.record, log.record.outcome is Outcome.COMPLETED, self._emergency_number())
        self._tell_unsaved(log)
        self._window.show_page(self._summary, Place.ROUTINES)

    @property
    def record(self) -> Record | None:
        """The session that was closed last, as it is known even where the diary could not take it."""
        return self._log.record if self._log is not None else None

    @property
    def unsaved(self) -> Record | None:
        """The session that was closed last, if the diary could not take all of it."""
        return self._log.record if self._log is not None and self._log.fault is not None else None

    def _keep_rest(self) -> None:
        """Keep the rest that the rating calls for; only on leaving, so that a slip of the hand can be put right."""
        self._health.lock(rest_after(self.record))

    def _finish(self) -> None:
        self._keep_rest()
        self.finished.emit()

    def _read(self, page_id: str) -> None:
        self._keep_rest()
        self.learn_requested.emit(page_id)

    def _rated(self, rating: int) -> None:
        assert self._log is not None
        self._log.rate(rating)
        record = self._log.record
        self._summary.show_advice(change(record.before, rating), self._pacing.advice(record))
        self._tell_unsaved(self._log)

    def _noted(self, note: str) -> None:
        assert self._log is not None
        self._log.note(note)
        self._tell_unsaved(self._log)

    def _tell_unsaved(self, log: SessionLog) -> None:
        self._summary.show_unsaved(str(log.fault or ""))

    def _save_copy(self) -> None:
        """Write a session that the diary could not take to a file of the user's choice."""
        assert self._log is not None
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save this session"), "kneeguide-session.json")
        if not name:
            return
        try:
            with replacing(Path(name)) as part:
                part.write_text("".join(as_json([self._log.record])), encoding="utf-8")
        except OSError as error:
            self._window.show_banner(self.tr("That file could not be written: {0}.").format(error.strerror))

    @cached_property
    def _summary(self) -> "SummaryPage":
        from kneeguide.ui.pages.summary import SummaryPage

        page = SummaryPage(self._window.colours, self._poses)
        page.rated.connect(self._rated)
        page.noted.connect(self._noted)
        page.rules_requested.connect(lambda: self._read(LEARN_PAGE))
        page.learn_requested.connect(self._read)
        page.save_copy_requested.connect(self._save_copy)
        page.finished.connect(self._finish)
        return page
