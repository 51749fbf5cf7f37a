"""The first page of a review: five signs, whom to call, and one plain no to all. Nothing is given in advance."""

import pytest
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.questions import EMERGENCY, Question
from kneeguide.ui import emergency_wording
from kneeguide.ui.pages.emergency import EmergencyPage
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.boxes import STEP

NONE, SEE = "I have none of these", "See what to do"


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> EmergencyPage:
    made = EmergencyPage()
    on_screen(qtbot, made)
    made.show_signs("")
    return made


def has(page: EmergencyPage, question: Question) -> None:
    page._signs[question].yes.click()


def test_every_sign_is_there_and_none_is_answered(page: EmergencyPage) -> None:
    said = words(page).lower()
    assert all(emergency_wording.sign(question) in said for question in EMERGENCY)
    assert "Call 999, 112, 911 or your local emergency number now if you have any of these:" in words(page)
    assert "Do not massage. Do not drive yourself." in words(page)
    assert not any(each.isChecked() for each in page.findChildren(QAbstractButton))


def test_none_of_these_is_said_once_and_on_purpose(qtbot: QtBot, page: EmergencyPage) -> None:
    with qtbot.waitSignal(page.none_told), qtbot.assertNotEmitted(page.told):
        qtbot.mouseClick(button(page, NONE), Qt.MouseButton.LeftButton)


def test_the_keyboard_does_not_begin_on_none_of_these(qtbot: QtBot, page: EmergencyPage) -> None:
    page.setFocus()
    with qtbot.assertNotEmitted(page.none_told):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Space):
            qtbot.keyClick(page.focusWidget(), key)
    assert page.focusWidget() is page._signs[EMERGENCY[0]].yes


@pytest.mark.parametrize("question", EMERGENCY)
def test_a_sign_says_whom_to_call_at_once_and_takes_the_no_away(
    qtbot: QtBot, page: EmergencyPage, announced: list[str], question: Question
) -> None:
    has(page, question)
    assert "Call your emergency number now: 999, 112, 911 or your local one" in words(page)
    assert any("call your emergency number now" in each.lower() for each in announced)
    assert NONE not in [each.accessibleName() for each in page.findChildren(QAbstractButton)]
    with qtbot.waitSignal(page.told) as told, qtbot.assertNotEmitted(page.none_told):
        qtbot.mouseClick(button(page, SEE), Qt.MouseButton.LeftButton)
    assert told.args == [(question,)]


def test_several_signs_are_all_told(qtbot: QtBot, page: EmergencyPage) -> None:
    for question in (EMERGENCY[3], EMERGENCY[0]):
        has(page, question)
    with qtbot.waitSignal(page.told) as told:
        button(page, SEE).click()
    assert told.args == [(EMERGENCY[0], EMERGENCY[3])]


def test_a_slip_of_the_hand_can_be_taken_back(page: EmergencyPage) -> None:
    has(page, EMERGENCY[1])
    has(page, EMERGENCY[1])
    assert button(page, NONE).isEnabled()
    assert "if you have any of these" in words(page)


def test_the_users_own_number_is_used(page: EmergencyPage) -> None:
    page.show_signs("116 117")
    assert "Call 116 117 now if you have any of these:" in words(page)
    has(page, EMERGENCY[0])
    assert "Call 116 117 now" in words(page).splitlines()


def test_the_next_time_nothing_is_answered(page: EmergencyPage) -> None:
    has(page, EMERGENCY[2])
    page.show_signs("")
    assert not any(each.isChecked() for each in page.findChildren(QAbstractButton))
    assert button(page, NONE).isEnabled()


def test_there_is_a_way_out(qtbot: QtBot, page: EmergencyPage) -> None:
    with qtbot.waitSignal(page.cancelled):
        button(page, "Not now").click()


@pytest.mark.parametrize(("width", "height"), [*PAGE_SIZES, (1200, 800), (900, 600)])
@pytest.mark.parametrize("told", [(), EMERGENCY])
def test_all_of_it_is_seen_at_once(
    qtbot: QtBot, page: EmergencyPage, width: int, height: int, told: tuple[Question, ...]
) -> None:
    for question in told:
        has(page, question)
    at_size(page, width, height)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
    assert in_view(page, page._call)
    if height >= 800 or (width >= 900 and not told):  # the first time the page has the window to itself
        qtbot.waitUntil(lambda: all(in_view(page, row) for row in page._signs.values()), timeout=1000)


@pytest.mark.parametrize(("height", "upright"), [(600, 1), (800, 2)])
def test_the_signs_stand_close_only_where_there_is_little_room(page: EmergencyPage, height: int, upright: int) -> None:
    at_size(page, 900, height)
    for row in page._signs.values():
        assert row.column.contentsMargins().top() == upright * STEP


def test_the_smallest_window_has_no_scroll_bar_for_a_few_pixels(qtbot: QtBot, page: EmergencyPage) -> None:
    at_size(page, 900, 600)
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().maximum() == 0, timeout=1000)


def test_none_of_these_waits_until_every_sign_was_in_view(
    qtbot: QtBot, dressed: QApplication, page: EmergencyPage
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    at_size(page, 900, 600)
    page.show_signs("")
    qtbot.waitUntil(lambda: page._on.text() == "Show the other 4 signs", timeout=1000)
    signs = list(page._signs.values())
    shown: set[int] = set()
    with qtbot.assertNotEmitted(page.none_told):
        while page._on.text() != NONE:
            shown |= {number for number, row in enumerate(signs) if in_view(page, row)}
            before = page.scroll_area.verticalScrollBar().value()
            qtbot.mouseClick(page._on, Qt.MouseButton.LeftButton)
            assert page.scroll_area.verticalScrollBar().value() > before
    shown |= {number for number, row in enumerate(signs) if in_view(page, row)}
    assert shown == {0, 1, 2, 3, 4}
    page.scroll_area.verticalScrollBar().setValue(0)
    with qtbot.waitSignal(page.none_told):
        qtbot.mouseClick(page._on, Qt.MouseButton.LeftButton)


def test_the_next_time_the_signs_have_to_be_seen_again(
    qtbot: QtBot, dressed: QApplication, page: EmergencyPage
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    at_size(page, 900, 600)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page._on.text() == NONE
    page.show_signs("")
    assert page._on.text().startswith("Show the")


def test_a_sign_can_be_told_before_all_were_seen(qtbot: QtBot, dressed: QApplication, page: EmergencyPage) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    at_size(page, 900, 600)
    page.show_signs("")
    has(page, EMERGENCY[0])
    with qtbot.waitSignal(page.told):
        button(page, SEE).click()
