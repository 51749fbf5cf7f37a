"""Tells when a window has first been seen, so that what can wait does."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Emits ``seen`` once, after the widget's first paint has reached the screen."""

    seen = Signal()
    _painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._painted.connect(self.seen, Qt.ConnectionType.QueuedConnection)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint, then look away."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._painted.emit()
        return super().eventFilter(watched, event)
