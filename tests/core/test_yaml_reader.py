"""What a hand-written or hostile file turns into: plain values, or problems that say where and what."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from kneeguide.core import yaml_reader
from kneeguide.core.problem import Problem
from kneeguide.core.routine import Tool
from kneeguide.core.yaml_reader import Document, field_name, read_yaml, validate

REPOSITORY = Path(__file__).parents[2]


def value_of(text: str) -> object:
    document, problems = read_yaml(f"x: {text}\n".encode(), "f.yaml")
    assert problems == []
    assert document is not None
    return document.data["x"]


def problems_of(source: str | bytes) -> list[str]:
    _, problems = read_yaml(source if isinstance(source, bytes) else source.encode(), "f.yaml")
    return [str(problem) for problem in problems]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers that PyYAML may bring: the fast one, and the pure one where it was built without libyaml."""
    monkeypatch.setattr(yaml_reader, "_PARSER", getattr(yaml, request.param))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("40", 40),
        ("-3", -3),
        ("3.5", 3.5),
        ("-0.25", -0.25),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("1:30", "1:30"),
        ("01:30", "01:30"),
        ("1:30:00", "1:30:00"),
        ("010", "010"),
        ("08", "08"),
        ("0o10", "0o10"),
        ("0x1F", "0x1F"),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("+5", "+5"),
        ("1e3", "1e3"),
        ("1.0e+3", "1.0e+3"),
        (".5", ".5"),
        ("5.", "5."),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1,5", "1,5"),
        ("2026-01-02", "2026-01-02"),
        ("2026-13-45", "2026-13-45"),
        ("'40'", "40"),
        ('"true"', "true"),
        ("''", ""),
        ('"null"', "null"),
        ("9" * 5000, "9" * 5000),
        ("|\n  40", "40\n"),
        ("[1, no, 1:30]", [1, "no", "1:30"]),
        ("{on: 1, 2: b}", {"on": 1, "2": "b"}),
        ("Knie größer, 膝", "Knie größer, 膝"),
        ('"a\\tb\\nc"', "a\tb\nc"),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_a_scalar_is_what_its_author_sees(text: str, value: object) -> None:
    got = value_of(text)
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(
    ("source", "line", "column", "names"),
    [
        ("a: &x 1\n", 1, 4, "anchors"),
        ("a: &x [*x]\n", 1, 4, "anchors"),
        ("a: 1\nb: *x\n", 2, 4, "anchors"),
        ("a: !!binary aGk=\n", 1, 4, "tags"),
        ("a: !!set {b, c}\n", 1, 4, "tags"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "tags"),
        ("a: ! b\n", 1, 4, "tags"),
        ("a: 1\n<<: {b: 2}\n", 2, 1, "merge"),
        ("? [a]\n: b\n", 1, 3, "name of a field"),
        ("{a: b}: c\n", 1, 1, "name of a field"),
        ("'': c\n", 1, 1, "name of a field"),
        ('"a\\nb": c\n', 1, 1, "name of a field"),
        ('"\\u202e": c\n', 1, 1, "name of a field"),
        ("a: 1\n---\nb: 1\n", 2, 1, "one document"),
        ("", 1, 1, "consist of fields"),
        ("# nothing but this\n", 1, 1, "consist of fields"),
        ("word\n", 1, 1, "consist of fields"),
        ("- a\n- b\n", 1, 1, "consist of fields"),
        ("a: 'x\x00'\n", 1, 6, "U+0000"),
        ("a: b\nc: d\x1b\n", 2, 5, "U+001B"),
        ("a: x\x85y\n", 1, 5, "U+0085"),
        ("a: x\u2028y\n", 1, 5, "U+2028"),
        ("a: \u202eevil\n", 1, 4, "U+202E"),
        ("a: \u2066evil\n", 1, 4, "U+2066"),
        ("a: b\ufeff\n", 1, 5, "U+FEFF"),
        (b"a: caf\xe9\n", 1, 7, "UTF-8"),
        (b"a: 1\nb: \xff\xfe\n", 2, 4, "UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, 1, "UTF-8"),
        (b"a: \xed\xa0\x80\n", 1, 4, "UTF-8"),
        ("[" * 500, 1, 21, "20 deep"),
        ("[" * 50_000, 1, None, "20 deep"),  # newer libyaml looks ahead and gives up by itself
        ("{a: " * 30, 1, 81, "20 deep"),
        ("x:\n" + "- a\n" * 25_000, None, 3, "20000"),
        (b"a: " + b"x" * (256 * 1024), 1, 1, "256 KiB"),
        ("a: b: c\n", 1, None, "quotes"),
        ("a:\n\t- b\n", 2, 1, "tabs"),
        ("a: [1, 2\nb: 3\n", 2, None, "bracket"),
        ("a: 'open\n", None, None, "quote is opened"),
        ('a: "\\q"\n', 1, None, "backslash"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "indented"),
        ("a\nb: c\n", 2, None, "quotes"),
        ("%X\n", None, None, "YAML"),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_what_cannot_be_read_is_one_problem_with_its_place(
    source: str | bytes, line: int | None, column: int | None, names: str
) -> None:
    document, problems = read_yaml(source if isinstance(source, bytes) else source.encode(), "f.yaml")
    assert document is None
    assert len(problems) == 1
    assert names in problems[0].expectation
    assert line is None or problems[0].line == line
    assert column is None or problems[0].column == column


@pytest.mark.usefixtures("either_parser")
def test_half_a_character_is_refused_by_either_parser() -> None:
    assert len(problems_of('a: "\\ud800"\n')) == 1


@pytest.mark.usefixtures("either_parser")
def test_a_field_given_twice_names_both_lines_and_the_rest_is_still_read() -> None:
    document, problems = read_yaml(b"title: a\nsets: 1\ntitle: b\nphases:\n- {gap: 1, gap: 2}\n", "f.yaml")
    assert [str(problem) for problem in problems] == [
        "f.yaml:3:1: title: is given twice, in line 1 and in line 3; keep one",
        "f.yaml:5:12: phases[1].gap: is given twice, in line 5 and in line 5; keep one",
    ]
    assert document is not None
    assert document.data == {"title": "a", "sets": 1, "phases": [{"gap": 1}]}


def test_an_unseen_character_that_comes_in_by_an_escape_is_refused_where_it_stands() -> None:
    assert problems_of('a: 1\nb: [x, "y\\0"]\nc: "\\u202e"\n') == [
        "f.yaml:2:8: b[2]: must not contain the unseen character U+0000",
        "f.yaml:3:4: c: must not contain the unseen character U+202E",
    ]


def test_a_mark_of_byte_order_and_windows_line_ends_do_no_harm() -> None:
    document, problems = read_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f.yaml")
    assert problems == []
    assert document is not None
    assert document.data == {"a": 1, "b": 2}
    assert document.places[("b",)] == (2, 1)


def test_every_value_knows_its_place() -> None:
    document, _ = read_yaml(b"title: x\nphases:\n  - seconds: 40\n    gap: 5\n  - {sets: 2}\n", "f.yaml")
    assert document is not None
    assert document.places == {
        (): (1, 1),
        ("title",): (1, 1),
        ("phases",): (2, 1),
        ("phases", 0): (3, 5),
        ("phases", 0, "seconds"): (3, 5),
        ("phases", 0, "gap"): (4, 5),
        ("phases", 1): (5, 5),
        ("phases", 1, "sets"): (5, 6),
    }
    assert document.problem(("phases", 0, "sides"), "is required") == Problem(
        "f.yaml", 3, 5, "phases[1].sides", "is required"
    )


def test_a_field_name_is_cut_so_that_a_problem_stays_one_short_line() -> None:
    assert field_name(("x" * 5000,)) == "x" * 40
    assert field_name(()) == "file"


@pytest.mark.parametrize(
    "source",
    [
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9)),
        "[" * 200_000,
        "{a: " * 60_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: " + "[" * 19 + "]" * 19 + "\n" + "b: " + "'" * 200_001,
        "".join(f"k{n}: {n}\n" for n in range(20_000)),
        "a: |\n" + "  x\n" * 60_000,
        "a: " + "x " * 120_000,
    ],
    ids=["laughs", "brackets", "braces", "dashes", "questions", "quotes", "names", "block", "words"],
)
def test_bombs_are_refused_or_read_quickly_without_hurting_the_process(source: str) -> None:
    """In a process of its own, since what is feared is a crash of it; 2 s of processor time are the limit."""
    program = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (2, 2))\n"
        "from kneeguide.core.yaml_reader import read_yaml\n"
        "document, problems = read_yaml(sys.stdin.buffer.read(), 'bomb.yaml')\n"
        "assert document is not None or len(problems) == 1\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], input=source.encode(), cwd=REPOSITORY, capture_output=True
    )
    assert (finished.returncode, finished.stderr) == (0, b"")


