"""Before a copy is put back the user sees what it holds, and what would change; a damaged one is known as such."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import START, planned

from kneeguide.core.backups import backup_now, copy_before_migration
from kneeguide.core.copies import look_into_copies
from kneeguide.core.database import Database, open_database
from kneeguide.core.history import Outcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.safe_copy import Contents, CopyKind
from kneeguide.core.storage import StorageFault

NOW = START.wall
FIRST = replace(opened("first", planned(), 3, NOW), outcome=Outcome.STOPPED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def days_later(number: int) -> timedelta:
    return timedelta(days=number)


def with_sessions(path: Path, *days: int) -> Database:
    """A diary with one session on each of these days after the first."""
    database = open_database(path, None, NOW).database
    for day in days:
        HistoryStore(database).save(replace(FIRST, id=f"on-{day}", started=NOW + days_later(day)))
    return database


def unwatched(_: float) -> None:
    """Nobody wants to know how far it is."""


def test_each_copy_tells_what_it_holds_and_what_would_change(path: Path, folder: Path) -> None:
    database = with_sessions(path, 0, 2)
    backup_now(database, folder, NOW + days_later(2))
    with_sessions(path, 3, 4, 5).close()
    HistoryStore(database).delete("on-2", NOW + days_later(5))
    backup_now(database, folder, NOW + days_later(5))
    database.close()
    newer, older = look_into_copies(folder, path, unwatched)
    assert newer.contents == Contents(4, date(2026, 3, 2), date(2026, 3, 7), would_go=0, would_come=0)
    assert older.contents == Contents(2, date(2026, 3, 2), date(2026, 3, 4), would_go=3, would_come=1)
    assert (older.day, older.kind, older.size) == (date(2026, 3, 4), CopyKind.DAY, older.path.stat().st_size)


def test_an_empty_diary_has_no_first_session(path: Path, folder: Path) -> None:
    database = with_sessions(path)
    backup_now(database, folder, NOW)
    database.close()
    (copy,) = look_into_copies(folder, path, unwatched)
    assert copy.contents == Contents(0, None, None, 0, 0)


def test_where_there_is_no_diary_all_would_come(path: Path, folder: Path) -> None:
    database = with_sessions(path, 0)
    backup_now(database, folder, NOW)
    database.close()
    path.unlink()
    (copy,) = look_into_copies(folder, path, unwatched)
    assert copy.contents == Contents(1, NOW.date(), NOW.date(), would_go=0, would_come=1)


def cut_short(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:5000])


def noise(copy: Path) -> None:
    copy.write_bytes(b"noise" * 3000)


def newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize("harm", [cut_short, noise, newer])
def test_a_copy_that_cannot_be_used_is_known_as_such(path: Path, folder: Path, harm: Callable[[Path], None]) -> None:
    database = with_sessions(path, 0)
    backup_now(database, folder, NOW)
    harm(backup_now(database, folder, NOW + days_later(1)))
    database.close()
    bad, good = look_into_copies(folder, path, unwatched)
    assert bad.contents is None
    assert good.contents is not None


def test_copies_of_days_come_first_then_weeks_then_those_from_before_changes(path: Path, folder: Path) -> None:
    database = with_sessions(path, 0)
    for week in range(9):
        backup_now(database, folder, NOW + days_later(7 * week))
    database.close()
    with closing(sqlite3.connect(path)) as connection:
        copy_before_migration(connection, folder, NOW)
    kinds = [copy.kind for copy in look_into_copies(folder, path, unwatched)]
    assert kinds == [CopyKind.DAY] * 7 + [CopyKind.WEEK] * 2 + [CopyKind.BEFORE_CHANGE]


def test_no_folder_holds_no_copy(path: Path, folder: Path) -> None:
    with_sessions(path).close()
    assert look_into_copies(folder, path, unwatched) == ()


def test_a_present_diary_that_cannot_be_read_is_told(path: Path, folder: Path) -> None:
    path.write_bytes(b"noise" * 3000)
    with pytest.raises(StorageFault):
        look_into_copies(folder, path, unwatched)


def test_it_tells_how_far_it_is_and_can_be_ended(path: Path, folder: Path) -> None:
    database = with_sessions(path, 0)
    for day in range(4):
        backup_now(database, folder, NOW + days_later(day))
    database.close()
    shares: list[float] = []
    look_into_copies(folder, path, shares.append)
    assert shares == [0.0, 0.25, 0.5, 0.75]

    def enough(share: float) -> None:
        if share:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        look_into_copies(folder, path, enough)
