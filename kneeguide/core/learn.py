"""What there is to read about: short topics whose every claim names its source. Values only, no reading of files."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.problem import Problem
from kneeguide.core.routine import Certainty, Source


class Basis(StrEnum):
    """What a statement stands on."""

    RESEARCH = "research"
    """What its sources found, or say."""

    JUDGEMENT = "judgement"
    """Plain advice: our own judgement, whether or not it draws on sources."""


class Urgency(StrEnum):
    """How soon something has to be done about what a section lists."""

    NOW = "now"
    SOON = "soon"


@dataclass(frozen=True)
class Row:
    """One line of a table in words: ``when`` this is so, ``then`` that follows."""

    when: str
    then: str


@dataclass(frozen=True)
class Statement:
    """Something that is said, with points or rows that belong to it, and what it stands on."""

    text: str
    basis: Basis
    sources: tuple[Source, ...] = ()
    points: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A drawn person: ``figure`` names a file of the figures; ``caption`` says what to see in it."""

    figure: str
    caption: str


@dataclass(frozen=True)
class Section:
    """A part of a topic. ``urgency`` None where nothing has to be done.

    ``keep_off_map``: whether the map of all places that are left alone belongs to it, with their names and reasons.
    """

    heading: str
    statements: tuple[Statement, ...]
    picture: Picture | None = None
    keep_off_map: bool = False
    urgency: Urgency | None = None


@dataclass(frozen=True)
class Topic:
    """One page to read.

    ``certainty`` and, in a sentence, ``sure``: how sure research is of what it says. ``exercise``: what supports, for
    this topic, that exercise is the main treatment; that sentence stands on every page and no author words it.
    """

    id: str
    title: str
    lead: str
    certainty: Certainty
    sure: str
    exercise: tuple[Source, ...]
    sections: tuple[Section, ...]

    @property
    def is_urgent(self) -> bool:
        """Whether it begins with what needs help at once: nothing may be read before that."""
        return self.sections[0].urgency is Urgency.NOW

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources, in the order in which a reader comes to them, each once."""
        return tuple(dict.fromkeys(self._named()))

    def _named(self) -> Iterable[Source]:
        if not self.is_urgent:
            yield from self.exercise
        for section in self.sections:
            for statement in section.statements:
                yield from statement.sources
        if self.is_urgent:
            yield from self.exercise


@dataclass(frozen=True)
class Learn:
    """All topics, in their order, and what is wrong with the files of those that are missing or lack something."""

    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...] = ()
