"""A fault of ours is said once at a time and logged each time, and no box takes its text for rich text."""

from collections.abc import Callable

import pytest
from conftest import WarningLog
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.messages import CrashReporter, ask_to_leave

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this


def at_the_box(act: Callable[[QMessageBox], None]) -> None:
    """Do this as soon as a message box waits for an answer."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            act(box)
        else:
            QTimer.singleShot(0, look)

    QTimer.singleShot(0, look)


def press(label: str) -> Callable[[QMessageBox], None]:
    def act(box: QMessageBox) -> None:
        (button,) = [button for button in box.buttons() if button.text() == label]
        button.click()

    return act


@pytest.mark.parametrize(("label", "leaves"), [("Leave", True), ("Stay", False)])
def test_leaving_is_asked_and_the_answer_counts(window: MainWindow, label: str, leaves: bool) -> None:
    at_the_box(press(label))
    assert ask_to_leave(window, saved=True) is leaves


def test_escape_and_enter_stay(window: MainWindow, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        at_the_box(lambda box, key=key: qtbot.keyClick(box, key))  # type: ignore[misc]
        assert not ask_to_leave(window, saved=True)


def test_the_box_is_plain_text(window: MainWindow) -> None:
    formats = []
    at_the_box(lambda box: (formats.append(box.textFormat()), box.reject()))  # type: ignore[func-returns-value]
    ask_to_leave(window, saved=True)
    assert formats == [Qt.TextFormat.PlainText]


class Session:
    """A session that can be held, and may fail at it."""

    def __init__(self) -> None:
        self.held = 0
        self.fault: Exception | None = None

    def hold(self) -> None:
        self.held += 1
        if self.fault:
            raise self.fault


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def report(window: MainWindow, session: Session) -> CrashReporter:
    return CrashReporter(window, session.hold)


def crash(report: CrashReporter, error: Exception) -> None:
    try:
        raise error
    except Exception as raised:  # noqa: BLE001 - what sys.excepthook is handed
        report(type(raised), raised, raised.__traceback__)


def test_a_fault_is_said_with_what_to_send_and_the_session_is_held(
    report: CrashReporter, session: Session, warning_log: WarningLog
) -> None:
    said: list[str] = []

    def read(box: QMessageBox) -> None:
        assert session.held == 1, "the clock stands before anybody reads"
        said.extend([box.text(), box.informativeText(), box.detailedText()])
        box.accept()

    at_the_box(read)
    crash(report, RuntimeError("<b>no such leg</b>"))
    text, more, details = said
    assert text == "Something in KneeGuide went wrong"
    assert "saved before is safe" in more
    assert "KneeGuide 0" in details
    assert "RuntimeError: <b>no such leg</b>" in details
    (logged,) = warning_log.take()
    assert logged.startswith("CRITICAL kneeguide.ui.messages: unexpected fault")
    assert "no such leg" in logged


def test_faults_that_follow_while_the_box_is_open_are_logged_and_open_no_second_one(
    report: CrashReporter, session: Session, warning_log: WarningLog
) -> None:
    def crash_again(box: QMessageBox) -> None:
        for _ in range(20):
            crash(report, RuntimeError("each tick"))
        assert [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()] == [box]
        box.accept()

    at_the_box(crash_again)
    crash(report, RuntimeError("the first"))
    assert session.held == 1
    assert len(warning_log.take()) == 21


def test_the_next_fault_after_the_box_is_closed_is_said_again(
    report: CrashReporter, session: Session, warning_log: WarningLog
) -> None:
    for _ in range(2):
        at_the_box(QMessageBox.accept)
        crash(report, RuntimeError("again"))
    assert session.held == 2
    assert len(warning_log.take()) == 2


def test_a_session_that_cannot_be_held_hides_no_fault(
    report: CrashReporter, session: Session, warning_log: WarningLog
) -> None:
    session.fault = RuntimeError("stuck")
    details: list[str] = []
    at_the_box(lambda box: (details.append(box.detailedText()), box.accept()))  # type: ignore[func-returns-value]
    crash(report, ValueError("the first"))
    assert "the first" in details[0]
    assert [line.split("\n")[0] for line in warning_log.take()] == [
        "CRITICAL kneeguide.ui.messages: unexpected fault",
        "CRITICAL kneeguide.ui.messages: the session could not be held",
    ]


def test_a_fault_that_comes_from_holding_opens_no_second_box(window: MainWindow, warning_log: WarningLog) -> None:
    held: list[CrashReporter] = []

    def hold() -> None:
        crash(held[0], RuntimeError("while holding"))

    held.append(CrashReporter(window, hold))
    at_the_box(QMessageBox.accept)
    crash(held[0], RuntimeError("the first"))
    assert len(warning_log.take()) == 2


def test_the_box_can_be_closed_with_the_keyboard(report: CrashReporter, qtbot: QtBot, warning_log: WarningLog) -> None:
    buttons: list[QAbstractButton] = []

    def close(box: QMessageBox) -> None:
        buttons.extend(box.buttons())
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    at_the_box(close)
    crash(report, RuntimeError("once"))
    assert buttons
    warning_log.take()
