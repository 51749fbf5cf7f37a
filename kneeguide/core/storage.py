"""One SQLite connection, its transactions, and what to tell the user when the disk lets us down.

Each change is one transaction that is on the disk when it returns. Faults of the world become a StorageFault; faults of
ours (a wrong statement, a value that breaks a rule of the tables) are left to rise.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kneeguide.core.errors import KneeGuideError

BUSY_SECONDS = 0.5
"""How long to wait for another program to let go of the file: no longer than a user notices."""


class TroubleKind(StrEnum):
    """What is wrong with the place where history is kept."""

    NOT_SAVED = "not-saved"
    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    NEWER = "newer"
    FOREIGN = "foreign"
    CORRUPT = "corrupt"


class StorageFault(KneeGuideError):  # noqa: N818 - the word that users of such stores know
    """Reading or writing history failed. ``kind`` says why; nothing that was saved before is lost."""

    def __init__(self, kind: TroubleKind, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


_BY_SQLITE = {
    "SQLITE_NOTADB": TroubleKind.CORRUPT,
    "SQLITE_CORRUPT": TroubleKind.CORRUPT,
    "SQLITE_BUSY": TroubleKind.LOCKED,
    "SQLITE_LOCKED": TroubleKind.LOCKED,
    "SQLITE_PROTOCOL": TroubleKind.LOCKED,
    "SQLITE_FULL": TroubleKind.FULL,
    "SQLITE_READONLY": TroubleKind.READ_ONLY,
    "SQLITE_PERM": TroubleKind.READ_ONLY,
    "SQLITE_IOERR": TroubleKind.NOT_SAVED,
    "SQLITE_CANTOPEN": TroubleKind.NOT_SAVED,
    "SQLITE_NOLFS": TroubleKind.NOT_SAVED,
}
_BY_ERRNO = {
    errno.EROFS: TroubleKind.READ_ONLY,
    errno.EACCES: TroubleKind.READ_ONLY,
    errno.EPERM: TroubleKind.READ_ONLY,
    errno.ENOSPC: TroubleKind.FULL,
    errno.EFBIG: TroubleKind.FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): TroubleKind.FULL,
}


FAULTS = (sqlite3.Error, OSError, UnicodeDecodeError)
"""What reading and writing can raise. The last is what sqlite3 makes of a message that quotes from a damaged file."""


def kind_of(error: Exception) -> TroubleKind | None:
    """Which trouble of the world an error stands for; None if it is a fault of ours."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, TroubleKind.NOT_SAVED)
    if isinstance(error, UnicodeDecodeError):
        return TroubleKind.CORRUPT
    name: str = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_READONLY_DBMOVED":
        return TroubleKind.NOT_SAVED
    return _BY_SQLITE.get("_".join(name.split("_")[:2]))


def sentence_for(kind: TroubleKind, path: Path) -> str:
    """What happened to the file or folder, and what the user can do."""
    return {
        TroubleKind.FULL: f"History is not being saved: the disk is full. Free some space on the disk of {path}.",
        TroubleKind.READ_ONLY: f"History is not being saved: KneeGuide may not write to {path}. "
        "Allow it to, then start KneeGuide again.",
        TroubleKind.LOCKED: f"History is not being saved: another program is using {path}. "
        "Close that program, then start KneeGuide again.",
        TroubleKind.CORRUPT: f"History is not being saved: {path} is damaged. "
        "Start KneeGuide again: it will keep the damaged file and offer the newest backup.",
    }.get(
        kind,
        f"History is not being saved: {path} cannot be read or written. "
        "Check that its disk is there and has space, then start KneeGuide again.",
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the world's faults inside the block, about the file ``path``, into a StorageFault."""
    try:
        yield
    except FAULTS as error:
        kind = kind_of(error)
        if kind is None:
            raise
        raise StorageFault(kind, sentence_for(kind, path)) from error


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection to a file that is there already, or to memory for None. Raises sqlite3.Error.

    The rollback journal is chosen over the write-ahead log: one file to copy, readable on a read-only disk.
    """
    target = ":memory:" if path is None else path.absolute()
    connection = sqlite3.connect(target, timeout=BUSY_SECONDS, isolation_level=None)
    # A bad byte in a title must not hide the whole history.
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the file. Raises sqlite3.Error."""
    place = path.absolute().as_posix()
    # Written by hand, because SQLite refuses the host that Path.as_uri puts into the name of a network folder.
    uri = f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place))}?mode=ro"
    return sqlite3.connect(uri, timeout=BUSY_SECONDS, isolation_level=None, uri=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All of the block, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # SQLite may have rolled back by itself, and a second fault on the same disk would hide the first.
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def copy_all(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy the whole database into an empty one. Raises sqlite3.Error.

    The source is held for reading meanwhile: ``backup`` alone waits without end for another program to let go of it.
    """
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        source.backup(target)
    finally:
        source.execute("ROLLBACK")


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether every page, index and rule of the tables holds: 6 ms a megabyte. Raises sqlite3.Error."""
    return (
        connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        and not connection.execute("PRAGMA foreign_key_check").fetchone()
    )


def doubt_mark(path: Path) -> Path:
    """The file whose presence says: check all of the database at the next start."""
    return path.with_name(f"{path.name}-damaged")


class Database:
    """Where the two stores keep everything. ``path`` None: in memory, and gone when the program ends."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        self._connection = connection

    @property
    def saves(self) -> bool:
        """Whether what is written outlives the program."""
        return self.path is not None

    def rows(self, statement: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """What a query finds. Raises StorageFault."""
        with self._told():
            return self._connection.execute(statement, parameters).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on the disk when the block has ended, or not at all. Raises StorageFault."""
        with self._told(), transaction(self._connection) as connection:
            yield connection

    def is_sound(self) -> bool:
        """Whether the whole database is free of damage; slow. Raises StorageFault."""
        with self._told():
            return is_sound(self._connection)

    def copy_to(self, target: Path) -> None:
        """Write all of it to an empty file, and to its disk. Raises StorageFault."""
        with told(target), closing(connect(target)) as copy:
            copy_all(self._connection, copy)

    def for_another_thread(self) -> "Database":
        """The same file by a connection of its own, to be made in the thread that uses it. Raises StorageFault.

        What is in memory has no second connection.
        """
        assert self.path is not None
        with told(self.path):
            return Database(connect(self.path), self.path)

    def damage(self) -> StorageFault:
        """The fault to raise when what was read cannot be true; has the next start look at everything."""
        if self.path is None:
            return StorageFault(TroubleKind.CORRUPT, "The history in memory is damaged. Start KneeGuide again.")
        with suppress(OSError):
            doubt_mark(self.path).touch()
        return StorageFault(TroubleKind.CORRUPT, sentence_for(TroubleKind.CORRUPT, self.path))

    def close(self) -> None:
        """Let go of the file. What was changed is on the disk already."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with told(self.path or Path("memory")):
                yield
        except StorageFault as fault:
            if fault.kind is TroubleKind.CORRUPT:
                raise self.damage() from fault
            raise
        except sqlite3.IntegrityError as error:
            # A fault of ours, unless the tables contradict themselves already.
            if self.is_sound():
                raise
            raise self.damage() from error
