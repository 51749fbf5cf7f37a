"""The welcome says what KneeGuide is and who should not use it, and lets nobody on without a tick of their own."""

import pytest
from on_screen import on_screen
from page_checks import POSES, at_size, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.pages.welcome import WelcomePage
from kneeguide.ui.theme import DARK, LIGHT, apply
from kneeguide.ui.widgets.illustration import Illustration


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> WelcomePage:
    made = WelcomePage(LIGHT, POSES)
    qtbot.addWidget(made)
    made.show_welcome()
    return made


def test_nobody_gets_on_without_the_tick(qtbot: QtBot, page: WelcomePage) -> None:
    assert not page._adult.ticked
    assert not page._continue.isEnabled()
    assert page._continue.accessibleDescription() == "Tick the box to continue"
    with qtbot.assertNotEmitted(page.accepted):
        qtbot.mouseClick(page._continue, Qt.MouseButton.LeftButton)


def test_the_way_on_by_keyboard(qtbot: QtBot, page: WelcomePage) -> None:
    page.setFocus()
    box = page.focusWidget()
    assert box is page._adult.box
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert page._continue.accessibleDescription() == ""
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
        "a free timer and guide for gentle self-massage",
        "It gives general information. It cannot examine you. It does not diagnose or treat anything.",
        "are under 18",
        "strength and movement are the main plan",
        "Unsure, pregnant or ill for a long time? Ask a doctor or physio first. Stop if something feels wrong.",
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
    assert in_view(page, page._emergency)
    assert page.scroll_area.verticalScrollBar().maximum() == 0


def test_the_figure_comes_once_the_page_has_been_seen(qtbot: QtBot, page: WelcomePage) -> None:
    assert page.findChildren(Illustration) == []
    on_screen(qtbot, page, 1200, 800)
    qtbot.waitUntil(lambda: page.findChildren(Illustration) != [])
    (figure,) = page.findChildren(Illustration)
    assert "glides both palms" in figure.accessibleName()
    page.set_colours(DARK)
    assert page.findChildren(Illustration) == [figure]


def test_large_letters_put_who_should_not_use_it_first_and_do_without_the_figure(
    page: WelcomePage, dressed: QApplication
) -> None:
    at_size(page, 1200, 800)
    assert page._figure.isVisibleTo(page)
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    at_size(page, 900, 600)
    assert not page._figure.isVisibleTo(page)
    assert page._not_for.y() < page._what_it_is.y()
    assert faults(page) == []
