"""A page is shown whole, or as wide as there is room; the keys that move pages lead from one to the next."""

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.paper_view import PaperView


class Sheet:
    """A page with a teal patch in its middle, which counts how often it is painted."""

    def __init__(self, width: float = 210.0, height: float = 297.0) -> None:
        self.size = QSizeF(width, height)
        self.painted = 0

    def paint(self, painter: QPainter, place: QRectF) -> None:
        self.painted += 1
        painter.fillRect(QRectF(place.center().x() - 5, place.center().y() - 5, 10, 10), QColor("#0F766E"))


@pytest.fixture
def view(qtbot: QtBot, dressed: QApplication) -> PaperView:
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    return view


def paper(view: PaperView) -> tuple[int, int]:
    view.grab()
    shown = view.widget()
    return shown.width(), shown.height()


def test_all_of_the_page_is_seen_in_its_proportions(view: PaperView) -> None:
    view.show_page(Sheet(), "Page 1 of 1")
    width, height = paper(view)
    assert height <= view.viewport().height()
    assert height > 0.95 * view.viewport().height()
    assert width / height == pytest.approx(210 / 297, abs=0.01)
    assert view.accessibleName() == "Page 1 of 1"


def test_it_grows_with_its_room(view: PaperView) -> None:
    view.show_page(Sheet(), "")
    _, before = paper(view)
    view.resize(900, 800)
    assert paper(view)[1] > 1.8 * before


def test_as_wide_as_there_is_room_it_scrolls_down_and_never_across(view: PaperView) -> None:
    view.show_page(Sheet(), "")
    view.show_whole(False)
    width, _ = paper(view)
    assert width > 0.9 * view.viewport().width()
    assert view.verticalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().maximum() == 0


def test_the_page_is_painted_once_for_each_size(view: PaperView) -> None:
    sheet = Sheet()
    view.show_page(sheet, "")
    view.grab()
    first = sheet.painted
    view.grab()
    view.grab()
    assert sheet.painted == first
    view.resize(600, 500)
    view.grab()
    assert sheet.painted > first


def test_what_is_shown_is_the_page_on_white(view: PaperView) -> None:
    view.show_page(Sheet(), "")
    image = view.widget().grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor("#0F766E")
    assert image.pixelColor(image.width() // 4, image.height() // 4) == QColor("#FFFFFF")


def test_page_keys_turn_pages_at_the_ends_alone(qtbot: QtBot, view: PaperView) -> None:
    view.show_page(Sheet(), "")
    view.grab()
    with qtbot.waitSignal(view.turned) as turned:
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert turned.args == [1]
    with qtbot.waitSignal(view.turned) as turned:
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert turned.args == [-1]
    view.show_whole(False)
    view.grab()
    with qtbot.assertNotEmitted(view.turned):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_another_page_is_shown_from_its_top(qtbot: QtBot, view: PaperView) -> None:
    view.show_page(Sheet(), "")
    view.show_whole(False)
    view.grab()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.show_page(Sheet(), "Page 2 of 2")
    assert view.verticalScrollBar().value() == 0


def test_in_a_page_that_scrolls_it_is_as_high_as_its_sheet_and_leaves_the_keys_to_the_page(
    qtbot: QtBot, view: PaperView
) -> None:
    view.show_page(Sheet(), "")
    view.stand_in_page(True)
    width, height = paper(view)
    assert width > 0.9 * 500
    assert view.height() >= height > 500
    with qtbot.assertNotEmitted(view.turned):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    view.stand_in_page(False)
    view.resize(500, 400)
    assert paper(view)[1] <= 400
