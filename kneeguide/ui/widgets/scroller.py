"""What does not fit scrolls up and down, and whatever gets the keyboard comes into view by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kneeguide.ui.theme import STEP


class Scroller(QScrollArea):
    """As wide as there is room, never to be scrolled sideways; Tab does not stop at it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_focused)

    def show_whole(self, widget: QWidget) -> None:
        """Bring something into view."""
        self.ensureWidgetVisible(widget, 0, 6 * STEP)

    def _show_focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Qt scrolls when Tab moves inside, but not when it comes in from elsewhere."""
        if now is not None and self.isAncestorOf(now) and now.visibleRegion().isEmpty():
            self.show_whole(now)
