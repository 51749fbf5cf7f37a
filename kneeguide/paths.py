"""Where the files that come with KneeGuide are, and where the user's own files go."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kneeguide.core.errors import KneeGuideError

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class UserFolders:
    """The user's own files and folders. None of them need exist.

    ``data``: all the others are in it. ``formers``: where earlier versions kept settings and the log.
    """

    data: Path
    routines: Path
    database: Path
    backups: Path
    settings_file: Path
    log_file: Path
    lock_file: Path
    formers: tuple[Path, ...] = ()

    @property
    def erase_mark(self) -> Path:
        """It is there while everything beside it is to be deleted."""
        return self.data / "delete-everything"


def user_folders(environ: Mapping[str, str] = os.environ) -> UserFolders | None:
    """Where this user's files go, or None if this user has no home: then all is kept in memory only.

    It is one folder on every system, so that users can see, keep and delete all of it in one place. ``KNEEGUIDE_HOME``
    names another.
    """
    moved = environ.get("KNEEGUIDE_HOME")
    if moved:
        return _folders(Path(moved).absolute())
    home = environ.get("HOME")
    if home is not None and not (home and Path(home).is_dir()):  # an empty one would lead to the root of the disk
        return None
    import platformdirs

    try:
        data = platformdirs.user_data_path("kneeguide", appauthor=False)
        return _folders(
            data,
            platformdirs.user_config_path("kneeguide", appauthor=False),
            platformdirs.user_state_path("kneeguide", appauthor=False),
        )
    except (RuntimeError, KeyError):  # an account without a home
        return None


def _folders(data: Path, *formers: Path) -> UserFolders:
    return UserFolders(
        data=data,
        routines=data / "routines",
        database=data / "history.sqlite3",
        backups=data / "backups",
        settings_file=data / "settings.json",
        log_file=data / "kneeguide.log",
        lock_file=data / "kneeguide.lock",
        formers=tuple(former for former in formers if former != data),
    )


def ensure(folder: Path) -> Path:
    """Make a folder of the user's, open to nobody else, if it is not there. Raises KneeGuideError if it cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "the disk refused"
        raise KneeGuideError(
            f"The folder {folder} cannot be made ({reason}), so nothing can be saved in it. "
            "Check the disk, or set KNEEGUIDE_HOME to another folder."
        ) from error
    return folder


def assets_dir() -> Path:
    """Pictures, sounds and icons that come with KneeGuide."""
    return _shipped("assets")


def routines_dir() -> Path:
    """Routines that come with KneeGuide."""
    return _shipped("routines")


def _shipped(name: str) -> Path:
    """A wheel carries the folder inside the package; a checkout has it beside the package."""
    inside = _PACKAGE / name
    if inside.is_dir():
        return inside
    beside = _PACKAGE.parent / name
    if beside.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return beside
    raise KneeGuideError(f"KneeGuide's own folder of {name} is missing. Please install KneeGuide again.")
