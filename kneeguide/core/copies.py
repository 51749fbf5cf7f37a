"""What the copies of the diary hold beside the present one, so that the user knows before one is put back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from kneeguide.core.backups import copies_before_changes, copies_of_days, is_good
from kneeguide.core.safe_copy import Contents, CopyKind, SafeCopy, day_in, kinds_of
from kneeguide.core.storage import FAULTS, connect_to_read, told


def look_into_copies(folder: Path, present: Path, watch: Callable[[float], None]) -> tuple[SafeCopy, ...]:
    """All copies, the newest first: those of days and weeks, then those from before changes.

    It reads every copy whole and is slow. ``present``: the database in use. ``watch`` is told 0 to 1, and may raise to
    end it. Raises StorageFault if the folder or the present database cannot be read.
    """
    with told(folder):
        by_day, before_changes = copies_of_days(folder), copies_before_changes(folder)
    with told(present):
        here = _days_of_sessions(present) if present.exists() else {}
    kinds = kinds_of(_day(copy) for copy in by_day)
    named = [
        *((copy, kinds.get(_day(copy), CopyKind.WEEK)) for copy in by_day),
        *((copy, CopyKind.BEFORE_CHANGE) for copy in before_changes),
    ]
    return tuple(_looked_into(named, here, watch))


def _looked_into(
    named: list[tuple[Path, CopyKind]], here: dict[str, date | None], watch: Callable[[float], None]
) -> Iterator[SafeCopy]:
    for number, (copy, kind) in enumerate(named):
        watch(number / len(named))
        try:
            size, contents = copy.stat().st_size, _contents(copy, here)
        except FileNotFoundError:  # a newer copy has just taken its place
            continue
        except FAULTS:
            size, contents = 0, None
        yield SafeCopy(copy, _day(copy), kind, size, contents)


def _contents(copy: Path, here: dict[str, date | None]) -> Contents | None:
    if not is_good(copy):
        return None
    there = _days_of_sessions(copy)
    days = [day for day in there.values() if day is not None]
    return Contents(
        sessions=len(there),
        first=min(days, default=None),
        last=max(days, default=None),
        would_go=len(here.keys() - there.keys()),
        would_come=len(there.keys() - here.keys()),
    )


def _days_of_sessions(database: Path) -> dict[str, date | None]:
    """The day of each session by its id, those that the user deleted left out. Raises FAULTS."""
    with closing(connect_to_read(database)) as connection:
        rows = connection.execute("SELECT id, day FROM session WHERE NOT deleted")
        return {id_: _as_day(day) for id_, day in rows}


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(copy: Path) -> date:
    day = day_in(copy.name)
    assert day is not None, copy
    return day
