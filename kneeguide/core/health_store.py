"""What the user said about their health, and the locks that follow from it, across restarts.

Only the newest full list is kept, one lock and one statement for each question. What cannot be read fails to the safe
side: a list is asked again; a lock or a statement that makes no sense means that the file is damaged, which refuses
the session, and at the next start the file is set aside and everything is asked again.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from kneeguide.core.questions import HEALTH, Answer, Answers, Confirmation, Lock, Question
from kneeguide.core.routine import Area
from kneeguide.core.storage import Database
from kneeguide.core.stored_time import from_stored, maybe_from_stored, maybe_stored, to_stored


class HealthStore:
    """Health answers, locks and statements in the database. All methods raise StorageFault when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answers(self) -> Answers | None:
        """The newest full list. None if there is none or part of it cannot be read: all is then asked again."""
        rows = self._database.rows("SELECT answered, injured, injected, given, wound_areas, extra FROM health_list")
        if not rows:
            return None
        answered, injured, injected, given, wound_areas, extra = rows[0]
        try:
            answers = Answers(
                given={Question(question): Answer(answer) for question, answer in json.loads(given).items()},
                at=from_stored(answered),
                injured_at=maybe_from_stored(injured),
                injected_at=maybe_from_stored(injected),
                wound_areas=frozenset(Area(area) for area in json.loads(wound_areas)),
                extra={text: Answer(answer) for text, answer in json.loads(extra).items()},
            )
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None
        return None if answers.unanswered(HEALTH) else answers

    def save_answers(self, answers: Answers) -> None:
        """Keep a full list in the place of the one before."""
        with self._database.change() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO health_list VALUES (1, ?, ?, ?, ?, ?, ?)",
                (
                    to_stored(answers.at),
                    maybe_stored(answers.injured_at),
                    maybe_stored(answers.injected_at),
                    _json(answers.given),
                    json.dumps(sorted(answers.wound_areas)),
                    _json(answers.extra),
                ),
            )

    def locks(self) -> tuple[Lock, ...]:
        """All locks that were kept, those that have run out too: ``assess`` decides."""
        rows = self._database.rows("SELECT question, since, until FROM health_lock ORDER BY since, question")
        try:
            return tuple(
                Lock(Question(question), from_stored(since), maybe_from_stored(until))
                for question, since, until in rows
            )
        except ValueError as error:
            raise self._database.damage() from error

    def keep_locks(self, locks: Iterable[Lock]) -> None:
        """Keep these locks. Of two for one question the later start and the later end hold; no end is the latest."""
        with self._database.change() as connection:
            put_locks(connection, locks)

    def confirmations(self) -> tuple[Confirmation, ...]:
        """The newest statement for each question."""
        rows = self._database.rows("SELECT question, stated FROM health_confirmation ORDER BY stated, question")
        try:
            return tuple(Confirmation(Question(question), from_stored(stated)) for question, stated in rows)
        except ValueError as error:
            raise self._database.damage() from error

    def confirm(self, confirmation: Confirmation) -> None:
        """Keep a statement with its date."""
        with self._database.change() as connection:
            connection.execute(
                "INSERT INTO health_confirmation VALUES (?, ?) ON CONFLICT (question) DO UPDATE SET"
                " stated = max(stated, excluded.stated)",
                (confirmation.question, to_stored(confirmation.at)),
            )

    def forget(self, but: Iterable[Lock] = ()) -> None:
        """Delete all of it from the database, but for these locks. Copies that were made before still hold it."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM health_list")
            connection.execute("DELETE FROM health_lock")
            connection.execute("DELETE FROM health_confirmation")
            connection.executemany("INSERT INTO health_lock VALUES (?, ?, ?)", map(_row, but))


def put_locks(connection: sqlite3.Connection, locks: Iterable[Lock]) -> None:
    """Keep locks within a transaction; what was kept is never shortened."""
    connection.executemany(
        "INSERT INTO health_lock VALUES (?, ?, ?) ON CONFLICT (question) DO UPDATE SET"
        " since = max(since, excluded.since), until = max(until, excluded.until)",
        map(_row, locks),
    )


def _row(lock: Lock) -> tuple[str, int, int | None]:
    return lock.question, to_stored(lock.since), maybe_stored(lock.until)


def _json(answers: Mapping[Question, Answer] | Mapping[str, Answer]) -> str:
    return json.dumps(dict(answers))
