"""Sums over the diary for the charts, added up by SQLite.

Over all the years of a full diary some of them take seconds. So they come in pieces: each method yields once for every
few hundred sessions, newest first, and gives its result in the end. Nothing is held between two pieces, so the user can
go on writing meanwhile.
"""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from kneeguide.core.flare import Flare, flare_of, rest_ends
from kneeguide.core.history_filter import Scope
from kneeguide.core.history_sums import (
    DaySum,
    DoseSum,
    Span,
    TimeSum,
    median,
    start_of,
    starts,
)
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import LATELY, Trend, trend_lately
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.storage import Database
from kneeguide.core.stored_time import from_stored, maybe_from_stored

LIGHT, HEAVY = 4000, 400
"""Sessions in a piece where they alone are read, and where their stages are: about 5 and 15 ms."""

_RANK = tuple(Flare)
"""The one that counts more comes later."""
_WORSE = "CASE WHEN after > before OR next_day > before OR next_day_marks THEN number END"
"""Sessions that can have been followed by a flare, each by itself; all others together."""
_SPAN = {
    Span.WEEK: "date(day, 'weekday 0', '-6 days')",
    Span.MONTH: "substr(day, 1, 7) || '-01'",
    Span.YEAR: "substr(day, 1, 4) || '-01-01'",
}
_SESSIONS = "FROM session INDEXED BY session_by_day"
"""A piece is a run of days, whatever else is asked for."""
_ANSWERED = "(before NOTNULL OR after NOTNULL OR next_day NOTNULL)"


