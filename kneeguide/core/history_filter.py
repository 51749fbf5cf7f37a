"""Which sessions of the diary are looked at: the same choice for the list, the charts and the report."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kneeguide.core.history import Record
from kneeguide.core.routine import Condition


class Period(StrEnum):
    """How far back one looks, today included."""

    ALL = "all"
    FOUR_WEEKS = "four-weeks"
    THREE_MONTHS = "three-months"
    YEAR = "year"

    def first_day(self, today: date) -> date | None:
        """The first local day that belongs to it, None where all do."""
        days = {Period.FOUR_WEEKS: 28, Period.THREE_MONTHS: 91, Period.YEAR: 365}
        return None if self is Period.ALL else today - timedelta(days=days[self] - 1)


@dataclass(frozen=True)
class Scope:
    """What a filter lets through on a certain day; None where it does not narrow."""

    first_day: date | None = None
    routine_id: str | None = None
    condition: Condition | None = None

    def has(self, record: Record) -> bool:
        """Whether a session is looked at."""
        return (
            (self.first_day is None or record.day >= self.first_day)
            and self.routine_id in (None, record.routine_id)
            and (self.condition is None or self.condition in record.conditions)
        )


EVERYTHING = Scope()


@dataclass(frozen=True)
class HistoryFilter:
    """What the user chose. ``routine_id`` and ``condition``: None for any."""

    period: Period = Period.ALL
    routine_id: str | None = None
    condition: Condition | None = None

    def scope(self, today: date) -> Scope:
        """What it lets through today."""
        return Scope(self.period.first_day(today), self.routine_id, self.condition)
