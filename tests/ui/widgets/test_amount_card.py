"""How much to do today can be chosen where the rules leave a choice; the careful way is meant first."""

from collections.abc import Iterator

import pytest
from page_checks import button, faults, words
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.core.amount import Amount
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.ui.widgets.amount_card import AmountCard

STEP = [Advice(Rule.STEP, Facts(count=3))]
SHORTER = [Advice(Rule.AFTER_AMBER, Facts(3, 4))]


@pytest.fixture
def card(qtbot: QtBot, dressed: QApplication) -> Iterator[AmountCard]:
    page = QWidget()
    qtbot.addWidget(page)
    made = AmountCard()
    made.setParent(page)
    yield made
    page.close()


def test_a_step_is_offered_and_staying_is_meant(card: AmountCard) -> None:
    card.show_today(STEP, (Amount.SAME, Amount.LONGER, Amount.FIRMER))
    assert words(card).splitlines() == [
        "Today: the same amount, or one step more if you like.",
        "This is because your last 3 sessions were calm.",
        "How much today?",
    ]
    assert button(card, "How much today? Same amount").isChecked()
    assert card.amount is Amount.SAME
    button(card, "How much today? 10 per cent longer").click()
    assert card.amount is Amount.LONGER
    button(card, "How much today? 1 point firmer").click()
    assert card.amount is Amount.FIRMER, "one change only"


def test_a_shorter_session_is_meant_after_a_rise_and_the_user_decides(card: AmountCard) -> None:
    card.show_today(SHORTER, (Amount.SHORTER, Amount.SAME))
    assert card.amount is Amount.SHORTER
    button(card, "How much today? Same amount").click()
    assert card.amount is Amount.SAME


def test_of_one_way_alone_nothing_is_asked(card: AmountCard) -> None:
    card.show_today([Advice(Rule.AFTER_GREEN, Facts(3, 3))], (Amount.SAME,))
    assert card.amount is Amount.SAME
    card.let_choose(True)
    assert "How much today?" not in words(card)


def test_the_choice_can_be_put_away_and_is_made_anew(card: AmountCard) -> None:
    card.show_today(STEP, (Amount.SAME, Amount.LONGER))
    button(card, "How much today? 10 per cent longer").click()
    card.let_choose(False)
    assert [each.accessibleName() for each in card.findChildren(QAbstractButton) if each.isVisibleTo(card)] == []
    card.show_today(STEP, (Amount.SAME, Amount.LONGER))
    assert card.amount is Amount.SAME


def test_all_of_it_can_be_read_and_reached(card: AmountCard) -> None:
    card.show_today(STEP, (Amount.SAME, Amount.LONGER, Amount.FIRMER))
    page = card.parentWidget()
    page.resize(600, 400)
    card.resize(600, 300)
    page.grab()
    assert [fault for fault in faults(card) if not fault.endswith("is not reached by Tab")] == []
