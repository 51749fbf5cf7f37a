"""Knee pain at one moment: a number, or no answer, which can be had again."""

import pytest
from on_screen import on_screen
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown

from kneeguide.ui.widgets.knee_rating import KneeRating

BACK = "Knee pain after: clear the answer"


@pytest.fixture
def rating(qtbot: QtBot) -> KneeRating:
    rating = KneeRating("Knee pain after")
    on_screen(qtbot, rating)
    return rating


def test_a_number_is_told_and_can_be_taken_back(rating: KneeRating) -> None:
    told: list[object] = []
    rating.changed.connect(told.append)
    assert rating.rating is None
    assert BACK not in names(shown(rating, QAbstractButton))
    button(rating, "0, no pain").click()
    assert rating.rating == 0
    button(rating, BACK).click()
    assert rating.rating is None
    assert told == [0, None]


def test_what_is_shown_is_not_told(rating: KneeRating) -> None:
    told: list[object] = []
    rating.changed.connect(told.append)
    rating.show_rating(6)
    assert rating.rating == 6
    rating.show_rating(None)
    assert rating.rating is None
    assert told == []
    assert rating.scale.accessibleName() == "Knee pain after, 0 to 10"
