"""Whenever an export or an import breaks off, there is the old file or diary, or the new one, and never a mix."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import storage_lives
from core.test_storage_crashes import ENDS, lead, sweep
from storage_lives import NEW, NOW

from kneeguide.core.database import open_database, read_database
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record, rest_after
from kneeguide.core.history_export import as_json
from kneeguide.core.history_store import HistoryStore

ENDED = NOW - timedelta(hours=1)
SHORT = replace(NEW, planned=NEW.planned[:2])
MINE = replace(SHORT, id="mine", outcome=Outcome.COMPLETED, before=2, after=2, started=ENDED, ended=ENDED)
RED = replace(MINE, id="red", after=9, note="It went well. " * 5000)
THEIRS = [RED, replace(MINE, note="Better.")]
SIZES = range(0, 400_000, 40_000)


def diary(folder: Path, *records: Record) -> None:
    database = open_database(folder / "history.db", None, NOW).database
    for record in records:
        HistoryStore(database).save(record)
    database.close()


def check_import(folder: Path, said: list[str]) -> bool:
    """Whether all was brought in; else nothing was. The rest that it calls for came with it."""
    opened = open_database(folder / "history.db", None, NOW)
    assert opened.trouble is None
    assert opened.database.is_sound()
    notes = {record.id: record.note for record in HistoryStore(opened.database).records()}
    locks = HealthStore(opened.database).locks()
    opened.database.close()
    if notes == {"mine": ""}:
        assert "imported" not in said
        assert locks == ()
        return False
    assert notes == {record.id: record.note for record in THEIRS}
    assert locks == rest_after(RED)
    return True


def check_export(folder: Path, said: list[str]) -> bool:
    """Whether the new file is there, else the old one; nothing else is left but what the system killed."""
    text = (folder / "diary.json").read_text(encoding="utf-8")
    if text == "old":
        assert "exported" not in said
        return False
    assert [session["id"] for session in json.loads(text)["sessions"]] == ["mine"]
    return True


CHECKS = {"import": check_import, "export": check_export}
WORDS = {"import": "imported", "export": "exported"}


def before_it(folder: Path, story: str) -> Path:
    """What is there before the story begins."""
    folder.mkdir()
    diary(folder, replace(MINE, note="x" * 100_000) if story == "export" else MINE)
    (folder / "diary.json").write_text("old", encoding="utf-8")
    (folder / "theirs.json").write_text("".join(as_json(THEIRS)), encoding="utf-8")
    return folder


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("story", ["export", "import"])
def test_whenever_it_breaks_off_it_is_the_old_or_the_new(tmp_path: Path, story: str, end: str) -> None:
    before = before_it(tmp_path / "before", story)

    def once(number: int) -> bool:
        folder = shutil.copytree(before, tmp_path / str(number))
        said, finished = lead(story, end, number, folder)
        is_new = CHECKS[story](folder, said)
        if end == "disk full" and not is_new:
            assert not list(folder.glob("*.part"))
        return finished and WORDS[story] in said

    sweep(once, end, SIZES)


@pytest.mark.parametrize("call", ["pwrite64", "write", "fdatasync", "fsync", "rename"])
@pytest.mark.parametrize("story", ["export", "import"])
def test_killed_by_the_system_at_any_call_it_is_the_old_or_the_new(tmp_path: Path, story: str, call: str) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed: it ends the program at each of its writes (apt-get install strace)")
    before = before_it(tmp_path / "before", story)

    def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
        life = [sys.executable, storage_lives.__file__, story, "its own", "0", str(folder)]
        return subprocess.run(
            [strace, "-f", "-qq", "-e", f"trace={call}", *options, *life],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path[:1]])},
            stdout=subprocess.PIPE,
            text=True,
            timeout=60,
        )

    log = tmp_path / "log"
    whole = run(shutil.copytree(before, tmp_path / "whole"), "-o", str(log))
    assert whole.stdout == f"{WORDS[story]}\n"
    number = len(log.read_text(encoding="utf-8").splitlines())

    def killed_at(when: int) -> None:
        folder = shutil.copytree(before, tmp_path / f"{when}")
        options = ("-o", os.devnull, "-e", f"inject={call}:signal=KILL:when={when}")
        life = run(folder, *options)
        assert life.returncode != 0, f"the {when}th {call} must have killed it"
        CHECKS[story](folder, life.stdout.split("\n"))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(killed_at, range(1, number + 1)))


def test_looking_at_what_is_there_changes_nothing(tmp_path: Path) -> None:
    folder = before_it(tmp_path / "before", "import")
    content = (folder / "history.db").read_bytes()
    read_database(folder / "history.db").database.close()
    assert (folder / "history.db").read_bytes() == content
