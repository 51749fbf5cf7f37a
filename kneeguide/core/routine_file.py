"""How a routine is written down: the fields of its file and what each may hold.

Values are checked one by one here. What they must agree on is the business of ``library_rules``, and what several files
must, of ``library_reader``. The descriptions are shown by editors, to people who write a routine.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator

from kneeguide.core.file_fields import (
    File,
    Format,
    GapSeconds,
    Id,
    JsonSchema,
    Like,
    Positions,
    Pressure,
    Question,
    SetSeconds,
    SomePositions,
    Text,
    Title,
    TotalSeconds,
    whole,
)
from kneeguide.core.picture_file import LONGEST_NAME, NAME, NO_NAME
from kneeguide.core.routine import Certainty, Condition, Method, Muscle, Position, Sides, Stroke, Tool


class Band(StrEnum):
    """How files name the IT band where a muscle belongs. It is no muscle and nothing is planned for it; it can be read
    so that a sentence can tell what to massage instead."""

    IT_BAND = "it-band"
    ITB = "itb"
    ILIOTIBIAL_BAND = "iliotibial-band"


def _muscle_or_band(value: object) -> Muscle | Band:
    targets: tuple[Muscle | Band, ...] = (*Muscle, *Band)
    for target in targets:
        if target == value:
            return target
    *others, last = Muscle
    raise ValueError(f"must be one of {', '.join(others)} or {last}")


_MUSCLE_OR_BAND: JsonSchema = {
    "anyOf": [
        {"type": "string", "enum": list(Muscle)},
        {
            "type": "string",
            "enum": list(Band),
            "deprecated": True,
            "description": "Nothing is planned for the IT band itself. Name a muscle beside it.",
        },
    ]
}

Target = Annotated[Muscle | Band, PlainValidator(_muscle_or_band), WithJsonSchema(_MUSCLE_OR_BAND)]
Picture = Annotated[str, Field(json_schema_extra={"maxLength": LONGEST_NAME, **Like(whole(NAME), NO_NAME).said})]
"""Its name alone; a name that cannot be used costs the picture and not the routine, so ``picture_file`` judges it."""


class TempoFields(File):
    """How fast a step goes, such as {stroke: each-way, seconds: 3}."""

    stroke: Stroke = Field(description="What one beat is. hold presses and waits; free goes at any pace.")
    seconds: float = Field(default=0.0, ge=0, le=30, description="Seconds of one stroke, squeeze, tap, circle or sway.")
    back: float = Field(default=0.0, ge=0, le=30, description="Seconds of the way back, where a stroke has one.")


_OWN = ("title", "cue", "muscle", "tool", "position", "method", "tempo", "face_down", "avoid", "say", "picture")
"""What a technique brings, so that a step which names one cannot say it again."""

_ONE_OR_THE_OTHER: JsonSchema = {
    "if": {"required": ["technique"], "properties": {"technique": {"type": "string"}}},
    "then": {
        "properties": {
            name: {"type": "null", "errorMessage": f"The technique brings its own {name}; remove one or the other."}
            for name in _OWN
        }
    },
    "else": {
        "required": ["title", "cue"],
        "properties": {"title": {"type": "string"}, "cue": {"type": "string"}},
    },
}


class PhaseFields(File):
    """One step: either a technique that comes with KneeGuide, or one described here by a title and a cue."""

    model_config = ConfigDict(json_schema_extra=_ONE_OR_THE_OTHER)

    seconds: SetSeconds = Field(description='Length of one set on one side: seconds, or "1:30" in quotes.')
    sides: Sides = Field(default=Sides.ONCE, description="both: one leg, then the other. once: the whole body.")
    sets: int = Field(default=1, ge=1, le=10, description="How many times on each side.")
    gap: GapSeconds = Field(default=0, description="Seconds to change over after each set.")
    pressure: Pressure | None = Field(
        default=None, description="Target from 0 to 10, felt in the muscle. More than 5, or 4 by hand, is not advised."
    )
    technique: Id | None = Field(
        default=None, description="The id of a technique that comes with KneeGuide, such as palm-glides-calf."
    )
    title: Title | None = Field(default=None, description="What the step is called.")
    cue: Text | None = Field(default=None, description="What to do, in a sentence or two.")
    muscle: Target | None = Field(default=None, description="What is pressed on. If not said, it may be any muscle.")
    tool: Tool | None = Field(default=None, description="If not said, the routine's, if that names one only.")
    position: Position | None = Field(default=None, description="If not said, the routine's, if that names one only.")
    method: Method | None = Field(
        default=None, description="The kind of massage. warm-up, movement and rest press on nothing."
    )
    tempo: TempoFields | None = Field(default=None, description="If not said, any pace.")
    face_down: bool | None = Field(
        default=None, description="Done lying on the front. If not said, it may be, unless on a chair or at a wall."
    )
    avoid: Text | None = Field(default=None, description="What to keep away from.")
    say: Text | None = Field(default=None, description="What a voice is to say.")
    picture: Picture | None = Field(default=None, description="A picture file beside this file, such as ankle.png.")

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> "PhaseFields":
        also = [name for name in _OWN if getattr(self, name) is not None]
        if self.technique is None and (self.title is None or self.cue is None):
            raise ValueError("needs either a technique, or a title and a cue")
        if self.technique is not None and also:
            raise ValueError(f"names a technique, which brings its own {', '.join(also)}; remove one or the other")
        return self


class RoutineFile(File):
    """A routine of your own."""

    model_config = ConfigDict(title="KneeGuide routine")

    format: Format = Field(description="How this file is written: 1.")
    id: Id = Field(description="Small letters and digits joined by dashes. No two routines share one.")
    title: Title = Field(description="What the routine is called.")
    phases: Annotated[tuple[PhaseFields, ...], Field(min_length=1, max_length=60)] = Field(
        description="The steps, in order."
    )
    version: int = Field(default=1, ge=1, description="Raise it with each change.")
    conditions: tuple[Condition, ...] = Field(default=(), description="What people who use it were told they have.")
    position: Positions = Field(default=[], description="Where it is done: one of these, or several in brackets.")
    tools: tuple[Tool, ...] = Field(default=(), description="What is needed for it.")
    total: TotalSeconds | None = Field(
        default=None, description='The whole length with both legs and all gaps: seconds, or "4:55" in quotes.'
    )
    certainty: Certainty | None = Field(default=None, description="How sure research is that it helps.")
    sources: tuple[Id, ...] = Field(default=(), description="Ids of studies that come with KneeGuide.")
    why: Text = Field(default="", description="Why these steps.")
    questions: Annotated[tuple[Question, ...], Field(max_length=10)] = Field(
        default=(), description="Further safety questions. A yes to any of them means no session."
    )


class ShippedPhaseFields(PhaseFields):
    """One step, by the id of its technique."""

    technique: Id
    sides: Sides
    gap: GapSeconds
    pressure: Pressure


class ShippedRoutineFile(RoutineFile):
    """A routine that comes with KneeGuide. It leaves nothing out."""

    model_config = ConfigDict(title="KneeGuide routine that comes with it")

    total: TotalSeconds
    phases: Annotated[tuple[ShippedPhaseFields, ...], Field(min_length=1, max_length=60)]
    conditions: tuple[Condition, ...]
    position: SomePositions
    tools: Annotated[tuple[Tool, ...], Field(min_length=1)]
    certainty: Certainty
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    why: Text
