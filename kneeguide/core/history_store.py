"""The diary on disk. A session is opened when play begins and grows with each stage, so that a crash costs at most one.

Each method that changes something is one transaction: when it returns, the change is on the disk. All of them raise
StorageFault when the disk lets us down; the caller then still holds its Record, and hands it to ``save`` later.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kneeguide.core.history import Outcome, Record, StageDone
from kneeguide.core.history_filter import EVERYTHING, Scope
from kneeguide.core.pain import Rating, checked
from kneeguide.core.pain_over_weeks import UNCHANGED_AFTER
from kneeguide.core.pain_trend import ENDS
from kneeguide.core.record_rows import (
    CONDITION,
    DONE,
    EASED,
    LIMIT,
    PLANNED,
    SESSION,
    Row,
    add_stages,
    put_record,
    record_from,
    storable,
)
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.storage import Database, StorageFault, TroubleKind
from kneeguide.core.stored_time import from_stored, maybe_stored, offset_of, to_stored

AT_A_TIME = 500
"""Sessions whose parts are asked for in one query: SQLite takes no more than some numbers of parameters."""

DELETED_KEPT = timedelta(days=7)
"""How long what was deleted can be put back. It is longer than any rest that a session calls for."""


class HistoryStore:
    """Records in the database. At most one of them is open, and an open one is never counted as completed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def saves(self) -> bool:
        """Whether what is written outlives the program."""
        return self._database.saves

    def open(self, record: Record) -> None:
        """Begin a session's record. Another that is still open becomes INTERRUPTED."""
        self.save(record)

    def append(self, record_id: str, stage: StageDone) -> None:
        """Add one stage that was left."""
        with self._database.change() as connection:
            add_stages(connection, _number(connection, record_id), [stage])

    def close(
        self,
        record_id: str,
        outcome: Outcome,
        stop_reason: str,
        ended: datetime,
        after: Rating = None,
        note: str = "",
    ) -> None:
        """End a session. Raises ValueError for the outcome OPEN."""
        if outcome is Outcome.OPEN:
            raise ValueError("a session cannot end open")
        with self._database.change() as connection:
            number = _number(connection, record_id)
            connection.execute(
                "UPDATE session SET outcome = ?, stop_reason = ?, ended = ?, ended_offset = ?, after = ?, note = ?"
                " WHERE number = ?",
                (
                    outcome,
                    storable(stop_reason),
                    to_stored(ended),
                    offset_of(ended),
                    checked(after),
                    storable(note),
                    number,
                ),
            )

    def rate(self, record_id: str, *, after: Rating = None, next_day: Rating = None, note: str | None = None) -> None:
        """Add what the user tells later; None leaves what is there."""
        with self._database.change() as connection:
            number = _number(connection, record_id)
            connection.execute(
                "UPDATE session SET after = ifnull(?, after), next_day = ifnull(?, next_day), note = ifnull(?, note)"
                " WHERE number = ?",
                (checked(after), checked(next_day), None if note is None else storable(note), number),
            )

    def amend(self, record: Record) -> None:
        """Write what the user tells of a session over what is stored: ratings, the next day and the note.

        Unlike ``rate``, None takes an answer back.
        """
        told = None if record.next_day_told is None else to_stored(record.next_day_told)
        with self._database.change() as connection:
            connection.execute(
                "UPDATE session SET before = ?, after = ?, next_day = ?, next_day_told = ?, next_day_marks = ?,"
                " note = ? WHERE number = ?",
                (
                    checked(record.before),
                    checked(record.after),
                    checked(record.next_day),
                    told,
                    record.next_day_marks,
                    storable(record.note),
                    _number(connection, record.id),
                ),
            )

    def save(self, record: Record) -> None:
        """Write all of a record over whatever is stored of it; doing so twice changes nothing.

        For trying again after a StorageFault, which can leave it unknown whether the last change was written.
        """
        with self._database.change() as connection:
            if record.outcome is Outcome.OPEN:
                _interrupt_open(connection, "id <> ?", record.id)
            put_record(connection, record)

    def unfinished(self) -> Record | None:
        """The session that was running when the program ended, if any. To resume it, just append to it."""
        return next(iter(self._records("outcome = 'open' AND NOT deleted", ())), None)

    def keep_partial(self, record_id: str, ended: datetime) -> None:
        """End an unfinished session as INTERRUPTED, with the stages it has."""
        self.close(record_id, Outcome.INTERRUPTED, "", ended)

    def discard(self, record_id: str, at: datetime) -> None:
        """End the unfinished session as INTERRUPTED and delete it; ``undelete`` brings it back as a partial one."""
        with self._database.change() as connection:
            number = _number(connection, record_id)
            _interrupt_open(connection, "id = ?", record_id)
            _set_deleted(connection, number, at)

    def records(
        self, limit: int | None = None, before: Record | None = None, scope: Scope = EVERYTHING
    ) -> tuple[Record, ...]:
        """Records that are not deleted, newest first.

        ``limit``: at most so many. ``before``: only those that follow this record in that order, for the next page.
        """
        where, parameters = _within(scope)
        page = f"ORDER BY started DESC, number DESC LIMIT {-1 if limit is None else limit}"
        if before is None:
            return self._records(f"{where} {page}", parameters)
        following = "(started, number) < (SELECT started, number FROM session WHERE id = ?)"
        return self._records(f"{where} AND {following} {page}", (*parameters, before.id))

    def get(self, record_id: str) -> Record | None:
        """One record, unless it is deleted."""
        return next(iter(self._records("id = ? AND NOT deleted", (record_id,))), None)

    def with_ids(self, ids: Sequence[str]) -> tuple[Record, ...]:
        """The records of these ids, the deleted ones too; at most a thousand at a time."""
        return self._records(f"id IN ({', '.join('?' * len(ids))})", tuple(ids))

    def deleted_among(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of these ids are of deleted records; at most a thousand at a time."""
        marks = ", ".join("?" * len(ids))
        rows = self._database.rows(f"SELECT id FROM session WHERE deleted AND id IN ({marks})", tuple(ids))
        return frozenset(id for (id,) in rows)

    def count(self, scope: Scope = EVERYTHING) -> int:
        """How many records there are, the open one too, the deleted ones not."""
        where, parameters = _within(scope)
        count: int = self._database.rows(f"SELECT count(*) FROM session WHERE {where}", parameters)[0][0]
        return count

    def routines(self) -> dict[str, str]:
        """The routines that occur in the diary: by their ids the titles that they had last, in alphabetical order."""
        rows = self._database.rows(
            "WITH RECURSIVE routine (known) AS (SELECT min(routine_id) FROM session UNION ALL"
            " SELECT (SELECT min(routine_id) FROM session WHERE routine_id > known) FROM routine WHERE known NOTNULL)"
            " SELECT known, (SELECT title FROM session WHERE routine_id = known AND NOT deleted"
            " ORDER BY started DESC, number DESC LIMIT 1) AS newest FROM routine"
            " WHERE newest NOTNULL ORDER BY newest, known"
        )
        return dict(rows)

    def delete(self, record_id: str, at: datetime) -> None:
        """Take a record out of the diary. Until ``purge_deleted`` removes it for good, ``undelete`` puts it back."""
        with self._database.change() as connection:
            _set_deleted(connection, _number(connection, record_id), at)

    def undelete(self, record_id: str) -> None:
        """Put a deleted record back, as it was."""
        with self._database.change() as connection:
            _set_deleted(connection, _number(connection, record_id), None)

    def purge_deleted(self, now: datetime) -> None:
        """Remove for good what was deleted longer ago than DELETED_KEPT.

        Until then it waits, hidden: a rest that it calls for must outlast its being deleted.
        """
        with self._database.change() as connection:
            connection.execute(
                "DELETE FROM session WHERE deleted AND coalesce(deleted_at, ended, started) < ?",
                (to_stored(now - DELETED_KEPT),),
            )

    def deleted(self) -> tuple[Record, ...]:
        """The deleted records that can still be put back, newest first."""
        return self._records("deleted ORDER BY started DESC, number DESC", ())

    def last_record(self) -> Record | None:
        """The session that ended last. Deleted ones count until they are purged: the body does not forget so fast.

        One that was written down by hand does not, or it could take the place of one that calls for rest.
        """
        return next(iter(self._records("ended NOTNULL AND NOT by_hand ORDER BY ended DESC LIMIT 1", ())), None)

    def for_pain_rules(self, now: datetime) -> tuple[Record, ...]:
        """What the pain rules look at: the sessions of the last six weeks, and the first three with a number ever.

        Deleted ones count until they are purged, as they do for rest.
        """
        first = f"SELECT number FROM session WHERE before NOTNULL ORDER BY started, number LIMIT {ENDS}"
        return self._records(f"started >= ? OR number IN ({first})", (to_stored(now - UNCHANGED_AFTER),))

    def refuse_for_pain(self, day: date) -> None:
        """Keep that there was no session on this day because the knee hurt too much."""
        with self._database.change() as connection:
            connection.execute("INSERT OR IGNORE INTO high_pain_day (day) VALUES (?)", (day.isoformat(),))

    def refused_for_pain(self, since: date) -> tuple[date, ...]:
        """The days since this one on which there was no session because of it."""
        rows = self._database.rows("SELECT day FROM high_pain_day WHERE day >= ? ORDER BY day", (since.isoformat(),))
        try:
            return tuple(date.fromisoformat(day) for (day,) in rows)
        except ValueError as error:
            raise self._database.damage() from error

    def first_started(self) -> datetime | None:
        """When the first session in the diary began, but for those written down by hand: they end no first week."""
        return self._time(
            "SELECT started, started_offset FROM session WHERE NOT deleted AND NOT by_hand ORDER BY started LIMIT 1"
        )

    def doses_on(self, day: date, without: str | None = None) -> dict[tuple[Muscle, Side | None], float]:
        """Seconds of massage that each muscle of each leg had in the sessions of a local day, deleted ones too.

        ``without``: id of a record that does not count.
        """
        rows = self._database.rows(
            "SELECT muscle, side, sum(stage_done.seconds) FROM stage_done JOIN planned_stage USING (session, key)"
            " JOIN session ON number = session"
            " WHERE day = ? AND id IS NOT ? AND muscle NOTNULL GROUP BY muscle, side",
            (day.isoformat(), without),
        )
        return {(Muscle(muscle), None if side is None else Side(side)): seconds for muscle, side, seconds in rows}

    def _time(self, query: str) -> datetime | None:
        rows = self._database.rows(query)
        try:
            return from_stored(*rows[0]) if rows else None
        except ValueError as error:
            raise self._database.damage() from error

    def _records(self, where: str, parameters: tuple[object, ...]) -> tuple[Record, ...]:
        sessions = self._database.rows(f"SELECT {SESSION} FROM session WHERE {where}", parameters)
        numbers = [row[0] for row in sessions]
        planned = self._by_session(f"SELECT {PLANNED} FROM planned_stage", numbers, "ORDER BY session, position")
        done = self._by_session(f"SELECT {DONE} FROM stage_done", numbers, "ORDER BY session, position")
        limits = self._by_session(f"SELECT {LIMIT} FROM session_limit", numbers, "ORDER BY session, position")
        eased = self._by_session(f"SELECT {EASED} FROM session_eased", numbers, "ORDER BY session, position")
        conditions = self._by_session(f"SELECT {CONDITION} FROM session_condition", numbers)
        parts = (planned, done, limits, eased, conditions)
        try:
            return tuple(record_from(row, *(part.get(row[0], ()) for part in parts)) for row in sessions)
        except ValueError as error:
            raise self._database.damage() from error

    def _by_session(self, query: str, numbers: Sequence[int], order: str = "") -> dict[int, list[Row]]:
        """Rows of the sessions of these numbers. ``query``: whose first column is the session."""
        found: dict[int, list[Row]] = {}
        for start in range(0, len(numbers), AT_A_TIME):
            some = numbers[start : start + AT_A_TIME]
            marks = ", ".join("?" * len(some))
            for row in self._database.rows(f"{query} WHERE session IN ({marks}) {order}", tuple(some)):
                found.setdefault(row[0], []).append(row)
        return found


def _within(scope: Scope) -> tuple[str, tuple[object, ...]]:
    """The condition on the table ``session`` for what is looked at, and its parameters."""
    narrowed = {
        "day >= ?": scope.first_day and scope.first_day.isoformat(),
        "routine_id = ?": scope.routine_id,
        "EXISTS (SELECT 1 FROM session_condition WHERE session = number AND condition = ?)": scope.condition,
    }
    chosen = {term: value for term, value in narrowed.items() if value is not None}
    return " AND ".join(("NOT deleted", *chosen)), tuple(chosen.values())


def _set_deleted(connection: sqlite3.Connection, number: int, at: datetime | None) -> None:
    """``at``: when it was deleted, None where it is put back."""
    connection.execute(
        "UPDATE session SET deleted = ?, deleted_at = ? WHERE number = ?", (at is not None, maybe_stored(at), number)
    )


def _number(connection: sqlite3.Connection, record_id: str) -> int:
    row = connection.execute("SELECT number FROM session WHERE id = ?", (record_id,)).fetchone()
    if row is None:
        # Its opening met a full disk, say, and the caller went on.
        raise StorageFault(
            TroubleKind.NOT_SAVED,
            "This session is not in the history yet. KneeGuide holds it in memory and will try to save all of it.",
        )
    number: int = row[0]
    return number


def _interrupt_open(connection: sqlite3.Connection, which: str, record_id: str) -> None:
    """End sessions that are open. Nobody saw when it ended: it lasted at least as long as its stages."""
    for number, started, offset, spent in connection.execute(
        "SELECT number, started, started_offset,"
        " (SELECT ifnull(sum(seconds), 0) FROM stage_done WHERE session = number)"
        f" FROM session WHERE outcome = 'open' AND {which}",
        (record_id,),
    ).fetchall():
        ended = from_stored(started, offset) + timedelta(seconds=spent)
        connection.execute(
            "UPDATE session SET outcome = 'interrupted', ended = ?, ended_offset = ? WHERE number = ?",
            (to_stored(ended), offset, number),
        )
