"""What was read from files, kept so that the next start need not read it again.

Reading strictly takes longer than opening a bare window, most of it for loading what checks the files. So the values
are kept with the names, sizes and times of all files they came from. They are used only while all of these are the
same; in any doubt the files themselves are read.
"""

import io
import os
import pickle
from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

Trace = tuple[str, tuple[tuple[str, int, int], ...]]
"""What values were read with and from: the version of KneeGuide, and path, size and time of each file."""

_PATHS = frozenset({"PosixPath", "WindowsPath"})


def kept_copy(
    kept: Path | None, version: str, folders: list[Path], modules: Set[str], kind: type[T], read: Callable[[], T]
) -> T:
    """The kept value if nothing has changed since, else what ``read`` returns, which is then kept.

    ``kept``: the file it is kept in, None for nowhere. ``version``: of the program, which reads anew after an update.
    ``folders``: all that the value is read from. ``modules``: whose classes it is made of. ``kind``: its own class.
    Raises only what ``read`` raises.
    """
    trace = _trace(version, folders)
    if kept is None or trace is None:
        return read()
    value = _recall(kept, trace, modules, kind)
    if value is None:
        value = read()
        _keep(kept, trace, value)
    return value


def _trace(version: str, folders: list[Path]) -> Trace | None:
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


def _recall(kept: Path, trace: Trace, modules: Set[str], kind: type[T]) -> T | None:
    try:
        found, value = _OnlyValues(kept, modules).load()
    except Exception:  # noqa: BLE001 - whatever is in that file, the originals can still be read
        return None
    return value if found == trace and isinstance(value, kind) else None


def _keep(kept: Path, trace: Trace, value: object) -> None:
    from kneeguide.core.durable import replacing

    with suppress(OSError), replacing(kept) as part, part.open("wb") as file:
        _Values(file).dump((trace, value))


class _Values(pickle.Pickler):
    """Writes members of enums by their values; by themselves, some versions of Python have them fetched by getattr."""

    def reducer_override(self, obj: object) -> Any:
        if isinstance(obj, Enum):
            return type(obj), (obj.value,)
        return NotImplemented


class _OnlyValues(pickle.Unpickler):
    """Makes nothing but values of the named modules, so that a file put there by others can do no more."""

    def __init__(self, kept: Path, modules: Set[str]) -> None:
        super().__init__(io.BytesIO(kept.read_bytes()))
        self._modules = modules

    def find_class(self, module: str, name: str) -> type:
        if module in self._modules or (module.startswith("pathlib") and name in _PATHS):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
