"""Deleting everything is asked twice, at two places, and says before what goes and what stays."""

import pytest
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from kneeguide.ui.pages.delete_everything import DeleteEverythingPage

GO_ON, NOW = "Go on to delete", "Delete everything now"
SURE, ROUTINES = "I understand that it cannot be undone.", "Delete the routines of my own too"


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> DeleteEverythingPage:
    made = DeleteEverythingPage()
    qtbot.addWidget(made)
    made.show_question(3)
    return made


def visible(page: DeleteEverythingPage) -> set[str]:
    return {each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)}


def tick(page: DeleteEverythingPage, name: str) -> QCheckBox:
    found = button(page, name)
    assert isinstance(found, QCheckBox)
    return found


def test_it_says_what_goes_and_what_stays_and_that_waiting_times_go_too(page: DeleteEverythingPage) -> None:
    said = words(page)
    assert "Your health answers and any waiting time." in said
    assert "asks you everything anew" in said
    assert "If you were told to wait or to see somebody, please still do." in said
    assert "Files that you saved elsewhere" in said
    assert visible(page) == {"Keep everything", GO_ON, ROUTINES}


def test_the_second_question_is_at_another_place_and_wants_a_tick(qtbot: QtBot, page: DeleteEverythingPage) -> None:
    at_size(page, 1004, 800)
    first = button(page, GO_ON)
    place = first.rect().translated(first.mapTo(page, first.rect().topLeft()))
    with qtbot.assertNotEmitted(page.delete_requested):
        first.click()
        button(page, NOW).click()
    at_size(page, 1004, 800)
    second = button(page, NOW)
    assert not second.isEnabled()
    assert not place.intersects(second.rect().translated(second.mapTo(page, second.rect().topLeft())))
    assert GO_ON not in visible(page)
    tick(page, SURE).click()
    with qtbot.waitSignal(page.delete_requested) as told:
        second.click()
    assert told.args == [False]


def test_own_routines_go_only_if_it_is_ticked(qtbot: QtBot, page: DeleteEverythingPage) -> None:
    tick(page, ROUTINES).click()
    button(page, GO_ON).click()
    tick(page, SURE).click()
    with qtbot.waitSignal(page.delete_requested) as told:
        button(page, NOW).click()
    assert told.args == [True]


def test_without_own_routines_there_is_nothing_to_tick_for_them(page: DeleteEverythingPage) -> None:
    page.show_question(0)
    assert ROUTINES not in visible(page)


def test_what_was_ticked_is_forgotten_when_it_is_asked_again(page: DeleteEverythingPage) -> None:
    tick(page, ROUTINES).click()
    button(page, GO_ON).click()
    tick(page, SURE).click()
    page.show_question(3)
    assert visible(page) == {"Keep everything", GO_ON, ROUTINES}
    assert not tick(page, ROUTINES).isChecked()
    button(page, GO_ON).click()
    assert not button(page, NOW).isEnabled()


def test_a_tick_that_is_taken_away_closes_it_again(page: DeleteEverythingPage) -> None:
    button(page, GO_ON).click()
    tick(page, SURE).click()
    tick(page, SURE).click()
    assert not button(page, NOW).isEnabled()


def test_everything_can_be_kept_at_any_time(qtbot: QtBot, page: DeleteEverythingPage) -> None:
    for _ in range(2):
        with qtbot.waitSignal(page.back_requested):
            button(page, "Keep everything").click()
        button(page, GO_ON).click()


def test_why_nothing_was_deleted_is_said(page: DeleteEverythingPage) -> None:
    page.show_trouble("Nothing was deleted: the disk is gone.")
    assert "Nothing was deleted: the disk is gone." in words(page)
    page.show_question(3)
    assert "Nothing was deleted" not in words(page)


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
@pytest.mark.parametrize("asked_again", [False, True])
def test_nothing_is_cut_off_and_the_second_question_is_in_view(
    qtbot: QtBot, page: DeleteEverythingPage, width: int, height: int, asked_again: bool
) -> None:
    if asked_again:
        button(page, GO_ON).click()
        tick(page, SURE).click()
    at_size(page, width, height)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
    assert in_view(page, button(page, NOW if asked_again else GO_ON))
