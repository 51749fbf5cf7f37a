"""A row of the table gives back all that its columns hold."""

import csv
import io

import pytest
from diaries import records
from hypothesis import given

from kneeguide.core.diary_entries import value_of
from kneeguide.core.history import Record
from kneeguide.core.history_merge import interrupted, is_same, merged
from kneeguide.core.session_table import COLUMNS, NEEDED, column_of, element_of, row_of


def cells_of(record: Record) -> dict[str, str]:
    """The row as it comes out of a file."""
    text = io.StringIO()
    csv.writer(text).writerow(row_of(record))
    (cells,) = csv.reader(io.StringIO(text.getvalue(), newline=""))
    return dict(zip(COLUMNS, cells, strict=True))


def read(cells: dict[str, str]) -> Record:
    element, problems = element_of(cells)
    value, more = value_of("sessions", element, 2)
    assert not problems
    assert not more
    assert isinstance(value, Record)
    return value


@given(records())
def test_a_session_read_from_its_row_has_the_same_row(record: Record) -> None:
    cells = cells_of(record)
    assert cells_of(read(cells)) == cells


@given(records())
def test_all_that_was_told_comes_back(record: Record) -> None:
    back = read(cells_of(record))
    for name in (
        *("id", "routine_id", "title", "version", "started", "ended", "outcome", "stop_reason", "before", "after"),
        *("next_day", "next_day_told", "next_day_marks", "by_hand", "conditions", "limits", "note"),
    ):
        assert getattr(back, name) == getattr(record, name), name
    assert back.seconds == pytest.approx(record.seconds, abs=0.01)
    assert back.planned_seconds == pytest.approx(record.planned_seconds, abs=0.01)
    there = {dose: time for dose, time in record.doses().items() if time >= 0.001}
    assert {dose: time for dose, time in back.doses().items() if time} == pytest.approx(there, abs=0.01)


@given(records())
def test_a_session_that_is_known_with_its_stages_keeps_them(record: Record) -> None:
    record = interrupted(record)
    assert is_same(merged(record, read(cells_of(record))), record)


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("version", "two", "must be a whole number"),
        ("version", "", "is required"),
        ("pain_after", "-1", "must be a whole number"),
        ("pain_after", "3.5", "must be a whole number"),
        ("pain_after", "٣", "must be a whole number"),
        ("seconds", "1:30", "must be seconds, such as 40 or 40.5"),
        ("seconds", "1e3", "must be seconds, such as 40 or 40.5"),
        ("seconds", "", "must be no less than those of all muscles together"),
        ("seconds_quads_left", "nan", "must be seconds, such as 40 or 40.5"),
        ("by_hand", "TRUE", "must be yes, no or empty"),
    ],
)
def test_a_cell_that_cannot_be_is_named(column: str, cell: str, says: str) -> None:
    cells = dict.fromkeys(COLUMNS, "") | {"version": "1", "seconds": "40.0", "seconds_quads_left": "40.0"}
    _, problems = element_of(cells | {column: cell})
    assert problems[0] == (column, says)


def test_the_fields_of_a_session_are_called_as_the_columns() -> None:
    assert column_of("pain.after") == "pain_after"
    assert column_of("limits[2]") == "limits"
    assert set(NEEDED) < set(COLUMNS)
