"""Opens History in the real window for a benchmark, and watches how long the window cannot answer."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from kneeguide import paths
from kneeguide.core.clock import SystemClock
from kneeguide.program import build
from kneeguide.services.keep_awake import NullKeepAwake
from kneeguide.services.reminders import NoReminders
from kneeguide.services.sound import SilentSound
from kneeguide.services.voice import SilentVoice
from kneeguide.ui.widgets.chart_picture import ChartPicture
from kneeguide.ui.widgets.charts_view import ChartsView

PATIENCE_MS = 120_000
LOOK_AGAIN_MS = 5


class LookOut(QObject):
    """A short timer that is late when something holds up the event loop.

    ``longest``: by how many seconds at most. ``longest_of_ours``: the most seconds of the processor that the window
    itself used between two looks; what is beyond that, it waited for others.
    """

    def __init__(self, every_ms: int, used: Callable[[], float]) -> None:
        """``used``: seconds of the processor that this thread has had."""
        super().__init__()
        self.longest = self.longest_of_ours = 0.0
        self._used = used
        self._used_before = used()
        self._every_ms = every_ms
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._since.start()
        self._timer.start(every_ms)

    def _look(self) -> None:
        late = self._since.nsecsElapsed() / 1e9 - self._every_ms / 1000
        self.longest = max(self.longest, late)
        used = self._used()
        self.longest_of_ours = max(self.longest_of_ours, used - self._used_before)
        self._used_before = used
        self._since.restart()


class Painted(QObject):
    """Whether a widget has been painted since it was last asked."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def visit(look_out_ms: int, now: Callable[[], float], used: Callable[[], float]) -> dict[str, float]:
    """Open the sessions, then the charts; then change the choice while sums are under way. All in seconds."""
    application = QApplication(sys.argv[:1])
    program = build(
        application, paths.user_folders(), SystemClock(), SilentSound, SilentVoice, NullKeepAwake, NoReminders
    )
    window = program.window
    program.flow.start()
    window.show()
    wait(window.isVisible)
    settle()
    look_out = LookOut(look_out_ms, used)

    began = now()
    press(window, "History")
    page = window.page
    painted = Painted(page)
    wait(lambda: painted.seen)
    sessions = now() - began

    began = now()
    press(page, "View: Charts")
    (view,) = page.findChildren(ChartsView)
    (calendar,) = (each for each in view.findChildren(ChartPicture) if each is view.days)
    drawn = Painted(calendar)
    wait(lambda: drawn.seen and bool(view.days.words) and bool(view.pain.words))
    charts = now() - began
    wait(lambda: bool(view.doses.words))
    filled = now() - began

    period, routine = page.findChildren(QComboBox)[:2]
    for box, place in ((period, 3), (period, 0), (routine, 1), (routine, 0), (period, 1)):
        box.setCurrentIndex(place)
        box.activated.emit(place)
        settle()
    wait(lambda: bool(view.doses.words) and bool(view.times.words))
    found = {
        "sessions": sessions,
        "charts": charts,
        "usable": sessions + charts,
        "filled": filled,
        "block": look_out.longest,
        "block_cpu": look_out.longest_of_ours,
    }
    program.flow.shut()
    program.close()
    return found


def press(inside: QWidget, name: str) -> None:
    """Press the one button of this name that is on the screen."""
    (button,) = (
        each for each in inside.findChildren(QAbstractButton) if each.accessibleName() == name and each.isVisible()
    )
    button.click()


def wait(condition: Callable[[], bool]) -> None:
    """Let the window live until something is so, and sleep while it has nothing to do, as it does for a user."""
    patience = QElapsedTimer()
    patience.start()
    alarm = QTimer()
    alarm.start(LOOK_AGAIN_MS)
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if patience.elapsed() > PATIENCE_MS:
            sys.exit("History did not open.")


def settle() -> None:
    """Let the window live for a fifth of a second."""
    patience = QElapsedTimer()
    patience.start()
    wait(lambda: patience.elapsed() > 200)
