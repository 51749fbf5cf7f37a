"""Reading the pages of Learn: a good one comes through whole, whatever is wrong is named with line and column."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core.learn import Basis, Learn, Picture, Row, Section, Statement, Topic, Urgency
from kneeguide.core.learn_reader import load_learn
from kneeguide.core.routine import Certainty, Source

JONES = Source(
    id="jones-2020",
    authors="Jones A",
    about="Rolling",
    journal="A Journal",
    year=2020,
    found="It was pleasant.",
    certainty=Certainty.LOW,
)
SOURCES = {"jones-2020": JONES}
FIGURES = {"easy-knee-bends"}

PAGE = """\
format: 1
id: rolling
place: 2
title: Rolling
lead: Roll slowly.
certainty: low
sure: One study.
exercise: [jones-2020]
sections:
  - heading: What was found
    picture:
      figure: easy-knee-bends
      caption: A knee that bends.
    says:
      - claim: It was pleasant.
        sources: [jones-2020]
  - heading: Wait if
    urgency: soon
    says:
      - advice: "Have it looked at:"
        sources: [jones-2020]
        points: [a hot knee, a fever]
      - advice: "After that:"
        rows:
          - {when: Better, then: Go on.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, **pages: str) -> Learn:
    for name, text in pages.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_learn(folder, SOURCES, FIGURES)


def problems(learn: Learn) -> list[str]:
    return [f"{Path(p.file).name}:{p.line}:{p.column}: {p.field}: {p.expectation}" for p in learn.problems]


def ids(learn: Learn) -> list[str]:
    return [topic.id for topic in learn.topics]


def edited(old: str, new: str) -> str:
    assert PAGE.count(old) == 1, old
    return PAGE.replace(old, new)


def test_a_page_comes_through_whole(folder: Path) -> None:
    learn = read(folder, rolling=PAGE)
    assert learn.problems == ()
    assert learn.topics == (
        Topic(
            id="rolling",
            title="Rolling",
            lead="Roll slowly.",
            certainty=Certainty.LOW,
            sure="One study.",
            exercise=(JONES,),
            sections=(
                Section(
                    "What was found",
                    (Statement("It was pleasant.", Basis.RESEARCH, (JONES,)),),
                    Picture("easy-knee-bends", "A knee that bends."),
                ),
                Section(
                    "Wait if",
                    (
                        Statement("Have it looked at:", Basis.JUDGEMENT, (JONES,), ("a hot knee", "a fever")),
                        Statement("After that:", Basis.JUDGEMENT, rows=(Row("Better", "Go on."),)),
                    ),
                    urgency=Urgency.SOON,
                ),
            ),
        ),
    )


def test_pages_stand_in_their_places_whatever_their_files_are_called(folder: Path) -> None:
    first = PAGE.replace("id: rolling", "id: zebra").replace("place: 2", "place: 1")
    learn = read(folder, rolling=PAGE, zebra=first)
    assert ids(learn) == ["zebra", "rolling"]


