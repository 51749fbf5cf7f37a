"""What is done before the window opens and after it has closed, so that the user's files stay in order."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kneeguide import paths
from kneeguide.core.clock import Clock
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.storage import Database, StorageFault

if TYPE_CHECKING:
    from kneeguide.core.questions import Confirmation, Lock

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Carried:
    """What one life of the window hands to the next when a backup is put back: no lock is lost with the old diary.

    ``notice``: why it could not be put back, empty if it was.
    """

    locks: "tuple[Lock, ...]" = ()
    confirmations: "tuple[Confirmation, ...]" = ()
    notice: str = ""


def make_users_folder(folder: Path) -> None:
    """The folder for the user's own routines is there from the first start; without it the program still works."""
    try:
        paths.ensure(folder)
    except KneeGuideError as error:
        _log.warning("%s", error)


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


def put_back(folders: paths.UserFolders | None, clock: Clock) -> str:
    """Put the newest good backup in the place of the diary. Returns why not, empty if it was done."""
    from kneeguide.core.backups import newest_good_backup, restore

    backup = newest_good_backup(folders.backups) if folders else None
    if folders is None or backup is None:
        return ""
    try:
        restore(backup, folders.database, clock.now().wall)
    except StorageFault as fault:
        return str(fault)
    return ""
