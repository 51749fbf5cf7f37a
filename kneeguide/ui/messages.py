"""Saying and asking what cannot be said on a page: leaving in mid-session, and faults of our own."""

import logging
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QSysInfo, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kneeguide import __version__

_log = logging.getLogger(__name__)


def ask_to_leave(parent: QWidget) -> bool:
    """Ask whether to leave while a session runs."""
    box = _plain_box(
        parent,
        QMessageBox.Icon.Question,
        QCoreApplication.translate("messages", "Leave this session?"),
        QCoreApplication.translate(
            "messages", "What you have done so far is kept. You can go on with it at the next start."
        ),
    )
    leave = box.addButton(QCoreApplication.translate("messages", "Leave"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(QCoreApplication.translate("messages", "Stay"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave


def report_crash(
    parent: QWidget | None, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log a fault of ours and say so once, with what to send us; the program goes on."""
    details = "".join(traceback.format_exception(kind, error, trace))
    _log.critical("unexpected fault\n%s", details)
    box = _plain_box(
        parent,
        QMessageBox.Icon.Critical,
        QCoreApplication.translate("messages", "Something in KneeGuide went wrong"),
        QCoreApplication.translate(
            "messages",
            "This is our fault, not yours. Your diary is safe. If it happens again, close KneeGuide and start it"
            " anew; the details below help us to mend it.",
        ),
    )
    box.setDetailedText(f"KneeGuide {__version__}, {QSysInfo.prettyProductName()}\n\n{details}")
    box.exec()


def _plain_box(parent: QWidget | None, icon: QMessageBox.Icon, text: str, more: str) -> QMessageBox:
    """A message box that never takes its text for rich text."""
    box = QMessageBox(parent)
    box.setWindowTitle("KneeGuide")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icon)
    box.setText(text)
    box.setInformativeText(more)
    return box