def test_what_is_no_page_is_left_alone(folder: Path) -> None:
    (folder / "README.md").write_text("# How to write a page\n", encoding="utf-8")
    assert read(folder, rolling=PAGE).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "format: 1",
            "format: true",
            "1:1: format: must be 1",
        ),
        (
            "        sources: [jones-2020]\n  - heading: Wait if",
            "  - heading: Wait if",
            "15:9: sections[1].says[1]: is a claim without a source; name one, or call it advice if it is our own "
            "judgement",
        ),
        (
            "- claim: It was pleasant.",
            "- claim: It was pleasant.\n        advice: Do it.",
            "15:9: sections[1].says[1]: needs either a claim or advice",
        ),
        (
            '- advice: "After that:"\n        rows:',
            "- rows:",
            "23:9: sections[2].says[2]: needs either a claim or advice",
        ),
        (
            "- claim: It was pleasant.\n        sources: [jones-2020]",
            "- claim: It was pleasant.\n        sources: [jones-2020, jones-1820]",
            "16:31: sections[1].says[1].sources[2]: is none of the sources that come with KneeGuide",
        ),
        (
            "exercise: [jones-2020]",
            "exercise: [smith-1999]",
            "8:12: exercise[1]: is none of the sources that come with KneeGuide",
        ),
        ("exercise: [jones-2020]\n", "", "1:1: exercise: is required"),
        ("certainty: low\n", "", "1:1: certainty: is required"),
        ("sure: One study.\n", "", "1:1: sure: is required"),
        (
            "certainty: low",
            "certainty: fair",
            "6:1: certainty: must be one of high, moderate, low-to-moderate, low, low-to-very-low, very-low or "
            "expert-opinion",
        ),
        ("urgency: soon", "urgency: panic", "18:5: sections[2].urgency: must be one of now or soon"),
        ("lead: Roll slowly.", "leed: Roll slowly.", "5:1: leed: is not a field that belongs here; check its spelling"),
        ("id: rolling", "id: strolling", "2:1: id: must be rolling, as the file is named"),
        ("title: Rolling", "title: [Rolling]", "4:1: title: must be text; put it in quotes"),
    ],
)
def test_a_page_with_a_mistake_is_left_out_and_the_mistake_is_named(
    folder: Path, old: str, new: str, problem: str
) -> None:
    other = PAGE.replace("id: rolling", "id: other").replace("place: 2", "place: 3")
    learn = read(folder, rolling=edited(old, new), other=other)
    assert f"rolling.yaml:{problem}" in problems(learn)
    assert ids(learn) == ["other"]


def test_a_figure_that_is_none_is_named_and_the_page_stands_without_it(folder: Path) -> None:
    learn = read(folder, rolling=edited("figure: easy-knee-bends", "figure: hard-knee-bends"))
    assert problems(learn) == [
        "rolling.yaml:12:7: sections[1].picture.figure: is none of the figures that come with KneeGuide; it is left out"
    ]
    (topic,) = learn.topics
    assert [section.picture for section in topic.sections] == [None, None]


def test_a_page_without_a_picture_is_named(folder: Path) -> None:
    bare = edited("    picture:\n      figure: easy-knee-bends\n      caption: A knee that bends.\n", "")
    learn = read(folder, rolling=bare)
    assert problems(learn) == ["rolling.yaml:9:1: sections: needs a picture in one of its sections"]
    assert ids(learn) == ["rolling"]


def test_of_two_pages_in_one_place_the_second_is_left_out(folder: Path) -> None:
    learn = read(folder, rolling=PAGE, strolling=PAGE.replace("id: rolling", "id: strolling"))
    assert ids(learn) == ["rolling"]
    assert problems(learn) == ["strolling.yaml:3:1: place: is already the place of rolling"]


def test_all_that_is_wrong_comes_in_one_pass_in_the_order_of_the_file(folder: Path) -> None:
    wrong = PAGE.replace("[jones-2020]", "[smith-1999]").replace("id: rolling", "id: strolling")
    assert [problem.line for problem in read(folder, rolling=wrong).problems] == [2, 8, 16, 21]


def test_a_file_that_cannot_be_read_costs_only_itself(folder: Path) -> None:
    (folder / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    (folder / "folder.yaml").mkdir()
    learn = read(folder, rolling=PAGE, cut="format: [")
    assert ids(learn) == ["rolling"]
    assert {Path(problem.file).name for problem in learn.problems} == {"binary.yaml", "cut.yaml", "folder.yaml"}


def test_without_pages_it_says_so(tmp_path: Path) -> None:
    learn = load_learn(tmp_path / "gone", SOURCES, FIGURES)
    assert learn.topics == ()
    assert [problem.expectation for problem in learn.problems] == ["holds nothing to read; install KneeGuide again"]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoilt")


@given(st.data())
def test_no_text_makes_it_raise(spoilt: Path, data: st.DataObject) -> None:
    """Any stretch of a page replaced by anything gives a page or a problem."""
    start = data.draw(st.integers(0, len(PAGE)))
    end = data.draw(st.integers(start, len(PAGE)))
    put = data.draw(st.one_of(st.text(max_size=20), st.sampled_from(["- ", "{", "[", ": ", "\n", "null", "1"])))
    (spoilt / "rolling.yaml").write_bytes((PAGE[:start] + put + PAGE[end:]).encode("utf-8", "surrogatepass"))
    learn = load_learn(spoilt, SOURCES, FIGURES)
    assert learn.topics or learn.problems
