"""The shell: a list of places on the left, one page at a time, and a line for trouble that must not be missed."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.key_focus import KeyFocus
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.navigation import Navigation

_BESIDE = 900
"""Width of the window, in pixels at the usual size of letters, from which on the places stand beside the page."""


class Place(StrEnum):
    """Where the user can go from anywhere but a running session."""

    ROUTINES = "routines"
    HISTORY = "history"
    LEARN = "learn"
    SETTINGS = "settings"


class MainWindow(QMainWindow):
    """One window. It knows how to show a page, not which."""

    place_requested = Signal(object)
    banner_action_requested = Signal()
    close_requested = Signal()

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self._keys = KeyFocus(self)
        self._may_close = False
        self._has_action = False
        self.setWindowTitle("KneeGuide")
        self.setMinimumSize(900, 600)
        self.resize(1200, 800)
        self._stack = QStackedWidget()
        self._navigation = self._make_navigation()
        self._standing = ""
        self._passing = ""
        self._banner_text = Text(TextRole.BODY)
        self._banner_action = Button("", "plain")
        self._banner_action.clicked.connect(self.banner_action_requested)
        self._banner_close = Button(self.tr("Close"), "link")
        self._banner_close.setAccessibleName(self.tr("Close the notice"))
        for button in (self._banner_action, self._banner_close):  # in a session Space has to go on to its page
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._banner = self._make_banner()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._banner)
        right.addWidget(self._stack, 1)
        self._whole = QHBoxLayout()
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._navigation)
        self._whole.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(self._whole)
        self.setCentralWidget(centre)
        # Qt's standard key for it is none at all on desktops that it does not know.
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        for number, place in enumerate(Place, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda place=place: self._go(place))

    def show_page(self, page: QWidget, place: Place | None = None, *, whole_window: bool = False) -> None:
        """Bring a page to the front.

        ``place``: where it belongs. ``whole_window``: without the list of places, nor what can be done about trouble.
        """
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._passing = ""
        self._show_lines()
        self._banner_action.setVisible(self._has_action and not whole_window)
        self._navigation.setVisible(not whole_window)
        self._navigation.mark(place)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        spoken = getattr(page, "spoken", "")
        if spoken:
            announce(page, spoken, at_once=False)

    @property
    def page(self) -> QWidget:
        """The page in front."""
        return self._stack.currentWidget() or self._stack

    def show_banner(self, sentence: str, action: str = "") -> None:
        """Show one line of trouble above every page, with a button if there is something to do about it."""
        is_new = sentence != self._standing
        self._standing = sentence
        self._banner_action.set_label(action)
        self._has_action = bool(action)
        self._banner_action.setVisible(self._has_action and self._navigation.isVisibleTo(self))
        self._show_lines()
        if sentence and is_new:
            announce(self._banner, sentence)

    def say_in_passing(self, sentence: str) -> None:
        """Say something about the page in front, until the next one. It goes below a line of trouble, never over it."""
        is_new = sentence != self._passing
        self._passing = sentence
        self._show_lines()
        if sentence and is_new:
            announce(self._banner, sentence)

    def set_colours(self, colours: Colours) -> None:
        """Pass a change of theme on to every page that paints for itself."""
        self.colours = colours
        for index in range(self._stack.count()):
            page = self._stack.widget(index)
            set_colours = getattr(page, "set_colours", None)
            if set_colours is not None:
                set_colours(colours)

    def bring_to_front(self) -> None:
        """Show the window to somebody who started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def fill_screen(self, full: bool) -> None:
        """Take the whole screen, or be again as large as before."""
        state = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | state if full else self.windowState() & ~state)

    def restore_place_on_screen(self, left: int, top: int, width: int, height: int) -> None:
        """Put the window where it was when the program was left, if that is still on a screen."""
        wanted = QRect(left, top, width, height)
        if any(screen.availableGeometry().contains(wanted.center()) for screen in QGuiApplication.screens()):
            self.setGeometry(wanted)

    def place_on_screen(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the window, as it is when not maximised, minimised nor on the full screen."""
        is_other = self.isMaximized() or self.isMinimized() or self.isFullScreen()
        rect = self.normalGeometry() if is_other else self.geometry()
        return rect.x(), rect.y(), rect.width(), rect.height()

    def leave(self) -> None:
        """Close for good, without asking again."""
        self._may_close = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keys.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the list of places by what room there is."""
        self._fit_navigation()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The same when letters change their size."""
        if event.type() is QEvent.Type.StyleChange:
            self._fit_navigation()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the flow decide: a session may be running. It answers by calling ``leave``, or not."""
        if not self._may_close:
            self.close_requested.emit()
        event.setAccepted(self._may_close)

    def _go(self, place: Place) -> None:
        if self._navigation.isVisible():
            self.place_requested.emit(place)

    def _close_banner(self) -> None:
        self.show_banner("")
        self.say_in_passing("")

    def _show_lines(self) -> None:
        lines = [line for line in (self._standing, self._passing) if line]
        self._banner_text.setText("\n".join(lines))
        self._banner.setVisible(bool(lines))

    def _make_navigation(self) -> Navigation:
        labels = {
            Place.ROUTINES: self.tr("Routines"),
            Place.HISTORY: self.tr("History"),
            Place.LEARN: self.tr("Learn"),
            Place.SETTINGS: self.tr("Settings"),
        }
        navigation = Navigation(list(labels.items()), wording.disclaimer())
        navigation.chosen.connect(self._go)
        return navigation

    def _fit_navigation(self) -> None:
        """Large letters want the width that a list beside the page takes."""
        above = self.width() < _BESIDE * letter_scale()
        self._whole.setDirection(QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight)
        self._navigation.lie_above(above)

    def _make_banner(self) -> QFrame:
        frame = QFrame()
        frame.setAccessibleName(self.tr("Notice"))
        frame.setProperty("box", "care")
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(frame)
        row.setContentsMargins(9 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._banner_text, 1)
        row.addWidget(self._banner_action)
        row.addWidget(self._banner_close)
        self._banner_close.clicked.connect(self._close_banner)
        frame.hide()
        return frame