yaml_text = st.lists(
    st.sampled_from(
        [*"abc01:-?&*!|>'\"%@`{}[],#\n\t \\~", "\n  ", ": ", "- ", "---\n", "<<", "!!", "\\u", "true", "1:30", "\x00"]
    ),
    max_size=60,
).map("".join)


@given(yaml_text)
def test_whatever_is_typed_only_problems_come_out(text: str) -> None:
    check_only_problems(text.encode())


@given(st.binary(max_size=200))
def test_whatever_the_bytes_only_problems_come_out(source: bytes) -> None:
    check_only_problems(source)


def check_only_problems(source: bytes) -> None:
    document, problems = read_yaml(source, "f.yaml")
    assert document is not None or problems
    for problem in problems:
        assert "\n" not in str(problem)
        str(problem).encode()
    if document is not None:
        check_plain(document.data)
        validate(document, Routine)


def check_plain(value: object) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            assert type(name) is str
            check_plain(inner)
    elif isinstance(value, list):
        for inner in value:
            check_plain(inner)
    else:
        assert value is None or type(value) in (str, int, float, bool)


class Step(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    seconds: int = Field(ge=1, le=3600)
    tools: tuple[Tool, ...] = ()


class Routine(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=2, max_length=10)
    steps: tuple[Step, ...] = Field(min_length=1, max_length=2)
    tempo: float = Field(default=1.0, gt=0, lt=9)
    loud: bool = False


def document_of(source: str) -> Document:
    document, problems = read_yaml(source.encode(), "f.yaml")
    assert problems == []
    assert document is not None
    return document


def test_a_good_document_becomes_a_model() -> None:
    model, problems = validate(document_of("title: Mine\nsteps: [{seconds: 5, tools: [ball]}]\ntempo: 2\n"), Routine)
    assert problems == []
    assert model == Routine(title="Mine", steps=(Step(seconds=5, tools=(Tool.BALL,)),), tempo=2.0)


def test_all_problems_of_a_document_come_in_one_pass_in_the_order_of_the_file() -> None:
    source = """\
title: 5
steps:
  - seconds: 0
  - secnds: 4
  - seconds: 1.5
    tools: [ball, spoon]
  - seconds: "60"
  - seconds: 4000
  - seconds:
tempo: fast
loud: yes
extra: 1
"""
    _, problems = validate(document_of(source), Routine)
    assert [str(problem) for problem in problems] == [
        "f.yaml:1:1: title: must be text; put it in quotes",
        "f.yaml:3:5: steps[1].seconds: must be 1 or more",
        "f.yaml:4:5: steps[2].secnds: is not a field that belongs here; check its spelling",
        "f.yaml:4:5: steps[2].seconds: is required",
        "f.yaml:5:5: steps[3].seconds: must be a whole number",
        "f.yaml:6:19: steps[3].tools[2]: must be one of hands, stick, ball or roller",
        "f.yaml:7:5: steps[4].seconds: must be a whole number",
        "f.yaml:8:5: steps[5].seconds: must be 3600 or less",
        "f.yaml:9:5: steps[6].seconds: needs a value; there is none",
        "f.yaml:10:1: tempo: must be a number",
        "f.yaml:11:1: loud: must be true or false",
        "f.yaml:12:1: extra: is not a field that belongs here; check its spelling",
    ]


@pytest.mark.parametrize(
    ("line", "expectation"),
    [
        ("title: M", "must have 2 or more characters"),
        ("title: A very long title", "must have no more than 10 characters"),
        ("steps: []", "must have 1 or more entries"),
        ("steps: [{seconds: 1}, {seconds: 1}, {seconds: 1}]", "must have no more than 2 entries"),
        ("steps: {seconds: 1}", "must be a list, such as [one, two]"),
        ("steps: [5]", "must be fields with values (name: value)"),
        ("tempo: 0", "must be more than 0"),
        ("tempo: 9", "must be less than 9"),
        ("loud: 1", "must be true or false"),
    ],
)
def test_the_rule_that_was_broken_is_named_in_plain_words(line: str, expectation: str) -> None:
    good = {"title": "title: Mine", "steps": "steps: [{seconds: 1}]"}
    good[line.partition(":")[0]] = line
    _, problems = validate(document_of("\n".join(good.values())), Routine)
    assert [problem.expectation for problem in problems] == [expectation]


def uses_of_yaml_loading(folder: Path) -> list[str]:
    forbidden = ("yaml.load", "safe_load", "full_load", "unsafe_load", "yaml.compose", "yaml.Loader", "get_single_data")
    return [
        f"{path.name}: {word}"
        for path in sorted(folder.rglob("*.py"))
        for word in forbidden
        if word in path.read_text(encoding="utf-8")
    ]


def test_pyyaml_never_loads_anything_by_itself(tmp_path: Path) -> None:
    assert uses_of_yaml_loading(REPOSITORY / "kneeguide") == []
    assert uses_of_yaml_loading(REPOSITORY / "packaging") == []
    (tmp_path / "bad.py").write_text("data = yaml.safe_load(text)", encoding="utf-8")
    assert uses_of_yaml_loading(tmp_path) == ["bad.py: safe_load"]
