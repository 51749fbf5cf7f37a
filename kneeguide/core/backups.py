"""Copies of the database: one a day, one before each change of its tables, and the way back from one.

A copy takes its place only once it has itself been found free of damage, so that damage never pushes out the good
copies. Which copies are kept, ``safe_copy`` decides.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from kneeguide.core.durable import free_name, replacing, sync_folder
from kneeguide.core.safe_copy import KEPT_BEFORE_CHANGES, copy_name, day_in, kinds_of, version_in
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

BROKEN_OFF_AFTER = timedelta(days=1)
"""No copy takes that long to be made."""


def is_due(database: Path, folder: Path, now: datetime) -> bool:
    """Whether this day has no copy yet, or the database was changed since it was made. Raises OSError."""
    try:
        return (folder / copy_name(now)).stat().st_mtime_ns < database.stat().st_mtime_ns
    except FileNotFoundError:
        return True


def was_missed(changed: datetime, folder: Path, now: datetime) -> bool:
    """Whether the program was not left in order: what was ``changed`` before today is in no copy. Raises OSError."""
    if changed.date() >= now.date():
        return False
    newest = next(iter(copies_of_days(folder)), None)
    return newest is None or (_day_of(newest) < now.date() and newest.stat().st_mtime < changed.timestamp())


def backup_if_due(database: Database, folder: Path, now: datetime) -> Path | None:
    """Copy the database if something changed since the last copy of this day. Returns the copy, if one was made.

    Raises StorageFault, of the kind CORRUPT if the database turns out to be damaged.
    """
    if database.path is None:
        return None
    with told(folder):
        due = is_due(database.path, folder, now)
    return backup_now(database, folder, now) if due else None


def backup_now(database: Database, folder: Path, now: datetime) -> Path:
    """Copy the database as the copy of this day, and let go of copies that are no longer kept. Raises StorageFault."""
    target = folder / copy_name(now)
    with told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(target) as part:
            database.copy_to(part)
            if not is_good(part):
                raise database.damage()
        kept = kinds_of(day for day in map(_day_of, copies_of_days(folder)))
        for old in copies_of_days(folder):
            if _day_of(old) not in kept:
                old.unlink()
        _clear_broken_off(folder, now)
    return target


def copy_before_migration(connection: sqlite3.Connection, folder: Path, now: datetime) -> None:
    """Copy a database whose tables are about to change; the newest three such copies are kept.

    Raises sqlite3.Error or OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / copy_name(now, before_version=version_of(connection) + 1)
    with replacing(target) as part, closing(connect(part)) as copy:
        copy_all(connection, copy)
    for old in copies_before_changes(folder)[KEPT_BEFORE_CHANGES:]:
        old.unlink()


def copies_of_days(folder: Path) -> list[Path]:
    """The automatic copies, newest first. Raises OSError."""
    return [copy for copy in _copies(folder) if version_in(copy.name) is None]


def copies_before_changes(folder: Path) -> list[Path]:
    """The copies from before changes of the tables, newest first. Raises OSError."""
    return [copy for copy in _copies(folder) if version_in(copy.name) is not None]


def newest_good_backup(folder: Path | None) -> Path | None:
    """The newest copy that this version can read and that is free of damage. Never raises for the world's faults."""
    if folder is None:
        return None
    try:
        return next((copy for copy in _copies(folder) if is_good(copy)), None)
    except OSError:
        return None


def restore(backup: Path, path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the database, at once or not at all, and keep what was there before.

    The database must be closed. Returns where the file that was there is now. Raises StorageFault; then the file in
    use is the one from before.
    """
    if not is_good(backup):
        raise StorageFault(
            TroubleKind.CORRUPT, f"The backup {backup} is damaged and was not put back. Choose an older one."
        )
    path = Path(os.path.realpath(path))
    with told(path), replacing(path) as part:
        with closing(connect_to_read(backup)) as source, closing(connect(part)) as copy:
            copy_all(source, copy)
        return _keep(path, now)


def is_good(backup: Path) -> bool:
    """Whether a copy is free of damage and of a version that can be read here. Never raises for the world's faults."""
    try:
        identity = identity_of(backup)
        if identity is None or not identity.is_ours or identity.is_newer:
            return False
        # Opened for reading alone, SQLite leaves out the rules of the tables, and finds nothing wrong with them.
        with closing(sqlite3.connect(backup, isolation_level=None)) as connection:
            connection.execute("PRAGMA query_only = ON")
            return is_sound(connection)
    except FAULTS:
        return False


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


def _clear_broken_off(folder: Path, now: datetime) -> None:
    """Remove what copies left that were broken off, but none that may be being made."""
    for part in folder.glob(".history-*.part*"):
        if part.stat().st_mtime < (now - BROKEN_OFF_AFTER).timestamp():
            part.unlink()


def _day_of(copy: Path) -> date:
    day = day_in(copy.name)
    assert day is not None, copy
    return day


def _copies(folder: Path) -> list[Path]:
    """Newest first, by the day in the name; of one day the copy before a migration first, for it is the fuller one."""
    found = [file for file in folder.iterdir() if day_in(file.name)] if folder.is_dir() else []
    return sorted(found, key=lambda file: file.stem, reverse=True)
