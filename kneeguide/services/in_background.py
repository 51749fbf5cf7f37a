"""Work that would make the window stand still, done beside it: it tells how far it is, and can be given up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal


class _GivenUpError(Exception):
    """The user wants no more of it."""


class InBackground(QThread):
    """One piece of work. ``progressed`` carries 0 to 1, ``succeeded`` what came of it, ``failed`` what it raised.

    ``result``: the same as ``succeeded`` carries, for who gave it up and finds that it had ended by then.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Callable[[float], None]], object], parent: QObject | None = None) -> None:
        """``work``: is handed what it has to call every now and then with 0 to 1, and what then may raise to end it."""
        super().__init__(parent)
        self._work = work
        self.result: object = None

    def run(self) -> None:
        """Do the work, in the other thread."""
        try:
            self.result = self._work(self._go_on)
        except _GivenUpError:
            return
        except Exception as error:  # noqa: BLE001 - it is handed over to the thread of the window
            self.failed.emit(error)
        else:
            self.succeeded.emit(self.result)

    def give_up(self) -> None:
        """End the work as soon as it can be ended, and wait for that. What it has finished by then stays."""
        self.requestInterruption()
        self.wait()

    def _go_on(self, share: float) -> None:
        if self.isInterruptionRequested():
            raise _GivenUpError
        self.progressed.emit(share)
