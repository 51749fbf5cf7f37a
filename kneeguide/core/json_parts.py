"""Reading a large JSON file piece by piece: one object whose lists are given an element at a time.

The whole of a diary may not fit into the memory, and one call that reads all of it would make the window stand still.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TextIO

_BLANK = " \t\r\n"
_AFTER_NUMBER = f",]}}{_BLANK}"
_AT_ONCE = 1 << 16
_LONGEST = 1 << 24
"""Characters of one element: more than the longest session that anybody could play has."""


LIST_BEGINS = object()
"""The value that stands before the elements of a list, so that an empty one is seen too."""


class JsonPart(NamedTuple):
    """A value of the outer object, or an element of one of its lists. ``line``: from 1, where it begins."""

    line: int
    name: str
    in_list: bool
    value: object


@dataclass
class JsonFault(Exception):  # noqa: N818 - it ends the reading, and is told as a problem of the file
    """Text that is no JSON, or not such as can be read piece by piece."""

    line: int
    expectation: str


class _RefusedError(ValueError):
    """A value that JSON allows and we do not."""


def json_parts(file: TextIO) -> Iterator[JsonPart]:
    """All parts, in the order of the file. Raises JsonFault, and OSError."""
    text = _Text(file)
    text.expect("{", "must be an object: { … }")
    seen: set[str] = set()
    while text.next() != "}":
        line, name = text.line, text.value()
        if not isinstance(name, str):
            raise JsonFault(line, "must have the name of a field here, in quotes")
        if name in seen:
            raise JsonFault(line, f"must not have the field {name[:40]!r} twice")
        seen.add(name)
        text.expect(":", "must have a colon after the name of a field")
        yield from _parts_of(text, name)
        if text.next() == ",":
            text.expect(",", "")
            if text.next() == "}":
                raise JsonFault(text.line, "must not end in a comma here")
        elif text.next() != "}":
            raise JsonFault(text.line, "must have a comma or the end of the object here")
    text.expect("}", "")
    if text.next():
        raise JsonFault(text.line, "must end after the object")


def _parts_of(text: "_Text", name: str) -> Iterator[JsonPart]:
    if text.next() != "[":
        line = text.line
        yield JsonPart(line, name, False, text.value())
        return
    text.expect("[", "")
    yield JsonPart(text.line, name, True, LIST_BEGINS)
    while text.next() != "]":
        line = text.line
        yield JsonPart(line, name, True, text.value())
        if text.next() == ",":
            text.expect(",", "")
            if text.next() == "]":
                raise JsonFault(text.line, "must not end in a comma here")
        elif text.next() != "]":
            raise JsonFault(text.line, "must have a comma or the end of the list here")
    text.expect("]", "")


class _Text:
    """The part of the file that is being looked at."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._decoder = json.JSONDecoder(object_pairs_hook=_without_twins, parse_constant=_no_constant)
        self._text = ""
        self._at = 0
        self._ended = False
        self.line = 1

    def next(self) -> str:
        """The next character that is not blank, empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self.line += self._text[self._at] == "\n"
                self._at += 1
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._read(_AT_ONCE)

    def expect(self, character: str, expectation: str) -> None:
        """Go past a character. Raises JsonFault."""
        if self.next() != character:
            raise JsonFault(self.line, expectation)
        self._at += 1

    def value(self) -> object:
        """Go past a value. Raises JsonFault."""
        self.next()
        more = _AT_ONCE
        while True:
            found: tuple[object, int] | None = None
            try:
                found = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._ended:
                    line = self.line + self._text.count("\n", self._at, error.pos)
                    raise JsonFault(line, f"cannot be read as JSON here ({error.msg})") from None
            except RecursionError:
                raise JsonFault(self.line, "must not be nested so deep") from None
            except _RefusedError as error:
                raise JsonFault(self.line, str(error)) from None
            except ValueError:
                raise JsonFault(self.line, "must not hold a number of so many digits") from None
            if found is not None and self._is_whole(*found):
                value, end = found
                self.line += self._text.count("\n", self._at, end)
                self._at = end
                return value
            if len(self._text) - self._at > _LONGEST:
                raise JsonFault(self.line, f"must not have more than {_LONGEST} characters in one entry")
            self._read(more)
            more *= 2

    def _is_whole(self, value: object, end: int) -> bool:
        """Whether a value cannot go on in what was not read yet: 12 may be the start of 123 or 12.5."""
        if self._ended or not isinstance(value, int | float):
            return True
        return end < len(self._text) and self._text[end] in _AFTER_NUMBER

    def _read(self, size: int) -> None:
        try:
            read = self._file.read(size)
        except UnicodeDecodeError:
            raise JsonFault(self.line, "must be text in UTF-8") from None
        self._text = self._text[self._at :] + read
        self._at = 0
        self._ended = not read


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError("must not have a field twice")
    return found


def _no_constant(constant: str) -> object:
    raise _RefusedError(f"must not hold {constant}")
