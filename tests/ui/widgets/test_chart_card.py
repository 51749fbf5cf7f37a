"""A chart stands in a card with its words, and turns into its table and back."""

from datetime import date

import pytest
from on_screen import on_screen
from page_checks import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, texts

from kneeguide.core.history_sums import Span
from kneeguide.core.pain_pair import PainPair
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.chart_card import ChartCard
from kneeguide.ui.widgets.chart_marks import Mark
from kneeguide.ui.widgets.chart_pain import PainChart


@pytest.fixture
def card(dressed: QApplication, qtbot: QtBot) -> ChartCard:
    chart = PainChart(LIGHT, "Pain")
    card = ChartCard(LIGHT, "Pain", chart, ((Mark.RING, "ink", "before"),))
    on_screen(qtbot, card, 580, 420)
    return card


def fill(card: ChartCard) -> None:
    assert isinstance(card.picture, PainChart)
    card.picture.show_pain([PainPair(date(2026, 3, 2), 4, 3, None)], Span.SESSION)
    card.show_chart("One session.", ("When", "Before"), [1], lambda _: ("2 March", "4"))


def test_while_sums_are_under_way_it_says_so(card: ChartCard) -> None:
    assert texts(card) == ["Pain", "Adding up …"]
    assert not card.picture.isVisible()


def test_it_turns_into_its_table_and_back(card: ChartCard) -> None:
    fill(card)
    assert card.picture.isVisible()
    assert not card.table.isVisible()
    button(card, "Pain: Show as a table").click()
    assert card.table.isVisible()
    assert not card.picture.isVisible()
    assert "before" not in texts(card)
    fill(card)
    assert card.table.isVisible()
    button(card, "Pain: Show as a picture").click()
    assert card.picture.isVisible()


def test_the_summary_is_there_for_eyes_and_ears(card: ChartCard) -> None:
    fill(card)
    assert "One session." in texts(card)
    assert card.picture.accessibleDescription() == "One session."


def test_what_is_pointed_at_is_written_below(card: ChartCard, qtbot: QtBot) -> None:
    fill(card)
    assert not any(words.startswith("Point at a mark") for words in texts(card))
    card.picture.setFocus()
    assert any(words.startswith("Point at a mark") for words in texts(card))
    qtbot.keyClick(card.picture, Qt.Key.Key_End)
    assert "Mon 2 Mar 2026: before 4, after 3, next day not answered" in texts(card)
    card.picture.clearFocus()
    assert not any(words.startswith(("Point at a mark", "Mon 2 Mar")) for words in texts(card))


def test_whoever_comes_with_the_mouse_is_told_how_to_read_it(card: ChartCard) -> None:
    fill(card)
    height = card.heightForWidth(900)
    card.picture.approached.emit(True)
    assert any(words.startswith("Point at a mark") for words in texts(card))
    assert card.heightForWidth(900) == height


def test_where_there_is_nothing_it_says_why(card: ChartCard) -> None:
    fill(card)
    card.show_nothing("Nothing was told.")
    assert texts(card) == ["Pain", "Nothing was told."]
    card.set_colours(DARK)


def test_nothing_is_cut_off(card: ChartCard, qtbot: QtBot) -> None:
    fill(card)
    card.grab()
    qtbot.waitUntil(lambda: faults(card) == [], timeout=1000)
