"""What will be on paper can be seen, turned, read as text and chosen; nothing about health is told unasked."""

import pytest
from long_diaries import summed
from page_checks import PAGE_SIZES, at_size, button, faults, in_view, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.history_filter import Period
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.report import ReportChoices
from kneeguide.ui.pages.paper_preview import PaperPreviewPage
from kneeguide.ui.paper.document import as_text
from kneeguide.ui.paper.report_document import report_pages
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.paper_view import PaperView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> PaperPreviewPage:
    page = PaperPreviewPage()
    qtbot.addWidget(page)
    begin(page)
    document, pages = report_pages(summed(1000), PaperSize.A4)
    assert len(pages) == 2
    page.show_pages(pages, as_text(document))
    return page


def begin(page: PaperPreviewPage) -> None:
    page.begin_report(
        "Report for my clinician", "One or two pages, to take along or to send.", PaperSize.A4, "Back to history"
    )


def shown(page: PaperPreviewPage) -> str:
    return page.findChildren(PaperView)[0].accessibleName()


def test_at_first_it_tells_four_weeks_with_notes_and_without_health(page: PaperPreviewPage) -> None:
    assert page.choices == ReportChoices(Period.FOUR_WEEKS, notes=True, health=False)
    assert page.paper is PaperSize.A4


def test_each_choice_is_a_wish_for_other_pages(qtbot: QtBot, page: PaperPreviewPage) -> None:
    for name, choices in (
        ("Time: All", ReportChoices(Period.ALL)),
        ("My health answers", ReportChoices(Period.ALL, health=True)),
        ("My notes", ReportChoices(Period.ALL, notes=False, health=True)),
    ):
        with qtbot.waitSignal(page.changed):
            button(page, name).click()
        assert page.choices == choices
    with qtbot.waitSignal(page.changed):
        button(page, "Paper: Letter").click()
    assert page.paper is PaperSize.LETTER


def test_health_answers_are_never_ticked_from_the_time_before(qtbot: QtBot, page: PaperPreviewPage) -> None:
    button(page, "My health answers").click()
    with qtbot.assertNotEmitted(page.changed):
        begin(page)
    assert page.choices == ReportChoices()


def test_pages_are_turned_with_buttons_and_keys(qtbot: QtBot, page: PaperPreviewPage, announced: list[str]) -> None:
    assert shown(page) == "Page 1 of 2"
    assert not button(page, "Previous page").isEnabled()
    button(page, "Next page").click()
    assert shown(page) == "Page 2 of 2"
    assert "Page 2 of 2" in words(page)
    assert announced == ["Page 2 of 2"]
    assert not button(page, "Next page").isEnabled()
    at_size(page, *PAGE_SIZES[0])
    (view,) = page.findChildren(PaperView)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert shown(page) == "Page 1 of 2"
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert shown(page) == "Page 1 of 2"


def test_fewer_pages_than_before_do_not_leave_one_on_a_page_that_is_gone(page: PaperPreviewPage) -> None:
    button(page, "Next page").click()
    document, pages = report_pages(summed(1), PaperSize.A4)
    page.show_pages(pages, as_text(document))
    assert shown(page) == "Page 1 of 1"


def test_it_can_be_read_as_text(page: PaperPreviewPage) -> None:
    (text,) = page.findChildren(QPlainTextEdit)
    assert not text.isVisibleTo(page)
    button(page, "On the screen: As text").click()
    assert text.isVisibleTo(page)
    assert not page.findChildren(PaperView)[0].isVisibleTo(page)
    assert "Sessions: 1000 (800 completed" in text.toPlainText()
    assert text.accessibleName() == "The pages as text"
    assert text.isReadOnly()
    button(page, "On the screen: Larger").click()
    assert not text.isVisibleTo(page)


def test_all_of_a_page_can_be_seen_at_once(page: PaperPreviewPage) -> None:
    at_size(page, *PAGE_SIZES[0])
    (view,) = page.findChildren(PaperView)
    before = view.widget().width()
    button(page, "On the screen: Whole page").click()
    page.grab()
    assert view.widget().width() < before
    assert view.widget().height() <= view.height()


def test_where_there_is_little_room_the_paper_is_as_wide_as_the_page(page: PaperPreviewPage) -> None:
    at_size(page, *PAGE_SIZES[1])
    (view,) = page.findChildren(PaperView)
    assert view.widget().width() > 0.85 * page.width()
    assert view.widget().height() <= view.height()
    assert not button(page, "On the screen: Whole page").isVisibleTo(page)


def test_larger_letters_never_make_the_paper_smaller(dressed: QApplication, page: PaperPreviewPage) -> None:
    (view,) = page.findChildren(PaperView)
    widths = []
    for text_size in (100, 150, 200):
        apply(dressed, LIGHT, paths.assets_dir(), text_size)
        at_size(page, *PAGE_SIZES[0])
        widths.append(view.widget().width())
    assert widths == sorted(widths)


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_saving_printing_and_going_back_are_always_in_view(page: PaperPreviewPage, size: tuple[int, int]) -> None:
    at_size(page, *size)
    assert all(in_view(page, button(page, name)) for name in ("Save as PDF", "Print", "Back to history"))


def test_while_the_pages_are_made_nothing_can_be_saved(page: PaperPreviewPage) -> None:
    page.show_waiting("Reading the diary…")
    assert "Reading the diary…" in words(page)
    assert not button(page, "Save as PDF").isEnabled()
    assert not button(page, "Print").isEnabled()
    assert not button(page, "Next page").isEnabled()
    assert button(page, "Back to history").isEnabled()


def test_of_a_sheet_only_the_paper_is_chosen(page: PaperPreviewPage) -> None:
    page.begin_sheet("On paper", "Five-minute seated ease", PaperSize.LETTER, "Back to the routine")
    assert "Include" not in words(page)
    assert not button(page, "My health answers").isVisibleTo(page)
    assert page.paper is PaperSize.LETTER


@pytest.mark.parametrize(
    ("name", "signal"),
    [("Save as PDF", "save_requested"), ("Print", "print_requested"), ("Back to history", "back_requested")],
)
def test_the_other_buttons_are_wishes(qtbot: QtBot, page: PaperPreviewPage, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        button(page, name).click()


def test_what_became_of_it_is_said_in_place_and_aloud(page: PaperPreviewPage, announced: list[str]) -> None:
    page.say_trouble("The disk is full.")
    assert "The disk is full." in words(page)
    page.say_done("Saved.")
    assert "The disk is full." not in words(page)
    assert announced == ["The disk is full.", "Saved."]


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), PAGE_SIZES)
def test_nothing_is_cut_off(
    qtbot: QtBot, dressed: QApplication, page: PaperPreviewPage, width: int, height: int, text_size: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    page.say_trouble("KneeGuide may not write to /home/somebody/Documents. Choose another folder.")
    at_size(page, width, height)
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
    button(page, "On the screen: As text").click()
    qtbot.waitUntil(lambda: faults(page) == [], timeout=1000)
