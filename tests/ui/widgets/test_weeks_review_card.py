"""How weeks went, in words; what is said where nothing changed; and three ways on."""

import pytest
from page_checks import at_size, button, faults, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.pain import Change
from kneeguide.core.weekly_plan import Review, WeeksReview
from kneeguide.ui.widgets.weeks_review_card import WeeksReviewCard


@pytest.fixture
def card(qtbot: QtBot, dressed: QApplication) -> WeeksReviewCard:
    card = WeeksReviewCard()
    qtbot.addWidget(card)
    return card


@pytest.mark.parametrize(
    ("back", "says"),
    [
        (WeeksReview(4, 9, Change.CLEARLY_LOWER), ("4 weeks: 9.", "clearly lower", "You can go on like this.")),
        (WeeksReview(4, 9, Change.SAME), ("about the same", "Two more weeks may tell.")),
        (
            WeeksReview(6, 9, Change.SAME),
            ("about the same", "may not be the right tool; strengthening has better support"),
        ),
        (WeeksReview(6, 9, Change.CLEARLY_HIGHER), ("clearly higher", "Ask a doctor or a physiotherapist")),
        (WeeksReview(4, 9, Change.LITTLE_HIGHER), ("a little higher", "Show your knee to a doctor")),
        (WeeksReview(6, 0, Change.NOT_ANSWERED), ("6 weeks: 0.", "Too few pain numbers", "rate your knee")),
    ],
)
def test_what_it_says(card: WeeksReviewCard, back: WeeksReview, says: tuple[str, ...]) -> None:
    card.show_review(back)
    for width in (940, 632, 400):
        at_size(card, width, 500)
        assert faults(card) == []
    assert [each for each in says if each not in words(card)] == []


def test_three_ways_on_by_keyboard(qtbot: QtBot, card: WeeksReviewCard) -> None:
    card.show_review(WeeksReview(6, 12, Change.SAME))
    chosen: list[Review] = []
    card.chosen.connect(chosen.append)
    for name in ("Do the same again", "Change the plan", "Stop here"):
        qtbot.keyClick(button(card, name), Qt.Key.Key_Space)
    assert chosen == [Review.AGAIN, Review.CHANGE, Review.STOP]


def test_more_of_the_same_is_not_put_first_where_nothing_changed(card: WeeksReviewCard) -> None:
    card.show_review(WeeksReview(6, 12, Change.SAME))
    assert button(card, "Do the same again").property("kind") == "plain"
    card.show_review(WeeksReview(6, 12, Change.CLEARLY_LOWER))
    assert button(card, "Do the same again").property("kind") == "primary"
