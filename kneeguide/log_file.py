"""A small file of warnings and faults, for when a user asks us for help. Nothing about health goes into it."""

import logging
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kneeguide import paths
from kneeguide.core.errors import KneeGuideError

LARGEST_LOG = 200_000
"""Bytes; at the next start a larger log makes way for a new one."""


def log_to(file: Path | None) -> None:
    """Keep warnings and faults in a small file of the user's, Qt's own among them."""
    qInstallMessageHandler(_from_qt)
    if file is None:
        return
    try:
        paths.ensure(file.parent)
        if file.exists() and file.stat().st_size > LARGEST_LOG:
            file.replace(file.with_suffix(".old.log"))
        handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except (KneeGuideError, OSError):
        return
    logging.raiseExceptions = False  # a log that cannot be written is no trouble of the user's
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = logging.INFO if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING
    logging.getLogger("qt").log(level, "%s", message)
