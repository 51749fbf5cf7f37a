"""How the techniques and the sources that routines name are written down: the two files that all routines share."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from kneeguide.core.file_fields import (
    File,
    Format,
    Id,
    Identifier,
    Journal,
    JsonSchema,
    LongTitle,
    Pressure,
    Text,
    Title,
)
from kneeguide.core.routine import HANDS_OFF, Certainty, Method, Muscle, Position, Tool
from kneeguide.core.routine_file import TempoFields

_WHERE_IT_PRESSES = ("muscle", "tool", "position")

_SAYS_WHERE_IT_PRESSES: JsonSchema = {
    "if": {"properties": {"method": {"enum": sorted(HANDS_OFF)}}},
    "else": {
        "required": list(_WHERE_IT_PRESSES),
        "properties": {name: {"type": "string"} for name in _WHERE_IT_PRESSES},
    },
}

_LOWER_FIRST: JsonSchema = {
    "anyOf": [{"prefixItems": [{"maximum": pressure}, {"minimum": pressure}]} for pressure in range(11)]
}


class TechniqueFields(File):
    """One way of massaging one muscle, or a step around it that presses on nothing."""

    model_config = ConfigDict(json_schema_extra=_SAYS_WHERE_IT_PRESSES)

    id: Id = Field(description="What routines name it by.")
    title: Title = Field(description="What people know it by.")
    method: Method = Field(description="The kind of massage. warm-up, movement and rest press on nothing.")
    muscle: Muscle | None = Field(default=None, description="What is pressed on.")
    tool: Tool | None = Field(default=None, description="What it is done with.")
    position: Position | None = Field(default=None, description="Where it is done. If not said, where the routine is.")
    face_down: bool = Field(default=False, description="Done lying on the front.")
    tempo: TempoFields = Field(description="How fast it goes.")
    pressure: tuple[Pressure, Pressure] = Field(
        description="Lowest and highest usual target, of 10.", json_schema_extra=_LOWER_FIRST
    )
    cue: Text = Field(description="How it is done, in a sentence or two.")
    mistakes: Text = Field(description="What often goes wrong.")
    avoid: Text = Field(description="What to keep away from.")
    feel: Text = Field(description="How it should feel.")
    say: Text = Field(description="What a voice is to say.")
    sources: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Ids from sources.yaml.")

    @model_validator(mode="after")
    def _says_what_it_presses(self) -> "TechniqueFields":
        if self.method not in HANDS_OFF and None in [getattr(self, name) for name in _WHERE_IT_PRESSES]:
            raise ValueError("needs a muscle, a tool and a position, since it presses")
        if self.pressure[0] > self.pressure[1]:
            raise ValueError("needs its lower pressure before its higher one")
        return self


class TechniquesFile(File):
    """All techniques that routines can name."""

    model_config = ConfigDict(title="KneeGuide techniques")

    format: Format = Field(description="How this file is written: 1.")
    techniques: tuple[TechniqueFields, ...] = Field(description="One entry for each.")


class SourceFields(File):
    """A study or guideline."""

    id: Id = Field(description="First author and year, such as atkins-2013.")
    authors: Title = Field(description="As published, shortened by et al.")
    about: Text = Field(description="Its topic, in our words.")
    title: LongTitle = Field(default="", description="As published, and only where it was seen.")
    journal: Journal = Field(description="With volume and pages.")
    year: int | None = Field(default=None, ge=1900, le=2100, description="Of publication.")
    identifier: Identifier = Field(
        default="", description="DOI, PMID or PMCID, such as doi:10.1371/journal.pone.0030248."
    )
    found: Text = Field(description="What it found, in one sentence of ours.")
    certainty: Certainty = Field(description="How sure we are of that.")
    verified: bool = Field(default=True, description="false: read about elsewhere, or still to be checked.")


class SourcesFile(File):
    """All sources that routines can name."""

    model_config = ConfigDict(title="KneeGuide sources")

    format: Format = Field(description="How this file is written: 1.")
    sources: tuple[SourceFields, ...] = Field(description="One entry for each.")
