"""Copies of the database: one a day, one before each change of its tables, and the way back from one.

A copy is made only of a sound database, so that damage never pushes out the good copies.
"""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kneeguide.core.durable import free_name, replacing, sync_folder
from kneeguide.core.schema import identity_of, version_of
from kneeguide.core.storage import (
    FAULTS,
    Database,
    StorageFault,
    TroubleKind,
    connect,
    connect_to_read,
    copy_all,
    is_sound,
    told,
)

KEPT_DAYS = 7

_DAILY = re.compile(r"history-\d{4}-\d{2}-\d{2}\.db")
_ANY = re.compile(r"history-\d{4}-\d{2}-\d{2}(-before-version-\d+)?\.db")


def backup_if_due(database: Database, folder: Path, now: datetime) -> Path | None:
    """Copy the database if this day has no copy yet, and keep the newest seven days. Returns the copy, if one was made.

    Raises StorageFault, of the kind CORRUPT if the database turns out to be damaged.
    """
    target = folder / f"history-{now:%Y-%m-%d}.db"
    if not database.saves or target.exists():
        return None
    if not database.is_sound():
        raise database.damage()
    with told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(target) as part:
            database.copy_to(part)
        for old in _named(folder, _DAILY)[KEPT_DAYS:]:
            old.unlink()
    return target


def copy_before_migration(connection: sqlite3.Connection, folder: Path, now: datetime) -> None:
    """Copy a database whose tables are about to change. Raises sqlite3.Error or OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"history-{now:%Y-%m-%d}-before-version-{version_of(connection) + 1}.db"
    with replacing(target) as part, closing(connect(part)) as copy:
        copy_all(connection, copy)


def newest_good_backup(folder: Path | None) -> Path | None:
    """The newest copy that this version can read and that is free of damage. Never raises for the world's faults."""
    if folder is None:
        return None
    try:
        return next((copy for copy in _named(folder, _ANY) if _is_good(copy)), None)
    except OSError:
        return None


def restore(backup: Path, path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the database, at once or not at all, and keep what was there before.

    The database must be closed. Returns where the file that was there is now. Raises StorageFault; then the file in
    use is the one from before.
    """
    if not _is_good(backup):
        raise StorageFault(
            TroubleKind.CORRUPT, f"The backup {backup} is damaged and was not put back. Choose an older one."
        )
    path = Path(os.path.realpath(path))
    with told(path), replacing(path) as part:
        with closing(connect_to_read(backup)) as source, closing(connect(part)) as copy:
            copy_all(source, copy)
        return _keep(path, now)


def set_aside(path: Path, now: datetime) -> Path:
    """Give a damaged database another name, with the time in it, and its journal the same. Raises OSError.

    The journal goes last: without it, half of a change would pass for the whole.
    """
    path = Path(os.path.realpath(path))
    aside = _aside(path, now)
    path.rename(aside)
    _take_journal(path, aside)
    sync_folder(path.parent)
    return aside


def _keep(path: Path, now: datetime) -> Path | None:
    if not path.exists():
        return None
    aside = _aside(path, now)
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy2(path, aside)
    _take_journal(path, aside)
    return aside


def _aside(path: Path, now: datetime) -> Path:
    return free_name(path.with_name(f"{path.stem}-set-aside-{now:%Y-%m-%dT%H%M%S}{path.suffix}"))


def _take_journal(path: Path, aside: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(aside.with_name(f"{aside.name}-journal"))


def _named(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    """Newest first, by the day in the name; of one day the copy before a migration first, for it is the fuller one."""
    found = [file for file in folder.iterdir() if pattern.fullmatch(file.name)] if folder.is_dir() else []
    return sorted(found, key=lambda file: file.stem, reverse=True)


def _is_good(backup: Path) -> bool:
    try:
        identity = identity_of(backup)
        if identity is None or not identity.is_ours or identity.is_newer:
            return False
        with closing(connect_to_read(backup)) as connection:
            return is_sound(connection)
    except FAULTS:
        return False
