"""JSON comes in parts with their lines, however it is laid out, and whatever is no JSON is told with its line."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.json_parts import LIST_BEGINS, JsonFault, json_parts

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


class Trickle(io.StringIO):
    """A file that gives a few characters at a time."""

    def read(self, size: int | None = -1) -> str:
        return super().read(3)


def read(text: str) -> dict[str, object]:
    """The object put together again."""
    found: dict[str, object] = {}
    for part in json_parts(Trickle(text)):
        if part.value is LIST_BEGINS:
            found[part.name] = []
        elif part.in_list:
            found[part.name].append(part.value)  # type: ignore[attr-defined]
        else:
            found[part.name] = part.value
    return found


@given(st.dictionaries(st.text(max_size=5), values, max_size=4), st.none() | st.integers(0, 3))
def test_the_parts_are_all_there_is(value: dict[str, object], indent: int | None) -> None:
    assert read(json.dumps(value, indent=indent)) == value
    assert read(f"\n {json.dumps(value, indent=indent, ensure_ascii=False)}\t\n") == value


def test_each_part_knows_its_line() -> None:
    text = '{\n"a": 1,\n"b": [\n{"x":\n2},\n3\n]\n}\n'
    assert [(part.line, part.name, part.value) for part in json_parts(io.StringIO(text))] == [
        (2, "a", 1),
        (3, "b", LIST_BEGINS),
        (4, "b", {"x": 2}),
        (6, "b", 3),
    ]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "must be an object: { … }"),
        ("[]", 1, "must be an object: { … }"),
        ("{", 1, "cannot be read as JSON here (Expecting value)"),
        ('{"a": 1', 1, "must have a comma or the end of the object here"),
        ('{"a": 1,}', 1, "must not end in a comma here"),
        ('{"a": [1,\n]}', 2, "must not end in a comma here"),
        ('{"a": [1 2]}', 1, "must have a comma or the end of the list here"),
        ('{"a" 1}', 1, "must have a colon after the name of a field"),
        ("{1: 2}", 1, "must have the name of a field here, in quotes"),
        ('{"a": 1, "a": 2}', 1, "must not have the field 'a' twice"),
        ('{"a": [{"b": 1, "b": 2}]}', 1, "must not have a field twice"),
        ('{"a": NaN}', 1, "must not hold NaN"),
        ('{"a": [-Infinity]}', 1, "must not hold -Infinity"),
        ('{"a": [\n{"b":\nnope}]}', 3, "cannot be read as JSON here (Expecting value)"),
        ("{} {}", 1, "must end after the object"),
        ('{"a": ' + "9" * 5000 + "}", 1, "must not hold a number of so many digits"),
        ('{"a": [' + "[" * 200_000, 1, "must not be nested so deep"),
    ],
)
def test_what_is_no_such_json_is_told_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(JsonFault) as fault:
        list(json_parts(io.StringIO(text)))
    assert (fault.value.line, fault.value.expectation) == (line, says)


def test_a_file_that_is_no_text_is_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "f").write_bytes(b'{"a": "\xff"}')
    with (tmp_path / "f").open(encoding="utf-8") as file, pytest.raises(JsonFault, match="UTF-8"):
        list(json_parts(file))


@given(st.text(alphabet='{}[],:"\\ \n1-eatrue', max_size=40))
def test_whatever_stands_there_is_read_as_by_json_itself_or_told(text: str) -> None:
    try:
        found = read(text)
    except JsonFault:
        return
    assert found == json.loads(text)
