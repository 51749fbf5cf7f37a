"""A source is named in two words, and in full so that it can be looked up; what was not read is always marked."""

from dataclasses import replace

import pytest

from kneeguide.core.routine import Certainty, Source
from kneeguide.ui import source_wording

pytestmark = pytest.mark.usefixtures("qapp")

PERLMAN = Source(
    id="perlman-2012",
    authors="Perlman AI et al.",
    about="How much massage",
    title="A Dose-Finding Trial",
    journal="PLoS One",
    year=2012,
    identifier="doi:10.1371/x",
    found="60 minutes did more than 30.",
    certainty=Certainty.LOW_TO_MODERATE,
)
NHS = Source(
    id="nhs",
    authors="NHS",
    about="Page on knee pain",
    journal="NHS website",
    year=None,
    found="Lists signs.",
    certainty=Certainty.EXPERT_OPINION,
    verified=False,
)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("authors", "year", "short"),
    [
        ("Perlman AI et al.", 2012, "Perlman 2012"),
        ("Atkins DV, Eichler DA", 2013, "Atkins 2013"),
        ("Sezik AÇ et al.", 2024, "Sezik 2024"),
        ("Cortés Godoy V et al.", 2014, "Cortés Godoy 2014"),
        ("Brooke-Wavell K et al.", 2022, "Brooke-Wavell 2022"),
        ("NHS", None, "NHS"),
        ("European Union", 2017, "European Union 2017"),
        ("US Food and Drug Administration", 2026, "US Food and Drug Administration 2026"),
        ("Case report from Chiang Mai (names to be checked)", 2020, "Case report from Chiang Mai 2020"),
    ],
)
def test_a_short_name_is_who_came_first_and_the_year(authors: str, year: int | None, short: str) -> None:
    assert plain(source_wording.short(replace(PERLMAN, authors=authors, year=year))) == short


def test_no_line_ends_between_a_name_and_its_year() -> None:
    assert source_wording.short(PERLMAN) == "Perlman\u00a02012"


def test_what_is_equally_sure_stands_together_and_nothing_stands_twice() -> None:
    later = replace(PERLMAN, id="perlman-2019", year=2019)
    assert plain(source_wording.short_with_certainty([PERLMAN, NHS, later, NHS])) == (
        "Perlman 2012, Perlman 2019 · low to moderate certainty; NHS (not verified) · rule or expert opinion"
    )


def test_a_list_says_nothing_of_certainty() -> None:
    assert plain(source_wording.short_list([PERLMAN, NHS])) == "Perlman 2012, NHS (not verified)"


def test_in_full_it_can_be_looked_up() -> None:
    assert source_wording.reference(PERLMAN) == (
        "Perlman AI et al. (2012). A Dose-Finding Trial. PLoS One. doi:10.1371/x"
    )
    assert source_wording.reference(NHS) == "NHS (no date). Page on knee pain. NHS website."


def test_what_we_did_not_read_is_marked_beside_what_it_found() -> None:
    assert source_wording.found(PERLMAN) == "60 minutes did more than 30."
    assert source_wording.found(NHS) == (
        "Lists signs. (Not verified: told by others; we have not read it ourselves yet.)"
    )
