"""Which of two accounts holds when two diaries are joined.

Which of two is brought into which makes no difference, and bringing one in again changes nothing. Of a session's
course the account that knows more holds, as a whole. Of what the user told, nothing that was told is lost; where two
answers differ and nobody can say which came later, the more careful one holds.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from kneeguide.core.diary import Activity, Beside, HighPainDay, OverallChange, WeeklyPlan
from kneeguide.core.history import URGENT_STOPS, Outcome, Record
from kneeguide.core.history_export import json_line, record_as_json
from kneeguide.core.pain import Rating
from kneeguide.core.session_table import FROM_TABLE

T = TypeVar("T", bound=Activity | WeeklyPlan)

_NOTHING_TOLD: dict[str, Any] = {
    "before": None,
    "after": None,
    "next_day": None,
    "next_day_told": None,
    "next_day_marks": None,
    "note": "",
    "stop_reason": "",
}
_FINISHED = {Outcome.OPEN: 0, Outcome.INTERRUPTED: 1, Outcome.STOPPED: 2, Outcome.COMPLETED: 2}


def merged(one: Record, other: Record) -> Record:
    """One record of two accounts of the session with the same id.

    Its course (routine, times, stages, outcome) is that of the account which is closed, else has more stages, else
    has them as they were played, else came further. Pain before is the lower and pain after the higher, so that no
    rise is lost. Of the next day the later answer holds. Two notes are kept both.
    """
    first, second = sorted((one, other), key=_course, reverse=True)
    told, less = sorted((one, other), key=_next_day, reverse=True)
    when = max((told, less), key=_when_told).next_day_told
    return replace(
        first,
        before=_lower(one.before, other.before),
        after=_higher(one.after, other.after),
        next_day=told.next_day,
        next_day_told=None if when is None else when.astimezone(first.started.tzinfo),
        next_day_marks=less.next_day_marks if told.next_day_marks is None else told.next_day_marks,
        note=_both(one.note, other.note),
        stop_reason=max((first.stop_reason, second.stop_reason), key=lambda why: (why in URGENT_STOPS, why != "", why)),
    )


def is_same(one: Record, other: Record) -> bool:
    """Whether two accounts say the same, to the letter."""
    return one == other and json_line(record_as_json(one)) == json_line(record_as_json(other))


def interrupted(record: Record) -> Record:
    """A session that is open elsewhere: nobody goes on with it here. It lasted at least as long as its stages."""
    if record.outcome is not Outcome.OPEN:
        return record
    ended = record.ended or record.started + timedelta(seconds=record.seconds)
    return replace(record, outcome=Outcome.INTERRUPTED, ended=ended)


def merged_beside(one: Beside, other: Beside) -> Beside:
    """What is kept beside sessions, of both. Of two plans that go on, the one made later does."""
    return Beside(
        activities=tuple(
            sorted(_by_id(one.activities, other.activities, _activity).values(), key=lambda each: (each.added, each.id))
        ),
        overall=_overall((*one.overall, *other.overall)),
        high_pain=_high_pain((*one.high_pain, *other.high_pain)),
        plans=_with_one_going_on(_by_id(one.plans, other.plans, _plan).values()),
    )


def _course(record: Record) -> tuple[object, ...]:
    played = not any(stage.key.startswith(FROM_TABLE) for stage in record.planned)
    return (
        record.outcome is not Outcome.OPEN,
        len(record.stages),
        played,
        _FINISHED[record.outcome],
        record.seconds,
        json_line(record_as_json(replace(record, **_NOTHING_TOLD))),
    )


def _next_day(record: Record) -> tuple[object, ...]:
    """A number before none, then the later answer."""
    return (
        record.next_day is not None,
        _when_told(record),
        -1 if record.next_day is None else record.next_day,
        -1 if record.next_day_marks is None else record.next_day_marks,
    )


def _when_told(record: Record) -> float:
    return float("-inf") if record.next_day_told is None else record.next_day_told.timestamp()


def _lower(one: Rating, other: Rating) -> Rating:
    return min((rating for rating in (one, other) if rating is not None), default=None)


def _higher(one: Rating, other: Rating) -> Rating:
    return max((rating for rating in (one, other) if rating is not None), default=None)


def _both(one: str, other: str) -> str:
    shorter, longer = sorted((one, other), key=lambda note: (len(note), note))
    if shorter in longer:
        return longer
    return "\n\n".join(sorted((one, other)))


def _by_id(ones: Iterable[T], others: Iterable[T], join: Callable[[T, T], T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for each in (*ones, *others):
        found[each.id] = join(found[each.id], each) if each.id in found else each
    return found


def _activity(one: Activity, other: Activity) -> Activity:
    """Ratings of both; of two for one day the higher. The name is the newer one."""
    named = max((one, other), key=lambda each: (each.added, each.name))
    ratings = dict(one.ratings)
    for day, rating in other.ratings:
        ratings[day] = max(rating, ratings.get(day, rating))
    return replace(
        named,
        retired=max((time for time in (one.retired, other.retired) if time is not None), default=None),
        ratings=tuple(sorted(ratings.items())),
    )


def _overall(changes: Iterable[OverallChange]) -> tuple[OverallChange, ...]:
    """One for each day; of two the lower."""
    steps: dict[date, int] = {}
    for change in changes:
        steps[change.day] = min(change.step, steps.get(change.day, change.step))
    return tuple(OverallChange(day, step) for day, step in sorted(steps.items()))


def _high_pain(days: Iterable[HighPainDay]) -> tuple[HighPainDay, ...]:
    """Each day that either knows of."""
    return tuple(sorted(set(days), key=lambda each: each.day))


def _plan(one: WeeklyPlan, other: WeeklyPlan) -> WeeklyPlan:
    """What was changed more often; once ended it stays ended."""
    planned = max((one, other), key=lambda plan: (plan.changes, plan.made, repr(replace(plan, ended=None, review=""))))
    return replace(
        planned,
        ended=min((time for time in (one.ended, other.ended) if time is not None), default=None),
        review=_both(one.review, other.review),
    )


def _with_one_going_on(plans: Iterable[WeeklyPlan]) -> tuple[WeeklyPlan, ...]:
    """Each of several plans that go on ended when the last of them was made."""
    ordered = sorted(plans, key=lambda plan: (plan.made, plan.id))
    last = next((plan for plan in reversed(ordered) if plan.ended is None), None)
    return tuple(
        replace(plan, ended=last.made) if last is not None and plan.ended is None and plan is not last else plan
        for plan in ordered
    )
