"""Killed by the system at any call that changes the disk, what keeps the user's data leaves the old or the new, whole.

Copying, putting a copy back, changing the tables, moving into the one folder, and deleting everything: of each life one
is ended at every write, sync, renaming, linking and removal that it makes.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
import storage_lives
from app_machine import REPOSITORY
from core.test_database import first_version
from core.test_erasing import OURS, ROUTINES, STRANGERS, files, fill
from core.test_storage_crashes import history, unfinished_session
from storage_lives import NEW, NOW

from kneeguide.core.backups import backup_now, copies_before_changes, copies_of_days, is_good, newest_good_backup
from kneeguide.core.database import open_database
from kneeguide.core.erasing import go_on_erasing
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.safe_copy import KEPT_DAYS
from kneeguide.upkeep import move_in

CALLS = ("write", "pwrite64", "fsync", "fdatasync", "rename", "link", "unlink", "unlinkat", "rmdir", "sendfile")
"""Among the writes are those by which a life says how far it is, and the files that Python itself writes."""


def lead(strace: str, story: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Have a child lead a life under the eyes of strace."""
    life = [sys.executable, storage_lives.__file__, story, "its own", "0", str(folder)]
    paths = os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "tests")])
    return subprocess.run(
        [strace, "-f", "-qq", *options, *life],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )


def sweep(strace: str, story: str, before: Path, last_word: str, check: Callable[[Path, list[str]], None]) -> None:
    """Lead a life from what is in ``before`` once for each call that it makes, ended there, and check what is left."""
    log, whole = before.with_name("log"), shutil.copytree(before, before.with_name("whole"), symlinks=True)
    undisturbed = lead(strace, story, whole, "-o", str(log), "-e", f"trace={','.join(CALLS)}")
    assert undisturbed.stdout.endswith(f"{last_word}\n"), undisturbed
    made = [line.split()[1].split("(")[0] for line in log.read_text(encoding="utf-8").splitlines()]
    ends = [(call, when) for call in CALLS for when in range(1, made.count(call) + 1)]
    assert len(ends) > 10

    def killed_at(end: tuple[str, int]) -> None:
        call, when = end
        folder = shutil.copytree(before, before.with_name(f"{call}-{when}"), symlinks=True)
        injected = f"inject={call}:signal=KILL:when={when}"
        life = lead(strace, story, folder, "-o", os.devnull, "-e", f"trace={call}", "-e", injected)
        assert life.returncode != 0, f"the {when}th {call} must have killed it"
        check(folder, life.stdout.split("\n")[:-1])
        shutil.rmtree(folder)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(killed_at, ends))


@pytest.fixture
def before(tmp_path: Path) -> Path:
    folder = tmp_path / "before"
    folder.mkdir()
    return folder


def diary_with_copies(folder: Path, days: int) -> None:
    """Two sessions, the older of which is in copies of the days before."""
    unfinished_session(folder)
    database = open_database(folder / "history.db", None, NOW).database
    for day in range(days):
        backup_now(database, folder / "backups", NOW - timedelta(days=days - 1 - day))
    HistoryStore(database).open(NEW)
    database.close()


def test_killed_while_copying_all_copies_are_whole_and_none_is_missed(before: Path, strace: str) -> None:
    diary_with_copies(before, 10)
    kept = {copy.name for copy in copies_of_days(before / "backups")}
    assert len(kept) > KEPT_DAYS

    def check(folder: Path, said: list[str]) -> None:
        again = open_database(folder / "history.db", folder / "backups", NOW)
        assert again.trouble is None
        assert [record.id for record in HistoryStore(again.database).records()] == ["new", "old"]
        again.database.close()
        copies = copies_of_days(folder / "backups")
        assert all(map(is_good, copies))
        new = {copy.name for copy in copies} - kept
        assert len(copies) >= len(kept)
        assert len(new) == 1 or (not new and "backup" not in said)

    sweep(strace, "backup", before, "backup", check)


def test_killed_while_putting_a_copy_back_it_is_the_old_or_the_new(before: Path, strace: str) -> None:
    diary_with_copies(before, 1)

    def check(folder: Path, said: list[str]) -> None:
        ids = history(folder / "history.db")
        assert ids == ["old"] if "restored" in said else ids in (["old"], ["new", "old"])
        if ids == ["old"]:
            assert ["new", "old"] in [history(aside) for aside in folder.glob("history-set-aside-*.db")]
        assert newest_good_backup(folder / "backups") is not None

    sweep(strace, "restore", before, "restored", check)


def test_killed_while_the_tables_are_changed_nothing_is_lost(before: Path, strace: str) -> None:
    before.rmdir()
    first_version(before / "history.db")
    (before / "backups").mkdir()

    def check(folder: Path, said: list[str]) -> None:
        assert all(map(is_good, copies_before_changes(folder / "backups")))
        again = open_database(folder / "history.db", folder / "backups", NOW)
        assert again.trouble is None
        assert [record.note for record in HistoryStore(again.database).records()] == ["a note"]
        again.database.close()
        (copy,) = copies_before_changes(folder / "backups")
        assert history(copy) == ["one"]

    sweep(strace, "migration", before, "opened", check)


def test_killed_while_deleting_everything_it_is_all_or_nothing_once_it_is_gone_on_with(
    before: Path, strace: str, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    fill(elsewhere, {"theirs.yaml"})
    fill(before, {*OURS, *ROUTINES, *STRANGERS})
    (before / "routines" / "more").symlink_to(elsewhere, target_is_directory=True)
    everything = files(before)

    def check(folder: Path, said: list[str]) -> None:
        mark = folder / "delete-everything"
        if mark.exists():
            assert not go_on_erasing(mark).failed
        left = files(folder) - {name for name in files(folder) if name.startswith(".delete-everything-")}
        assert left == STRANGERS or (left == everything - {".delete-everything-a1_b2.part"} and "begun" not in said)
        assert files(elsewhere) == {"theirs.yaml"}

    sweep(strace, "erasing", before, "erased", check)


def test_killed_while_moving_in_no_setting_is_lost(before: Path, strace: str) -> None:
    fill(
        before, {"former/settings.json", "former/settings-unreadable.json", "former/kneeguide.log", "former/learn.kept"}
    )

    def check(folder: Path, _: list[str]) -> None:
        move_in(storage_lives.folders_in(folder))
        moved = {"data/settings.json", "data/settings-unreadable.json", "data/kneeguide.log"}
        assert {name for name in files(folder) if not name.endswith(".part")} == moved
        for name in moved:
            assert (folder / name).read_text(encoding="utf-8") == name.replace("data", "former")

    sweep(strace, "moving in", before, "moved", check)
