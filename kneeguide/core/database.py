"""Opening the database, whatever state its file is in.

A start never changes a file that it does not fully understand, never deletes one, and never fails: where the file
cannot be used, history lives in memory for this run, and the user is told.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kneeguide.core.schema import (
    APPLICATION_ID,
    HEADER_SIZE,
    MIGRATIONS,
    Identity,
    has_all_tables,
    identity_of,
    migrate,
    version_of,
)
from kneeguide.core.storage import (
    FAULTS,
    Database,
    StorageFault,
    TroubleKind,
    connect,
    connect_to_read,
    copy_all,
    doubt_mark,
    is_sound,
    kind_of,
    sentence_for,
    transaction,
)

__all__ = ["Database", "Opened", "StorageFault", "StorageTrouble", "TroubleKind", "open_database", "read_database"]


@dataclass(frozen=True)
class StorageTrouble:
    """Why history is not as it should be.

    ``sentence``: what happened and what to do. ``moved_to``: where a damaged file is now. ``newest_backup``: a good
    copy to offer in its place; put it back with ``backups.restore``, then open again.
    """

    kind: TroubleKind
    sentence: str
    moved_to: Path | None = None
    newest_backup: Path | None = None


@dataclass(frozen=True)
class Opened:
    """A database that works, and what the user should know about it."""

    database: Database
    trouble: StorageTrouble | None = None


class _DamagedError(Exception):
    """The file is a database of ours that cannot be trusted."""


def open_database(path: Path | None, backups: Path | None, now: datetime) -> Opened:
    """Open the database, making it where there is none; never raises for the world's faults.

    ``path`` None: there is no place to save to. ``backups``: the folder for copies, None for nowhere. A file that can
    be read but not written is copied into memory, so that its history can be seen.
    """
    if path is None:
        sentence = "History is not being saved: this computer has no home folder to keep it in."
        return Opened(_in_memory(), StorageTrouble(TroubleKind.NOT_SAVED, sentence))
    refused = _refusal(path)
    if refused is not None:
        return Opened(_in_memory(), refused)
    try:
        return Opened(Database(_opened_file(path, backups, now), path))
    except _DamagedError:
        return _without_the_damaged(path, backups, now)
    except FAULTS as error:
        kind = kind_of(error)
        if kind is None:
            raise
        if kind is TroubleKind.CORRUPT:
            return _without_the_damaged(path, backups, now)
        return Opened(_copied(path) or _in_memory(), StorageTrouble(kind, sentence_for(kind, path)))


def read_database(path: Path | None) -> Opened:
    """A copy of the database in memory, for looking only: nothing on the disk is made, changed or moved.

    Trouble says why the copy is empty; a file that is not there is no trouble.
    """
    if path is None or not os.path.lexists(path):
        return Opened(_in_memory())
    refused = _refusal(path)
    if refused is not None:
        return Opened(_in_memory(), refused)
    copied = _copied(path) if path.is_file() and not _is_stub(path) else None
    if copied is None:
        sentence = f"The history in {path} cannot be read. Start KneeGuide to see what can be done about it."
        return Opened(_in_memory(), StorageTrouble(TroubleKind.CORRUPT, sentence))
    return Opened(copied)


def _refusal(path: Path) -> StorageTrouble | None:
    """Why a sound file is not ours to touch."""
    try:
        identity = identity_of(path) if path.is_file() else None
    except OSError:
        return None
    if identity is None:
        return None
    if not identity.is_ours:
        return StorageTrouble(TroubleKind.FOREIGN, _foreign(path, identity))
    if identity.is_newer:
        return StorageTrouble(TroubleKind.NEWER, _newer(path, identity))
    return None


def _foreign(path: Path, identity: Identity) -> str:
    return (
        f"History is not being saved: {path} belongs to another program (its mark is {identity.application_id:#x}, "
        f"KneeGuide's is {APPLICATION_ID:#x}). It was left as it is; move it away, then start KneeGuide again."
    )


def _newer(path: Path, identity: Identity) -> str:
    return (
        f"History is not being saved: {path} was made by a newer KneeGuide (its version is {identity.version}, "
        f"this KneeGuide knows up to {len(MIGRATIONS)}). It was left as it is; install the newer KneeGuide to use it."
    )


def _opened_file(path: Path, backups: Path | None, now: datetime) -> sqlite3.Connection:
    _make_private(path)
    connection = connect(path)
    try:
        if doubt_mark(path).exists() and not is_sound(connection):
            raise _DamagedError
        version = version_of(connection)
        if version < 1 and connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise _DamagedError
        if 0 < version < len(MIGRATIONS):
            if not is_sound(connection):
                raise _DamagedError
            if backups is not None:
                from kneeguide.core.backups import copy_before_migration

                copy_before_migration(connection, backups, now)
        with transaction(connection):
            migrate(connection)
            if not has_all_tables(connection):
                raise _DamagedError
    except BaseException:
        connection.close()
        raise
    doubt_mark(path).unlink(missing_ok=True)
    return connection


def _make_private(path: Path) -> None:
    """Make the file if need be, for its owner alone: what is in it is about their health."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        raise _DamagedError
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if _is_stub(path):
        raise _DamagedError


def _is_stub(path: Path) -> bool:
    """Whether the file is too short for a database: SQLite takes some of these for empty, and would write over them."""
    return 0 < path.stat().st_size < HEADER_SIZE and not path.with_name(f"{path.name}-journal").exists()


def _without_the_damaged(path: Path, backups: Path | None, now: datetime) -> Opened:
    """Start empty, with the damaged file kept under another name."""
    from kneeguide.core.backups import newest_good_backup, set_aside

    backup = newest_good_backup(backups)
    try:
        moved_to = set_aside(path, now)
        doubt_mark(path).unlink(missing_ok=True)
    except OSError:
        sentence = f"History is not being saved: {path} is damaged and could not be moved. Move it away yourself."
        return Opened(_in_memory(), StorageTrouble(TroubleKind.CORRUPT, sentence, newest_backup=backup))
    fresh = open_database(path, backups, now)
    sentence = (
        f"The history file was damaged, so KneeGuide started an empty one and kept the damaged one as {moved_to}. "
        + ("A good backup can be put back." if backup else "There is no good backup.")
    )
    if fresh.trouble is not None:
        sentence = f"The history file was damaged and is kept as {moved_to}. {fresh.trouble.sentence}"
    return Opened(fresh.database, StorageTrouble(TroubleKind.CORRUPT, sentence, moved_to, backup))


def _in_memory() -> Database:
    connection = connect(None)
    with transaction(connection):
        migrate(connection)
    return Database(connection, None)


def _copied(path: Path) -> Database | None:
    """The file's content in memory, at the newest version; None if it cannot be read."""
    memory = connect(None)
    try:
        with closing(connect_to_read(path)) as source:
            copy_all(source, memory)
        with transaction(memory):
            migrate(memory)
        if has_all_tables(memory):
            return Database(memory, None)
    except FAULTS:
        pass
    memory.close()
    return None
