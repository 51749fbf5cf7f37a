"""The JSON Schema that editors go by says the same of every file as the reader, and is the one that is shipped."""

import copy
import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from kneeguide.core.file_fields import GapSeconds, SetSeconds, TotalSeconds
from kneeguide.core.picture_file import is_picture_name
from kneeguide.core.routine_file import RoutineFile
from kneeguide.core.routine_schema import MODELS, schema_of, schema_text
from kneeguide.core.yaml_reader import Document, read_yaml, validate

REPOSITORY = Path(__file__).parents[2]
SHIPPED = REPOSITORY / "routines"
CORPUS = REPOSITORY / "tests" / "corpus"

FOLDERS = {
    "routine": "routines",
    "shipped-routine": "shipped-routines",
    "techniques": "techniques",
    "sources": "sources",
}
"""Where the corpus has files of each kind."""

SAID_BY_THE_READER_ALONE = {
    "bad-seconds-whole-with-a-point": "2.00 may be meant as two minutes; to JSON Schema it is the whole number 2",
    "bad-sets-whole-with-a-point": "as above",
    "bad-version-whole-with-a-point": "as above",
}
"""The files of the corpus that the schema lets pass and the reader does not, and why. It is all that they differ in;
what other files hold (techniques, sources, pictures) is no part of either."""

Place = tuple[str | int, ...]

CASES = [
    pytest.param(kind, path, id=f"{kind}-{path.stem}")
    for kind, folder in FOLDERS.items()
    for path in sorted((CORPUS / folder).glob("*.yaml"))
]


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(kind))


def plain(path: Path) -> Document:
    document, problems = read_yaml(path.read_bytes(), path.name)
    assert problems == []
    assert document is not None
    return document


def faults_to_the_reader(kind: str, document: Document) -> list[str]:
    """What the reader refuses: fields, and the name of a picture, which costs the step its picture alone."""
    file, problems = validate(document, MODELS[kind])
    phases = file.phases if isinstance(file, RoutineFile) else ()
    pictures = [phase.picture for phase in phases if phase.picture is not None]
    return [str(problem) for problem in problems] + [name for name in pictures if not is_picture_name(name)]


def faults_to_an_editor(kind: str, data: object) -> list[str]:
    return [error.message for error in validator(kind).iter_errors(data)]


# -- the shipped schemas -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", MODELS)
def test_the_shipped_schema_is_the_one_of_the_models(kind: str) -> None:
    path = SHIPPED / "schema" / f"{kind}.schema.json"
    anew = f"kneeguide schema {kind} > routines/schema/{path.name}"
    assert path.read_text(encoding="utf-8") == schema_text(kind), f"write it anew: {anew}"


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_keeps_to_the_rules_for_schemas(kind: str) -> None:
    Draft202012Validator.check_schema(schema_of(kind))
    assert schema_text(kind).isascii()


@pytest.mark.parametrize("kind", MODELS)
def test_an_editor_has_something_to_say_of_every_field(kind: str) -> None:
    schema = schema_of(kind)
    described = [part for part in (schema, *schema["$defs"].values()) if "properties" in part]
    assert described
    for part in described:
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert field["description"].endswith("."), name


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.stem)
def test_each_shipped_file_names_its_schema_in_its_first_line_and_fits_it(path: Path) -> None:
    kind, folder = (path.stem, "../schema") if path.parent.name == "shared" else ("shipped-routine", "schema")
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    assert first == f"# yaml-language-server: $schema={folder}/{kind}.schema.json"
    assert faults_to_an_editor(kind, plain(path).data) == []


# -- schema and reader agree ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "path"), CASES)
def test_schema_and_reader_agree(kind: str, path: Path) -> None:
    document = plain(path)
    refused = path.stem.startswith("bad-")
    assert len(faults_to_the_reader(kind, document)) == refused  # a bad file is bad for one reason
    refused_by_schema = refused and path.stem not in SAID_BY_THE_READER_ALONE
    assert bool(faults_to_an_editor(kind, document.data)) == refused_by_schema


def test_the_corpus_is_there() -> None:
    stems = {path.stem for path in CORPUS.glob("*/*.yaml")}
    assert {stem.partition("-")[0] for stem in stems} == {"good", "bad"}
    assert stems >= SAID_BY_THE_READER_ALONE.keys()
    assert len(stems) > 200


SAID_TWICE = {("$defs", "PhaseFields", "properties", name, "type") for name in ("title", "cue")}
"""What "technique, or title and cue" says as well."""


