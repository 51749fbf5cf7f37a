"""Leaves in good order when the system asks the program to end, as it does when the user logs out."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class LeaveOnSignal(QObject):
    """Calls ``leave`` on SIGTERM and SIGINT, from Qt's own loop.

    Python's handlers do not run while Qt waits, so the signal also writes to a socket that Qt listens on.
    """

    def __init__(self, leave: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = leave
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._before = signal.set_wakeup_fd(self._theirs.fileno())
        self._handlers = {which: signal.signal(which, self._noted) for which in (signal.SIGTERM, signal.SIGINT)}
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for which, handler in self._handlers.items():
            signal.signal(which, handler)
        self._ours.close()
        self._theirs.close()

    def _noted(self, *_: object) -> None:
        """Nothing here: the socket carries the news to a place where Qt may be used."""

    def _heard(self) -> None:
        self._ours.recv(64)
        self._leave()
