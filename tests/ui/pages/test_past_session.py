"""Writing down a past session: nothing but when and what has to be told, and nothing that is not over can be kept."""

from datetime import date, timedelta

import pytest
from fakes import SEATED, SORE_DAY, START
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from ui_fakes import button, shown, texts

from kneeguide.core.past_session import PastSession
from kneeguide.core.routine import Legs
from kneeguide.ui.pages.past_session import DAYS, PastSessionPage
from kneeguide.ui.widgets.pain_scale import PainScale


@pytest.fixture
def page(qtbot: QtBot) -> PastSessionPage:
    page = PastSessionPage(START.wall.tzinfo)
    on_screen(qtbot, page)
    page.show_form((SEATED, SORE_DAY), START.wall)
    return page


@pytest.fixture
def kept(page: PastSessionPage) -> list[PastSession]:
    kept: list[PastSession] = []
    page.kept.connect(kept.append)
    return kept


def choose(page: PastSessionPage, name: str, choice: str) -> None:
    (box,) = [each for each in shown(page, QComboBox) if each.accessibleName() == name]
    place = box.findText(choice)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_to_begin_with_it_is_what_could_just_have_been(page: PastSessionPage, kept: list[PastSession]) -> None:
    button(page, "Keep this session").click()
    assert kept == [PastSession(START.wall - timedelta(minutes=15), 10, Legs.BOTH, SEATED)]


def test_just_after_midnight_it_could_just_have_been_yesterday(page: PastSessionPage, kept: list[PastSession]) -> None:
    page.show_form((SEATED,), START.wall + timedelta(hours=6, minutes=5))
    button(page, "Keep this session").click()
    assert kept[0].started == START.wall + timedelta(hours=5, minutes=45)


def test_all_that_can_be_told(page: PastSessionPage, kept: list[PastSession]) -> None:
    choose(page, "What you did", "Sore-day light touch")
    choose(page, "Day", "Yesterday, Sun 1 Mar 2026")
    choose(page, "Started at", "23:45")
    choose(page, "How long", "25 min")
    button(page, "Which legs? Right leg").click()
    before, after = shown(page, PainScale)
    button(before, "5").click()
    button(after, "0, no pain").click()
    button(page, "Keep this session").click()
    begun = START.wall.replace(day=1, hour=23, minute=45)
    assert kept == [PastSession(begun, 25, Legs.RIGHT, SORE_DAY, before=5, after=0)]


def test_something_else_needs_a_few_words(page: PastSessionPage, kept: list[PastSession]) -> None:
    assert not shown(page, QLineEdit)
    choose(page, "What you did", "Something else")
    assert not button(page, "Keep this session").isEnabled()
    assert "Say in a few words what it was." in texts(page)
    shown(page, QLineEdit)[0].setText("  Stick at the gym ")
    button(page, "Keep this session").click()
    (told,) = kept
    assert (told.routine, told.title) == (None, "Stick at the gym")


@pytest.mark.parametrize(
    ("at", "long", "is_over"), [("17:45", "15 min", True), ("17:45", "16 min", False), ("18:00", "1 min", False)]
)
def test_what_is_not_over_cannot_be_kept(page: PastSessionPage, at: str, long: str, is_over: bool) -> None:
    choose(page, "Started at", at)
    choose(page, "How long", long)
    assert button(page, "Keep this session").isEnabled() is is_over
    assert ("That would not be over yet. Choose an earlier time." in texts(page)) is not is_over


def test_days_go_back_a_year_and_not_ahead(page: PastSessionPage) -> None:
    (days,) = [each for each in shown(page, QComboBox) if each.accessibleName() == "Day"]
    assert days.count() == DAYS
    assert days.itemText(0) == "Today, Mon 2 Mar 2026"
    assert days.itemText(DAYS - 1) == "Sun 2 Mar 2025"
    assert date(2025, 3, 2) == START.wall.date() - timedelta(days=DAYS - 1)


def test_each_time_it_begins_anew(page: PastSessionPage, kept: list[PastSession], qtbot: QtBot) -> None:
    button(shown(page, PainScale)[0], "7").click()
    choose(page, "How long", "1 min")
    with qtbot.waitSignal(page.left):
        button(page, "Back to history").click()
    page.show_form((), START.wall)
    assert shown(page, QLineEdit)
    shown(page, QLineEdit)[0].setText("Ball")
    button(page, "Keep this session").click()
    assert kept == [PastSession(START.wall - timedelta(minutes=15), 10, Legs.BOTH, None, "Ball")]


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_nothing_is_cut_off(dressed: QApplication, page: PastSessionPage, qtbot: QtBot, size: tuple[int, int]) -> None:
    choose(page, "What you did", "Something else")
    at_size(page, *size)
    by_arrows = "is not reached by Tab"  # of a row of which one is chosen Tab reaches one, and arrows the others
    qtbot.waitUntil(lambda: [each for each in faults(page) if by_arrows not in each] == [], timeout=1000)