def demands(schema: dict[str, Any], path: Place = ()) -> Iterator[Place]:
    """The place of each word in a schema that can make it refuse something."""
    for word, said in schema.items():
        match word:
            case "properties" | "$defs":
                for name, part in said.items():
                    yield from demands(part, (*path, word, name))
            case "then" | "else" | "items":
                yield from demands(said, (*path, word))
            case "anyOf":
                for number, part in enumerate(said):
                    yield from demands(part, (*path, word, number))
            case "type" if not path or "enum" in schema or "const" in schema:
                pass  # the whole file always is a mapping, and a word of a list always is text
            case "required" | "additionalProperties" | "enum" | "const" | "type" | "pattern":
                yield (*path, word)
            case "minimum" | "maximum" | "minItems" | "maxItems" | "maxLength":
                yield (*path, word)


def test_the_corpus_tries_every_word_of_the_schema_for_users() -> None:
    refused = [plain(path).data for path in sorted((CORPUS / "routines").glob("bad-*.yaml"))]
    refused = [data for data in refused if not validator("routine").is_valid(data)]
    untried = set()
    for path in demands(schema_of("routine")):
        laxer = schema_of("routine")
        around: Any = laxer
        for part in path[:-1]:
            around = around[part]
        del around[path[-1]]
        if not any(Draft202012Validator(laxer).is_valid(data) for data in refused):
            untried.add(path)
    assert untried == SAID_TWICE


@pytest.mark.parametrize(
    ("duration", "least", "most"), [(SetSeconds, 1, 3600), (GapSeconds, 0, 300), (TotalSeconds, 1, 36_000)]
)
def test_schema_and_reader_agree_on_every_duration(duration: Any, least: int, most: int) -> None:
    reader = TypeAdapter(duration)
    editor = Draft202012Validator(reader.json_schema())
    for minutes, seconds in itertools.product([*range(12), *range(57, 62), *range(98, 102)], range(62)):
        for text in {f"{minutes}:{seconds}", f"{minutes}:{seconds:02}", f"{minutes:02}:{seconds:02}"}:
            is_clock = re.fullmatch(r"\d\d?:[0-5]\d", text) is not None
            allowed = is_clock and least <= minutes * 60 + seconds <= most
            assert (can_be_read(reader, text), editor.is_valid(text)) == (allowed, allowed), text


def can_be_read(reader: TypeAdapter[Any], value: object) -> bool:
    try:
        reader.validate_python(value)
    except ValidationError:
        return False
    return True


SEEDS = {
    kind: [plain(path).data for path in sorted((CORPUS / folder).glob("good-*.yaml"))]
    for kind, folder in FOLDERS.items()
}

VALUES = st.one_of(
    st.sampled_from([None, True, False, [], {}, "", " ", "a\nb", "x" * 80, "x" * 81, "x" * 601]),
    st.sampled_from(["1:30", "0:00", "60:01", "chair", "hands", "calf", "it-band", "movement", "hold", "ankle.png"]),
    st.sampled_from(["palm-glides-calf", ["chair"], ["chair", "bed"], [2, 3], [3, 2], {"stroke": "hold"}]),
    st.integers(-1, 12),
    st.integers(-(10**6), 10**6),
    st.floats(-100, 4000).filter(lambda number: not number.is_integer()),
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=100),
)
NAMES = st.sampled_from(
    ["muscle", "technique", "title", "cue", "seconds", "total", "position", "tools", "why", "extra"]
)


def places(value: object, path: Place = ()) -> Iterator[Place]:
    """The path of all that can be taken out of a file or changed in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key)
        yield from places(item, (*path, key))


@st.composite
def changed(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A good file with one to three things dropped, replaced, put twice or added."""
    data: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(SEEDS[kind])))
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from(list(places(data)) or [("format",)]))
        around: Any = data
        for part in above:
            around = around[part]
        value = copy.deepcopy(draw(VALUES))
        match draw(st.sampled_from(["drop", "replace", "add"])):
            case "drop" if last in around or isinstance(around, list):
                del around[last]
            case "add" if isinstance(around, list):
                around.append(copy.deepcopy(around[0]))
            case "add":
                around[draw(NAMES)] = value
            case _:
                around[last] = value
    return data


@given(st.sampled_from(sorted(MODELS)).flatmap(lambda kind: st.tuples(st.just(kind), changed(kind))))
def test_schema_and_reader_agree_on_whatever_is_written(case: tuple[str, dict[str, Any]]) -> None:
    kind, data = case
    document = Document("f.yaml", data, {(): (1, 1)})
    assert bool(faults_to_the_reader(kind, document)) == bool(faults_to_an_editor(kind, data)), json.dumps(data)
