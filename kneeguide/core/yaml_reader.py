"""The one reader of YAML: strict, bounded, and able to say in which line something is wrong.

PyYAML's own loading is never used. It turns ``1:30`` into 90 and ``no`` into False, lets a second
``seconds:`` win in silence, and its fast parser crashes the process when it composes deep brackets. Here its
events alone are used: they are counted and refused one by one as they come, and plain values are built from
them without recursion.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kneeguide.core.problem import Problem
from kneeguide.core.yaml_wording import advice_on_syntax, expectation_of

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_EVENTS = 20_000

WHOLE_FILE = "file"
"""What a problem names as its field when it concerns no single field."""

Path = tuple[str | int, ...]
Place = tuple[int, int]

# libyaml's events cost a twentieth of the pure parser's, which is all that a PyYAML built without libyaml has.
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

M = TypeVar("M", bound=BaseModel)

_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

_UNSEEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    r"\u2028\u2029"  # ends of lines that editors do not count
    r"\u202a-\u202e\u2066-\u2069"  # turn round the direction of the text beside them
    r"\ufeff\ufffe\uffff\ud800-\udfff"  # no characters, or halves of one
)
_FORBIDDEN_IN_SOURCE = re.compile(f"[{_UNSEEN}]")
_FORBIDDEN_IN_VALUE = re.compile(f"[{_UNSEEN}\r]")
_FORBIDDEN_IN_NAME = re.compile(f"[{_UNSEEN}\r\n\t]")


@dataclass(frozen=True)
class Document:
    """What a file says.

    ``data`` holds only dict, list, str, int, float, bool and None; every key is text. ``places``: line and column,
    from 1, of each path into ``data``: where the name of a field stands, or an entry of a list begins.
    """

    file: str
    data: dict[str, object]
    places: Mapping[Path, Place]

    def problem(self, path: Path, expectation: str) -> Problem:
        """A problem with what is at ``path``, placed at the nearest thing around it that the file contains."""
        known = path
        while known not in self.places:
            known = known[:-1]
        return Problem(self.file, *self.places[known], field_name(path), expectation)


def field_name(path: Path) -> str:
    """A path as people say it, counting entries from 1: ``phases[2].seconds``. Long names are cut."""
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part[:40]}" for part in path)
    return name.removeprefix(".") or WHOLE_FILE


def read_yaml(source: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one mapping from YAML text in UTF-8. ``file`` is the name that problems carry.

    Never raises for anything in ``source``. A document comes back together with problems where reading could go
    on (a field given twice, say), so that the same pass can tell what else is wrong; such a file is not to be
    used. Plain ``true``, ``false``, ``null`` and decimal numbers are values; all else is text, as is all that is
    quoted.
    """
    if len(source) > MAX_BYTES:
        return None, [Problem(file, 1, 1, WHOLE_FILE, f"must be at most {MAX_BYTES // 1024} KiB")]
    builder = _Builder(file)
    try:
        for event in _guarded_events(_decoded(source)):
            builder.take(event)
    except _RefusedError as refused:
        return None, [*builder.problems, Problem(file, *refused.place, WHOLE_FILE, refused.expectation)]
    except yaml.YAMLError as error:
        return None, [
            *builder.problems,
            Problem(file, *_place_of(error), WHOLE_FILE, advice_on_syntax(str(getattr(error, "problem", None)))),
        ]
    except (ValueError, RecursionError):
        return None, [*builder.problems, Problem(file, 1, 1, WHOLE_FILE, "cannot be read as YAML")]
    if not isinstance(builder.root, dict):
        expectation = 'must consist of fields, one a line, such as "title: My routine"'
        return None, [*builder.problems, Problem(file, 1, 1, WHOLE_FILE, expectation)]
    return Document(file, builder.root, builder.places), builder.problems


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Turn a document into a ``model`` without guessing: a number is no text, unknown fields are refused.

    The model should set ``extra="forbid"``; a validator of its own raises ValueError whose text is the
    expectation. All problems come in one pass, in the order of the file.
    """
    try:
        # By way of JSON: strict mode then takes names for enums and lists for tuples, and guesses nothing else.
        return model.model_validate_json(json.dumps(document.data), strict=True), []
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _is_consequence(detail)]
        return None, sorted(document.problem(detail["loc"], expectation_of(detail)) for detail in details)


def _is_consequence(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its entries were refused, which is told for each of them."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


class _RefusedError(Exception):
    """Reading cannot go on; never leaves this module."""

    def __init__(self, place: Place, expectation: str) -> None:
        super().__init__(expectation)
        self.place = place
        self.expectation = expectation


def _decoded(source: bytes) -> str:
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = source[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
        raise _RefusedError((before.count(b"\n") + 1, column), "must be text in UTF-8; save it as UTF-8") from None
    found = _FORBIDDEN_IN_SOURCE.search(text)
    if found is not None:
        before_it = text[: found.start()]
        place = (before_it.count("\n") + 1, len(before_it) - before_it.rfind("\n"))
        raise _RefusedError(place, f"must not contain the unseen character U+{ord(found[0]):04X}")
    return text


def _guarded_events(text: str) -> Iterator[yaml.Event]:
    """The parser's events, cut off at the first that is not allowed: going on costs ever more time."""
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=_PARSER), start=1):
        place = _start(event)
        if count > MAX_EVENTS:
            raise _RefusedError(place, f"has too many entries; the limit is {MAX_EVENTS} names, values and lists")
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise _RefusedError(place, "must not use anchors and aliases (& and *); put text that begins so in quotes")
        if getattr(event, "tag", None) is not None:
            raise _RefusedError(place, "must not use tags (!); put text that begins so in quotes")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _RefusedError(place, "must hold one document; remove this line of dashes and what follows it")
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _RefusedError(place, f"is nested more than {MAX_DEPTH} deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield event


@dataclass
class _Open:
    """A mapping or list whose end has not come. ``key``: the name that waits for its value, if one does."""

    value: dict[str, object] | list[object]
    path: Path
    key: str | None = None


@dataclass
class _Builder:
    """Builds plain values from events, without recursion."""

    file: str
    root: object = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent() if self._awaits_name():
                self._name(event)
            case yaml.ScalarEvent():
                self._add(_scalar(event), _start(event))
            case yaml.CollectionStartEvent():
                place = _start(event)
                if self._awaits_name():
                    raise _RefusedError(place, "must have plain text as the name of a field, not a list or a mapping")
                value: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
                self.open.append(_Open(value, self._add(value, place)))
            case yaml.CollectionEndEvent():
                self.open.pop()

    def _awaits_name(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].value, dict) and self.open[-1].key is None

    def _name(self, event: yaml.ScalarEvent) -> None:
        around, place, name = self.open[-1], _start(event), event.value
        path = (*around.path, name)
        if not name or _FORBIDDEN_IN_NAME.search(name):
            raise _RefusedError(place, "must have plain text on one line as the name of a field")
        if name == "<<" and not event.style:
            raise _RefusedError(place, "must not merge (<<); write the fields out")
        if path in self.places:
            first, _ = self.places[path]
            self._problem(place, path, f"is given twice, in line {first} and in line {place[0]}; keep one")
        self.places.setdefault(path, place)
        around.key = name

    def _add(self, value: object, place: Place) -> Path:
        """Put a value where it belongs and return its path. The first of two values for one name is kept."""
        if not self.open:
            self.root = value
            self.places[()] = place
            return ()
        around = self.open[-1]
        if isinstance(around.value, list):
            path = (*around.path, len(around.value))
            around.value.append(value)
            self.places.setdefault(path, place)
        else:
            assert around.key is not None
            path = (*around.path, around.key)
            around.value.setdefault(around.key, value)
            around.key = None
        unseen = _FORBIDDEN_IN_VALUE.search(value) if isinstance(value, str) else None
        if unseen is not None:  # an escape such as a quoted \0 can bring them in
            self._problem(place, path, f"must not contain the unseen character U+{ord(unseen[0]):04X}")
        return path

    def _problem(self, place: Place, path: Path, expectation: str) -> None:
        self.problems.append(Problem(self.file, *place, field_name(path), expectation))


def _scalar(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    text: str = event.value
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


def _start(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _place_of(error: yaml.YAMLError) -> Place:
    mark = getattr(error, "problem_mark", None)
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
