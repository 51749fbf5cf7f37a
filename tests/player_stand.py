"""The player with a session that a test moves by hand."""

from fakes import later, planned
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kneeguide.core.plan import LeftOut, Plan
from kneeguide.core.session import Session
from kneeguide.core.session_events import PauseReason
from kneeguide.core.stage import StageKind
from kneeguide.ui.pages.player import PlayerPage

PAUSED = "Paused. Press Space or Go on."
"""What is shown while time stands still because the user asked for that."""

WISHES = (
    "pause_requested",
    "resume_requested",
    "skip_requested",
    "back_requested",
    "restart_requested",
    "extend_requested",
    "quicker_requested",
    "slower_requested",
    "mute_toggled",
    "waits_toggled",
    "floor_toggled",
    "trouble_requested",
    "leave_requested",
    "stop_requested",
)

KEYS = {
    "pause_requested": (
        Qt.Key.Key_Space,
        Qt.Key.Key_P,
        Qt.Key.Key_B,
        Qt.Key.Key_Period,
        Qt.Key.Key_MediaPlay,
        Qt.Key.Key_MediaPause,
        Qt.Key.Key_MediaTogglePlayPause,
    ),
    "skip_requested": (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_MediaNext),
    "back_requested": (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_MediaPrevious),
    "restart_requested": (Qt.Key.Key_R,),
    "extend_requested": (Qt.Key.Key_Plus, Qt.Key.Key_Equal),
    "quicker_requested": (Qt.Key.Key_J, Qt.Key.Key_BracketLeft),
    "slower_requested": (Qt.Key.Key_L, Qt.Key.Key_BracketRight),
    "mute_toggled": (Qt.Key.Key_M,),
    "waits_toggled": (Qt.Key.Key_W,),
    "floor_toggled": (Qt.Key.Key_F, Qt.Key.Key_F11),
    "trouble_requested": (Qt.Key.Key_S, Qt.Key.Key_MediaStop),
}
"""What each key of a keyboard, a presenter's remote and a media keyboard wishes for while time runs."""


class Stand:
    """The player with a session that is moved by hand, and a list of what was wished for."""

    def __init__(self, page: PlayerPage) -> None:
        self.page = page
        self.wishes: list[str] = []
        for wish in WISHES:
            getattr(page, wish).connect(lambda *_, wish=wish: self.wishes.append(wish))
        self.load(planned())

    def load(self, made: Plan, left_out: tuple[LeftOut, ...] = (), *, waits: bool = False) -> None:
        self.session = Session(made, waits=waits)
        self.second = 0
        self.session.start(later())
        limits = made.clearance.limits
        self.page.show_plan(
            made.routine.title,
            self.session.stages,
            left_out or made.left_out,
            limits.cautions,
            limits.pressure_cap,
            made.switched_off,
        )
        self.show()

    def show(self) -> None:
        self.page.show_snapshot(self.session.snapshot())

    def run(self, seconds: int) -> None:
        for _ in range(seconds):
            self.second += 1
            self.session.advance(later(self.second))
            self.show()

    def pause(self, reason: PauseReason = PauseReason.ASKED) -> None:
        self.session.pause(later(self.second), reason)
        self.show()

    def resume(self) -> None:
        self.session.resume(later(self.second))
        self.show()

    def sleep(self, seconds: int) -> None:
        """Close the lid for so long."""
        self.second += seconds
        self.session.advance(later(self.second))
        self.show()

    def run_to(self, kind: StageKind) -> None:
        while self.session.snapshot().stage.kind is not kind:
            self.run(1)


def held(page: QWidget, key: Qt.Key, repeats: int = 0) -> None:
    """Press a key and keep it down until it has repeated itself so often."""
    for number in range(repeats + 1):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", number > 0)
        QApplication.sendEvent(page, event)


def trouble(stand: Stand) -> None:
    """Say in the midst of a step that something is wrong."""
    stand.run(15)
    stand.pause(PauseReason.TROUBLE)
    stand.page.show_trouble()
