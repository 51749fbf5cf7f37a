"""What a user has who did not come for the first time today: a diary of months, a file of their own with a slip in it,
and files that can and cannot be brought in."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kneeguide.core.database import open_database
from kneeguide.core.history import Outcome, Record
from kneeguide.core.history_export import as_json, write_pieces
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.trouble import StopReason
from kneeguide.paths import UserFolders, ensure

SESSIONS, APART = 60, timedelta(days=1, hours=22)
BEFORE = (5, 4, 5, 6, 4, 3, 4, 5, 3, 3)
CHANGE = (-1, 0, -2, 1, -1, -1, 0, -1, 2, -1)
NOTES = (
    "",
    "Stairs were easier.",
    "",
    "The outside of the thigh was tender, so I went lighter there and took longer breaks between the passes.",
)
SLIP = """\
title: My evening routine
why: What my physiotherapist showed me.
version: 1
tools: [rolling pin]
"""


def write_own_routine(folders: UserFolders) -> None:
    """A routine of the user's own that does not say all it must."""
    (ensure(folders.routines) / "my-evening-routine.yaml").write_text(SLIP, encoding="utf-8")


def live_through(folders: UserFolders, pattern: Record) -> None:
    """Put months into the diary."""
    with closing(open_database(folders.database, None, pattern.started).database) as database:
        diary = HistoryStore(database)
        for record in _before(pattern):
            diary.save(record)


def write_others_diary(file: Path, pattern: Record) -> None:
    """The diary of the same user on another computer: two sessions."""
    records = [replace(each, id=f"elsewhere-{each.id}") for each in _before(pattern)[:2]]
    write_pieces(file, as_json(records), len(records), lambda _share: None)


def write_no_diary(file: Path) -> None:
    """Something else that ends in .json."""
    file.write_text("Bread\nMilk\nEggs\n", encoding="utf-8")


def _before(pattern: Record) -> Sequence[Record]:
    """Sessions like this one, in the months before it, the first one first."""
    return [_session(pattern, number) for number in range(SESSIONS)]


def _session(pattern: Record, number: int) -> Record:
    started = pattern.started - APART * (SESSIONS - number)
    before = BEFORE[number % len(BEFORE)]
    is_stopped = number % 9 == 7
    return replace(
        pattern,
        id=f"before-{number}",
        started=started,
        ended=started + timedelta(minutes=5),
        stages=pattern.stages[:4] if is_stopped else pattern.stages,
        outcome=Outcome.STOPPED if is_stopped else Outcome.COMPLETED,
        stop_reason=StopReason.TOO_SORE.value if is_stopped else "",
        before=before,
        after=None if number % 7 == 6 else max(0, before + CHANGE[number % len(CHANGE)]),
        next_day=None if number % 3 else before,
        next_day_marks=None if number % 3 else False,
        next_day_told=started + timedelta(hours=20),
        note=NOTES[number % len(NOTES)],
    )
