"""All places to keep off are on one card, each with its number, its name and the reason."""

import pytest
from page_checks import PAGE_SIZES, at_size, faults, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.keep_off import KeepOff
from kneeguide.ui.keep_off_wording import keep_off, keep_off_reason
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.boxes import PageFrame
from kneeguide.ui.widgets.keep_off_card import KeepOffCard


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> PageFrame:
    page = PageFrame()
    qtbot.addWidget(page)
    page.body.addWidget(KeepOffCard(LIGHT))
    page.body.addStretch(1)
    return page


@pytest.fixture
def card(page: PageFrame) -> KeepOffCard:
    return page.findChildren(KeepOffCard)[0]


@pytest.mark.parametrize("area", KeepOff)
def test_a_place_is_told_with_its_number_and_the_reason(card: KeepOffCard, area: KeepOff) -> None:
    assert f"{area.number}\n{keep_off(area)}\n{keep_off_reason(area)}" in words(card)


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off_on_a_page(page: PageFrame, card: KeepOffCard, width: int, height: int) -> None:
    at_size(page, width, height)
    assert faults(page) == []
    last = card.findChildren(type(page.title))[-1]
    assert last.mapTo(card, last.rect().bottomLeft()).y() < card.height()
    (shown,) = card.findChildren(AreaMap)
    assert shown.height() >= shown.minimumSizeHint().height()


def test_it_follows_a_change_of_theme(card: KeepOffCard) -> None:
    (shown,) = card.findChildren(AreaMap)
    card.resize(700, 900)
    before = shown.grab().toImage()
    card.set_colours(DARK)
    assert shown.grab().toImage() != before
