"""Copies of the diary as values: what they are called, which of them are kept, and what they hold.

A copy is known by its name alone, which carries its day, so that no list of them can be lost or be wrong.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

KEPT_DAYS = 7
KEPT_WEEKS = 4
KEPT_BEFORE_CHANGES = 3
"""Of the copies from before changes of the database's tables, the newest so many are kept, apart from the others."""

_NAME = re.compile(r"history-(\d{4}-\d{2}-\d{2})(?:-before-version-(\d+))?\.db")


class CopyKind(StrEnum):
    """Why a copy is kept."""

    DAY = "day"
    WEEK = "week"
    BEFORE_CHANGE = "before-change"


@dataclass(frozen=True)
class Contents:
    """What a good copy holds, beside the present diary.

    ``first``, ``last``: the days of the oldest and the newest session, None without any. ``would_go``: sessions of the
    present diary that are not in it; ``would_come``: sessions in it that the present diary lacks.
    """

    sessions: int
    first: date | None
    last: date | None
    would_go: int
    would_come: int


@dataclass(frozen=True)
class SafeCopy:
    """One copy. ``size``: in bytes. ``contents``: None if it is damaged, or of a newer KneeGuide: not to be used."""

    path: Path
    day: date
    kind: CopyKind
    size: int
    contents: Contents | None


def copy_name(day: date, before_version: int | None = None) -> str:
    """What the copy of a day is called, or the one from before the tables became ``before_version``."""
    return f"history-{day:%Y-%m-%d}{f'-before-version-{before_version}' if before_version else ''}.db"


def day_in(name: str) -> date | None:
    """The day of a copy, from its name; None for anything else."""
    found = _NAME.fullmatch(name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def version_in(name: str) -> int | None:
    """Before the change to which version of the tables a copy was made, None for the copy of a day."""
    found = _NAME.fullmatch(name)
    return int(found[2]) if found and found[2] else None


def kinds_of(days: Iterable[date]) -> dict[date, CopyKind]:
    """Which copies of days are kept, and as what: the newest seven, and of the weeks before these the newest four.

    Of each week, which begins on a Monday, it is the newest copy. To keep these alone and then to add a later day gives
    the same as to decide about all days that there ever were: however often the program is used, the copies that
    will be wanted are never let go of before.
    """
    newest_first = sorted(set(days), reverse=True)
    kept = dict.fromkeys(newest_first[:KEPT_DAYS], CopyKind.DAY)
    weeks: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
    older = [day for day in weeks.values() if day not in kept]
    return kept | dict.fromkeys(older[:KEPT_WEEKS], CopyKind.WEEK)
