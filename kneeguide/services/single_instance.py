"""One window per data folder: a second start raises the first window instead of opening another.

Two windows would each think that the other's running session had been interrupted. The lock file decides who is first;
only then does a local server carry the message, because such a server can be opened twice.
A start that can neither take the lock nor reach its holder goes on without this guard: better two windows than none.
"""

import os
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QCryptographicHash, QLockFile, QSysInfo

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

TRIES = 12
TRY_MILLISECONDS = 250
"""Together 3 s: the first start listens only once its window is painted, and one that is closing needs a moment too."""

ANSWER_MILLISECONDS = 3_000
"""How long a first window may take to answer before it counts as stuck."""

LONGEST_MESSAGE = 1_024
"""Bytes. A routine's id is far shorter; anything longer is not from us."""

RAISED = b"raised\n"


class Kind(Enum):
    """What this start turned out to be."""

    FIRST = auto()
    """The only one. One that died without cleaning up does not count."""

    SECOND = auto()
    """The first window has been told to come forward: nothing left to do but to leave."""

    UNGUARDED = auto()
    """The lock cannot be had: its folder cannot be written, or its holder is another computer or does not answer."""


class Claim:
    """The outcome of asking to be the only one; hold on to it for as long as the window is open."""

    def __init__(self, kind: Kind, *, maybe_open_already: bool = False) -> None:
        self.kind = kind
        self._maybe_open_already = maybe_open_already

    @property
    def problem(self) -> str | None:
        """One plain sentence when another window may be open on the same files, else None."""
        return maybe_open_already() if self._maybe_open_already else None

    def listen(self) -> None:
        """From now on, hear of second starts. For after the first paint: it costs a few milliseconds."""

    def close(self) -> None:
        """Let the next start be the first."""


class _FirstClaim(Claim):
    """Holds the lock, and hears of second starts."""

    def __init__(self, lock: QLockFile, server_name: str, on_raise: Callable[[str], None]) -> None:
        super().__init__(Kind.FIRST)
        self._lock = lock
        self._server_name = server_name
        self._on_raise = on_raise
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """From now on, hear of second starts. For after the first paint: it costs a few milliseconds."""
        from PySide6.QtNetwork import QLocalServer

        # Whatever bears this name was left by one that died: the lock is ours.
        QLocalServer.removeServer(self._server_name)
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._server_name)

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _greet(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            self._hear(caller)

    def _hear(self, caller: "QLocalSocket") -> None:
        if caller.canReadLine():
            message = bytes(caller.readLine(LONGEST_MESSAGE).data())
            caller.write(RAISED)
            caller.flush()
            self._on_raise(message.decode("utf-8", errors="replace").rstrip("\n"))
        elif caller.bytesAvailable() > LONGEST_MESSAGE:
            caller.abort()


def claim(folder: Path, routine: str, on_raise: Callable[[str], None]) -> Claim:
    """Asks to be the only start that uses ``folder``.

    ``routine`` is the id this start was asked to open, or ``""``; a second start hands it to the first, whose
    ``on_raise`` is called with it. A first start gets its answer at once, a second one as soon as the first answers.
    Never raises for trouble with files or the other start.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Claim(Kind.UNGUARDED)
    lock = QLockFile(str(folder / "window.lock"))
    lock.setStaleLockTime(0)  # a window may stay open for days: a lock is stale when its process is gone, never by age
    server_name = _server_name(folder)
    if lock.tryLock(0):
        return _FirstClaim(lock, server_name, on_raise)
    for _ in range(TRIES):
        if lock.error() != QLockFile.LockError.LockFailedError:
            return Claim(Kind.UNGUARDED)
        if _is_held_elsewhere(lock):
            return Claim(Kind.UNGUARDED, maybe_open_already=True)
        answered = _tell(server_name, routine)
        if answered is not None:
            return Claim(Kind.SECOND) if answered else Claim(Kind.UNGUARDED, maybe_open_already=True)
        if lock.tryLock(TRY_MILLISECONDS):
            return _FirstClaim(lock, server_name, on_raise)
    # Removed only if no living process has the file open: left half-written, or the holder's number was given anew.
    if lock.removeStaleLockFile() and lock.tryLock(0):
        return _FirstClaim(lock, server_name, on_raise)
    return Claim(Kind.UNGUARDED, maybe_open_already=True)


def maybe_open_already() -> str:
    """The sentence for a window that may be open on the same files."""
    return QCoreApplication.translate(
        "single-instance",
        "KneeGuide may be open already, here or on another computer: use only one of the windows for a session.",
    )


def _server_name(folder: Path) -> str:
    """One name per data folder, short enough for any system's limit on such names."""
    # Qt's own hash: Python's would load a cryptography library of 4 MB at every start.
    digest = QCryptographicHash.hash(os.fsencode(folder.resolve()), QCryptographicHash.Algorithm.Sha256)
    return "kneeguide-" + bytes(digest.toHex().data()).decode("ascii")[:16]


def _is_held_elsewhere(lock: QLockFile) -> bool:
    _pid, host, _program = lock.getLockInfo()
    return host not in ("", QSysInfo.machineHostName())


def _tell(server_name: str, routine: str) -> bool | None:
    """Whether the first window answered; None when nobody listens (yet)."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(server_name)
    if not socket.waitForConnected(TRY_MILLISECONDS):
        return None
    socket.write(routine.encode(errors="replace") + b"\n")
    answered = socket.waitForReadyRead(ANSWER_MILLISECONDS)
    socket.abort()
    return answered
