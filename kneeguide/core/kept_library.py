"""The library as it was last read, kept so that the next start need not read it again.

Reading routines strictly takes longer than opening a bare window, most of it for loading what reads them. So what was
read is kept beside the user's data, with the names, sizes and times of all files it came from. It is used only while
all of these are the same; in any doubt the files themselves are read.
"""

import io
import os
import pickle
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kneeguide.core.library import Library

_MODULES = frozenset({"kneeguide.core.library", "kneeguide.core.problem", "kneeguide.core.routine"})
_PATHS = frozenset({"PosixPath", "WindowsPath"})

Trace = tuple[str, tuple[tuple[str, int, int], ...]]
"""What a library was read with and from: the version of KneeGuide, and path, size and time of each file."""


def open_library(shipped: Path, user: Path | None, kept: Path | None, version: str) -> Library:
    """The kept library if nothing has changed since, else a fresh reading, which is then kept. Never raises.

    ``kept``: the file it is kept in, None for nowhere. ``version``: of the program, which reads anew after an update.
    """
    trace = _trace(version, shipped, *([user] if user else []))
    if kept is not None and trace is not None:
        library = _recall(kept, trace)
        if library is not None:
            return library
    # Not above: what validates the files would be loaded at every start, needed or not.
    from kneeguide.core.library_reader import load_library

    library = load_library(shipped, user)
    if kept is not None and trace is not None:
        _keep(kept, trace, library)
    return library


def _trace(version: str, *folders: Path) -> Trace | None:
    """None if something cannot be looked at, for then nobody knows what has changed. A missing folder holds nothing."""
    try:
        files = [_seen(Path(where, name)) for top in folders for where, _, names in _walk(top) for name in names]
    except OSError:
        return None
    return version, tuple(sorted(files))


def _walk(top: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    def refuse(error: OSError) -> None:
        raise error

    return os.walk(top, onerror=refuse) if top.exists() else iter(())


def _seen(file: Path) -> tuple[str, int, int]:
    status = file.lstat()
    return str(file), status.st_size, status.st_mtime_ns


def _recall(kept: Path, trace: Trace) -> Library | None:
    try:
        found, library = _OnlyRoutines(io.BytesIO(kept.read_bytes())).load()
    except Exception:  # noqa: BLE001 - whatever is in that file, the routines themselves can still be read
        return None
    return library if found == trace and isinstance(library, Library) else None


def _keep(kept: Path, trace: Trace, library: Library) -> None:
    part = kept.with_name(f"{kept.name}.part")
    with suppress(OSError):
        part.write_bytes(pickle.dumps((trace, library)))
        part.replace(kept)


class _OnlyRoutines(pickle.Unpickler):
    """Makes nothing but the values that routines are made of, so that a file put there by others can do no more."""

    def find_class(self, module: str, name: str) -> type:
        if module in _MODULES or (module.startswith("pathlib") and name in _PATHS):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a routine")
