"""The frame of a page: its foot is always in view, its body scrolls, and nothing is cut off at the smallest size."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.theme import LIGHT, TextRole, apply, letter_scale
from kneeguide.ui.widgets.boxes import STEP, WIDEST, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.tick_line import TickLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this

SMALLEST, USUAL = (704, 600), (1004, 800)
"""What the window leaves for a page beside the list of places."""


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> PageFrame:
    page = PageFrame()
    qtbot.addWidget(page)
    page.show_heading("Is massage right for you at the moment?", "About five minutes, once. " * 4, "Seated ease")
    for number in range(30):
        box = Box()
        box.column.addWidget(Text(TextRole.BODY, f"Step {number}. " + "Glide both palms up towards the hip. " * 6))
        page.body.addWidget(box)
    page.foot.addWidget(Button("Start", "primary"))
    page.bar.show()
    return page


def show(page: PageFrame, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show()
    QApplication.processEvents()


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
def test_the_foot_is_in_view_however_long_the_body_is(page: PageFrame, size: tuple[int, int]) -> None:
    show(page, size)
    assert page.bar.geometry().bottom() == page.height() - 1
    assert page.scroll_area.verticalScrollBar().maximum() > 0
    assert page.scroll_area.mapTo(page, QPoint(0, page.scroll_area.height())).y() <= page.bar.y()


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
def test_no_line_is_cut_off(page: PageFrame, size: tuple[int, int]) -> None:
    show(page, size)
    for label in page.findChildren(Text):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_it_never_scrolls_sideways(page: PageFrame) -> None:
    show(page, SMALLEST)
    assert page.scroll_area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    content = page.scroll_area.widget()
    assert content is not None
    assert content.width() <= page.scroll_area.viewport().width()


def test_empty_lines_of_a_heading_take_no_room(page: PageFrame) -> None:
    show(page, USUAL)
    page.show_heading("Settings")
    assert page.title.isVisible()
    assert not page.lead.isVisible()


def test_what_a_page_is_about_stands_in_the_line_below_the_title(page: PageFrame) -> None:
    page.show_heading("A few quick checks", "Answer for today.", "Seated ease")
    assert page.lead.text() == "Seated ease · Answer for today."
    page.show_heading("A few quick checks", subject="Seated ease")
    assert page.lead.text() == "Seated ease"


def test_something_far_down_is_brought_into_view_and_the_top_back(page: PageFrame) -> None:
    show(page, USUAL)
    last = page.body.itemAt(page.body.count() - 1).widget()
    assert last is not None
    page.show_whole(last)
    assert page.scroll_area.verticalScrollBar().value() > 0
    port = page.scroll_area.viewport()
    assert port.rect().contains(last.mapTo(page.scroll_area.widget(), QPoint(1, 1)) - QPoint(0, _scrolled(page)))
    page.scroll_to_top()
    assert _scrolled(page) == 0


def _scrolled(page: PageFrame) -> int:
    return page.scroll_area.verticalScrollBar().value()


def test_the_body_itself_is_no_stop_for_tab(page: PageFrame) -> None:
    assert page.scroll_area.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_box_has_its_kind_and_keeps_distances_in_steps(qtbot: QtBot) -> None:
    box = Box("care")
    qtbot.addWidget(box)
    margins = box.column.contentsMargins()
    assert box.property("box") == "care"
    assert all(side % STEP == 0 for side in (margins.left(), margins.top(), margins.right(), margins.bottom()))


def test_a_box_is_never_taller_than_what_is_in_it(dressed: QApplication, qtbot: QtBot, page: PageFrame) -> None:
    show(page, USUAL)
    box = page.findChildren(Box)[0]
    assert box.height() <= box.heightForWidth(box.width()) + 1


def test_shown_anew_it_begins_at_its_top_wherever_the_keyboard_was_left(page: PageFrame, qtbot: QtBot) -> None:
    end = Button("At the end")
    page.body.addWidget(end)
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    pages.addWidget(page)
    other = Button("On another page")
    pages.addWidget(other)
    pages.resize(*USUAL)
    with qtbot.waitExposed(pages):
        pages.show()
    QApplication.processEvents()
    end.setFocus()
    assert page.scroll_area.verticalScrollBar().value() > 0
    pages.setCurrentWidget(other)
    other.setFocus()

    page.scroll_to_top()
    pages.setCurrentWidget(page)
    QApplication.processEvents()
    assert page.scroll_area.verticalScrollBar().value() == 0
    page.setParent(None)  # or it would go with the others, before its turn


# One column in the middle, and one height for titles


def edges(page: PageFrame, widget: QWidget) -> tuple[int, int]:
    left = widget.mapTo(page, QPoint(0, 0)).x()
    return left, left + widget.width()


@pytest.mark.parametrize("text_size", [100, 150])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_heading_body_and_foot_stand_in_one_column_in_the_middle_of_a_wide_window(
    page: PageFrame, dressed: QApplication, direction: Qt.LayoutDirection, text_size: int
) -> None:
    page.setLayoutDirection(direction)
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    show(page, (1724, 1000))
    side = (1724 - round(WIDEST * letter_scale())) // 2
    assert page.scroll_area.verticalScrollBar().isVisible()
    box, foot = page.findChildren(Box)[0], page.bar.layout()
    assert foot is not None
    margins = foot.contentsMargins()
    assert edges(page, box) == edges(page, page.lead) == (side, 1724 - side)
    assert (margins.left(), margins.right()) == (side, side)


def test_a_window_no_wider_than_the_column_keeps_its_margins(page: PageFrame) -> None:
    show(page, USUAL)
    assert edges(page, page.lead) == (36, USUAL[0] - 36)


def test_a_page_may_take_all_the_width(page: PageFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PageFrame, "WIDEST", None)
    show(page, (1724, 1000))
    assert edges(page, page.lead) == (36, 1724 - 36)


def test_titles_stand_equally_high_whatever_is_beside_or_below_them(dressed: QApplication, qtbot: QtBot) -> None:
    heights = set()
    for subject in ("", "Seated ease"):
        for beside in (None, Button("Add")):
            page = PageFrame()
            qtbot.addWidget(page)
            page.show_heading("Settings", "Every change works at once.", subject)
            page.body.addStretch(1)
            if beside is not None:
                page.beside_title.addWidget(beside)
            show(page, USUAL)
            middle, lead = (widget.mapTo(page, QPoint(0, 0)).y() for widget in (page.title, page.lead))
            heights.add((middle + page.title.height() // 2, lead))
    assert len(heights) == 1, heights


def test_the_foot_is_equally_high_with_a_tick_in_it(dressed: QApplication, qtbot: QtBot) -> None:
    heights = set()
    for first in (None, TickLine("I am an adult")):
        page = PageFrame()
        qtbot.addWidget(page)
        if first is not None:
            page.foot.addWidget(first)
        page.foot.addWidget(Button("Go on", "primary"))
        page.bar.show()
        show(page, USUAL)
        heights.add(page.bar.height())
    assert len(heights) == 1, heights
