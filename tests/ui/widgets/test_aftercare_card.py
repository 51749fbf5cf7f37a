"""The card says both sides, or only what to watch for."""

import pytest
from page_checks import words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui import aftercare_wording
from kneeguide.ui.widgets.aftercare_card import AftercareCard


@pytest.mark.parametrize("both", [True, False])
def test_what_is_normal_can_be_left_out_and_what_is_not_cannot(qtbot: QtBot, dressed: QApplication, both: bool) -> None:
    card = AftercareCard()
    qtbot.addWidget(card)
    card.show_both(both)
    assert all((point in words(card)) == both for point in aftercare_wording.normal())
    assert all(point in words(card) for point in aftercare_wording.not_normal())
    assert aftercare_wording.if_not_normal() in words(card)
    assert (aftercare_wording.main_plan() in words(card)) == both, (
        "the last word of a session that went as it was meant"
    )
