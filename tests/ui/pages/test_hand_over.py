"""Each step of handing over says what will happen, offers one way on, and shows what is wrong."""

import pytest
from on_screen import on_screen
from page_checks import PAGE_SIZES, at_size, faults
from PySide6.QtWidgets import QAbstractButton, QApplication, QProgressBar
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.diary_entries import DiaryProblem
from kneeguide.core.history_import import Preview
from kneeguide.ui.pages.hand_over import HandOverPage

SOME = Preview(new=12, known=3, updated=1)
BAD = Preview(problems=tuple(DiaryProblem(line, "note", "must be text") for line in range(1, 30)), problem_count=40)


@pytest.fixture
def page(qtbot: QtBot) -> HandOverPage:
    page = HandOverPage()
    on_screen(qtbot, page)
    return page


@pytest.mark.parametrize(("words", "is_table"), [("Save everything", False), ("Save a table", True)])
def test_the_kind_of_file_is_chosen_by_what_it_is_for(
    page: HandOverPage, qtbot: QtBot, words: str, is_table: bool
) -> None:
    page.show_kinds()
    with qtbot.waitSignal(page.kind_chosen) as chosen:
        button(page, words).click()
    assert chosen.args == [is_table]


def test_work_shows_how_far_it_is_and_can_be_given_up(page: HandOverPage, qtbot: QtBot) -> None:
    page.show_working("Export your diary", "Writing diary.json …")
    page.show_share(0.4)
    (bar,) = shown(page, QProgressBar)
    assert (bar.value() / bar.maximum(), bar.accessibleName()) == (0.4, "Writing diary.json …")
    assert names(shown(page, QAbstractButton)) == ["Cancel"]
    with qtbot.waitSignal(page.left):
        button(page, "Cancel").click()


def test_the_preview_counts_and_asks(page: HandOverPage, qtbot: QtBot) -> None:
    page.show_preview("diary.json", SOME)
    assert texts(page)[0] == "Bring in diary.json?"
    facts = ["New sessions", "12", "Already here", "3", "Updated", "1"]
    assert [text for text in texts(page) if text in facts] == facts
    with qtbot.waitSignal(page.agreed):
        button(page, "Bring in").click()


def test_where_there_is_nothing_new_there_is_nothing_to_agree_to(page: HandOverPage) -> None:
    page.show_preview("diary.json", Preview(known=3))
    assert names(shown(page, QAbstractButton)) == ["Back to history"]


def test_a_file_that_cannot_be_brought_in_leads_on_to_another(page: HandOverPage, qtbot: QtBot) -> None:
    page.show_preview("theirs.json", BAD)
    with qtbot.waitSignal(page.other_wanted):
        button(page, "Choose another file").click()
    page.show_preview("theirs.json", Preview(new=1))
    assert "Choose another file" not in names(shown(page, QAbstractButton))


def test_the_first_ten_problems_are_shown_and_the_others_counted(page: HandOverPage) -> None:
    page.show_preview("diary.json", BAD)
    told = texts(page)[-1].splitlines()[1:]
    assert told[0] == "line 1: note: must be text"
    assert told[9:] == ["line 10: note: must be text", "… and 30 more"]
    assert names(shown(page, QAbstractButton)) == ["Choose another file", "Back to history"]


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("state", ["kinds", "working", "preview", "problems", "exported", "brought in", "trouble"])
def test_every_step_fits(
    dressed: QApplication, page: HandOverPage, qtbot: QtBot, size: tuple[int, int], state: str
) -> None:
    match state:
        case "kinds":
            page.show_kinds()
        case "working":
            page.show_working("Export your diary", "Writing diary.json …")
        case "preview":
            page.show_preview("kneeguide-diary-2026-11-26.json", SOME)
        case "problems":
            page.show_preview("kneeguide-diary-2026-11-26.json", BAD)
        case "exported":
            page.show_exported(120, "kneeguide-diary-2026-11-26.json")
        case "brought in":
            page.show_brought(0, 3, "kneeguide-diary-2026-11-26.json", ["One of them calls for a rest."])
        case "trouble":
            page.show_trouble("That did not work", "The file cannot be read (Permission denied). Choose another file.")
    at_size(page, *size)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
