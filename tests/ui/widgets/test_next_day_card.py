"""The card that asks how the knee is the day after: three ways on, each a button."""

import pytest
from on_screen import on_screen
from pytestqt.qtbot import QtBot
from ui_fakes import button

from kneeguide.ui.widgets.next_day_card import NextDayCard


@pytest.mark.parametrize(
    ("name", "wish"), [("Answer", "told"), ("Not now", "put_off"), ("Do not ask for this session", "waved_off")]
)
def test_each_button_is_one_wish(qtbot: QtBot, name: str, wish: str) -> None:
    card = NextDayCard()
    on_screen(qtbot, card)
    with qtbot.waitSignal(getattr(card, wish)):
        button(card, name).click()
    assert [each.accessibleName() for each in card.stops] == ["Answer", "Not now", "Do not ask for this session"]
