"""The file that carries a whole diary from one computer to another: its fields as its reader checks them, and as JSON
Schema says it.

The schema is made from the very models that check, so the two say the same of every field. What several fields must
agree on (keys that occur once, stages that were planned, days that exist), no schema can say.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from kneeguide.core.file_fields import File, whole
from kneeguide.core.history import Outcome, StageOutcome
from kneeguide.core.routine import Condition, Muscle, Side
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import StopReason, WayOn

MOST_TEXT = 1_000_000
"""Characters of a note: more than anybody writes."""

FIRST_YEAR, LAST_YEAR = 1900, 8999


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


class Part(File):
    """Fields that belong together."""

    model_config = ConfigDict(strict=True)


class PainFields(Part):
    """Knee pain, 0 none to 10 the worst imaginable, null where it was not answered."""

    before: Rated | None = Field(description="Before the session.")
    after: Rated | None = Field(description="At its end.")
    next_day: Rated | None = Field(description="On the next day.")


class PlannedFields(Part):
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


class DoneFields(Part):
    """One visit to a stage."""

    key: Id = Field(description="Key of the planned stage.")
    planned: Seconds = Field(description="Seconds it was meant to last, with what was added.")
    seconds: Seconds = Field(description="Seconds spent in it, without pauses.")
    outcome: Annotated[StageOutcome, Field(strict=False)] = Field(description="How it ended.")


class EasedFields(Part):
    """That the session went on more gently."""

    key: Id = Field(description="Key of the planned stage in which it was told.")
    cause: Annotated[StopReason, Field(strict=False)] = Field(description="What was wrong.")
    way: Annotated[WayOn, Field(strict=False)] = Field(description="How it went on.")


class SessionFields(Part):
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


class RatingFields(Part):
    """How hard an activity was on a day."""

    day: Day = Field(description="The local day.")
    rating: Rated = Field(description="0 to 10.")


class ActivityFields(Part):
    """An activity of the user's own that they rate."""

    id: Id = Field(description="The same on every computer.")
    name: Words = Field(description="What the user calls it.")
    added: Time = Field(description="Since when it is rated.")
    retired: Time | None = Field(description="When it was given up, null if it was not.")
    ratings: tuple[RatingFields, ...] = Field(strict=False, description="At most one for each day.")


class OverallFields(Part):
    """How the knee is on the whole."""

    day: Day = Field(description="The local day on which it was told.")
    step: Annotated[int, Field(ge=-3, le=3)] = Field(description="-3 to 3.")


class HighPainFields(Part):
    """A day without a session because the knee hurt too much."""

    day: Day = Field(description="The local day.")


class PlannedRoutineFields(Part):
    """A routine on a day of the week."""

    weekday: Annotated[int, Field(ge=0, le=6)] = Field(description="0 is Monday.")
    position: Whole = Field(description="Place among the routines of the day.")
    routine: Words = Field(description="Id of the routine.")
    title: Words = Field(description="Title of the routine at the time.")


class WeeklyPlanFields(Part):
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


class DiaryFile(Part):
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


ELEMENTS: Mapping[str, type[Part]] = MappingProxyType(
    {
        "sessions": SessionFields,
        "activities": ActivityFields,
        "overall_change": OverallFields,
        "high_pain_days": HighPainFields,
        "weekly_plans": WeeklyPlanFields,
    }
)
"""What each list of the file holds."""


def schema_text() -> str:
    """The JSON Schema of the file, as it is shipped and printed."""
    from kneeguide.core.routine_schema import schema_of_model

    return json.dumps(schema_of_model(DiaryFile), indent=2) + "\n"
