"""The whole diary in the tables, read and written as files carry it: all sessions, and what is kept beside them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from kneeguide.core.diary import Activity, Beside, HighPainDay, OverallChange, PlannedRoutine, WeeklyPlan
from kneeguide.core.health_store import HealthStore, put_locks
from kneeguide.core.history import Record
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import Answers, Lock
from kneeguide.core.record_rows import put_record, storable
from kneeguide.core.storage import Database
from kneeguide.core.stored_time import from_stored, maybe_from_stored, maybe_stored, to_stored

PAGE = 200
"""Sessions that are read at once."""


class DiaryStore:
    """Reads all of the diary, and writes to it in one transaction. All methods raise StorageFault."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.history = HistoryStore(database)

    @property
    def answers(self) -> Answers | None:
        """The health answers that hold."""
        return HealthStore(self._database).answers()

    def sessions(self) -> Iterator[Record]:
        """All that are not deleted, newest first, a page at a time."""
        page = self.history.records(limit=PAGE)
        while page:
            yield from page
            page = self.history.records(limit=PAGE, before=page[-1])

    def beside(self) -> Beside:
        """What is kept beside sessions."""
        try:
            return Beside(self._activities(), self._overall(), self._plans(), self._high_pain())
        except ValueError as error:
            raise self._database.damage() from error

    @contextmanager
    def change(self) -> Iterator["DiaryChange"]:
        """One transaction: all of it is on the disk when the block has ended, or nothing."""
        with self._database.change() as connection:
            yield DiaryChange(connection)

    def _activities(self) -> tuple[Activity, ...]:
        ratings: dict[int, list[tuple[date, int]]] = {}
        for number, day, rating in self._database.rows(
            "SELECT activity, day, rating FROM activity_rating ORDER BY day"
        ):
            ratings.setdefault(number, []).append((date.fromisoformat(day), rating))
        return tuple(
            Activity(id, name, from_stored(added), maybe_from_stored(retired), tuple(ratings.get(number, ())))
            for number, id, name, added, retired in self._database.rows(
                "SELECT number, id, name, added, retired FROM activity ORDER BY added, id"
            )
        )

    def _overall(self) -> tuple[OverallChange, ...]:
        rows = self._database.rows("SELECT day, step FROM overall_change ORDER BY day")
        return tuple(OverallChange(date.fromisoformat(day), step) for day, step in rows)

    def _high_pain(self) -> tuple[HighPainDay, ...]:
        return tuple(HighPainDay(day) for day in self.history.refused_for_pain(date.min))

    def _plans(self) -> tuple[WeeklyPlan, ...]:
        days: dict[int, list[PlannedRoutine]] = {}
        for number, *day in self._database.rows(
            "SELECT plan, weekday, position, routine_id, title FROM weekly_plan_day ORDER BY weekday, position"
        ):
            days.setdefault(number, []).append(PlannedRoutine(*day))
        return tuple(
            WeeklyPlan(
                id=id,
                first_day=date.fromisoformat(first_day),
                weeks=weeks,
                made=from_stored(made),
                reminder=reminder,
                put_off=None if put_off is None else date.fromisoformat(put_off),
                changes=changes,
                ended=maybe_from_stored(ended),
                review=review,
                days=tuple(days.get(number, ())),
            )
            for number, id, first_day, weeks, reminder, put_off, changes, made, ended, review in self._database.rows(
                "SELECT number, id, first_day, weeks, reminder, put_off, changes, made, ended, review"
                " FROM weekly_plan ORDER BY made, id"
            )
        )


class DiaryChange:
    """What can be written within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put_session(self, record: Record) -> None:
        """Write a session over whatever is stored of it. A deleted one stays deleted."""
        put_record(self._connection, record)

    def put_beside(self, beside: Beside) -> None:
        """Write over what is stored of these; what is not among them stays."""
        for activity in beside.activities:
            self._put_activity(activity)
        self._connection.executemany(
            "INSERT OR REPLACE INTO overall_change (day, step) VALUES (?, ?)",
            ((change.day.isoformat(), change.step) for change in beside.overall),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO high_pain_day (day) VALUES (?)",
            ((high.day.isoformat(),) for high in beside.high_pain),
        )
        for plan in sorted(beside.plans, key=lambda plan: plan.ended is None):  # only one may go on at any time
            self._put_plan(plan)

    def keep_locks(self, locks: Iterable[Lock]) -> None:
        """Keep locks; none that is kept already is shortened."""
        put_locks(self._connection, locks)

    def forget_answers(self) -> None:
        """Have the health questions asked anew. Locks and statements stay."""
        self._connection.execute("DELETE FROM health_list")

    def _put_activity(self, activity: Activity) -> None:
        number = self._put(
            "activity",
            {
                "id": activity.id,
                "name": storable(activity.name),
                "added": to_stored(activity.added),
                "retired": maybe_stored(activity.retired),
            },
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO activity_rating (activity, day, rating) VALUES (?, ?, ?)",
            ((number, day.isoformat(), rating) for day, rating in activity.ratings),
        )

    def _put_plan(self, plan: WeeklyPlan) -> None:
        number = self._put(
            "weekly_plan",
            {
                "id": plan.id,
                "first_day": plan.first_day.isoformat(),
                "weeks": plan.weeks,
                "reminder": plan.reminder,
                "put_off": None if plan.put_off is None else plan.put_off.isoformat(),
                "changes": plan.changes,
                "made": to_stored(plan.made),
                "ended": maybe_stored(plan.ended),
                "review": storable(plan.review),
            },
        )
        self._connection.execute("DELETE FROM weekly_plan_day WHERE plan = ?", (number,))
        self._connection.executemany(
            "INSERT INTO weekly_plan_day (plan, weekday, position, routine_id, title) VALUES (?, ?, ?, ?, ?)",
            ((number, day.weekday, day.position, day.routine_id, storable(day.title)) for day in plan.days),
        )

    def _put(self, table: str, values: dict[str, object]) -> int:
        changes = ", ".join(f"{column} = excluded.{column}" for column in values if column != "id")
        self._connection.execute(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
            f" ON CONFLICT (id) DO UPDATE SET {changes}",
            tuple(values.values()),
        )
        number: int = self._connection.execute(f"SELECT number FROM {table} WHERE id = ?", (values["id"],)).fetchone()[
            0
        ]
        return number
