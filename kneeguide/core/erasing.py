"""Deleting everything that KneeGuide keeps: once it is begun it is gone on with, at the next start if need be.

First a mark is put on the disk. From then on everything counts as deleted, and nothing of it is read again; the mark
goes last. Only files that bear names of ours are taken away, and no link is followed: what somebody put into our
folder, or elsewhere and linked to, is theirs.
"""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kneeguide.core.durable import replacing, sync_folder
from kneeguide.core.schema import identity_of


class Kind(StrEnum):
    """What is kept, in the order in which it is deleted: first what is about health."""

    DIARY = "diary"
    ASIDE = "aside"
    COPIES = "copies"
    SETTINGS = "settings"
    LOG = "log"
    QUICK_START = "quick-start"
    ROUTINES = "routines"


_PART = r"\.{0}-[^.]*\.part(-journal)?"
_FILES = {
    Kind.DIARY: re.compile(rf"history\.sqlite3(-journal|-damaged)?|{_PART.format('history.sqlite3')}"),
    Kind.ASIDE: re.compile(r"history-set-aside-.*\.sqlite3(-journal)?"),
    Kind.SETTINGS: re.compile(rf"settings(-unreadable|-former)?(-\d+)?\.json|{_PART.format('settings.json')}"),
    Kind.LOG: re.compile(r"kneeguide(\.old|-former(-\d+)?)?\.log"),
    Kind.QUICK_START: re.compile(
        r"(routines|figures|learn)\.kept|\.((routines|figures|learn)\.kept|delete-everything)-[^.]*\.part"
    ),
}
_COPY = re.compile(r"history-\d{4}-\d{2}-\d{2}(-before-version-\d+)?\.db(-journal)?|\.history-.*\.part(-journal)?")
_FOLDERS = {Kind.COPIES: "backups", Kind.ROUTINES: "routines"}


@dataclass(frozen=True)
class Stored:
    """What is kept of one kind. ``size``: in bytes, of all its files together."""

    kind: Kind
    files: int
    size: int


@dataclass(frozen=True)
class Erased:
    """What came of it. ``left``: not ours, or linked to, and still there. ``failed``: could not be deleted."""

    left: tuple[Path, ...] = ()
    failed: tuple[Path, ...] = ()


def stored(folder: Path) -> tuple[Stored, ...]:
    """How much is kept of each kind. Never raises: what cannot be looked at counts as nothing."""
    sizes: dict[Kind, list[int]] = {kind: [] for kind in Kind}
    for kind, file in ours(folder):
        if kind is Kind.ROUTINES and file.is_dir() and not file.is_symlink():
            sizes[kind] += [_size(Path(top, name)) for top, _, names in os.walk(file) for name in names]
        else:
            sizes[kind].append(_size(file))
    return tuple(Stored(kind, len(found), sum(found)) for kind, found in sizes.items())


def ours(folder: Path) -> Iterator[tuple[Kind, Path]]:
    """What bears a name of ours: the files, those among the copies, and the folder of the user's routines as one."""
    for file in _inside(folder):
        for kind, pattern in _FILES.items():
            if pattern.fullmatch(file.name):
                yield kind, file
        if file.name == _FOLDERS[Kind.ROUTINES]:
            yield Kind.ROUTINES, file
        elif file.name == _FOLDERS[Kind.COPIES] and file.is_symlink():
            yield Kind.COPIES, file
        elif file.name == _FOLDERS[Kind.COPIES]:
            yield from ((Kind.COPIES, copy) for copy in _inside(file) if _COPY.fullmatch(copy.name))


def begin_erasing(mark: Path, *, own_routines: bool) -> None:
    """Put the mark on the disk: all in its folder counts as deleted from now on. Raises OSError; then nothing is."""
    with replacing(mark) as part:
        part.write_text("own routines too\n" if own_routines else "", encoding="utf-8")


def go_on_erasing(mark: Path, *formers: Path) -> Erased:
    """Delete all in the folder of the mark, and then the mark, if nothing failed. Never raises for the world's faults.

    ``formers``: folders where earlier versions kept some of it.
    """
    folder = mark.parent
    left: list[Path] = []
    failed: list[Path] = []
    with_routines = bool(_read(mark))
    found = [(kind, file) for each in (folder, *formers) for kind, file in ours(each)]
    if not with_routines:
        found = [(kind, file) for kind, file in found if kind is not Kind.ROUTINES]
    for kind, file in sorted(found, key=lambda each: list(Kind).index(each[0])):
        try:
            left += _take_away(kind, file)
        except OSError:
            failed.append(file)
    try:
        for name in _FOLDERS.values():
            _remove_if_empty(folder / name)
        sync_folder(folder)
        if not failed:
            mark.unlink(missing_ok=True)
            sync_folder(folder)
    except OSError:
        failed.append(mark)
    return Erased(tuple(left), tuple(failed))


def _take_away(kind: Kind, file: Path) -> list[Path]:
    """Delete one thing. Returns what was left because it is somebody else's. Raises OSError."""
    if file.is_symlink():
        target = Path(os.path.realpath(file))
        file.unlink(missing_ok=True)
        return [target] if target.exists() else []
    if file.is_dir():
        if kind is not Kind.ROUTINES:
            return [file]
        shutil.rmtree(file)
        return []
    if kind is Kind.DIARY and _is_foreign(file):
        return [file]
    file.unlink(missing_ok=True)
    return []


def _is_foreign(file: Path) -> bool:
    identity = identity_of(file)
    return identity is not None and not identity.is_ours


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink() and not _inside(folder):
        folder.rmdir()


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:
        return 0


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
