"""Shows a reminder as the desktop shows messages, and says twice a minute that it is time to look at the clock.

It owns a timer of its own, because it has nothing to do with sessions: that of a session is stopped between them. A
desktop may show nothing, or take seconds to answer; that ends as one plain sentence in ``problem``. Nothing here raises
into the app, makes the window wait or touches a session.
"""

import sys
import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

LOOK_MS = 30_000
"""Between looks. Only the clock on the wall tells when a reminder is due: a timer set for it would sleep with the
computer, and come late."""

ASK_SECONDS = 5.0
"""How long the desktop may take to answer."""

CLOSE_SECONDS = 0.5
"""How long leaving waits for the desktop."""


class Reminders(Protocol):
    """Whatever can show a reminder, or cannot and says so."""

    problem: str | None
    """One plain sentence when reminders are not shown, else None. Known a moment after ``show``."""

    def begin(self, look: Callable[[], None]) -> None:
        """Call ``look`` twice a minute from now on; of several calls the last one counts."""
        ...

    def show(self, title: str, text: str) -> None:
        """Show a message. Returns at once."""
        ...

    def close(self) -> None:
        """Look no more, and take away what was shown."""
        ...


class NoReminders:
    """Shows nothing, and has no problem with that."""

    problem: str | None = None

    def begin(self, look: Callable[[], None]) -> None:
        """Nobody looks."""

    def show(self, title: str, text: str) -> None:
        """Nothing is shown."""

    def close(self) -> None:
        """Nothing was shown."""


class DesktopReminders(QObject):
    """Messages by the desktop's own service on Linux, and from the tray elsewhere or where there is no such service.

    The tray holds an icon only while a message of ours is up.
    """

    _refused = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem: str | None = None
        self._look: Callable[[], None] = _nothing
        self._asking: threading.Thread | None = None
        self._icon: QSystemTrayIcon | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._beat)
        self._refused.connect(self._show_from_tray)

    def begin(self, look: Callable[[], None]) -> None:
        """Call ``look`` twice a minute from now on; of several calls the last one counts."""
        self._look = look
        self._timer.start()

    def show(self, title: str, text: str) -> None:
        """Show a message. Returns at once."""
        if sys.platform == "linux":
            self._asking = threading.Thread(target=self._ask_desktop, args=(title, text), name="reminder", daemon=True)
            self._asking.start()
        else:
            self._show_from_tray(title, text)

    def close(self) -> None:
        """Look no more, and take away what was shown. Waits half a second at the most."""
        self._timer.stop()
        self._hide_icon()
        if self._asking is not None:
            self._asking.join(CLOSE_SECONDS)

    def _beat(self) -> None:
        self._look()

    def _ask_desktop(self, title: str, text: str) -> None:
        try:
            _notify(title, text)
            self.problem = None
        except Exception:  # noqa: BLE001 - whatever the desktop does, there is still the tray, and the app goes on
            self._tell_refused(title, text)

    def _tell_refused(self, title: str, text: str) -> None:
        try:
            self._refused.emit(title, text)
        except RuntimeError:  # the program has ended meanwhile
            return

    def _show_from_tray(self, title: str, text: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            self.problem = not_shown()
            return
        self.problem = None
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._icon.messageClicked.connect(self._hide_icon)
        self._icon.show()
        self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.NoIcon)

    def _hide_icon(self) -> None:
        if self._icon is not None:
            self._icon.hide()


def not_shown() -> str:
    """The sentence for a desktop that shows nothing."""
    return QCoreApplication.translate(
        "reminders",
        "This computer does not show reminders of KneeGuide. Save your plan to your calendar instead: that can remind"
        " you.",
    )


def _nothing() -> None:
    pass


def _notify(title: str, text: str) -> None:
    """Ask the desktop's service to show a message. Raises whatever goes wrong, after ``ASK_SECONDS`` at the latest."""
    from html import escape

    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    service = DBusAddress(
        "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.Notifications"
    )
    hints = {"desktop-entry": ("s", "org.kneeguide.KneeGuide")}
    # Services may take the text for markup, but not the title.
    no_actions: list[str] = []
    body = ("KneeGuide", 0, "", title, escape(text, quote=False), no_actions, hints, -1)
    with open_dbus_connection("SESSION") as connection:
        answer = connection.send_and_get_reply(
            new_method_call(service, "Notify", "susssasa{sv}i", body), timeout=ASK_SECONDS
        )
    if answer.header.message_type is not MessageType.method_return:
        raise ConnectionError("the desktop refused")
