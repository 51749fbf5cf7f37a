"""What does not fit scrolls up and down, and whatever gets the keyboard comes into view by itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from kneeguide.ui.theme import STEP

SCROLL_MARGIN = 4 * STEP
"""What keeps a scroll bar clear of what it scrolls, where the page leaves room for it beside its lines."""


class Scroller(QScrollArea):
    """As wide as there is room, never to be scrolled sideways; Tab does not stop at it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[QLayout, int, int] | None = None
        self._bar = 0
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_focused)

    def keep_margin(self, column: QLayout, margin: int, start: int = 0) -> None:
        """Leave so many pixels free at the end of each line of what scrolls. The scroll bar lies in them, so that
        nothing is narrower, or stands out of line, where there is one. ``start``: what is free where lines begin."""
        self._kept = column, margin, start
        self._fit_margin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The size is that of what lies inside the edges. Asking viewport() would make 500 enumerated values of Qt's.
        self._bar = self.width() - event.size().width()
        self._fit_margin()

    def _fit_margin(self) -> None:
        if self._kept is None:
            return
        column, margin, start = self._kept
        free = max(0, margin - self._bar)
        left, right = (free, start) if self.isRightToLeft() else (start, free)
        upright = column.contentsMargins()
        column.setContentsMargins(left, upright.top(), right, upright.bottom())

    def show_whole(self, widget: QWidget) -> None:
        """Bring something into view."""
        self.ensureWidgetVisible(widget, 0, 6 * STEP)

    def _show_focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Qt scrolls when Tab moves inside, but not when it comes in from elsewhere."""
        if now is not None and self.isAncestorOf(now) and now.visibleRegion().isEmpty():
            self.show_whole(now)
