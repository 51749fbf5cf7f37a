"""The file that carries a whole diary from one computer to another: its fields as the reader checks them, and as JSON
Schema says it.

The schema is made from the very models that check, so the two say the same of every field. What several fields must
agree on (keys that occur once, stages that were planned, days that exist), no schema can say.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, core_schema

from kneeguide.core.diary import Activity, HighPainDay, OverallChange, PlannedRoutine, WeeklyPlan
from kneeguide.core.file_fields import File, whole
from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome
from kneeguide.core.routine import Condition, Muscle, Side
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import Eased, StopReason, WayOn
from kneeguide.core.yaml_wording import expectation_of

FORMAT, VERSION = "kneeguide-diary", 1

MOST_TEXT = 1_000_000
"""Characters of a note: more than anybody writes."""

FIRST_YEAR, LAST_YEAR = 1900, 8999


@dataclass(frozen=True)
class DiaryProblem:
    """One thing wrong with a file. ``line``: from 1, where the session or the row begins that ``field`` is in."""

    line: int
    field: str
    expectation: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.field}: {self.expectation}" if self.field else self.expectation


@dataclass(frozen=True)
class _Stamp:
    """Marks text that stands for a time or a day."""

    pattern: str
    format: str
    otherwise: str
    with_time: bool

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "format": self.format, "pattern": self.pattern}

    def read(self, value: object) -> datetime | date:
        """The time or the day. Raises ValueError with what was expected."""
        if not isinstance(value, str) or not re.search(self.pattern, value):
            raise ValueError(self.otherwise)
        kind = datetime if self.with_time else date
        try:
            found: datetime | date = kind.fromisoformat(value)
        except ValueError:
            raise ValueError(self.otherwise) from None
        if not FIRST_YEAR < found.year < LAST_YEAR:
            raise ValueError(f"must be a day from {FIRST_YEAR + 1} to {LAST_YEAR - 1}")
        return found


_TIME = _Stamp(
    whole(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"),
    "date-time",
    "must be a time with its offset, such as 2026-03-02T18:00:00+01:00",
    with_time=True,
)
_DAY = _Stamp(
    whole(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "date", "must be a day that exists, such as 2026-03-02", with_time=False
)

Time = Annotated[datetime, _TIME]
Day = Annotated[date, _DAY]
Id = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(max_length=2000)]
Text = Annotated[str, Field(max_length=MOST_TEXT)]
Rated = Annotated[int, Field(ge=0, le=10)]
Whole = Annotated[int, Field(ge=0, le=2**53)]
Seconds = Annotated[float, Field(ge=0, le=10_000_000, allow_inf_nan=False)]
MuscleWord = Annotated[Muscle, Field(strict=False)]
SideWord = Annotated[Side, Field(strict=False)]


class _Part(File):
    model_config = ConfigDict(strict=True)


class PainFields(_Part):
    """Knee pain, 0 none to 10 the worst imaginable, null where it was not answered."""

    before: Rated | None = Field(description="Before the session.")
    after: Rated | None = Field(description="At its end.")
    next_day: Rated | None = Field(description="On the next day.")


class PlannedFields(_Part):
    """A stage as it was meant to be."""

    key: Id = Field(description="Names the stage within its session.")
    kind: Annotated[StageKind, Field(strict=False)] = Field(description="What one does in it.")
    technique: Words = Field(description="Id of the technique.")
    title: Words = Field(description="What the stage is called.")
    muscle: MuscleWord | None = Field(description="What is massaged, null for none.")
    side: SideWord | None = Field(description="Which leg, null for both or none.")
    set: Whole = Field(description="Number of the set, from 1.")
    seconds: Seconds = Field(description="How long it was meant to last.")
    pressure: Whole = Field(description="Pressure to aim at, 0 to 10.")


class DoneFields(_Part):
    """One visit to a stage."""

    key: Id = Field(description="Key of the planned stage.")
    planned: Seconds = Field(description="Seconds it was meant to last, with what was added.")
    seconds: Seconds = Field(description="Seconds spent in it, without pauses.")
    outcome: Annotated[StageOutcome, Field(strict=False)] = Field(description="How it ended.")


class EasedFields(_Part):
    """That the session went on more gently."""

    key: Id = Field(description="Key of the planned stage in which it was told.")
    cause: Annotated[StopReason, Field(strict=False)] = Field(description="What was wrong.")
    way: Annotated[WayOn, Field(strict=False)] = Field(description="How it went on.")


class SessionFields(_Part):
    """One session with its stages. Times carry the user's offset of that day."""

    id: Id = Field(description="The same on every computer: by it diaries are joined without doubles.")
    started: Time = Field(description="When it began.")
    ended: Time | None = Field(description="When it ended, null while it is open.")
    routine: Words = Field(description="Id of the routine.")
    title: Words = Field(description="Title of the routine at the time.")
    version: Whole = Field(description="Version of the routine at the time.")
    outcome: Annotated[Outcome, Field(strict=False)] = Field(description="How it ended; open if it has not.")
    stop_reason: Words = Field(description="Why it was stopped, empty if it was not.")
    pain: PainFields = Field(description="Knee pain.")
    next_day_told: Time | None = Field(description="When the question about the next day was answered or waved off.")
    next_day_marks: bool | None = Field(description="Whether there was a bruise or new swelling on the next day.")
    note: Text = Field(description="What the user wrote.")
    by_hand: bool = Field(description="Whether the user wrote it down later.")
    conditions: tuple[Annotated[Condition, Field(strict=False)], ...] = Field(
        strict=False, description="What the routine is often used with."
    )
    limits: tuple[Words, ...] = Field(strict=False, description="Ids of the health answers that limited it.")
    eased: tuple[EasedFields, ...] = Field(strict=False, description="How it went on more gently.")
    planned: tuple[PlannedFields, ...] = Field(strict=False, description="The stages it was planned to have.")
    stages: tuple[DoneFields, ...] = Field(strict=False, description="The stages in the order they were left.")


