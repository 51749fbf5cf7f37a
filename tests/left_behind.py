"""Widgets that tests leave behind: each is dressed anew by every later test of the window, which once took half of all
the time that those tests took.
"""

import gc
from collections import Counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

FEW = 300
"""Widgets that the last test may leave until Python comes by: those of one full page."""


def let_go(application: QApplication) -> None:
    """See that nothing more than that is left of earlier tests."""
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if len(application.allWidgets()) > FEW:
        gc.collect()
        left = Counter(type(widget).__name__ for widget in application.topLevelWidgets())
        assert len(application.allWidgets()) <= FEW, f"an earlier test left its widgets to nobody: {left}"
