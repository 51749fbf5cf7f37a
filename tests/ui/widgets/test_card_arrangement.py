"""On a card of any width words stand below each other, apart, and inside; the height is what they need."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from kneeguide import paths
from kneeguide.ui.theme import LIGHT, TextRole, apply, font_for
from kneeguide.ui.widgets.card_arrangement import WRAPS, CardArrangement, CardWords, Places

FACTS = "12 min · Chair, wall, massage stick, ball"
TAGS = ("Osteoarthritis", "Front of thigh +2")
STAR = QSize(44, 44)
SHORT = CardWords("Calf", FACTS, tags=TAGS)
LONG = SHORT._replace(title="A title that is as long as a title in the library may ever become, and then some")
GREYED = LONG._replace(why="Left out today to spare your hands.")
FIRST = LONG._replace(why="The easiest way to begin. " * 3, tags=(), mark="A good first choice", call="See this one")


def places(words: CardWords, width: int) -> Places:
    return CardArrangement(words, STAR, stands_out=bool(words.mark)).at(width)


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("width", [288, 308, 460, 700, 1100])
@pytest.mark.parametrize("words", [SHORT, LONG, GREYED, FIRST], ids=["short", "long", "greyed", "first"])
def test_nothing_lies_on_anything_else(dressed: QApplication, words: CardWords, width: int, text_size: int) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    least = 560 if words.mark else 288  # as narrow as a card gets
    width = max(width, round(least * text_size / 100))
    said = places(words, width)
    seen = [said.stage, said.star, said.mark, said.title, said.facts, said.why, *said.tags, said.call]
    seen = [place for place in seen if not place.isEmpty()]
    whole = QRect(0, 0, width, said.height)
    assert all(whole.contains(place) for place in seen)
    assert not any(one.intersects(two) for one, two in combinations(seen, 2))


@pytest.mark.parametrize("width", range(288, 330, 3))
@pytest.mark.parametrize("facts", ["5 min · Chair, hands", FACTS])
def test_every_line_has_room_where_it_is_painted(dressed: QApplication, facts: str, width: int) -> None:
    words = LONG._replace(facts=facts)
    said = places(words, width)
    for text, role, place in (
        (words.title, TextRole.STRONG, said.title),
        (words.facts, TextRole.SMALL, said.facts),
    ):
        painted = QFontMetrics(font_for(role)).boundingRect(place, WRAPS, text)
        assert painted.height() <= place.height()
        assert painted.width() <= place.width()


def test_facts_of_a_short_title_stand_level_with_those_of_a_long_one(dressed: QApplication) -> None:
    short, two_lines = (places(SHORT._replace(title=title), 300) for title in ("Calf", "Seated thigh and calf session"))
    assert two_lines.title.height() > short.title.height()
    assert short.facts == two_lines.facts
    assert short.height == two_lines.height


def test_tags_stand_in_one_line_and_what_has_no_room_is_left_out(dressed: QApplication) -> None:
    many = SHORT._replace(tags=TAGS * 3)
    shown = places(many, 300).tags
    assert 0 < len(shown) < len(many.tags)
    assert len({tag.top() for tag in shown}) == 1


def test_why_a_card_is_greyed_stands_between_facts_and_tags(dressed: QApplication) -> None:
    said = places(GREYED, 300)
    assert said.facts.bottom() < said.why.top()
    assert said.why.bottom() < said.tags[0].top()


def test_the_card_that_stands_out_is_wide_and_low(dressed: QApplication) -> None:
    said = places(FIRST, 932)
    assert said.stage.right() < said.title.left()
    assert said.height < 260


def test_large_letters_leave_a_small_picture_beside_the_words(dressed: QApplication) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 150)
    said = places(SHORT._replace(tags=()), 828)
    assert said.stage.width() == 140
    assert said.title.left() > said.stage.right()
    assert said.height < 140
