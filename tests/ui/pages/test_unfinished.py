"""A session that was broken off can be gone on with, kept or discarded, and is never discarded by one press."""

import pytest
from fakes import START, planned
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.history import StageDone, StageOutcome, opened
from kneeguide.ui.pages.unfinished import UnfinishedPage

RECORD = opened("r7", planned(), 4, START.wall).with_stage(StageDone("1-left-1", 40, 40, StageOutcome.DONE))


@pytest.fixture
def page(qtbot: QtBot) -> UnfinishedPage:
    page = UnfinishedPage()
    on_screen(qtbot, page)
    page.show_unfinished(RECORD, can_resume=True)
    return page


def test_it_says_what_was_begun_and_how_far_it_got(page: UnfinishedPage, qtbot: QtBot) -> None:
    facts = {"Five-minute seated ease", "Mon 2 Mar 2026, 18:00", "Not finished: 0:40 of 3:25", "Front of thigh 0:40"}
    qtbot.waitUntil(lambda: facts <= set(texts(page)))


@pytest.mark.parametrize(
    ("way", "signal"), [("Go on with it", "resume_requested"), ("Keep what I did", "keep_requested")]
)
def test_going_on_and_keeping_carry_the_record(page: UnfinishedPage, qtbot: QtBot, way: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)) as wish:
        button(page, way).click()
    assert wish.args == ["r7"]


def test_discarding_is_asked_about_first(page: UnfinishedPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.discard_requested):
        button(page, "Discard").click()
    assert "Discard this session?" in texts(page)
    with qtbot.waitSignal(page.discard_requested) as wish:
        button(page, "Discard it").click()
    assert wish.args == ["r7"]


def test_a_second_press_in_the_same_place_discards_nothing(
    dressed: QApplication, page: UnfinishedPage, qtbot: QtBot
) -> None:
    at_size(page, 704, 600)
    here = button(page, "Discard").mapTo(page, button(page, "Discard").rect().center())
    button(page, "Discard").click()
    at_size(page, 704, 600)
    there = page.childAt(here)
    assert not isinstance(there, QAbstractButton)


def test_who_thinks_better_of_it_keeps_all_three_ways(page: UnfinishedPage, qtbot: QtBot) -> None:
    button(page, "Discard").click()
    with qtbot.assertNotEmitted(page.discard_requested):
        button(page, "Keep it").click()
    assert names(shown(page, QAbstractButton)) == ["Go on with it", "Keep what I did", "Discard"]
    assert "Discard this session?" not in texts(page)


def test_another_session_is_asked_about_anew(page: UnfinishedPage, qtbot: QtBot) -> None:
    button(page, "Discard").click()
    page.show_unfinished(RECORD, can_resume=True)
    assert "Discard this session?" not in texts(page)
    with qtbot.assertNotEmitted(page.discard_requested):
        button(page, "Discard").click()


def test_without_its_routine_it_can_only_be_kept_or_discarded(page: UnfinishedPage, qtbot: QtBot) -> None:
    page.show_unfinished(RECORD, can_resume=False)
    assert names(shown(page, QAbstractButton)) == ["Keep what I did", "Discard"]
    page.show_unfinished(RECORD, can_resume=True)
    assert len(shown(page, QAbstractButton)) == 3


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_nothing_is_cut_off(dressed: QApplication, page: UnfinishedPage, qtbot: QtBot, size: tuple[int, int]) -> None:
    button(page, "Discard").click()
    at_size(page, *size)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
