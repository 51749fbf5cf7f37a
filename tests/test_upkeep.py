"""What is done before the window opens and after it has closed: files come together, copies are made, locks stay."""

import logging
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import WarningLog
from fakes import START, FakeClock, health, later, planned

from kneeguide.core.database import open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import Confirmation, Lock, Question
from kneeguide.core.settings import Settings, load_settings, save_settings
from kneeguide.core.storage import Database
from kneeguide.core.trouble import StopReason
from kneeguide.paths import UserFolders, user_folders
from kneeguide.upkeep import Carried, carry, catch_up, finish_erasing, last_change, look_after, move_in, put_back

NOW = START.wall


def ended(record_id: str, before: int, after: int, reason: str = "") -> Record:
    record = replace(opened(record_id, planned(), before, NOW), after=after, ended=NOW + timedelta(minutes=5))
    return replace(record, outcome=Outcome.STOPPED if reason else Outcome.COMPLETED, stop_reason=reason)


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    found = user_folders({"KNEEGUIDE_HOME": str(tmp_path / "data")})
    assert found is not None
    return replace(found, formers=(tmp_path / "config", tmp_path / "state"))


def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


# One folder


def fill(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def test_settings_and_log_move_in_and_their_places_go(folders: UserFolders) -> None:
    config, state = folders.formers
    fill(config, settings__json="{}", **{"settings-unreadable__json": "old"})
    fill(state, kneeguide__log="fault", kneeguide__old__log="older", routines__kept="kept")
    assert move_in(folders) == folders
    assert texts(folders.data) == {
        "settings.json": "{}",
        "settings-unreadable.json": "old",
        "kneeguide.log": "fault",
        "kneeguide.old.log": "older",
    }
    assert not config.exists()
    assert not state.exists()
    assert folders.settings_file.stat().st_mode & 0o077 == 0


def test_strangers_files_stay_where_they_are(folders: UserFolders) -> None:
    fill(folders.formers[0], settings__json="{}", theirs__txt="theirs")
    move_in(folders)
    assert texts(folders.formers[0]) == {"theirs.txt": "theirs"}


def test_what_is_there_already_is_not_replaced_and_nothing_is_lost(folders: UserFolders) -> None:
    """An earlier version was used again after the move."""
    fill(folders.data, settings__json="new")
    fill(folders.formers[0], settings__json="old")
    move_in(folders)
    assert texts(folders.data) == {"settings.json": "new", "settings-former.json": "old"}


def test_a_move_that_broke_off_between_copy_and_removal_leaves_no_double(folders: UserFolders) -> None:
    fill(folders.data, settings__json="same")
    fill(folders.formers[0], settings__json="same")
    move_in(folders)
    assert texts(folders.data) == {"settings.json": "same"}
    assert not folders.formers[0].exists()


def test_settings_that_are_a_link_are_copied_and_what_it_leads_to_is_left(folders: UserFolders, tmp_path: Path) -> None:
    fill(tmp_path / "dotfiles", knee__json="linked")
    folders.formers[0].mkdir()
    (folders.formers[0] / "settings.json").symlink_to(tmp_path / "dotfiles" / "knee.json")
    move_in(folders)
    assert texts(folders.data) == {"settings.json": "linked"}
    assert texts(tmp_path / "dotfiles") == {"knee.json": "linked"}


def test_where_they_cannot_move_settings_are_used_where_they_were(
    folders: UserFolders, tmp_path: Path, warning_log: WarningLog
) -> None:
    (tmp_path / "data").touch()
    save_settings(folders.formers[0] / "settings.json", Settings(get_ready=33))
    moved = move_in(folders)
    assert load_settings(moved.settings_file)[0].get_ready == 33
    assert len(warning_log.take()) == 1


def test_where_nothing_was_elsewhere_nothing_is_made(folders: UserFolders, tmp_path: Path) -> None:
    assert move_in(folders) == folders
    assert list(tmp_path.iterdir()) == []


# Copies


def database_of(folders: UserFolders) -> Database:
    return open_database(folders.database, folders.backups, NOW).database


def copies(folders: UserFolders) -> list[str]:
    return sorted(file.name for file in folders.backups.iterdir()) if folders.backups.exists() else []


def test_on_leaving_the_copy_of_the_day_is_made(folders: UserFolders) -> None:
    database = database_of(folders)
    look_after(database, folders, FakeClock())
    database.close()
    assert copies(folders) == ["history-2026-03-02.db"]


def test_a_start_the_day_after_a_crash_makes_the_copy_that_was_missed(folders: UserFolders) -> None:
    clock = FakeClock()
    database = database_of(folders)
    look_after(database, folders, clock)
    (made,) = folders.backups.iterdir()
    os.utime(made, (0, later(hours=-1).wall.timestamp()))
    os.utime(folders.database, (0, NOW.timestamp()))
    changed = last_change(folders, clock)
    assert changed == NOW
    clock.jump_wall(86400)
    catch_up(database, folders, changed, clock)
    database.close()
    assert copies(folders) == ["history-2026-03-02.db", "history-2026-03-03.db"]


def test_a_start_after_an_orderly_end_makes_none(folders: UserFolders) -> None:
    clock = FakeClock()
    database = database_of(folders)
    os.utime(folders.database, (0, NOW.timestamp()))
    look_after(database, folders, clock)
    changed = last_change(folders, clock)
    assert changed is not None
    (made,) = folders.backups.iterdir()
    os.utime(made, (0, later(hours=1).wall.timestamp()))
    clock.jump_wall(86400)
    catch_up(database, folders, min(changed, NOW), clock)
    database.close()
    assert copies(folders) == ["history-2026-03-02.db"]


def test_a_copy_that_cannot_be_made_at_the_start_is_no_more_than_logged(
    folders: UserFolders, warning_log: WarningLog
) -> None:
    database = database_of(folders)
    folders.backups.touch()
    catch_up(database, folders, later(days=-2).wall, FakeClock())
    database.close()
    assert len(warning_log.take()) == 1


def test_without_a_diary_there_is_no_last_change(folders: UserFolders) -> None:
    assert last_change(folders, FakeClock()) is None
    assert last_change(None, FakeClock()) is None


# What is carried over when a copy is put back


@dataclass
class Diary:
    database: Database
    history: HistoryStore
    health: HealthLog

    @classmethod
    def open(cls, folders: UserFolders) -> "Diary":
        database = database_of(folders)
        return cls(database, HistoryStore(database), HealthLog(HealthStore(database)))


@pytest.fixture
def diary(folders: UserFolders) -> Iterator[Diary]:
    """A diary of today whose older copy knew of nothing but a full list of answers, all no, from five days ago."""
    diary = Diary.open(folders)
    diary.health.answer(health(at=later(days=-5)))
    look_after(diary.database, folders, FakeClock(later(days=-1)))
    yield diary
    diary.database.close()


def put_back_and_open(diary: Diary, folders: UserFolders) -> Diary:
    carried = carry(diary.health, diary.history.last_record())
    diary.database.close()
    (copy,) = folders.backups.iterdir()
    assert put_back(copy, folders, FakeClock()) == ""
    again = Diary.open(folders)
    carried.give_to(again.health, NOW)
    return Diary(again.database, again.history, HealthLog(HealthStore(again.database)))


def test_locks_statements_and_newer_answers_outlive_the_putting_back(diary: Diary, folders: UserFolders) -> None:
    newer = health(Question.ASK_CANCER, at=later(hours=-1))
    diary.health.answer(newer)
    diary.health.lock([Lock(Question.TODAY_LEG_CHANGE, NOW, None)])
    diary.health.confirm([Question.ASK_CANCER], NOW)
    again = put_back_and_open(diary, folders)
    assert again.health.answers == newer
    assert again.health.locks == (Lock(Question.TODAY_LEG_CHANGE, NOW, None),)
    assert again.health.confirmations == (Confirmation(Question.ASK_CANCER, NOW),)
    again.database.close()


def test_the_rest_that_the_last_session_called_for_outlives_the_session(diary: Diary, folders: UserFolders) -> None:
    diary.history.save(ended("too much", before=2, after=5))
    again = put_back_and_open(diary, folders)
    assert again.history.records() == ()
    rest = NOW + timedelta(minutes=5, hours=48)
    assert [(lock.question, lock.until) for lock in again.health.locks] == [(Question.TODAY_AFTER_LAST, rest)]
    again.database.close()


def test_answers_that_a_stop_made_void_do_not_come_back(diary: Diary, folders: UserFolders) -> None:
    diary.history.save(ended("stopped", before=2, after=2, reason=StopReason.CHEST_PAIN))
    again = put_back_and_open(diary, folders)
    assert again.health.answers is None
    again.database.close()


def test_answers_that_a_copy_alone_knows_hold(folders: UserFolders, diary: Diary) -> None:
    """As when the diary was damaged, and a new one was begun."""
    again = put_back_and_open(diary, folders)
    assert again.health.answers == health(at=later(days=-5))
    again.database.close()


def test_a_copy_that_is_damaged_by_now_is_not_put_back(folders: UserFolders, diary: Diary) -> None:
    (copy,) = folders.backups.iterdir()
    copy.write_bytes(b"noise" * 3000)
    assert "damaged" in put_back(copy, folders, FakeClock())
    assert put_back(copy, None, FakeClock()) == ""


def test_nothing_carried_changes_nothing(diary: Diary) -> None:
    before = diary.health.answers
    Carried().give_to(diary.health, NOW)
    assert (diary.health.answers, diary.health.locks, diary.health.confirmations) == (before, (), ())


# Deleting everything


def test_all_is_deleted_the_log_that_is_open_too(folders: UserFolders, warning_log: WarningLog) -> None:
    database_of(folders).close()
    handler = logging.FileHandler(folders.log_file, encoding="utf-8")
    logging.getLogger().addHandler(handler)
    try:
        logging.getLogger("kneeguide").warning("something odd")
        folders.erase_mark.touch()
        assert finish_erasing(folders) == "Everything is deleted."
        assert list(folders.data.iterdir()) == []
        logging.getLogger("kneeguide").warning("something new")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert len(warning_log.take()) == 2
    assert "something odd" not in folders.log_file.read_text(encoding="utf-8")
    assert "something new" in folders.log_file.read_text(encoding="utf-8")


def test_what_is_left_or_could_not_be_deleted_is_told(folders: UserFolders, monkeypatch: pytest.MonkeyPatch) -> None:
    (folders.data / "settings.json").mkdir(parents=True)
    folders.erase_mark.touch()
    assert finish_erasing(folders).endswith(f"not KneeGuide's: {folders.settings_file}.")
    shutil.rmtree(folders.settings_file)

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise OSError(13, "in use")

    folders.erase_mark.touch()
    monkeypatch.setattr(Path, "unlink", refuse)
    assert "nothing is being saved" in finish_erasing(folders)
    assert folders.erase_mark.exists()
