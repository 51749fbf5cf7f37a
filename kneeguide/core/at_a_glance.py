"""What the first page asks of the database, at the price of a query or two each.

Most starts need no more than these, and then need not load what records and health answers are made of.
"""

from datetime import datetime

from kneeguide.core.first_week import FIRST_WEEK
from kneeguide.core.next_day import NEXT_DAY_FROM, NEXT_DAY_WITHIN
from kneeguide.core.storage import Database
from kneeguide.core.stored_time import from_stored, maybe_from_stored, to_stored

LATELY = 100
"""How many sessions back "lately" reaches."""


def session_left_open(database: Database) -> bool:
    """Whether there is a session to be gone on with. Raises StorageFault."""
    return bool(database.rows("SELECT 1 FROM session WHERE outcome = 'open' AND NOT deleted LIMIT 1"))


def routines_done_lately(database: Database, limit: int) -> tuple[str, ...]:
    """Ids of the routines of which any massage or movement was done, each once, newest first. Raises StorageFault.

    ``limit``: at most so many.
    """
    done = (
        "SELECT 1 FROM stage_done JOIN planned_stage USING (session, key)"
        " WHERE session = number AND kind = 'work' AND stage_done.outcome = 'done'"
    )
    rows = database.rows(
        "SELECT routine_id FROM (SELECT number, routine_id, started FROM session"
        f" WHERE NOT deleted AND outcome <> 'open' ORDER BY started DESC, number DESC LIMIT {LATELY})"
        f" WHERE EXISTS ({done}) GROUP BY routine_id ORDER BY max(started) DESC, max(number) DESC LIMIT ?",
        (limit,),
    )
    return tuple(row[0] for row in rows)


def session_to_ask_about(database: Database, now: datetime) -> str | None:
    """Id of the session of which it is time to ask how the knee was the next day. Raises StorageFault.

    It is the newest that ended 18 to 36 hours before and in which anything was done, unless that was told already.
    """
    window = (to_stored(now - NEXT_DAY_WITHIN), to_stored(now - NEXT_DAY_FROM))
    rows = database.rows(
        "SELECT id, next_day_told IS NULL AND next_day IS NULL AND next_day_marks IS NULL FROM session"
        " WHERE ended BETWEEN ? AND ? AND NOT deleted AND EXISTS (SELECT 1 FROM stage_done JOIN planned_stage"
        " USING (session, key) WHERE session = number AND kind = 'work' AND stage_done.seconds > 0)"
        " ORDER BY ended DESC LIMIT 1",
        window,
    )
    return next((id for id, is_open in rows if is_open), None)


def is_first_week(database: Database, now: datetime) -> bool:
    """Whether no session of the user's began more than a week ago, but for those written down by hand.

    Raises StorageFault.
    """
    earlier = "SELECT 1 FROM session WHERE NOT deleted AND NOT by_hand AND started <= ? LIMIT 1"
    return not database.rows(earlier, (to_stored(now - FIRST_WEEK),))


def is_any_answer_yes(database: Database) -> bool:
    """Whether any answer of the full health list is a yes: without one it changes no routine. Raises StorageFault."""
    return bool(database.rows("""SELECT 1 FROM health_list WHERE given LIKE '%"yes"%'"""))


def is_any_plan_open(database: Database) -> bool:
    """Whether there is a plan over weeks that has not ended. Raises StorageFault."""
    return bool(database.rows("SELECT 1 FROM weekly_plan WHERE ended IS NULL"))


def rest_until(database: Database, now: datetime) -> datetime | None:
    """When the rest ends that the last session calls for, or that is kept, None if none lasts. Raises StorageFault."""
    # Not above: only those who plan over weeks have it asked at the start.
    from kneeguide.core.flare import flare_of, rest_ends

    kept = database.rows("SELECT until FROM health_lock WHERE question = 'today-after-last' AND until NOTNULL")
    last = database.rows(
        "SELECT before, after, next_day, next_day_marks, ended, next_day_told FROM session"
        " WHERE ended NOTNULL AND NOT by_hand ORDER BY ended DESC LIMIT 1"
    )
    ends = [from_stored(until) for (until,) in kept]
    for before, after, next_day, marks, ended, told_at in last:
        flare = flare_of(before, after, next_day, None if marks is None else bool(marks))
        called_for = rest_ends(flare, from_stored(ended), maybe_from_stored(told_at))
        ends += [] if called_for is None else [called_for]
    return max((end for end in ends if end > now), default=None)
