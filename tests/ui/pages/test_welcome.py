"""The welcome says what KneeGuide is and who should not use it, and lets nobody on without a tick of their own."""

import pytest
from page_checks import at_size, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.pages.welcome import WelcomePage


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> WelcomePage:
    made = WelcomePage()
    qtbot.addWidget(made)
    made.show_welcome()
    return made


def test_nobody_gets_on_without_the_tick(qtbot: QtBot, page: WelcomePage) -> None:
    assert not page._adult.ticked
    assert not page._continue.isEnabled()
    assert page._continue.text() == "Tick the box to continue"
    with qtbot.assertNotEmitted(page.accepted):
        qtbot.mouseClick(page._continue, Qt.MouseButton.LeftButton)


def test_the_way_on_by_keyboard(qtbot: QtBot, page: WelcomePage) -> None:
    page.setFocus()
    box = page.focusWidget()
    assert box is page._adult.box
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert page._continue.text() == "Continue"
    with qtbot.waitSignal(page.accepted):
        qtbot.keyClick(page._continue, Qt.Key.Key_Space)


def test_the_tick_is_gone_the_next_time(qtbot: QtBot, page: WelcomePage) -> None:
    qtbot.mouseClick(page._adult.box, Qt.MouseButton.LeftButton, pos=page._adult.box.rect().center())
    page.show_welcome()
    assert not page._adult.ticked
    assert not page._continue.isEnabled()


@pytest.mark.parametrize(
    "words_of_it",
    [
        "It cannot examine you. It does not diagnose or treat anything.",
        "People under 18.",
        "Strength and movement are the main plan",
        "In an emergency, call your emergency number: 999, 112, 911 or your local one.",
        "I am 18 or older and I have read who should not use this.",
        "Everything stays on this computer.",
    ],
)
def test_it_says_what_it_must(page: WelcomePage, words_of_it: str) -> None:
    assert words_of_it in words(page)


@pytest.mark.parametrize(("width", "height"), [(1200, 800), (900, 600)])
def test_nothing_is_cut_off_and_who_should_not_use_it_is_seen_beside_the_tick(
    page: WelcomePage, width: int, height: int
) -> None:
    at_size(page, width, height)
    assert faults(page) == []
    assert in_view(page, page._adult)
    assert in_view(page, page._continue)
    assert in_view(page, page._not_for)