class RatingFields(_Part):
    """How hard an activity was on a day."""

    day: Day = Field(description="The local day.")
    rating: Rated = Field(description="0 to 10.")


class ActivityFields(_Part):
    """An activity of the user's own that they rate."""

    id: Id = Field(description="The same on every computer.")
    name: Words = Field(description="What the user calls it.")
    added: Time = Field(description="Since when it is rated.")
    retired: Time | None = Field(description="When it was given up, null if it was not.")
    ratings: tuple[RatingFields, ...] = Field(strict=False, description="At most one for each day.")


class OverallFields(_Part):
    """How the knee is on the whole."""

    day: Day = Field(description="The local day on which it was told.")
    step: Annotated[int, Field(ge=-3, le=3)] = Field(description="-3 to 3.")


class HighPainFields(_Part):
    """A day without a session because the knee hurt too much."""

    day: Day = Field(description="The local day.")


class PlannedRoutineFields(_Part):
    """A routine on a day of the week."""

    weekday: Annotated[int, Field(ge=0, le=6)] = Field(description="0 is Monday.")
    position: Whole = Field(description="Place among the routines of the day.")
    routine: Words = Field(description="Id of the routine.")
    title: Words = Field(description="Title of the routine at the time.")


class WeeklyPlanFields(_Part):
    """Routines on days of the week, for some weeks."""

    id: Id = Field(description="The same on every computer.")
    first_day: Day = Field(description="The day it begins.")
    weeks: Literal[4, 6] = Field(description="How long it lasts.")
    made: Time = Field(description="When it was made.")
    reminder: Annotated[int, Field(ge=0, le=1439)] | None = Field(description="Minutes after midnight, null for none.")
    put_off: Day | None = Field(description="The day to which a session was put off, null for none.")
    changes: Whole = Field(description="How often it was changed.")
    ended: Time | None = Field(description="When it was ended, null while it goes on.")
    review: Text = Field(description="What the user wrote at its end.")
    days: tuple[PlannedRoutineFields, ...] = Field(strict=False, description="What is planned.")


class DiaryFile(_Part):
    """A diary of KneeGuide."""

    model_config = ConfigDict(title="A diary of KneeGuide")

    format: Literal["kneeguide-diary"] = Field(description="Says what file this is.")
    version: Annotated[int, Field(ge=1, le=1)] = Field(description="Version of this format.")
    sessions: tuple[SessionFields, ...] = Field(strict=False, description="All sessions, newest first.")
    activities: tuple[ActivityFields, ...] = Field((), strict=False, description="Activities that the user rates.")
    overall_change: tuple[OverallFields, ...] = Field((), strict=False, description="How the knee is on the whole.")
    high_pain_days: tuple[HighPainFields, ...] = Field(
        (), strict=False, description="Days without a session because the knee hurt too much."
    )
    weekly_plans: tuple[WeeklyPlanFields, ...] = Field((), strict=False, description="Plans over weeks.")


ELEMENTS: Mapping[str, type[_Part]] = MappingProxyType(
    {
        "sessions": SessionFields,
        "activities": ActivityFields,
        "overall_change": OverallFields,
        "high_pain_days": HighPainFields,
        "weekly_plans": WeeklyPlanFields,
    }
)
"""What each list of the file holds."""

Value = Record | Activity | OverallChange | HighPainDay | WeeklyPlan


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


def _contradictions(fields: _Part) -> Iterator[tuple[str, str]]:
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


def _value(fields: _Part) -> Value:
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


FUTURE = timedelta(days=1)
"""A session told to be later than that was written under a wrong clock, and would hide every real one after it."""


def schema_text() -> str:
    """The JSON Schema of the file, as it is shipped and printed."""
    from kneeguide.core.routine_schema import schema_of_model

    return json.dumps(schema_of_model(DiaryFile), indent=2) + "\n"
