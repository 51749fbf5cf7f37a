"""How a routine, a technique and a source are written down: the fields of their files and what each may hold.

Values are checked one by one here. What they must agree on is the business of ``routine_reader``, and what several
files must, of ``library_reader``.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, model_validator

from kneeguide.core.routine import (
    HANDS_OFF,
    Certainty,
    Condition,
    Method,
    Muscle,
    Position,
    Sides,
    Stroke,
    Tool,
)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MINUTES = re.compile(r"([0-9]{1,2}):([0-5][0-9])")


def _id(text: str) -> str:
    if len(text) > 60 or not _ID.fullmatch(text):
        raise ValueError("must be small letters and digits joined by dashes, at most 60, such as my-evening-routine")
    return text


def _one_line(text: str) -> str:
    if not text.strip() or any(character in text for character in "\n\t"):
        raise ValueError("must be text on one line")
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return text


def _duration(least: int, most: int) -> Callable[[object], int]:
    def seconds(value: object) -> int:
        if isinstance(value, str) and (found := _MINUTES.fullmatch(value)):
            value = int(found[1]) * 60 + int(found[2])
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"must be a whole number of seconds from {least} to {most}, or m:ss in quotes")
        return value

    return seconds


def _one_or_more(value: object) -> object:
    """``position: chair`` says the same as ``position: [chair]``."""
    if isinstance(value, list):
        return value
    return [value]


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


Id = Annotated[str, AfterValidator(_id)]
Title = Annotated[str, Field(max_length=80), AfterValidator(_one_line)]
Text = Annotated[str, Field(max_length=600), AfterValidator(_said)]
Question = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
Pressure = Annotated[int, Field(ge=0, le=10)]
Target = Annotated[Muscle | Band, PlainValidator(_muscle_or_band)]
Total = Annotated[int, BeforeValidator(_duration(1, 36_000))]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TempoFields(_File):
    """``seconds`` of one stroke and of the way ``back``, both 0 for a hold or a free pace."""

    stroke: Stroke
    seconds: Annotated[float, Field(ge=0, le=30)] = 0.0
    back: Annotated[float, Field(ge=0, le=30)] = 0.0


_OWN = (
    "title",
    "cue",
    "muscle",
    "tool",
    "position",
    "method",
    "tempo",
    "face_down",
    "avoid",
    "say",
    "picture",
)


class PhaseFields(_File):
    """One step of a routine: a technique by its id, or one described in place."""

    seconds: Annotated[int, BeforeValidator(_duration(1, 3600))]
    sides: Sides = Sides.ONCE
    sets: Annotated[int, Field(ge=1, le=10)] = 1
    gap: Annotated[int, BeforeValidator(_duration(0, 300))] = 0
    pressure: Pressure | None = None
    technique: Id | None = None
    title: Title | None = None
    cue: Text | None = None
    muscle: Target | None = None
    tool: Tool | None = None
    position: Position | None = None
    method: Method | None = None
    tempo: TempoFields | None = None
    face_down: bool | None = None
    avoid: Text | None = None
    say: Text | None = None
    picture: str | None = None

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> "PhaseFields":
        also = [name for name in _OWN if getattr(self, name) is not None]
        if self.technique is None and (self.title is None or self.cue is None):
            raise ValueError("needs either a technique, or a title and a cue")
        if self.technique is not None and also:
            raise ValueError(f"names a technique, which brings its own {', '.join(also)}; remove one or the other")
        return self


class RoutineFile(_File):
    """A user's routine."""

    format: Literal[1]
    id: Id
    title: Title
    phases: Annotated[tuple[PhaseFields, ...], Field(min_length=1, max_length=60)]
    version: Annotated[int, Field(ge=1)] = 1
    conditions: tuple[Condition, ...] = ()
    position: Annotated[list[Position], BeforeValidator(_one_or_more)] = []
    tools: tuple[Tool, ...] = ()
    total: Total | None = None
    certainty: Certainty | None = None
    sources: tuple[Id, ...] = ()
    why: Text = ""
    questions: Annotated[tuple[Question, ...], Field(max_length=10)] = ()


class ShippedPhaseFields(PhaseFields):
    """A step of a routine that comes with KneeGuide."""

    technique: Id
    sides: Sides
    gap: Annotated[int, BeforeValidator(_duration(0, 300))]
    pressure: Pressure


class ShippedRoutineFile(RoutineFile):
    """A routine that comes with KneeGuide: it leaves nothing out."""

    total: Total
    phases: Annotated[tuple[ShippedPhaseFields, ...], Field(min_length=1, max_length=60)]
    conditions: tuple[Condition, ...]
    position: Annotated[list[Position], Field(min_length=1), BeforeValidator(_one_or_more)]
    tools: Annotated[tuple[Tool, ...], Field(min_length=1)]
    certainty: Certainty
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    why: Text


class TechniqueFields(_File):
    """One way of massaging one muscle, or a step around it that presses on nothing."""

    id: Id
    title: Title
    method: Method
    muscle: Muscle | None = None
    tool: Tool | None = None
    position: Position | None = None
    face_down: bool = False
    tempo: TempoFields
    pressure: tuple[Pressure, Pressure]
    cue: Text
    mistakes: Text
    avoid: Text
    feel: Text
    say: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _says_what_it_presses(self) -> "TechniqueFields":
        if self.method not in HANDS_OFF and None in (self.muscle, self.tool, self.position):
            raise ValueError("needs a muscle, a tool and a position, since it presses")
        if self.pressure[0] > self.pressure[1]:
            raise ValueError("needs its lower pressure before its higher one")
        return self


class TechniquesFile(_File):
    """All techniques that routines can name."""

    format: Literal[1]
    techniques: tuple[TechniqueFields, ...]


class SourceFields(_File):
    """A study or guideline. ``title`` only as published and as seen; ``about`` says the topic in our words."""

    id: Id
    authors: Title
    about: Text
    title: Annotated[str, Field(max_length=300), AfterValidator(_one_line)] = ""
    journal: Annotated[str, Field(max_length=120), AfterValidator(_one_line)]
    year: Annotated[int | None, Field(ge=1900, le=2100)] = None
    identifier: Annotated[str, Field(max_length=80), AfterValidator(_one_line)] = ""
    found: Text
    certainty: Certainty
    verified: bool = True


class SourcesFile(_File):
    """All sources that routines can name."""

    format: Literal[1]
    sources: tuple[SourceFields, ...]
