"""The sources that come with KneeGuide: what each names, where it is used, and which we have only read about."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kneeguide.core.learn import Learn
from kneeguide.core.learn_reader import load_learn
from kneeguide.core.library import Library
from kneeguide.core.library_reader import load_library
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.core.question_sources import FOOTING_OF, FOOTING_OF_KEEP_OFF, FOOTING_OF_STOP, FOOTING_OF_SUBJECT

PROJECT = Path(__file__).parents[2]
SHIPPED = PROJECT / "routines"
LEARN = PROJECT / "assets" / "learn"
SOURCES = load_library(SHIPPED, None).sources

READ_ABOUT = {
    *("lim-2009", "wells-1997", "wells-2003", "nhs-knee-pain", "mayo-massage", "nih-massage"),
    *("hughes-ramer-2019", "amta-2015", "saleh-2024", "nice-ng226", "acr-2019", "racgp-2018"),
    *("jospt-2019", "neal-2024", "fairclough-2006", "thomee-1997", "silbernagel-2007", "melzack-wall-1965"),
    "guyatt-2008",
}
"""What we state of these was not read in the source itself, or could not be."""

IDENTIFIER = re.compile(r"doi:10\.\d{4,5}/\S+|PMID \d+|PMC\d+|IRAS \d+")


def test_what_was_not_read_in_the_source_is_marked() -> None:
    assert {source.id for source in SOURCES.values() if not source.verified} == READ_ABOUT


@pytest.mark.parametrize("id", SOURCES)
def test_each_says_who_what_where_and_what_it_found(id: str) -> None:
    source = SOURCES[id]
    assert source.authors
    assert source.about
    assert source.journal
    assert source.found.endswith(".")
    assert ". " not in source.found  # one sentence
    assert not source.identifier or IDENTIFIER.fullmatch(source.identifier)
    in_id = re.search(r"-((?:19|20)\d\d)$", id)
    assert not in_id or source.year == int(in_id[1])


def test_no_two_share_an_identifier() -> None:
    identifiers = [source.identifier for source in SOURCES.values() if source.identifier]
    assert len(identifiers) == len(set(identifiers))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the routines and the pages of Learn as they are shipped, to be spoilt."""
    shutil.copytree(SHIPPED, tmp_path / "routines")
    shutil.copytree(LEARN, tmp_path / "learn")
    return tmp_path


def shipped(routines: Path, learn: Path) -> tuple[Library, Learn]:
    library = load_library(routines, None)
    return library, load_learn(learn, library.sources, PoseShelf(PROJECT / "assets" / "figures"))


def named(library: Library, learn: Learn) -> Iterator[str]:
    """Each source that a routine, a technique, a page of Learn or the tables of the safety questions rest on."""
    for resting in (*library.routines, *library.techniques.values(), *learn.topics):
        yield from (source.id for source in resting.sources)
    for table in (FOOTING_OF, FOOTING_OF_STOP, FOOTING_OF_KEEP_OFF, FOOTING_OF_SUBJECT):
        for footing in table.values():
            yield from footing.sources


def faults(library: Library, learn: Learn) -> list[str]:
    """Sources that are listed and never used, or used and not listed."""
    used = set(named(library, learn))
    unused = [f"{id}: is used nowhere" for id in library.sources if id not in used]
    unknown = [f"{id}: is not listed" for id in sorted(used - set(library.sources))]
    return unused + unknown + [str(problem) for problem in (*library.problems, *learn.problems)]


def test_every_source_is_used_and_every_one_that_is_used_is_listed() -> None:
    assert faults(*shipped(SHIPPED, LEARN)) == []


def test_a_source_that_is_used_nowhere_would_be_noticed(copy: Path) -> None:
    listed = copy / "routines" / "shared" / "sources.yaml"
    text = listed.read_text(encoding="utf-8")
    added = text + text[text.rindex("  - id: ") :].replace("ftc-2022", "never-used")
    listed.write_text(added, encoding="utf-8")
    assert faults(*shipped(copy / "routines", copy / "learn")) == ["never-used: is used nowhere"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("routines/pf-roller-full.yaml", "wilke-2018"),
        ("routines/shared/techniques.yaml", "couture-2015"),
        ("learn/it-band.yaml", "park-2022"),
    ],
)
def test_a_source_that_is_not_listed_would_be_noticed(copy: Path, file: str, name: str) -> None:
    path = copy / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(name, "never-listed", 1), encoding="utf-8")
    assert any(path.name in fault for fault in faults(*shipped(copy / "routines", copy / "learn")))


def test_a_source_of_a_question_that_is_not_listed_would_be_noticed(copy: Path) -> None:
    listed = copy / "routines" / "shared" / "sources.yaml"
    text = listed.read_text(encoding="utf-8")
    listed.write_text(text.replace("id: stiell-1996", "id: other-1996"), encoding="utf-8")
    assert "stiell-1996: is not listed" in faults(*shipped(copy / "routines", copy / "learn"))