class HistorySumsStore:
    """Sums over the sessions that are not deleted. All methods raise StorageFault when the disk lets us down."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self, scope: Scope) -> Generator[None, None, tuple[DaySum, ...]]:
        """Each day with sessions, oldest first."""
        found: list[DaySum] = []
        query = f"""SELECT day, count(*), before, after, next_day, next_day_marks, ended, ended_offset, next_day_told
            {_SESSIONS} WHERE {{where}} GROUP BY day, {_WORSE} ORDER BY day DESC"""
        for rows in self._pieces(query, scope, LIGHT):
            for day, parts in groupby(rows, itemgetter(0)):
                found.append(self._day_sum(self._day(day), tuple(parts)))
            yield
        return tuple(reversed(found))

    def pain(self, scope: Scope, span: Span) -> Generator[None, None, tuple[PainPair, ...]]:
        """Pain before, after and the next day, by session where ``span`` says so, else the medians of each span.

        Oldest first; spans in which nobody answered are left out.
        """
        if span is Span.SESSION:
            pairs: list[PainPair] = []
            query = f"""SELECT day, before, after, next_day {_SESSIONS} WHERE {{where}} AND {_ANSWERED}
                ORDER BY started DESC, number DESC"""
            for rows in self._pieces(query, scope, LIGHT):
                pairs += (PainPair(self._day(day), *ratings) for day, *ratings in rows)
                yield
            return tuple(reversed(pairs))
        counts: dict[str, tuple[Counter[int], Counter[int], Counter[int]]] = {}
        sessions: Counter[str] = Counter()
        query = f"""SELECT {_SPAN[span]}, before, after, next_day, count(*) {_SESSIONS} WHERE {{where}} AND {_ANSWERED}
            GROUP BY 1, 2, 3, 4"""
        for rows in self._pieces(query, scope, LIGHT):
            for first, *ratings, count in rows:
                sessions[first] += count
                here = counts.setdefault(first, (Counter(), Counter(), Counter()))
                for counter, rating in zip(here, ratings, strict=True):
                    if rating is not None:
                        counter[rating] += count
            yield
        return tuple(
            PainPair(self._day(first), median(before), median(after), median(next_day), sessions[first])
            for first, (before, after, next_day) in sorted(counts.items(), key=itemgetter(0))
        )

    def times(self, scope: Scope, span: Span, last: date) -> Generator[None, None, tuple[TimeSum, ...]]:
        """Seconds spent in each span from the first session to ``last``; where there was no session, it is none."""
        spent: Counter[date] = Counter()
        query = f"""SELECT day, sum(seconds) {_SESSIONS} CROSS JOIN stage_done ON session = number
            WHERE {{where}} GROUP BY day"""
        for rows in self._pieces(query, scope, HEAVY):
            for day, seconds in rows:
                spent[start_of(span, self._day(day))] += seconds
            yield
        if not spent:
            return ()
        return tuple(TimeSum(first, spent[first]) for first in starts(span, min(spent), last))

    def doses(self, scope: Scope) -> Generator[None, None, tuple[DoseSum, ...]]:
        """Seconds of each muscle and leg, in the order of the leg map; those that had none are left out."""
        spent: Counter[tuple[str, str | None]] = Counter()
        query = f"""SELECT muscle, side, sum(done.seconds) {_SESSIONS} CROSS JOIN stage_done AS done
            ON done.session = number CROSS JOIN planned_stage AS planned
            ON planned.session = done.session AND planned.key = done.key
            WHERE {{where}} AND muscle NOTNULL GROUP BY 1, 2"""
        for rows in self._pieces(query, scope, HEAVY):
            for muscle, side, seconds in rows:
                spent[muscle, side] += seconds
            yield
        legs: tuple[Side | None, ...] = (*Side, None)
        return tuple(
            DoseSum(muscle, side, spent[muscle.value, side and side.value])
            for muscle in Muscle
            for side in legs
            if spent[muscle.value, side and side.value] > 0
        )

    def trend(self, scope: Scope, today: date) -> Trend | None:
        """How knee pain before sessions moved in the last four weeks, None where too little was told."""
        where, parameters = _where(scope)
        rows = self._database.rows(
            f"SELECT day, before FROM session WHERE {where} AND before NOTNULL AND day > ? AND day <= ?"
            " ORDER BY started, number",
            (*parameters, (today - LATELY).isoformat(), today.isoformat()),
        )
        return trend_lately(((self._day(day), before) for day, before in rows), today)

    def _day_sum(self, day: date, parts: Sequence[tuple[Any, ...]]) -> DaySum:
        """A day of which each part is either sessions without a flare, or one session."""
        flare, rest = Flare.NONE, list[date]()
        for _, _, before, after, next_day, marks, ended, offset, told in parts:
            here = flare_of(before, after, next_day, None if marks is None else bool(marks))
            flare = max(flare, here, key=_RANK.index)
            if here is not Flare.NONE and ended is not None:
                rest.append(self._rests_until(here, ended, offset, told))
        return DaySum(day, sum(count for _, count, *_ in parts), flare, max(rest, default=None))

    def _rests_until(self, flare: Flare, ended: int, offset: int, told: int | None) -> date:
        try:
            end = from_stored(ended, offset)
            until = rest_ends(flare, end, maybe_from_stored(told))
        except ValueError as error:
            raise self._database.damage() from error
        assert until is not None
        return until.astimezone(end.tzinfo).date()

    def _day(self, stored: str) -> date:
        try:
            return date.fromisoformat(stored)
        except ValueError as error:
            raise self._database.damage() from error

    def _pieces(self, query: str, scope: Scope, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a query about each run of days with about so many sessions in it; no day is divided."""
        where, parameters = _where(scope)
        until = self._database.rows("SELECT max(day) FROM session")[0][0]
        while until:
            found = self._database.rows(
                "SELECT day FROM session WHERE day <= ? ORDER BY day DESC LIMIT 1 OFFSET ?", (until, size)
            )
            since = found[0][0] if found else ""
            if since == until:
                since = self._database.rows("SELECT ifnull(max(day), '') FROM session WHERE day < ?", (until,))[0][0]
            yield self._database.rows(
                query.format(where=f"day > ? AND day <= ? AND {where}"), (since, until, *parameters)
            )
            until = since if scope.first_day is None or since >= scope.first_day.isoformat() else ""


def _where(scope: Scope) -> tuple[str, tuple[object, ...]]:
    parts, parameters = ["NOT deleted"], list[object]()
    if scope.first_day is not None:
        parts.append("day >= ?")
        parameters.append(scope.first_day.isoformat())
    if scope.routine_id is not None:
        parts.append("routine_id = ?")
        parameters.append(scope.routine_id)
    if scope.condition is not None:
        parts.append("EXISTS (SELECT 1 FROM session_condition WHERE session = number AND condition = ?)")
        parameters.append(scope.condition.value)
    return " AND ".join(parts), tuple(parameters)
