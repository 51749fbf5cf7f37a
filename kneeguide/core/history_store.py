"""The diary on disk. A session is opened when play begins and grows with each stage, so that a crash costs at most one.

Each method that changes something is one transaction: when it returns, the change is on the disk. All of them raise
StorageFault when the disk lets us down; the caller then still holds its Record, and hands it to ``save`` later.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome
from kneeguide.core.pain import Rating, checked
from kneeguide.core.plan import StageKind
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.storage import Database, StorageFault, TroubleKind
from kneeguide.core.stored_time import from_stored, offset_of, to_stored

_SESSION = """number, id, routine_id, title, version, started, started_offset, ended, ended_offset, outcome, stop_reason,
    before, after, next_day, note"""
_NEWEST_FIRST = "ORDER BY started DESC, number DESC"


class HistoryStore:
    """Records in the database. At most one of them is open, and an open one is never counted as completed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, record: Record) -> None:
        """Begin a session's record. Another that is still open becomes INTERRUPTED."""
        self.save(record)

    def append(self, record_id: str, stage: StageDone) -> None:
        """Add one stage that was left, in one transaction."""
        with self._database.change() as connection:
            number = _number(connection, record_id)
            _add_stages(connection, number, [stage])

    def close(
        self,
        record_id: str,
        outcome: Outcome,
        stop_reason: str,
        ended: datetime,
        after: Rating = None,
        note: str = "",
    ) -> None:
        """End a session. ``outcome`` is any but OPEN."""
        if outcome is Outcome.OPEN:
            raise ValueError("a session cannot end open")
        with self._database.change() as connection:
            connection.execute(
                "UPDATE session SET outcome = ?, stop_reason = ?, ended = ?, ended_offset = ?, after = ?, note = ?"
                " WHERE number = ?",
                (
                    outcome,
                    _text(stop_reason),
                    to_stored(ended),
                    offset_of(ended),
                    checked(after),
                    _text(note),
                    _number(connection, record_id),
                ),
            )

    def rate(self, record_id: str, *, after: Rating = None, next_day: Rating = None, note: str | None = None) -> None:
        """Add what the user tells later; None leaves what is there."""
        with self._database.change() as connection:
            connection.execute(
                "UPDATE session SET after = ifnull(?, after), next_day = ifnull(?, next_day), note = ifnull(?, note)"
                " WHERE number = ?",
                (
                    checked(after),
                    checked(next_day),
                    None if note is None else _text(note),
                    _number(connection, record_id),
                ),
            )

    def save(self, record: Record) -> None:
        """Write all of a record over whatever is stored of it; doing so twice changes nothing.

        For trying again after a StorageFault, which leaves it open whether the last change was written.
        """
        with self._database.change() as connection:
            if record.outcome is Outcome.OPEN:
                _interrupt(connection, except_id=record.id)
            number = _put_session(connection, record)
            connection.execute("DELETE FROM planned_stage WHERE session = ?", (number,))
            connection.execute("DELETE FROM session_limit WHERE session = ?", (number,))
            connection.executemany(
                "INSERT INTO planned_stage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        number,
                        position,
                        stage.key,
                        stage.kind,
                        stage.technique,
                        _text(stage.title),
                        stage.muscle,
                        stage.side,
                        stage.set_number,
                        stage.seconds,
                        stage.pressure,
                    )
                    for position, stage in enumerate(record.planned)
                ),
            )
            connection.executemany(
                "INSERT INTO session_limit VALUES (?, ?, ?)",
                ((number, position, question) for position, question in enumerate(record.limits)),
            )
            _add_stages(connection, number, record.stages)

    def unfinished(self) -> Record | None:
        """The session that was running when the program ended, if any; append to it to go on with it."""
        return next(iter(self._records("outcome = 'open' AND NOT deleted", ())), None)

    def keep_partial(self, record_id: str, ended: datetime) -> None:
        """End an unfinished session as INTERRUPTED, with the stages it has."""
        self.close(record_id, Outcome.INTERRUPTED, "", ended)

    def discard(self, record_id: str) -> None:
        """End an unfinished session as INTERRUPTED and delete it; ``undelete`` brings it back as a partial one."""
        with self._database.change() as connection:
            number = _number(connection, record_id)
            _interrupt(connection, except_id="")
            connection.execute("UPDATE session SET deleted = 1 WHERE number = ?", (number,))

    def records(self, limit: int | None = None, before: Record | None = None) -> tuple[Record, ...]:
        """Records that are not deleted, newest first. ``before``: only those that come after this one in that order."""
        page = f"{_NEWEST_FIRST} LIMIT {-1 if limit is None else int(limit)}"
        if before is None:
            return self._records(f"NOT deleted {page}", ())
        return self._records(
            f"NOT deleted AND (started, number) < (?, (SELECT number FROM session WHERE id = ?)) {page}",
            (to_stored(before.started), before.id),
        )

    def get(self, record_id: str) -> Record | None:
        """One record, unless it is deleted."""
        return next(iter(self._records("id = ? AND NOT deleted", (record_id,))), None)

    def count(self) -> int:
        """How many records there are, the open one too, the deleted ones not."""
        count: int = self._database.rows("SELECT count(*) FROM session WHERE NOT deleted")[0][0]
        return count

    def delete(self, record_id: str) -> None:
        """Take a record out of the diary, until ``undelete`` or the next ``purge_deleted``."""
        self._set_deleted(record_id, True)

    def undelete(self, record_id: str) -> None:
        """Put a deleted record back, as it was."""
        self._set_deleted(record_id, False)

    def purge_deleted(self) -> None:
        """Remove deleted records for good: at the start, when nobody can ask for them back any more."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM session WHERE deleted")

    def last_ended(self) -> datetime | None:
        """When the last session ended. Deleted ones count until they are purged: the body does not forget so fast."""
        return self._time("SELECT ended, ended_offset FROM session WHERE ended NOTNULL ORDER BY ended DESC LIMIT 1")

    def first_started(self) -> datetime | None:
        """When the first session in the diary began."""
        return self._time("SELECT started, started_offset FROM session WHERE NOT deleted ORDER BY started LIMIT 1")

    def _time(self, query: str) -> datetime | None:
        rows = self._database.rows(query)
        return from_stored(*rows[0]) if rows else None

    def _set_deleted(self, record_id: str, deleted: bool) -> None:
        with self._database.change() as connection:
            number = _number(connection, record_id)
            connection.execute("UPDATE session SET deleted = ? WHERE number = ?", (deleted, number))

    def _records(self, where: str, parameters: tuple[object, ...]) -> tuple[Record, ...]:
        sessions = self._database.rows(f"SELECT {_SESSION} FROM session WHERE {where}", parameters)
        chosen = f"WHERE session IN (SELECT number FROM session WHERE {where}) ORDER BY session, position"
        planned = self._by_session(
            f"SELECT session, key, kind, technique, title, muscle, side, set_number, seconds, pressure"
            f" FROM planned_stage {chosen}",
            parameters,
        )
        done = self._by_session(f"SELECT session, key, planned, seconds, outcome FROM stage_done {chosen}", parameters)
        limits = self._by_session(f"SELECT session, question FROM session_limit {chosen}", parameters)
        try:
            return tuple(
                _record(row, planned.get(row[0], []), done.get(row[0], []), limits.get(row[0], [])) for row in sessions
            )
        except ValueError as error:
            raise self._database.damage() from error

    def _by_session(self, query: str, parameters: tuple[object, ...]) -> dict[int, list[tuple[Any, ...]]]:
        found: dict[int, list[tuple[Any, ...]]] = {}
        for number, *values in self._database.rows(query, parameters):
            found.setdefault(number, []).append(tuple(values))
        return found


def _number(connection: sqlite3.Connection, record_id: str) -> int:
    row = connection.execute("SELECT number FROM session WHERE id = ?", (record_id,)).fetchone()
    if row is None:
        # Its opening failed, or somebody replaced the file.
        raise StorageFault(
            TroubleKind.NOT_SAVED,
            "This session is not in the history yet. KneeGuide keeps it in memory and will try to save all of it.",
        )
    number: int = row[0]
    return number


def _interrupt(connection: sqlite3.Connection, except_id: str) -> None:
    """End the open session. Nobody saw when it ended: it lasted at least as long as its stages."""
    for number, started, offset, spent in connection.execute(
        "SELECT number, started, started_offset,"
        " (SELECT ifnull(sum(seconds), 0) FROM stage_done WHERE session = number)"
        " FROM session WHERE outcome = 'open' AND id <> ?",
        (except_id,),
    ).fetchall():
        ended = from_stored(started, offset) + timedelta(seconds=spent)
        connection.execute(
            "UPDATE session SET outcome = 'interrupted', ended = ?, ended_offset = ? WHERE number = ?",
            (to_stored(ended), offset, number),
        )
