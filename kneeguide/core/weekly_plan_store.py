"""The plan over weeks on disk: at most one that has not ended, and those before it."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from kneeguide.core.pain import Rating
from kneeguide.core.storage import Database
from kneeguide.core.stored_time import from_stored, maybe_from_stored, to_stored
from kneeguide.core.weekly_plan import PlanDay, Review, Rhythm, WeeklyPlan

_COLUMNS = "number, id, first_day, weeks, made, reminder, put_off, changes, ended, review"

_WORK_DONE = (
    "SELECT 1 FROM stage_done JOIN planned_stage USING (session, key)"
    " WHERE session = number AND kind = 'work' AND stage_done.outcome = 'done'"
)
_BETWEEN = f"NOT deleted AND outcome <> 'open' AND day BETWEEN ? AND ? AND (by_hand OR EXISTS ({_WORK_DONE}))"


class WeeklyPlanStore:
    """Plans in the database. All methods raise StorageFault when the disk lets us down; each change is one transaction.

    Those that change a plan give it back as it now is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(self) -> WeeklyPlan | None:
        """The plan that has not ended. One whose weeks are over has not, until it is reviewed."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM weekly_plan WHERE ended IS NULL")
        if not rows:
            return None
        days = self._database.rows(
            "SELECT weekday, routine_id, title FROM weekly_plan_day WHERE plan = ? AND position = 0 ORDER BY weekday",
            (rows[0][0],),
        )
        try:
            return _plan_from(rows[0], tuple(PlanDay(*day) for day in days))
        except ValueError as error:
            raise self._database.damage() from error

    def begin(self, rhythm: Rhythm, first_day: date, now: datetime, review: Review = Review.ENDED_EARLY) -> WeeklyPlan:
        """Start a plan. One that has not ended is ended, with this ``review``."""
        from uuid import uuid4  # not above: showing today's session needs none

        plan = WeeklyPlan(str(uuid4()), first_day, rhythm, now)
        with self._database.change() as connection:
            _end(connection, now, review)
            cursor = connection.execute(
                "INSERT INTO weekly_plan (id, first_day, weeks, reminder, made) VALUES (?, ?, ?, ?, ?)",
                (plan.id, first_day.isoformat(), rhythm.weeks, rhythm.reminder, to_stored(now)),
            )
            _put_days(connection, cursor.lastrowid, rhythm.days)
        return plan

    def change(self, plan: WeeklyPlan, rhythm: Rhythm) -> WeeklyPlan:
        """Give a plan another rhythm; it still began when it began."""
        changed = replace(plan, rhythm=rhythm, put_off=None, changes=plan.changes + 1)
        with self._database.change() as connection:
            connection.execute(
                "UPDATE weekly_plan SET weeks = ?, reminder = ?, put_off = NULL, changes = ? WHERE id = ?",
                (rhythm.weeks, rhythm.reminder, changed.changes, plan.id),
            )
            number = connection.execute("SELECT number FROM weekly_plan WHERE id = ?", (plan.id,)).fetchone()[0]
            connection.execute("DELETE FROM weekly_plan_day WHERE plan = ?", (number,))
            _put_days(connection, number, rhythm.days)
        return changed

    def put_off(self, plan: WeeklyPlan, to: date) -> WeeklyPlan:
        """Let a session wait for another day."""
        with self._database.change() as connection:
            connection.execute("UPDATE weekly_plan SET put_off = ? WHERE id = ?", (to.isoformat(), plan.id))
        return replace(plan, put_off=to)

    def end(self, now: datetime, review: Review) -> None:
        """End the plan that has not ended, and keep what the user chose."""
        with self._database.change() as connection:
            _end(connection, now, review)

    def sessions(self, first: date, last: date) -> tuple[tuple[date, Rating], ...]:
        """The local day of each session from one to another, and the knee pain before it, the first one first.

        A session in which no massage nor movement was done is none, unless it was written down by hand.
        """
        rows = self._database.rows(
            f"SELECT day, before FROM session WHERE {_BETWEEN} ORDER BY started, number",
            (first.isoformat(), last.isoformat()),
        )
        try:
            return tuple((date.fromisoformat(day), before) for day, before in rows)
        except ValueError as error:
            raise self._database.damage() from error


def _end(connection: sqlite3.Connection, now: datetime, review: Review) -> None:
    connection.execute("UPDATE weekly_plan SET ended = ?, review = ? WHERE ended IS NULL", (to_stored(now), review))


def _put_days(connection: sqlite3.Connection, plan: int | None, days: Sequence[PlanDay]) -> None:
    # Not above: to show today's session, which the first page does, no record need be known.
    from kneeguide.core.record_rows import storable

    connection.executemany(
        "INSERT INTO weekly_plan_day (plan, weekday, position, routine_id, title) VALUES (?, ?, 0, ?, ?)",
        [(plan, day.weekday, storable(day.routine_id), storable(day.title)) for day in days],
    )


def _plan_from(row: tuple[Any, ...], days: tuple[PlanDay, ...]) -> WeeklyPlan:
    _, id, first_day, weeks, made, reminder, put_off, changes, ended, review = row
    return WeeklyPlan(
        id,
        date.fromisoformat(first_day),
        Rhythm(days, weeks, reminder),
        from_stored(made),
        date.fromisoformat(put_off) if put_off else None,
        changes,
        maybe_from_stored(ended),
        Review(review) if review else None,
    )
