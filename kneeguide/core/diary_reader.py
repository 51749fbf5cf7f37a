"""Reading the file of a diary, which is JSON or a table: all that it holds, with all that is wrong with it.

It is read piece by piece: the whole of a diary may not fit into the memory.
"""

import codecs
import csv
import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kneeguide.core.diary import HighPainDay, OverallChange
from kneeguide.core.diary_entries import DiaryProblem, Value, latest_time, value_of
from kneeguide.core.diary_file import ELEMENTS, MOST_TEXT
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.history import Record
from kneeguide.core.history_export import FORMAT, VERSION, Watch
from kneeguide.core.json_parts import LIST_BEGINS, JsonFault, json_parts
from kneeguide.core.session_table import COLUMNS, NEEDED, column_of, element_of

LARGEST = 1 << 31
"""Bytes of a file: some 300,000 sessions of half an hour."""

FUTURE = timedelta(days=1)
"""A session told to be later than that was written under a wrong clock, and would hide every real one after it."""

_LONGEST_LINE = 4 * MOST_TEXT


@contextmanager
def opened_file(path: Path) -> Iterator[tuple[io.TextIOWrapper, tuple[int, int]]]:
    """The file, with its size and the time of its last change; neither a pipe that hangs nor a device without end.

    Raises KneeGuideError where it cannot be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise KneeGuideError(f"{path} is no file. Choose a file that KneeGuide wrote.")
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            if found.st_size > LARGEST:
                raise KneeGuideError(f"{path} is too large for a diary. Choose a file that KneeGuide wrote.")
            with io.TextIOWrapper(file, encoding="utf-8-sig", newline="") as text:
                yield text, (found.st_size, found.st_mtime_ns)
    except OSError as error:
        reason = error.strerror or "the disk refused"
        raise KneeGuideError(f"{path} cannot be read ({reason}). Choose another file.") from error


def read_values(text: io.TextIOWrapper, size: int, now: datetime, watch: Watch) -> Iterator[Value | DiaryProblem]:
    """All that the file holds, with what is wrong with it, whichever of the two kinds it is.

    ``size``: of the file in bytes, by which ``watch`` is told how far it is. ``now``: nothing can be later than that.
    """
    file = text.buffer
    assert isinstance(file, io.BufferedReader)
    start = file.peek()[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    elements = _json_elements(text) if start.startswith((b"{", b"[")) or not start else _csv_elements(text)
    seen: set[tuple[str, object]] = set()
    for number, found in enumerate(elements):
        if number % 50 == 0:
            watch(min(file.tell() / max(size, 1), 1.0))
        if isinstance(found, DiaryProblem):
            yield found
            continue
        name, line, element, rename = found
        value, problems = value_of(name, element, line)
        yield from (replace(problem, field=rename(problem.field)) for problem in problems)
        if value is not None:
            yield from _trouble_between(name, value, line, seen, now)
            yield value


def _trouble_between(
    name: str, value: Value, line: int, seen: set[tuple[str, object]], now: datetime
) -> Iterator[DiaryProblem]:
    what, key = ("day", value.day) if isinstance(value, OverallChange | HighPainDay) else ("id", value.id)
    if (name, key) in seen:
        yield DiaryProblem(line, what, f"is in the file twice: {str(key)[:60]!r}")
    seen.add((name, key))
    latest = latest_time(value)
    if latest is not None and latest > now + FUTURE:
        yield DiaryProblem(line, "started" if isinstance(value, Record) else "ended", "is in the future")


Element = tuple[str, int, object, Callable[[str], str]]
"""Name of the list, line, the element, and how a field of it is called in the file."""


def _json_elements(text: io.TextIOWrapper) -> Iterator[Element | DiaryProblem]:
    told: set[str] = set()
    try:
        for part in json_parts(text):
            told.add(part.name)
            if part.in_list and part.name in ELEMENTS:
                if part.value is not LIST_BEGINS:
                    yield part.name, part.line, part.value, str
            elif part.name in ("format", "version") and not part.in_list:
                if not _is_expected(part.name, part.value):
                    yield DiaryProblem(part.line, part.name, _foreign(part.name, part.value))
                    return
            elif part.name in ELEMENTS:
                yield DiaryProblem(part.line, part.name, "must be a list")
            else:
                yield DiaryProblem(part.line, part.name[:60], "is not a field that belongs here")
                return
    except JsonFault as fault:
        yield DiaryProblem(fault.line, "file", fault.expectation)
        return
    for name in ("format", "version", "sessions"):
        if name not in told:
            yield DiaryProblem(1, name, "is required: a file that KneeGuide wrote has it")


def _is_expected(name: str, value: object) -> bool:
    expected: object = FORMAT if name == "format" else VERSION
    return type(value) is type(expected) and value == expected


def _foreign(name: str, value: object) -> str:
    if name == "version" and type(value) is int and value > VERSION:
        return f"is {value}, of a newer KneeGuide; this one knows up to {VERSION}. Install the newer KneeGuide"
    return f"must be {FORMAT if name == 'format' else VERSION}; KneeGuide did not write this file"


def _csv_elements(text: io.TextIOWrapper) -> Iterator[Element | DiaryProblem]:
    csv.field_size_limit(2 * MOST_TEXT)  # else 131,072 characters, less than a note may have
    line = 1
    try:
        first = text.readline(_LONGEST_LINE)
        between = next((sign for sign in ",;\t" if first.startswith(f"{COLUMNS[0]}{sign}")), ",")
        names = next(csv.reader([first], delimiter=between), [])
        unknown = [name for name in names if name not in COLUMNS]
        missing = [name for name in NEEDED if name not in names]
        if missing:
            yield DiaryProblem(1, "columns", f"must be those of a file that KneeGuide wrote; {missing[0]} is missing")
            return
        for name in unknown:
            yield DiaryProblem(1, f"column {name[:60]!r}", "is none that KneeGuide knows")
        if len(set(names)) < len(names):
            yield DiaryProblem(1, "columns", "must not hold one twice")
        reader = csv.reader(_lines(text), delimiter=between, strict=True)
        for cells in reader:
            line, begun = reader.line_num + 1, line + 1
            if not any(cells):
                continue
            if len(cells) != len(names):
                yield DiaryProblem(begun, "row", f"must have {len(names)} cells, and has {len(cells)}")
                continue
            element, problems = element_of(dict(zip(names, cells, strict=True)))
            yield from (DiaryProblem(begun, name, expectation) for name, expectation in problems)
            yield "sessions", begun, element, column_of
    except UnicodeDecodeError:
        yield DiaryProblem(line, "file", "must be text in UTF-8")
    except csv.Error as error:
        yield DiaryProblem(line, "file", f"cannot be read as a table here ({error})")


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise csv.Error("a line is too long")
        yield line
