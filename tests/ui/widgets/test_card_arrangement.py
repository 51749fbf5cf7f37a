"""On a card of any width words stand below each other, apart, and inside; the height is what they need."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from kneeguide.ui.widgets.card_arrangement import CardArrangement

FACTS = ("5 min", "Chair", "Hands", "Massage stick")
TAGS = ("Osteoarthritis", "Front of thigh", "Calf")


@pytest.mark.parametrize("width", [256, 300, 460, 700])
@pytest.mark.parametrize("ruled_out", ["", "Left out today to spare your hands."], ids=["open", "greyed"])
@pytest.mark.parametrize("tags", [(), TAGS[:1], TAGS], ids=["no tag", "one tag", "tags"])
@pytest.mark.parametrize("title", ["Calf", "A title that is as long as a title in the library may ever become"])
def test_nothing_lies_on_anything_else(
    dressed: QApplication, title: str, tags: tuple[str, ...], ruled_out: str, width: int
) -> None:
    places = CardArrangement(title, FACTS, ruled_out, tags)
    lines = [places.title(width), *places.facts(width), *places.tags(width)]
    if ruled_out:
        lines.append(places.last_line(width))
    whole = QRect(0, 0, width, places.height(width))
    assert all(whole.contains(place) for place in (places.stage(width), *lines))
    assert not any(one.intersects(two) for one, two in combinations([places.stage(width), *lines], 2))


def test_tags_that_have_no_room_in_a_row_go_to_the_next(dressed: QApplication) -> None:
    places = CardArrangement("Title", FACTS, "", TAGS * 2)
    rows = {width: len({tag.top() for tag in places.tags(width)}) for width in (256, 700)}
    assert rows[256] > rows[700]
    assert places.height(256) - places.stage(256).height() > places.height(700) - places.stage(700).height()


def test_why_a_card_is_greyed_stands_between_facts_and_tags(dressed: QApplication) -> None:
    plain = CardArrangement("Title", FACTS, "", TAGS)
    greyed = CardArrangement("Title", FACTS, "Left out today to spare your hands.", TAGS)
    assert plain.last_line(300) == plain.facts(300)[-1]
    assert greyed.facts(300)[-1].bottom() < greyed.last_line(300).top()
    assert greyed.last_line(300).bottom() < greyed.tags(300)[0].top()
    assert greyed.height(300) > plain.height(300)
