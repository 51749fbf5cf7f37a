"""The words of a card stand below each other in any width, and are found once for each."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from kneeguide import paths
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.card_lines import CardLines

FACTS = ["5 min", "Chair", "Hands"]
TAGS = ["Osteoarthritis", "Front of thigh", "Calf"]


@pytest.mark.parametrize("why", ["", "Left out today to spare your hands and for a long reason."])
@pytest.mark.parametrize("width", [256, 300, 460])
def test_each_part_stands_below_the_one_before(dressed: QApplication, width: int, why: str) -> None:
    places = CardLines("Five-minute seated ease", FACTS, why, TAGS).at(width)
    lines = [[places.stage], [places.title], places.facts, *([] if places.why is None else [[places.why]]), places.tags]
    assert (places.why is None) == (not why)
    for above, below in pairwise(lines):
        assert max(place.bottom() for place in above) < min(place.top() for place in below)
    assert places.height > places.tags[-1].bottom()


def test_a_card_without_tags_ends_below_its_facts(dressed: QApplication) -> None:
    bare, full = (CardLines("Five-minute seated ease", FACTS, "", tags).at(300) for tags in ([], TAGS))
    assert bare.tags == []
    assert bare.facts[-1].bottom() < bare.height < full.height


def test_the_same_width_is_not_measured_twice(dressed: QApplication) -> None:
    lines = CardLines("Five-minute seated ease", FACTS, "", TAGS)
    assert lines.at(300) is lines.at(300)


def test_other_tags_are_measured_anew(dressed: QApplication) -> None:
    lines = CardLines("Five-minute seated ease", FACTS, "", [])
    bare = lines.at(300)
    lines.set_tags(TAGS)
    assert len(lines.at(300).tags) == len(TAGS)
    assert lines.at(300).title == bare.title


def test_larger_letters_take_more_room_once_they_are_measured(dressed: QApplication) -> None:
    lines = CardLines("Five-minute seated ease", FACTS, "", TAGS)
    usual = lines.at(300)
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    lines.measure_anew()
    assert lines.at(300).height > usual.height
    apply(dressed, LIGHT, paths.assets_dir(), 100)
