"""Long work done in pieces, each when the window has nothing else to do, so that it never stands still."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimerEvent


class Piecemeal(QObject):
    """Goes through one iterator at a time; each step of it is a piece of the work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Iterator[None] | None = None
        self._timer = 0

    @property
    def is_busy(self) -> bool:
        """Whether there is work left."""
        return self._pieces is not None

    def start(self, pieces: Iterator[None]) -> None:
        """Begin with this; what was under way before is given up."""
        self.cancel()
        self._pieces = pieces
        self._timer = self.startTimer(0)

    def cancel(self) -> None:
        """Give up what is under way."""
        self._pieces = None
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Do one piece. What it raises ends the work and rises further."""
        pieces = self._pieces
        if pieces is None:
            return
        try:
            next(pieces)
        except StopIteration:
            self._end(pieces)
        except BaseException:
            self._end(pieces)
            raise

    def _end(self, pieces: Iterator[None]) -> None:
        """Stop, unless a piece began other work."""
        if self._pieces is pieces:
            self.cancel()
