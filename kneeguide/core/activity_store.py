"""The user's own activities with their ratings, and how the knee was overall, in the database."""

from datetime import date, datetime

from kneeguide.core.activities import (
    MOST_ACTIVITIES,
    Activity,
    ActivityFault,
    ActivityRating,
    Overall,
    OverallChange,
    followed,
    named,
)
from kneeguide.core.pain import LEAST, MOST
from kneeguide.core.record_rows import storable
from kneeguide.core.storage import Database
from kneeguide.core.stored_time import from_stored, maybe_from_stored, to_stored


class ActivityStore:
    """All methods raise StorageFault when the disk lets us down; those that change are on the disk when they return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def activities(self) -> tuple[Activity, ...]:
        """All of them in the order in which they were added, those no longer followed too."""
        rows = self._database.rows("SELECT id, name, added, retired FROM activity ORDER BY number")
        try:
            return tuple(
                Activity(id, name, from_stored(added), maybe_from_stored(retired)) for id, name, added, retired in rows
            )
        except ValueError as error:
            raise self._database.damage() from error

    def ratings(self) -> tuple[ActivityRating, ...]:
        """What was told of every activity, oldest first."""
        rows = self._database.rows(
            "SELECT id, day, rating FROM activity_rating JOIN activity ON number = activity ORDER BY day, number"
        )
        try:
            return tuple(ActivityRating(id, date.fromisoformat(day), rating) for id, day, rating in rows)
        except ValueError as error:
            raise self._database.damage() from error

    def overall(self) -> tuple[OverallChange, ...]:
        """How the knee was overall, oldest first."""
        rows = self._database.rows("SELECT day, step FROM overall_change ORDER BY day")
        try:
            return tuple(OverallChange(date.fromisoformat(day), Overall(step)) for day, step in rows)
        except ValueError as error:
            raise self._database.damage() from error

    def add(self, id: str, name: str, now: datetime) -> None:
        """Follow one more. Raises ActivityFault for a name that will not do, or where there are three."""
        now_followed = followed(self.activities())
        if len(now_followed) >= MOST_ACTIVITIES:
            raise ActivityFault("Three is the most. Stop following one of them first.")
        tidy = storable(named(name, now_followed))
        with self._database.change() as connection:
            connection.execute("INSERT INTO activity (id, name, added) VALUES (?, ?, ?)", (id, tidy, to_stored(now)))

    def rename(self, id: str, name: str) -> None:
        """Call it something else; its ratings stay. Raises ActivityFault for a name that will not do."""
        tidy = storable(named(name, (each for each in self.activities() if each.id != id)))
        with self._database.change() as connection:
            connection.execute("UPDATE activity SET name = ? WHERE id = ?", (tidy, id))

    def retire(self, id: str, now: datetime) -> None:
        """Ask about it no more; what was told stays in the charts."""
        with self._database.change() as connection:
            connection.execute("UPDATE activity SET retired = ? WHERE id = ?", (to_stored(now), id))

    def rate(self, id: str, day: date, rating: int) -> None:
        """Keep what was told on a day, over what was told on it before. Raises ValueError off the scale."""
        if not LEAST <= rating <= MOST:
            raise ValueError(f"an activity is rated from {LEAST} to {MOST}, not {rating}")
        with self._database.change() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO activity_rating SELECT number, ?, ? FROM activity WHERE id = ?",
                (day.isoformat(), rating, id),
            )

    def tell_overall(self, day: date, step: Overall) -> None:
        """Keep how the knee was overall on a day, over what was said on it before."""
        with self._database.change() as connection:
            connection.execute("INSERT OR REPLACE INTO overall_change VALUES (?, ?)", (day.isoformat(), step.value))
