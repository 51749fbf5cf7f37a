"""What single fields of the files in ``routines`` may hold, as the reader checks it and as JSON Schema says it.

The two stand side by side because they must never come apart: an editor that follows the schema and the reader that
follows the check are to say the same of every value.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from kneeguide.core.routine import Position

JsonSchema = dict[str, Any]


class File(BaseModel):
    """What every file and every part of one has in common: no field that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def whole(pattern: str) -> str:
    """A pattern for a whole text. ``$`` alone would in some languages let a last end of line pass."""
    return f"^(?:{pattern})(?!\\n)$"


@dataclass(frozen=True)
class Like:
    """Marks text that fits a pattern. ``otherwise``: what is said of text that does not, by editors too."""

    pattern: str
    otherwise: str

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def __get_pydantic_json_schema__(self, checked: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(checked) | self.said

    @property
    def said(self) -> JsonSchema:
        """How JSON Schema says it, and how editors do."""
        return {"pattern": self.pattern, "patternErrorMessage": self.otherwise}

    def checked(self, text: str) -> str:
        """The text, if it fits. Raises ValueError with what was expected."""
        if not re.search(self.pattern, text):
            raise ValueError(self.otherwise)
        return text


@dataclass(frozen=True)
class Duration:
    """Marks a whole number of seconds within bounds, which may also be text such as 1:30.

    ``clock``: the pattern of all such text within the bounds.
    """

    least: int
    most: int
    clock: str

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.seconds, handler(source))

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        number = {"minimum": self.least, "maximum": self.most}
        return {"type": ["integer", "string"], **number, **Like(whole(self.clock), self.expectation).said}

    @property
    def expectation(self) -> str:
        """What is said of a value that is none."""
        return f"must be a whole number of seconds from {self.least} to {self.most}, or m:ss in quotes"

    def seconds(self, value: object) -> int:
        """The seconds, however they are written. Raises ValueError with what was expected."""
        if isinstance(value, str) and re.search(whole(self.clock), value):
            minutes, _, seconds = value.partition(":")
            value = int(minutes) * 60 + int(seconds)
        if isinstance(value, bool) or not isinstance(value, int) or not self.least <= value <= self.most:
            raise ValueError(self.expectation)
        return value


def _no_truth(value: object) -> object:
    """In JSON ``true`` is no number, though Python takes it for 1."""
    if isinstance(value, bool):
        raise ValueError("must be 1")
    return value


def _one_or_more(value: object) -> object:
    """``position: chair`` says the same as ``position: [chair]``."""
    return value if isinstance(value, list) else [value]


_ON_ONE_LINE = Like(r"^(?![\s\S]*[\n\t])[\s\S]*\S", "must be text on one line")
_NOT_BLANK = Like(r"\S", "must not be blank")
_OF_AN_ID = Like(
    whole("[a-z0-9]+(-[a-z0-9]+)*"),
    "must be small letters and digits joined by dashes, at most 60, such as my-evening-routine",
)

Format = Annotated[Literal[1], BeforeValidator(_no_truth)]
Id = Annotated[str, Field(max_length=60), _OF_AN_ID]
Title = Annotated[str, Field(max_length=80), _ON_ONE_LINE]
LongTitle = Annotated[str, Field(max_length=300), _ON_ONE_LINE]
Question = Annotated[str, Field(max_length=200), _ON_ONE_LINE]
Journal = Annotated[str, Field(max_length=120), _ON_ONE_LINE]
Identifier = Annotated[str, Field(max_length=80), _ON_ONE_LINE]
Text = Annotated[str, Field(max_length=600), _NOT_BLANK]
Pressure = Annotated[int, Field(ge=0, le=10)]

SetSeconds = Annotated[int, Duration(1, 3600, "(?!0?0:00)([0-5]?[0-9]:[0-5][0-9]|60:00)")]
GapSeconds = Annotated[int, Duration(0, 300, "0?[0-4]:[0-5][0-9]|0?5:00")]
TotalSeconds = Annotated[int, Duration(1, 36_000, "(?!0?0:00)[0-9]{1,2}:[0-5][0-9]")]

Positions = Annotated[list[Position], BeforeValidator(_one_or_more, json_schema_input_type=Position | list[Position])]
_ListOfSome = Annotated[list[Position], Field(min_length=1)]
SomePositions = Annotated[_ListOfSome, BeforeValidator(_one_or_more, json_schema_input_type=Position | _ListOfSome)]
