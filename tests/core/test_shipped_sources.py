"""The sources that come with KneeGuide: what each names, and which of them we have only read about."""

import re
from pathlib import Path

import pytest

from kneeguide.core.library_reader import load_library

SHIPPED = Path(__file__).parents[2] / "routines"
SOURCES = load_library(SHIPPED, None).sources

READ_ABOUT = {
    *("lim-2009", "wells-1997", "wells-2003", "nhs-knee-pain", "mayo-massage", "nih-massage"),
    *("hughes-ramer-2019", "habscheid-2024", "amta-2015", "saleh-2024", "nice-ng226", "acr-2019", "racgp-2018"),
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
