"""What is done before the window opens and after it has closed, so that the user's files stay in order."""

import logging
import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kneeguide import paths
from kneeguide.core.clock import Clock
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.storage import Database, StorageFault

if TYPE_CHECKING:
    from kneeguide.core.health_log import HealthLog
    from kneeguide.core.history import Record
    from kneeguide.core.questions import Answers, Confirmation, Lock

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Carried:
    """What one life of the window hands to the next when a backup is put back, so that no older diary opens the gate.

    ``locks``: those that were kept, and the rest that the last session called for. ``answers``: the full list as it
    held. ``asked_since``: lists from before this have to be answered anew, None if none. ``notice``: what the
    user is to be told of it, in a line that stays. ``returned``: the name of the copy that was put back, empty if none.
    """

    locks: "tuple[Lock, ...]" = ()
    confirmations: "tuple[Confirmation, ...]" = ()
    answers: "Answers | None" = None
    asked_since: datetime | None = None
    notice: str = ""
    returned: str = ""

    def give_to(self, health: "HealthLog", now: datetime) -> None:
        """Have a diary that was put back know what was known before: of two things the newer holds."""
        older = health.answers
        if self.answers is not None and (older is None or older.at < self.answers.at):
            health.answer(self.answers)
        if self.asked_since is not None and health.answers is not None and health.answers.at <= self.asked_since:
            health.forget(now)
        health.lock(self.locks)
        for confirmation in self.confirmations:
            health.confirm([confirmation.question], confirmation.at)


def carry(health: "HealthLog", last: "Record | None") -> Carried:
    """What is known of the user's health. ``last``: the newest session that has ended."""
    from kneeguide.core.history import ask_anew, rest_after

    anew = ask_anew(last)
    return Carried(health.locks + rest_after(last), health.confirmations, health.answers, anew.since if anew else None)


# Before the window opens


def move_in(folders: paths.UserFolders) -> paths.UserFolders:
    """Bring what earlier versions kept elsewhere into the one folder. Returns where things are now.

    Nothing is lost: a file goes only once its copy is on the disk, and takes no other's place. Where that cannot be
    done, settings are read and written where they were.
    """
    for former in folders.formers:
        if former.is_dir():
            try:
                _move_in(former, folders.data)
            except (OSError, KneeGuideError) as error:
                _log.warning("%s could not be moved to %s: %s", former, folders.data, error)
    if not folders.settings_file.exists():
        for former in folders.formers:
            if (former / folders.settings_file.name).exists():
                return replace(folders, settings_file=former / folders.settings_file.name)
    return folders


def _move_in(former: Path, data: Path) -> None:
    from kneeguide.core.durable import free_name, replacing
    from kneeguide.core.erasing import Kind, ours

    for kind, file in list(ours(former)):
        if kind is Kind.QUICK_START or file.name.endswith(".part"):
            file.unlink()
        elif kind in (Kind.SETTINGS, Kind.LOG):
            target = paths.ensure(data) / file.name
            if target.exists() and target.read_bytes() != file.read_bytes():
                target = free_name(target.with_name(f"{target.stem}-former{target.suffix}"))
            if not target.exists():
                with replacing(target) as part:
                    shutil.copyfile(file, part)
            file.unlink()
    if not any(former.iterdir()):
        former.rmdir()


def finish_erasing(folders: paths.UserFolders) -> str:
    """Go on with deleting everything, if that was begun. Returns what the user must know of it, empty if nothing."""
    from kneeguide.core.erasing import go_on_erasing

    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.FileHandler):
            handler.close()  # it opens the file anew when there is something to write
    erased = go_on_erasing(folders.erase_mark, *folders.formers)
    if erased.failed:
        names = ", ".join(map(str, erased.failed))
        return (
            f"Not everything could be deleted, so nothing is being saved. Still there: {names}. "
            "Delete it yourself, then start KneeGuide again."
        )
    if erased.left:
        return f"Everything else is deleted. Left because it is not KneeGuide's: {', '.join(map(str, erased.left))}."
    return "Everything is deleted."


def make_users_folder(folder: Path) -> None:
    """The folder for the user's own routines is there from the first start; without it the program still works."""
    try:
        paths.ensure(folder)
    except KneeGuideError as error:
        _log.warning("%s", error)


def last_change(folders: paths.UserFolders | None, clock: Clock) -> datetime | None:
    """When the diary was last changed, None if there is none. To be asked before it is opened, which changes it."""
    try:
        status = folders.database.stat() if folders else None
    except OSError:
        return None
    return datetime.fromtimestamp(status.st_mtime, clock.now().wall.tzinfo) if status else None


# While it is open


def catch_up(database: Database, folders: paths.UserFolders, changed: datetime, clock: Clock) -> None:
    """Make the backup that was missed if the program was not left in order. For another thread: it may take a while."""
    from kneeguide.core.backups import backup_now, was_missed

    try:
        if was_missed(changed, folders.backups, clock.now().wall):
            own = database.for_another_thread()
            try:
                backup_now(own, folders.backups, clock.now().wall)
            finally:
                own.close()
    except (OSError, StorageFault) as fault:
        _log.warning("%s", fault)


# After it has closed


def look_after(database: Database, folders: paths.UserFolders | None, clock: Clock) -> None:
    """On leaving, when nobody waits: forget what the user deleted a week ago, and make the day's backup."""
    if folders is None or not database.saves:
        return
    from kneeguide.core.backups import backup_if_due
    from kneeguide.core.history_store import HistoryStore

    try:
        HistoryStore(database).purge_deleted(clock.now().wall)
        backup_if_due(database, folders.backups, clock.now().wall)
    except StorageFault as fault:
        _log.warning("%s", fault)


def put_back(backup: Path, folders: paths.UserFolders | None, clock: Clock) -> str:
    """Put a backup in the place of the diary. Returns why not, empty if it was done."""
    from kneeguide.core.backups import restore

    if folders is None:
        return ""
    try:
        restore(backup, folders.database, clock.now().wall)
    except StorageFault as fault:
        return str(fault)
    return ""
