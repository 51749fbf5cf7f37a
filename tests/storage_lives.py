"""The lives that the program leads in tests of its storage, each to be broken off somewhere in the middle.

Run as ``storage_lives.py STORY END NUMBER FOLDER`` it is the child that dies. It imports no more than the storage
itself needs, because it is started some hundreds of times.
"""

import os
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from fakes import CALF_GLIDES, PALM_GLIDES, START, health, planned, routine_of

from kneeguide.core.backups import backup_if_due, newest_good_backup, restore
from kneeguide.core.database import StorageFault, open_database
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import Confirmation, Lock, Question
from kneeguide.core.settings import Settings, SettingsFault, save_settings
from kneeguide.paths import UserFolders, user_folders

NOW = START.wall
KILLED = 86

OLD = opened("old", planned(), 3, NOW - timedelta(days=1))
NEW = opened("new", planned(routine_of(PALM_GLIDES, CALF_GLIDES)), 2, NOW)
DONE = tuple(StageDone(stage.key, stage.seconds, stage.seconds, StageOutcome.DONE) for stage in NEW.planned)
OLD_DONE = StageDone(OLD.planned[0].key, 10.0, 10.0, StageOutcome.DONE)
ANSWERS = health(Question.ASK_CANCER)
LOCK = Lock(Question.STOP_INFECTION, NOW, None)
LONG_NOTE = "It went well. " * 5000


def live(story: str, end: str, number: str, folder: str) -> None:
    """Lead a life, to be ended as told."""
    if story in ("export", "import"):
        import kneeguide.core.history_import  # noqa: F401 - its many files are no steps of the story
    if end == "killed at a step":
        _die_at_step(int(number))
    elif end in ("killed in a write", "disk full"):
        _limit_files(int(number), deadly=end == "killed in a write")
    stories = {
        "session": _session,
        "backup": _backup,
        "restore": _restore,
        "settings": _settings,
        "migration": _migration,
        "erasing": _erasing,
        "moving in": _moving_in,
        "export": _export,
        "import": _import,
    }
    stories[story](Path(folder))


def _die_at_step(last: int) -> None:
    import sqlite3

    taken = 0

    def step(*_: object) -> None:
        nonlocal taken
        taken += 1
        if taken == last:
            os._exit(KILLED)

    connect = sqlite3.connect

    def connect_and_watch(*args: object, **more: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **more)  # type: ignore[call-overload]
        connection.set_trace_callback(step)
        return connection

    sqlite3.connect = connect_and_watch  # type: ignore[assignment]
    sys.addaudithook(lambda event, _: step() if event == "open" or event.startswith("os.") else None)


def _limit_files(size: int, *, deadly: bool) -> None:
    """No file may grow past so many bytes: a write that would do so ends the process, or fails as on a full disk."""
    import resource
    import signal

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if deadly else signal.SIG_IGN)


def say(word: str) -> None:
    """Tell the parent what is saved by now."""
    os.write(1, f"{word}\n".encode())


def _session(folder: Path) -> None:
    opened = open_database(folder / "history.db", folder / "backups", NOW)
    if opened.trouble is not None:
        say(f"trouble {opened.trouble.kind}")
    if not opened.database.saves:
        return
    store, health_store = HistoryStore(opened.database), HealthStore(opened.database)
    try:
        unfinished = store.unfinished()
        if unfinished is not None:
            store.keep_partial(unfinished.id, NOW)
            say("partial")
        health_store.save_answers(ANSWERS)
        say("answers")
        health_store.keep_locks([LOCK])
        say("lock")
        health_store.confirm(Confirmation(LOCK.question, NOW))
        say("confirmation")
        store.open(NEW)
        say("open")
        for stage in DONE:
            store.append("new", stage)
            say("stage")
        store.close("new", Outcome.COMPLETED, "", NOW + timedelta(minutes=5), after=1, note=LONG_NOTE)
        say("closed")
    except StorageFault as fault:
        say(f"fault {fault.kind}")
    opened.database.close()


def _backup(folder: Path) -> None:
    opened = open_database(folder / "history.db", folder / "backups", NOW)
    try:
        if backup_if_due(opened.database, folder / "backups", NOW + timedelta(days=1)):
            say("backup")
    except StorageFault as fault:
        say(f"fault {fault.kind}")


def _restore(folder: Path) -> None:
    backup = newest_good_backup(folder / "backups")
    if backup is None:
        return
    try:
        restore(backup, folder / "history.db", NOW)
        say("restored")
    except StorageFault as fault:
        say(f"fault {fault.kind}")


def _migration(folder: Path) -> None:
    opened = open_database(folder / "history.db", folder / "backups", NOW)
    say("opened" if opened.trouble is None and opened.database.saves else f"trouble {opened.trouble}")
    opened.database.close()


def _erasing(folder: Path) -> None:
    from kneeguide.core.erasing import begin_erasing, go_on_erasing

    try:
        begin_erasing(folder / "delete-everything", own_routines=True)
    except OSError:
        say("fault")
        return
    say("begun")
    if not go_on_erasing(folder / "delete-everything").failed:
        say("erased")


def _moving_in(folder: Path) -> None:
    from kneeguide.upkeep import move_in

    move_in(folders_in(folder))
    say("moved")


def folders_in(folder: Path) -> UserFolders:
    """The user's folder, with a place beside it where an earlier version kept some of what belongs there."""
    found = user_folders({"KNEEGUIDE_HOME": str(folder / "data")})
    assert found is not None
    return replace(found, formers=(folder / "former",))


def _settings(folder: Path) -> None:
    try:
        save_settings(folder / "settings.json", Settings(get_ready=44))
        say("settings")
    except SettingsFault:
        say("fault")


def _export(folder: Path) -> None:
    from kneeguide.core.diary_store import DiaryStore
    from kneeguide.core.history_export import as_json, write_pieces

    opened = open_database(folder / "history.db", None, NOW)
    if opened.trouble is not None:
        say(f"trouble {opened.trouble.kind}")
        return
    store = DiaryStore(opened.database)
    try:
        write_pieces(folder / "diary.json", as_json(store.sessions(), store.beside()), 1, lambda _: None)
        say("exported")
    except KneeGuideError:
        say("fault")


def _import(folder: Path) -> None:
    from kneeguide.core.diary_store import DiaryStore
    from kneeguide.core.history_import import bring_in, check

    opened = open_database(folder / "history.db", None, NOW)
    if opened.trouble is not None:
        say(f"trouble {opened.trouble.kind}")
        return
    store = DiaryStore(opened.database)
    try:
        preview = check(folder / "theirs.json", store, NOW, lambda _: None)
        bring_in(folder / "theirs.json", store, preview, NOW, lambda _: None)
        say("imported")
    except KneeGuideError:
        say("fault")


if __name__ == "__main__":
    live(*sys.argv[1:])
