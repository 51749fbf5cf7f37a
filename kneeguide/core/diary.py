"""What the diary keeps beside sessions: activities of the user's own, how the knee is overall, days of too much pain,
and plans over weeks.

Here only as a file carries them from one computer to another; what they mean is known where they are used.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Activity:
    """Something the user rates now and then, such as stairs. ``ratings``: by day, 0 to 10."""

    id: str
    name: str
    added: datetime
    retired: datetime | None = None
    ratings: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True)
class OverallChange:
    """How the knee is on the whole, as told on a day: -3 to 3."""

    day: date
    step: int


@dataclass(frozen=True)
class HighPainDay:
    """A day on which there was no session because the knee hurt too much."""

    day: date


@dataclass(frozen=True)
class PlannedRoutine:
    """One routine on one day of the week, 0 is Monday. ``position``: its place among those of the day."""

    weekday: int
    position: int
    routine_id: str
    title: str


@dataclass(frozen=True)
class WeeklyPlan:
    """Routines on days of the week, for some weeks. ``reminder``: minutes after midnight. ``put_off``: the day to which
    a session was put off. ``ended`` None: it goes on."""

    id: str
    first_day: date
    weeks: int
    made: datetime
    reminder: int | None = None
    put_off: date | None = None
    changes: int = 0
    ended: datetime | None = None
    review: str = ""
    days: tuple[PlannedRoutine, ...] = ()


@dataclass(frozen=True)
class Beside:
    """All that is kept beside sessions."""

    activities: tuple[Activity, ...] = ()
    overall: tuple[OverallChange, ...] = ()
    plans: tuple[WeeklyPlan, ...] = ()
    high_pain: tuple[HighPainDay, ...] = ()


NOTHING_BESIDE = Beside()
