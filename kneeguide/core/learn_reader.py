"""Reads the topics of Learn from their files. A claim that names no source is refused; a bad file costs only itself."""

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kneeguide.core.file_fields import Format, Id, Text, Title
from kneeguide.core.learn import Basis, Learn, Picture, Row, Section, Statement, Topic, Urgency
from kneeguide.core.problem import Problem
from kneeguide.core.routine import Certainty, Source
from kneeguide.core.routine_reader import read_document, shown_name
from kneeguide.core.yaml_reader import WHOLE_FILE, Document, validate
from kneeguide.core.yaml_reader import Path as FieldPath

Caption = Annotated[Text, Field(max_length=160)]
Point = Annotated[Text, Field(max_length=300)]


class _Fields(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RowFields(_Fields):
    """A line of a table."""

    when: Title
    then: Point


class StatementFields(_Fields):
    """Either a ``claim``, which needs a source, or ``advice``, which is our judgement."""

    claim: Text | None = None
    advice: Text | None = None
    sources: tuple[Id, ...] = ()
    points: tuple[Point, ...] = ()
    rows: tuple[RowFields, ...] = ()

    @model_validator(mode="after")
    def _says_what_it_stands_on(self) -> "StatementFields":
        if (self.claim is None) == (self.advice is None):
            raise ValueError("needs either a claim or advice")
        if self.claim is not None and not self.sources:
            raise ValueError("is a claim without a source; name one, or call it advice if it is our own judgement")
        return self


class PictureFields(_Fields):
    """A figure and what to see in it."""

    figure: Id
    caption: Caption


class SectionFields(_Fields):
    """A part of a topic."""

    heading: Title
    urgency: Urgency | None = None
    picture: PictureFields | None = None
    keep_off_map: bool = False
    says: Annotated[tuple[StatementFields, ...], Field(min_length=1)]


class TopicFile(_Fields):
    """One topic. ``place``: where it stands in the list, from 1."""

    format: Format
    id: Id
    place: Annotated[int, Field(ge=1, le=99)]
    title: Title
    lead: Text
    certainty: Certainty
    sure: Text
    exercise: Annotated[tuple[Id, ...], Field(min_length=1)]
    sections: Annotated[tuple[SectionFields, ...], Field(min_length=1)]


def load_learn(folder: Path, sources: Mapping[str, Source], figures: Container[str]) -> Learn:
    """Read all topics of a folder, by their places. ``sources`` and ``figures``: those there are, by id.

    Never raises for what the files hold: a topic that cannot be used is left out, a picture that is none is too, and
    why is among the problems.
    """
    topics: dict[int, Topic] = {}
    problems: list[Problem] = []
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        problems.append(Problem(shown_name(folder), 1, 1, WHOLE_FILE, "holds nothing to read; install KneeGuide again"))
    for path in paths:
        document, found = read_document(path)
        file, invalid = validate(document, TopicFile) if document is not None else (None, [])
        found += invalid
        if document is not None and file is not None:
            found += _disagreements(document, file, path.stem, sources, topics)
            if not found:
                topics[file.place] = _topic(file, sources, figures)
            found += _missing_pictures(document, file, figures)
        problems += sorted(found)
    return Learn(tuple(topics[place] for place in sorted(topics)), tuple(problems))


def _disagreements(
    document: Document, file: TopicFile, stem: str, sources: Mapping[str, Source], taken: Mapping[int, Topic]
) -> Iterator[Problem]:
    if file.id != stem:
        yield document.problem(("id",), f"must be {stem}, as the file is named")
    if file.place in taken:
        yield document.problem(("place",), f"is already the place of {taken[file.place].id}")
    for path, name in _named_sources(file):
        if name not in sources:
            yield document.problem(path, "is none of the sources that come with KneeGuide")


def _named_sources(file: TopicFile) -> Iterator[tuple[FieldPath, str]]:
    for number, name in enumerate(file.exercise):
        yield ("exercise", number), name
    for place, section in enumerate(file.sections):
        for order, statement in enumerate(section.says):
            for number, name in enumerate(statement.sources):
                yield ("sections", place, "says", order, "sources", number), name


def _missing_pictures(document: Document, file: TopicFile, figures: Container[str]) -> Iterator[Problem]:
    pictured = [(place, section.picture) for place, section in enumerate(file.sections) if section.picture]
    if not pictured:
        yield document.problem(("sections",), "needs a picture in one of its sections")
    for place, picture in pictured:
        if picture.figure not in figures:
            path = ("sections", place, "picture", "figure")
            yield document.problem(path, "is none of the figures that come with KneeGuide; it is left out")


def _topic(file: TopicFile, sources: Mapping[str, Source], figures: Container[str]) -> Topic:
    return Topic(
        id=file.id,
        title=file.title,
        lead=file.lead,
        certainty=file.certainty,
        sure=file.sure,
        exercise=_sources(file.exercise, sources),
        sections=tuple(
            Section(
                heading=section.heading,
                statements=tuple(_statement(said, sources) for said in section.says),
                picture=_picture(section.picture, figures),
                keep_off_map=section.keep_off_map,
                urgency=section.urgency,
            )
            for section in file.sections
        ),
    )


def _statement(said: StatementFields, sources: Mapping[str, Source]) -> Statement:
    return Statement(
        text=said.claim or said.advice or "",
        basis=Basis.JUDGEMENT if said.claim is None else Basis.RESEARCH,
        sources=_sources(said.sources, sources),
        points=said.points,
        rows=tuple(Row(row.when, row.then) for row in said.rows),
    )


def _picture(fields: PictureFields | None, figures: Container[str]) -> Picture | None:
    if fields is None or fields.figure not in figures:
        return None
    return Picture(fields.figure, fields.caption)


def _sources(names: Iterable[str], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    return tuple(sources[name] for name in names)
