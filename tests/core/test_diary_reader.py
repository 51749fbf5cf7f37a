"""All that is wrong with a file is told with its place, whether it is JSON or a table, or no diary at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from diaries import CALM, NOW, RED, URGENT, document, element, go_on

from kneeguide.core.diary_entries import DiaryProblem, Value
from kneeguide.core.diary_reader import opened_file, read_values
from kneeguide.core.errors import KneeGuideError
from kneeguide.core.history import Record
from kneeguide.core.history_export import as_csv, record_as_json

LINE = 5
NO_TIME = "must be a time with its offset, such as 2026-03-02T18:00:00+01:00"
NO_STAGE = "must be the key of a planned stage"
VISIT = {"key": "a", "planned": 1, "seconds": 1, "outcome": "done"}
OURS = '{"format": "kneeguide-diary"'
NEWER = "is 2, of a newer KneeGuide; this one knows up to 1. Install the newer KneeGuide"
REQUIRED = "is required: a file that KneeGuide wrote has it"


def read(path: Path) -> list[Value | DiaryProblem]:
    with opened_file(path) as (text, (size, _)):
        return list(read_values(text, size, NOW, go_on))


def problems_of(path: Path) -> list[str]:
    return [str(found) for found in read(path) if isinstance(found, DiaryProblem)]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"id": ""}, "id: must have 1 or more characters"),
        ({"id": 3}, "id: must be text; put it in quotes"),
        ({"started": "yesterday"}, f"started: {NO_TIME}"),
        ({"started": "2026-02-30T10:00:00Z"}, f"started: {NO_TIME}"),
        ({"started": "2026-03-02T10:00:00"}, f"started: {NO_TIME}"),
        ({"started": "0001-01-01T00:00:00Z"}, "started: must be a day from 1901 to 8998"),
        ({"ended": "2030-01-01T00:00:00Z"}, "started: is in the future"),
        ({"version": 1.5}, "version: must be a whole number"),
        ({"version": True}, "version: must be a whole number"),
        ({"outcome": "done"}, "outcome: must be one of open, completed, stopped or interrupted"),
        ({"note": None}, "note: needs a value; there is none"),
        ({"note": "x" * 1_000_001}, "note: must have no more than 1000000 characters"),
        ({"note": "\ud800"}, "note: must not hold halves of characters"),
        ({"pain": {"before": 11, "after": None, "next_day": None}}, "pain.before: must be 10 or less"),
        ({"mood": "good"}, "mood: is not a field that belongs here; check its spelling"),
        ({"stages": [VISIT | {"key": "z"}]}, f"stages[0].key: {NO_STAGE}"),
        ({"stages": [VISIT | {"seconds": -1}]}, "stages[0].seconds: must be 0 or more"),
        ({"eased": [{"key": "z", "cause": "dizzy", "way": "end"}]}, f"eased[0].key: {NO_STAGE}"),
        ({"planned": [record_as_json(CALM)["planned"][0]] * 2, "stages": []}, "planned: must not hold one key twice"),
        ({"conditions": ["gout"]}, "conditions[0]: must be one of osteoarthritis, patellofemoral or it-band"),
    ],
)  # fmt: skip
def test_each_wrong_value_is_told_with_its_line_and_field(
    tmp_path: Path, changes: dict[str, object], says: str
) -> None:
    assert problems_of(document(tmp_path / "f", element(**changes))) == [f"line {LINE}: {says}"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1: file: must be an object: { … }"),
        ("{", "line 1: file: cannot be read as JSON here (Expecting value)"),
        ("{}", f"line 1: format: {REQUIRED}"),
        ('{"format": "other"}', "line 1: format: must be kneeguide-diary; KneeGuide did not write this file"),
        (f'{OURS}, "version": 2}}', f"line 1: version: {NEWER}"),
        (f'{OURS}, "version": true}}', "line 1: version: must be 1; KneeGuide did not write this file"),
        (f'{OURS}, "version": 1}}', f"line 1: sessions: {REQUIRED}"),
        ('{"sessions": {}}', "line 1: sessions: must be a list"),
        ('{"feelings": []}', "line 1: feelings: is not a field that belongs here"),
        ("<html>", "line 1: columns: must be those of a file that KneeGuide wrote; id is missing"),
        ("id,started\r\n", "line 1: columns: must be those of a file that KneeGuide wrote; routine is missing"),
    ],
)  # fmt: skip
def test_a_file_of_something_else_is_told(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "f").write_text(text, encoding="utf-8")
    assert problems_of(tmp_path / "f")[0] == says


def test_problems_of_a_table_name_line_and_column(tmp_path: Path) -> None:
    lines = "".join(as_csv([replace(CALM, note="two\nlines"), replace(RED, id="calm"), URGENT])).split("\r\n")
    lines[2] = lines[2].replace("completed", "over").replace("60.0", "1:00", 1)
    lines[3] += ",more"
    (tmp_path / "f").write_text("\r\n".join(lines), encoding="utf-8", newline="")
    assert problems_of(tmp_path / "f") == [
        "line 4: planned_seconds: must be seconds, such as 40 or 40.5",
        "line 4: outcome: must be one of open, completed, stopped or interrupted",
        f"line 5: row: must have {lines[0].count(',') + 1} cells, and has {lines[0].count(',') + 2}",
    ]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_table_that_a_spreadsheet_saved_with_other_signs_is_read(tmp_path: Path, sign: str) -> None:
    text = "".join(as_csv([CALM]))
    (tmp_path / "f").write_text(text.replace(",", sign), encoding="utf-8", newline="")
    assert [type(found) for found in read(tmp_path / "f")] == [Record]


def test_one_id_twice_is_told(tmp_path: Path) -> None:
    (told,) = problems_of(document(tmp_path / "f", element(), element()))
    assert told.endswith("id: is in the file twice: 'calm'")


def test_a_day_that_is_rated_twice_and_a_place_planned_twice_are_told(tmp_path: Path) -> None:
    rating = {"day": "2026-03-02", "rating": 3}
    stairs = {"id": "s", "name": "Stairs", "added": "2026-03-01T00:00:00Z", "retired": None, "ratings": [rating] * 2}
    overall = [{"day": "2026-03-02", "step": 1}] * 2
    refused = [{"day": "2026-03-03"}] * 2
    file = document(tmp_path / "f", activities=[stairs], overall_change=overall, high_pain_days=refused)
    assert [told.split(": ", 1)[1] for told in problems_of(file)] == [
        "ratings: must not hold one day twice",
        "day: is in the file twice: '2026-03-02'",
        "day: is in the file twice: '2026-03-03'",
    ]


@pytest.mark.parametrize("name", ["nothing", "folder"])
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(KneeGuideError, match=r"(cannot be read|is no file).*Choose"):
        read(tmp_path / name)
