"""Saying and asking what cannot be said on a page: leaving in mid-session, and faults of our own."""

import logging
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSysInfo, Qt
from PySide6.QtWidgets import QWidget

from kneeguide import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_log = logging.getLogger(__name__)


def ask_to_leave(parent: QWidget, *, saved: bool) -> bool:
    """Ask whether to leave while a session runs. ``saved``: whether what was done so far is on the disk."""
    kept = QCoreApplication.translate(
        "messages", "What you have done so far is kept. You can go on with it at the next start."
    )
    lost = QCoreApplication.translate(
        "messages", "This session could not be saved. If you leave now, it will not be in your history."
    )
    return _agreed(
        parent,
        QCoreApplication.translate("messages", "Leave this session?"),
        kept if saved else lost,
        yes=QCoreApplication.translate("messages", "Leave"),
        no=QCoreApplication.translate("messages", "Stay"),
    )


def ask_to_put_back(parent: QWidget, backup: str) -> bool:
    """Ask whether a backup is to take the place of the present diary."""
    return _agreed(
        parent,
        QCoreApplication.translate("messages", "Put back the backup {0}?").format(backup),
        QCoreApplication.translate(
            "messages", "It takes the place of the present history, which is kept as a file beside it."
        ),
        yes=QCoreApplication.translate("messages", "Put back"),
        no=QCoreApplication.translate("messages", "Not now"),
    )


class CrashReporter:
    """Takes faults of ours: each is logged, and one dialog at a time says so; the program goes on.

    One fault can come with every tick, or come again from holding the session: none may open a second dialog.
    """

    def __init__(self, parent: QWidget, hold: Callable[[], None]) -> None:
        """``hold``: stops the clock of a session that runs."""
        self._parent = parent
        self._hold = hold
        self._is_at_work = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Stand in for sys.excepthook."""
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.critical("unexpected fault\n%s", details)
        if self._is_at_work:
            return
        self._is_at_work = True
        try:
            self._hold_session()
            _crash_box(self._parent, details).exec()
        finally:
            self._is_at_work = False

    def _hold_session(self) -> None:
        try:
            self._hold()
        except Exception:  # noqa: BLE001 - the user must hear of the fault that came first
            _log.critical("the session could not be held", exc_info=True)


def _crash_box(parent: QWidget, details: str) -> "QMessageBox":
    from PySide6.QtWidgets import QMessageBox

    box = _plain_box(
        parent,
        QMessageBox.Icon.Critical,
        QCoreApplication.translate("messages", "Something in KneeGuide went wrong"),
        QCoreApplication.translate(
            "messages",
            "This is our fault, not yours. What was saved before is safe. If it happens again, close KneeGuide and"
            " start it anew; the details below help us to mend it.",
        ),
    )
    box.setDetailedText(f"KneeGuide {__version__}, {QSysInfo.prettyProductName()}\n\n{details}")
    return box


def _agreed(parent: QWidget, question: str, more: str, *, yes: str, no: str) -> bool:
    """Ask; Enter and Escape, pressed unread, change nothing."""
    from PySide6.QtWidgets import QMessageBox

    box = _plain_box(parent, QMessageBox.Icon.Question, question, more)
    agree = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is agree


def _plain_box(parent: QWidget, icon: "QMessageBox.Icon", text: str, more: str) -> "QMessageBox":
    """A message box that never takes its text for rich text."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle("KneeGuide")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icon)
    box.setText(text)
    box.setInformativeText(more)
    return box
