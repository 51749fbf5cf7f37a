"""The entries of a diary's file, as the values that the diary keeps, or what is wrong with them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kneeguide.core.diary import Activity, HighPainDay, OverallChange, PlannedRoutine, WeeklyPlan
from kneeguide.core.diary_file import (
    ELEMENTS,
    ActivityFields,
    HighPainFields,
    OverallFields,
    Part,
    SessionFields,
    WeeklyPlanFields,
)
from kneeguide.core.history import PlannedStage, Record, StageDone
from kneeguide.core.routine import Condition
from kneeguide.core.trouble import Eased
from kneeguide.core.yaml_wording import expectation_of

Value = Record | Activity | OverallChange | HighPainDay | WeeklyPlan


@dataclass(frozen=True)
class DiaryProblem:
    """One thing wrong with a file. ``line``: from 1, where the session or the row begins that ``field`` is in."""

    line: int
    field: str
    expectation: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.field}: {self.expectation}" if self.field else self.expectation


def value_of(name: str, element: object, line: int) -> tuple[Value | None, list[DiaryProblem]]:
    """What one element of the list ``name`` stands for, or all that is wrong with it."""
    try:
        fields = ELEMENTS[name].model_validate(element)
    except ValidationError as error:
        return None, [_problem(detail, line) for detail in error.errors(include_url=False)]
    problems = [DiaryProblem(line, field, expectation) for field, expectation in _contradictions(fields)]
    return (None, problems) if problems else (_value(fields), [])


def _problem(detail: ErrorDetails, line: int) -> DiaryProblem:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in detail["loc"]).lstrip(".")
    if detail["type"] == "string_unicode":
        return DiaryProblem(line, path, "must not hold halves of characters")
    return DiaryProblem(line, path or "element", expectation_of(detail))


def _contradictions(fields: Part) -> Iterator[tuple[str, str]]:
    match fields:
        case SessionFields():
            keys = {stage.key for stage in fields.planned}
            if len(keys) < len(fields.planned):
                yield "planned", "must not hold one key twice"
            for number, stage in enumerate(fields.stages):
                if stage.key not in keys:
                    yield f"stages[{number}].key", "must be the key of a planned stage"
            for number, eased in enumerate(fields.eased):
                if eased.key not in keys:
                    yield f"eased[{number}].key", "must be the key of a planned stage"
        case ActivityFields() if _holds_twice([rating.day for rating in fields.ratings]):
            yield "ratings", "must not hold one day twice"
        case WeeklyPlanFields() if _holds_twice([(day.weekday, day.position) for day in fields.days]):
            yield "days", "must not hold one place of a day twice"


def _holds_twice(values: list[object] | list[date] | list[tuple[int, int]]) -> bool:
    return any(count > 1 for count in Counter(values).values())


def _value(fields: Part) -> Value:
    match fields:
        case SessionFields():
            return _record(fields)
        case ActivityFields():
            ratings = tuple(sorted((rating.day, rating.rating) for rating in fields.ratings))
            return Activity(fields.id, fields.name, _utc(fields.added), _maybe_utc(fields.retired), ratings)
        case OverallFields():
            return OverallChange(fields.day, fields.step)
        case HighPainFields():
            return HighPainDay(fields.day)
        case WeeklyPlanFields():
            return _weekly_plan(fields)
    raise TypeError(type(fields))


def _record(fields: SessionFields) -> Record:
    told = fields.next_day_told
    return Record(
        id=fields.id,
        routine_id=fields.routine,
        title=fields.title,
        version=fields.version,
        started=fields.started,
        planned=tuple(
            PlannedStage(
                stage.key,
                stage.kind,
                stage.technique,
                stage.title,
                stage.muscle,
                stage.side,
                stage.set,
                stage.seconds,
                stage.pressure,
            )
            for stage in fields.planned
        ),
        stages=tuple(StageDone(stage.key, stage.planned, stage.seconds, stage.outcome) for stage in fields.stages),
        outcome=fields.outcome,
        stop_reason=fields.stop_reason,
        before=fields.pain.before,
        after=fields.pain.after,
        next_day=fields.pain.next_day,
        note=fields.note,
        limits=fields.limits,
        ended=fields.ended,
        eased=tuple(Eased(eased.key, eased.cause, eased.way) for eased in fields.eased),
        next_day_told=None if told is None else told.astimezone(fields.started.tzinfo),
        next_day_marks=fields.next_day_marks,
        by_hand=fields.by_hand,
        conditions=tuple(each for each in Condition if each in fields.conditions),
    )


def _weekly_plan(fields: WeeklyPlanFields) -> WeeklyPlan:
    return WeeklyPlan(
        id=fields.id,
        first_day=fields.first_day,
        weeks=fields.weeks,
        made=_utc(fields.made),
        reminder=fields.reminder,
        put_off=fields.put_off,
        changes=fields.changes,
        ended=_maybe_utc(fields.ended),
        review=fields.review,
        days=tuple(
            sorted(
                (PlannedRoutine(day.weekday, day.position, day.routine, day.title) for day in fields.days),
                key=lambda day: (day.weekday, day.position),
            )
        ),
    )


def _utc(time: datetime) -> datetime:
    """As the tables keep what belongs to no day of its own."""
    return time.astimezone(UTC)


def _maybe_utc(time: datetime | None) -> datetime | None:
    return None if time is None else _utc(time)


def latest_time(value: Value) -> datetime | None:
    """The latest time in what a file holds, by which a wrong clock is noticed."""
    match value:
        case Record():
            return max(time for time in (value.started, value.ended, value.next_day_told) if time is not None)
        case Activity():
            return max(time for time in (value.added, value.retired) if time is not None)
        case WeeklyPlan():
            return max(time for time in (value.made, value.ended) if time is not None)
    return None
