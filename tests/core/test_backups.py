"""Copies are made of sound databases only, once a day, and come back whole."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import START, planned

from kneeguide.core import backups, durable
from kneeguide.core.backups import (
    backup_if_due,
    backup_now,
    copies_before_changes,
    copies_of_days,
    copy_before_migration,
    newest_good_backup,
    restore,
    was_missed,
)
from kneeguide.core.database import Database, StorageFault, TroubleKind, open_database
from kneeguide.core.history import Outcome, Record, opened
from kneeguide.core.history_store import HistoryStore

NOW = START.wall
FIRST = replace(opened("first", planned(), 3, NOW), outcome=Outcome.STOPPED)
SECOND = replace(FIRST, id="second", started=NOW + timedelta(days=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def database_with(path: Path, *records: Record) -> Database:
    database = open_database(path, None, NOW).database
    for record in records:
        HistoryStore(database).save(record)
    return database


def history(path: Path) -> list[str]:
    opened = open_database(path, None, NOW)
    assert opened.trouble is None
    ids = [record.id for record in HistoryStore(opened.database).records()]
    opened.database.close()
    return ids


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def days(number: int) -> datetime:
    return NOW + timedelta(days=number)


def test_one_copy_a_day_with_the_date_in_its_name(path: Path, folder: Path) -> None:
    database = database_with(path, FIRST)
    assert backup_if_due(database, folder, NOW) == folder / "history-2026-03-02.db"
    assert backup_if_due(database, folder, NOW + timedelta(hours=5)) is None
    assert backup_if_due(database, folder, days(1)) == folder / "history-2026-03-03.db"
    database.close()
    assert history(folder / "history-2026-03-02.db") == ["first"]


def test_the_copy_of_a_day_is_made_anew_once_something_has_changed(path: Path, folder: Path) -> None:
    database = database_with(path, FIRST)
    copy = backup_if_due(database, folder, NOW)
    assert copy is not None
    os.utime(copy, ns=(0, path.stat().st_mtime_ns - 1))  # clocks of disks are coarse
    HistoryStore(database).save(SECOND)
    assert backup_if_due(database, folder, NOW) == copy
    database.close()
    assert history(copy) == ["second", "first"]
    assert len(names(folder)) == 1


def test_the_newest_days_and_four_weeks_are_kept_and_strangers_files_are_left_alone(path: Path, folder: Path) -> None:
    """From Monday 2 March on, daily; on Friday 17 April seven days and the Sundays of the weeks before are there."""
    folder.mkdir()
    strangers = {"notes.txt", "history-2025-01-01-before-version-2.db", "history-2026-02-31.db"}
    for name in strangers:
        (folder / name).touch()
    database = database_with(path, FIRST)
    for day in range(47):
        backup_if_due(database, folder, days(day))
    database.close()
    kept = {f"history-{days(day):%Y-%m-%d}.db" for day in (13, 20, 27, 34, *range(40, 47))}
    assert set(names(folder)) == kept | strangers


def test_what_a_broken_off_copy_left_is_cleared_away_a_day_later(path: Path, folder: Path) -> None:
    folder.mkdir()
    old, young = folder / ".history-2026-03-01.db-abc.part", folder / ".history-2026-03-02.db-def.part"
    for part, hours in ((old, 25), (young, 1)):
        part.touch()
        os.utime(part, (0, (NOW - timedelta(hours=hours)).timestamp()))
    database = database_with(path, FIRST)
    backup_now(database, folder, NOW)
    database.close()
    assert names(folder) == [young.name, "history-2026-03-02.db"]


def test_the_newest_three_copies_from_before_changes_are_kept_apart(path: Path, folder: Path) -> None:
    database = database_with(path, FIRST)
    backup_now(database, folder, NOW)
    database.close()
    with closing(sqlite3.connect(path)) as connection:
        for version in range(5):
            connection.execute(f"PRAGMA user_version = {version}")
            copy_before_migration(connection, folder, days(version))
    assert [copy.name for copy in copies_before_changes(folder)] == [
        f"history-2026-03-0{2 + version}-before-version-{version + 1}.db" for version in (4, 3, 2)
    ]
    assert [copy.name for copy in copies_of_days(folder)] == ["history-2026-03-02.db"]


@pytest.mark.parametrize(
    ("changed", "copied", "missed"),
    [
        (0, None, False),
        (-1, None, True),
        (0, -1, False),
        (-1, -1, False),
        (-1, -2, True),
        (-30, -30, False),
        (-2, -1, False),
        (-2, 0, False),
        (0, 0, False),
    ],
)
def test_a_copy_was_missed_if_what_changed_before_today_is_in_none(
    folder: Path, changed: int, copied: int | None, missed: bool
) -> None:
    """Days before today on which the diary was last changed, and on which it was last copied, an hour later."""
    folder.mkdir()
    if copied is not None:
        copy = folder / f"history-{days(copied):%Y-%m-%d}.db"
        copy.touch()
        made = (days(copied) + timedelta(hours=1)).timestamp()
        os.utime(copy, (made, made))
    assert was_missed(days(changed), folder, days(0) + timedelta(hours=2)) is missed


def test_history_that_is_only_in_memory_is_not_copied(folder: Path) -> None:
    database = open_database(None, None, NOW).database
    assert backup_if_due(database, folder, NOW) is None
    database.close()
    assert not folder.exists()


def test_a_damaged_database_is_not_copied_over_good_ones(path: Path, folder: Path) -> None:
    database = database_with(path, FIRST)
    backup_if_due(database, folder, NOW)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE session SET before = 99")
    with pytest.raises(StorageFault) as told:
        backup_if_due(database, folder, days(1))
    database.close()
    assert told.value.kind is TroubleKind.CORRUPT
    assert names(folder) == ["history-2026-03-02.db"]
    assert newest_good_backup(folder) == folder / "history-2026-03-02.db"


def test_a_copy_that_breaks_the_rules_of_the_tables_is_no_good_one(path: Path, folder: Path) -> None:
    """SQLite looks at these rules only where it may write."""
    database = database_with(path, FIRST)
    older, newer = backup_now(database, folder, NOW), backup_now(database, folder, days(1))
    database.close()
    with closing(sqlite3.connect(newer)) as other, other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE session SET before = 99")
    assert newest_good_backup(folder) == older


def test_a_copy_that_cannot_be_made_is_told_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    database = database_with(path, FIRST)
    with pytest.raises(StorageFault):
        backup_if_due(database, tmp_path / "file" / "backups", NOW)
    assert HistoryStore(database).records() == (FIRST,)
    database.close()


def test_a_database_that_another_program_holds_is_not_waited_for(path: Path, folder: Path) -> None:
    database = database_with(path, FIRST)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageFault) as told:
            backup_if_due(database, folder, NOW)
    assert told.value.kind is TroubleKind.LOCKED
    assert backup_if_due(database, folder, NOW) is not None
    database.close()


def test_a_copy_that_breaks_off_is_no_copy(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = database_with(path, FIRST)

    def fail(_: Path) -> None:
        raise OSError(5, "the disk went away")

    monkeypatch.setattr(durable, "sync_file", fail)
    with pytest.raises(StorageFault):
        backup_if_due(database, folder, NOW)
    database.close()
    assert names(folder) == []


def test_no_folder_holds_no_backup(tmp_path: Path) -> None:
    assert newest_good_backup(None) is None
    assert newest_good_backup(tmp_path / "missing") is None


def test_putting_a_copy_back_keeps_what_was_there(path: Path, folder: Path) -> None:
    database = database_with(path, FIRST)
    backup = backup_if_due(database, folder, NOW)
    assert backup is not None
    HistoryStore(database).save(SECOND)
    database.close()
    aside = restore(backup, path, NOW)
    assert history(path) == ["first"]
    assert aside is not None
    assert history(aside) == ["second", "first"]
    assert history(backup) == ["first"]


def test_a_copy_can_be_put_where_nothing_is(path: Path, folder: Path) -> None:
    database = database_with(path, FIRST)
    backup = backup_if_due(database, folder, NOW)
    database.close()
    assert backup is not None
    path.unlink()
    assert restore(backup, path, NOW) is None
    assert history(path) == ["first"]


def test_a_damaged_copy_is_not_put_back(path: Path, folder: Path) -> None:
    database_with(path, FIRST).close()
    folder.mkdir()
    backup = folder / "history-2026-03-01.db"
    backup.write_text("noise" * 1000)
    before = path.read_bytes()
    with pytest.raises(StorageFault) as told:
        restore(backup, path, NOW)
    assert told.value.kind is TroubleKind.CORRUPT
    assert str(backup) in str(told.value)
    assert path.read_bytes() == before


def test_putting_back_that_breaks_off_leaves_the_present_file_in_use(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = database_with(path, FIRST)
    backup = backup_if_due(database, folder, NOW)
    assert backup is not None
    HistoryStore(database).save(SECOND)
    database.close()

    def fail(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as broken:
        broken.setattr(backups, "_keep", fail)
        with pytest.raises(StorageFault) as told:
            restore(backup, path, NOW)
    assert told.value.kind is TroubleKind.FULL
    assert history(path) == ["second", "first"]
    assert names(path.parent) == ["backups", "history.db"]


def test_where_links_are_not_possible_the_present_file_is_copied_aside(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = database_with(path, FIRST)
    backup = backup_if_due(database, folder, NOW)
    assert backup is not None
    HistoryStore(database).save(SECOND)
    database.close()

    def refuse(*_: object) -> None:
        raise OSError(95, "no links on this disk")

    with monkeypatch.context() as fat:
        fat.setattr(os, "link", refuse)
        aside = restore(backup, path, NOW)
    assert aside is not None
    assert history(aside) == ["second", "first"]
    assert history(path) == ["first"]
