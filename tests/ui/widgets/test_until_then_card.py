"""Somebody takes a rest beside what to do until massage opens again, where there is room for both."""

import pytest
from on_screen import on_screen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, shown, texts

from kneeguide.core.figure_colours import figure_colours
from kneeguide.ui import refusal_wording
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.until_then_card import UntilThenCard


@pytest.mark.parametrize(("width", "figures"), [(900, 1), (500, 0)])
def test_the_words_are_always_there_and_the_figure_where_it_has_room(
    dressed: QApplication, qtbot: QtBot, width: int, figures: int
) -> None:
    card = UntilThenCard(LIGHT, POSES)
    on_screen(qtbot, card, width, 300)
    assert {refusal_wording.until_then_title(), refusal_wording.until_then()} <= set(texts(card))
    assert len(shown(card, Illustration)) == figures


def test_a_screen_reader_is_told_of_the_figure_before_it_is_drawn(dressed: QApplication, qtbot: QtBot) -> None:
    card = UntilThenCard(LIGHT, POSES)
    qtbot.addWidget(card)
    (figure,) = card.findChildren(Illustration)
    assert figure.accessibleName() == POSES["rest-and-check-in"].alt


def test_a_figure_that_is_gone_leaves_its_words(dressed: QApplication, qtbot: QtBot) -> None:
    card = UntilThenCard(LIGHT, {})
    on_screen(qtbot, card, 900, 300)
    assert shown(card, Illustration) == []
    assert refusal_wording.until_then() in texts(card)


def test_it_takes_another_theme(dressed: QApplication, qtbot: QtBot) -> None:
    card = UntilThenCard(LIGHT, POSES)
    qtbot.addWidget(card)
    card.set_colours(DARK)
    (figure,) = card.findChildren(Illustration)
    assert figure._colours == figure_colours(DARK.theme, DARK.skin)
