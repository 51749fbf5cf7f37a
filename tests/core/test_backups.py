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
from kneeguide.core.backups import KEPT_DAYS, backup_if_due, newest_good_backup, restore
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


def test_the_newest_seven_days_are_kept_and_strangers_files_are_left_alone(path: Path, folder: Path) -> None:
    folder.mkdir()
    strangers = {"notes.txt", "history-2025-01-01-before-version-2.db"}
    for name in strangers:
        (folder / name).touch()
    database = database_with(path, FIRST)
    for day in range(10):
        backup_if_due(database, folder, days(day))
    database.close()
    kept = {f"history-{days(day):%Y-%m-%d}.db" for day in range(10 - KEPT_DAYS, 10)}
    assert set(names(folder)) == kept | strangers


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
