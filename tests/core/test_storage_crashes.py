"""Whenever the program dies, or the disk fills up, what it had said to be saved is there, and nothing counts as done
that was not.

A child process leads the program's life, saying what it has on the disk, and is ended after so many steps: before each
statement and each opening, renaming or removing of a file in turn, or by the system in the midst of a write.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import storage_lives
from storage_lives import ANSWERS, DONE, LOCK, LONG_NOTE, NEW, NOW, OLD, OLD_DONE

from kneeguide.core.backups import backup_if_due, newest_good_backup
from kneeguide.core.database import open_database, read_database
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.settings import Settings, load_settings, save_settings


def lead(story: str, end: str, number: int, folder: Path) -> tuple[list[str], bool]:
    """Have a child lead a life; what it said, and whether it came to the end of it."""
    done = subprocess.run(
        [sys.executable, storage_lives.__file__, story, end, str(number), str(folder)],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    assert end != "disk full" or done.returncode == 0, "a full disk ends nothing"
    return done.stdout.split("\n")[:-1], done.returncode == 0


def sweep(once: Callable[[int], bool], end: str, sizes: Iterable[int]) -> None:
    """Try every end until a life comes to its own: ``once`` leads one, and says whether it did."""
    with ThreadPoolExecutor(2) as pool:
        if end != "killed at a step":
            finished = list(pool.map(once, sizes))
            assert not finished[0]
            assert finished[-1]
            return
        step = 1
        while not any(pool.map(once, range(step, step + 6))):
            step += 6
        assert step > 6, "the first ones must have been killed"


def unfinished_session(folder: Path) -> None:
    """What a run leaves that dies in mid-session."""
    database = open_database(folder / "history.db", None, NOW).database
    HistoryStore(database).open(OLD)
    HistoryStore(database).append("old", OLD_DONE)
    database.close()


def check_session(folder: Path, said: list[str], *, unfinished: bool) -> None:
    """All that was said to be saved is there, and at most one step more."""
    restarted = open_database(folder / "history.db", folder / "backups", NOW)
    assert restarted.trouble is None, restarted.trouble
    assert restarted.database.saves
    assert restarted.database.is_sound()
    store, health_store = HistoryStore(restarted.database), HealthStore(restarted.database)
    records: dict[str, Record] = {record.id: record for record in store.records()}
    assert sum(record.outcome is Outcome.OPEN for record in records.values()) <= 1

    if unfinished:
        old = records.pop("old")
        assert replace(old, outcome=Outcome.OPEN, ended=None) == OLD.with_stage(OLD_DONE)
        assert old.outcome is Outcome.INTERRUPTED or ("partial" not in said and store.unfinished() == old)
    assert health_store.answers() == ANSWERS or "answers" not in said
    assert health_store.locks() == (LOCK,) or "lock" not in said
    assert health_store.confirmations() or "confirmation" not in said

    new = records.pop("new", None)
    assert records == {}
    assert new is not None or "open" not in said
    if new is not None:
        assert new.planned == NEW.planned
        stages = said.count("stage")
        assert new.stages in (DONE[:stages], DONE[: stages + 1])
        completed = replace(
            NEW,
            stages=DONE,
            outcome=Outcome.COMPLETED,
            after=1,
            note=LONG_NOTE,
            ended=NOW + timedelta(minutes=5),
        )
        assert new == completed or (new.outcome is Outcome.OPEN and "closed" not in said)
        assert new.outcome is not Outcome.COMPLETED or stages == len(DONE)
    restarted.database.close()


def history(path: Path) -> list[str]:
    """The sessions in a database, newest first, looked at without touching it."""
    looked = read_database(path)
    assert looked.trouble is None
    ids = [record.id for record in HistoryStore(looked.database).records()]
    looked.database.close()
    return ids


SIZES = range(0, 250_000, 12_500)
"""Bytes that a file may grow to: from nothing to more than the whole story needs."""
ENDS = ["killed at a step", *(["killed in a write", "disk full"] if os.name == "posix" else [])]
"""Only there can a file's size be limited."""


@pytest.mark.parametrize("unfinished", [False, True], ids=["first start", "after a crash"])
@pytest.mark.parametrize("end", ENDS)
def test_whenever_a_session_breaks_off_what_was_saved_is_there(tmp_path: Path, end: str, unfinished: bool) -> None:
    before = tmp_path / "before"
    before.mkdir()
    if unfinished:
        unfinished_session(before)

    def once(number: int) -> bool:
        folder = shutil.copytree(before, tmp_path / str(number))
        said, finished = lead("session", end, number, folder)
        check_session(folder, said, unfinished=unfinished)
        return finished and "closed" in said

    sweep(once, end, SIZES)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("story", ["backup", "restore"])
def test_whenever_a_backup_or_its_return_breaks_off_it_is_the_old_or_the_new(
    tmp_path: Path, story: str, end: str
) -> None:
    before = tmp_path / "before"
    before.mkdir()
    unfinished_session(before)
    database = open_database(before / "history.db", None, NOW).database
    first_day = backup_if_due(database, before / "backups", NOW)
    assert first_day is not None
    HistoryStore(database).open(NEW)
    database.close()

    def once(number: int) -> bool:
        folder = shutil.copytree(before, tmp_path / str(number))
        said, finished = lead(story, end, number, folder)
        ids = history(folder / "history.db")
        newest = newest_good_backup(folder / "backups")
        assert newest is not None
        if story == "backup":
            assert ids == ["new", "old"]
            assert newest.name != first_day.name or "backup" not in said
            return finished and "backup" in said
        assert newest.name == first_day.name
        assert ids == ["old"] if "restored" in said else ids in (["old"], ["new", "old"])
        if ids == ["old"]:
            (aside,) = folder.glob("history-set-aside-*.db")
            assert history(aside) == ["new", "old"]
        return finished and "restored" in said

    sweep(once, end, SIZES)


@pytest.mark.parametrize("end", ENDS)
def test_whenever_saving_settings_breaks_off_they_are_the_old_or_the_new(tmp_path: Path, end: str) -> None:
    def once(number: int) -> bool:
        folder = tmp_path / str(number)
        save_settings(folder / "settings.json", Settings(get_ready=33))
        said, finished = lead("settings", end, number, folder)
        settings, notices = load_settings(folder / "settings.json")
        assert notices == ()
        assert settings.get_ready == 44 or (settings.get_ready == 33 and "settings" not in said)
        return finished and "settings" in said

    sweep(once, end, (0, 40, 4000))
