"""The schema that is shipped says of every field what the reader says."""

import json
from copy import deepcopy
from pathlib import Path

from diaries import records
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kneeguide.core.diary_entries import value_of
from kneeguide.core.diary_file import DiaryFile, schema_text
from kneeguide.core.history_export import record_as_json

VALIDATOR = Draft202012Validator(json.loads(schema_text()))


def test_the_shipped_schema_is_that_of_the_reader() -> None:
    shipped = Path(__file__).parents[2] / "assets" / "schema" / "diary.schema.json"
    assert shipped.read_text(encoding="utf-8") == schema_text()
    Draft202012Validator.check_schema(json.loads(schema_text()))
    assert "sessions" in DiaryFile.model_fields


@st.composite
def mutations(draw: st.DrawFn) -> dict[str, object]:
    """A session with one value taken out, put in or changed."""
    value = deepcopy(record_as_json(draw(records())))
    place: object = value
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))  # type: ignore[arg-type]
        if not keys:
            return value
        key = draw(st.sampled_from(keys))
        inner = place[key]  # type: ignore[index]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            place = inner
            continue
        what = draw(st.sampled_from(["drop", "add", "change"]))
        if what == "drop":
            del place[key]  # type: ignore[attr-defined]
        elif what == "add" and isinstance(place, dict):
            place["more"] = 1
        else:
            place[key] = draw(  # type: ignore[index]
                st.sampled_from([None, True, -1, 3, 11, 0.5, "", "x", "2026-03-02T18:00:00+01:00", [], {}, [None]])
            )
        return value


@given(mutations())
def test_the_schema_lets_pass_whatever_the_reader_takes_and_no_wrong_field(session: dict[str, object]) -> None:
    taken, problems = value_of("sessions", session, 1)
    found = VALIDATOR.is_valid({"format": "kneeguide-diary", "version": 1, "sessions": [session]})
    only_between = all("planned stage" in str(each) or "key twice" in str(each) for each in problems)
    assert found == (taken is not None or only_between), problems
