"""The user sees where everything is and what the copies hold; nothing is put back before its change was shown."""

from datetime import date
from pathlib import Path

import pytest
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.erasing import Kind, Stored
from kneeguide.core.safe_copy import Contents, CopyKind, SafeCopy
from kneeguide.ui.pages.your_data import YourDataPage

FOLDER = "/home/margaret/.local/share/kneeguide"
STORED = tuple(Stored(kind, number, 1000 * number) for number, kind in enumerate(Kind))
FIRST = date(2026, 3, 2)
GOOD = SafeCopy(Path("good.db"), date(2026, 11, 20), CopyKind.DAY, 170_000, Contents(45, FIRST, FIRST, 12, 0))
DAMAGED = SafeCopy(Path("bad.db"), date(2026, 11, 19), CopyKind.DAY, 170_000, None)
OLD = SafeCopy(Path("old.db"), date(2026, 10, 1), CopyKind.BEFORE_CHANGE, 9_000, Contents(0, None, None, 57, 0))
LOOK = "What would change with the copy of {}?"
PUT_BACK = "Put this copy back"


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> YourDataPage:
    made = YourDataPage()
    qtbot.addWidget(made)
    made.show_stored(FOLDER, STORED)
    return made


def offered(page: YourDataPage) -> list[str]:
    names = [each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    return [name for name in names if name.startswith("What would change")]


def test_the_one_folder_is_shown_with_all_that_is_in_it(page: YourDataPage) -> None:
    said = words(page)
    assert FOLDER in said
    assert "All files in it together: 21 kB." in said
    assert "Nothing leaves this computer. KneeGuide has no account and sends nothing anywhere." in said


def test_what_takes_room_is_told_to_who_asks(page: YourDataPage) -> None:
    assert "Routines of your own" not in words(page)
    button(page, "Show the files").click()
    assert "Earlier diaries, set aside: 1 file, less than 1 kB" in words(page)
    assert "Routines of your own: 6 files, 6 kB" in words(page)
    assert "Diary, plans and health answers" not in words(page), "there is none"
    button(page, "Hide the files").click()
    assert "Routines of your own" not in words(page)


def test_the_path_of_the_folder_can_be_copied(page: YourDataPage, announced: list[str]) -> None:
    button(page, "Copy its path").click()
    assert QGuiApplication.clipboard().text() == FOLDER
    assert announced == ["The path is copied."]


def test_one_goes_back_by_an_outlined_button_and_deleting_comes_last(page: YourDataPage) -> None:
    order = [each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    assert order[-2:] == ["Delete everything", "Back to settings"]
    assert button(page, "Back to settings").property("kind") == "plain"


def test_where_there_is_no_folder_there_is_nothing_to_open_or_delete(page: YourDataPage) -> None:
    page.show_stored("", ())
    assert "There is no folder to keep anything in on this computer." in words(page)
    assert not button(page, "Open the folder").isEnabled()
    assert not button(page, "Copy its path").isEnabled()
    assert not button(page, "Delete everything").isEnabled()


def test_copies_are_listed_and_a_damaged_one_is_named_and_cannot_be_chosen(page: YourDataPage) -> None:
    page.show_copies((GOOD, DAMAGED, OLD))
    said = words(page)
    assert "45 sessions, from" in said
    assert "Copy from before an update of KneeGuide, 9 kB" in said
    assert "Damaged, or made by a newer KneeGuide. It cannot be put back." in said
    assert offered(page) == [LOOK.format("Fri 20 Nov 2026"), LOOK.format("Thu 1 Oct 2026")]


def test_a_copy_is_put_back_only_after_its_change_was_shown(qtbot: QtBot, page: YourDataPage) -> None:
    page.show_copies((GOOD, OLD))
    assert PUT_BACK not in [
        each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)
    ]
    with qtbot.assertNotEmitted(page.put_back_requested):
        button(page, LOOK.format("Thu 1 Oct 2026")).click()
    assert "Put back the copy of Thu 1 Oct 2026?" in words(page)
    assert "57 sessions that are not in this copy would go from your diary." in words(page)
    with qtbot.waitSignal(page.put_back_requested) as told:
        button(page, PUT_BACK).click()
    assert told.args == [Path("old.db")]


def test_what_would_change_is_said_to_screen_readers(page: YourDataPage, announced: list[str]) -> None:
    page.show_copies((GOOD,))
    button(page, LOOK.format("Fri 20 Nov 2026")).click()
    assert [said.split(".")[0] for said in announced] == [
        "12 sessions that are not in this copy would go from your diary"
    ]


def test_a_copy_can_be_left_as_it_is(page: YourDataPage) -> None:
    page.show_copies((GOOD,))
    button(page, LOOK.format("Fri 20 Nov 2026")).click()
    button(page, "Leave it as it is").click()
    assert "Put back the copy" not in words(page)
    assert offered(page) == [LOOK.format("Fri 20 Nov 2026")]


def test_what_was_shown_of_a_copy_goes_when_the_copies_are_listed_anew(page: YourDataPage) -> None:
    page.show_copies((GOOD,))
    button(page, LOOK.format("Fri 20 Nov 2026")).click()
    page.show_copies((OLD,))
    assert "Put back the copy" not in words(page)


def test_while_copies_are_looked_at_none_is_offered(page: YourDataPage) -> None:
    page.show_copies((GOOD,))
    page.show_looking()
    assert "The copies are being looked at." in words(page)
    assert offered(page) == []
    assert not button(page, "Make a copy now").isEnabled()
    page.show_copies(())
    assert "There is no copy yet. One is made when you leave KneeGuide." in words(page)
    assert button(page, "Make a copy now").isEnabled()


def test_trouble_is_said_where_the_copies_would_be(page: YourDataPage, announced: list[str]) -> None:
    page.show_copies((GOOD,))
    page.show_trouble("The disk is gone.")
    assert "The disk is gone." in words(page)
    assert announced == ["The disk is gone."]
    assert offered(page) == []


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Open the folder", "folder_requested"),
        ("Make a copy now", "copy_requested"),
        ("Delete everything", "delete_requested"),
        ("Back to settings", "back_requested"),
    ],
)
def test_the_other_buttons_are_wishes(qtbot: QtBot, page: YourDataPage, name: str, signal: str) -> None:
    page.show_copies(())
    with qtbot.waitSignal(getattr(page, signal)):
        button(page, name).click()


@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off_and_a_change_is_in_view(qtbot: QtBot, page: YourDataPage, width: int, height: int) -> None:
    page.show_copies((GOOD, DAMAGED, OLD))
    button(page, LOOK.format("Thu 1 Oct 2026")).click()
    at_size(page, width, height)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
    assert in_view(page, button(page, PUT_BACK))
