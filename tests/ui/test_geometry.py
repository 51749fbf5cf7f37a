"""Nothing is cut off, covered or out of the window: every page, in every size of window and of letters."""

from collections.abc import Callable

import pytest
from every_page import LONG_TITLE, PAGES, WHOLE_WINDOW
from geometry import covered, geometry_faults, out_of_the_window, too_small, words_cut_off, words_over_words
from on_screen import on_screen
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QListWidget, QSlider, QWidget
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.theme import LIGHT, TextRole, apply
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.scroller import Scroller

WINDOWS = ((1200, 800), (900, 600), (1920, 1080))
TEXT_SIZES = (100, 150, 200)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_whole(dressed: QApplication, window: MainWindow, name: str) -> None:
    page = PAGES[name]()
    window.show_page(page, whole_window=name in WHOLE_WINDOW)
    found = []
    for text_size in TEXT_SIZES:
        apply(dressed, LIGHT, paths.assets_dir(), text_size)
        for width, height in WINDOWS:
            window.resize(width, height)
            settle()
            where = f"{text_size} % in {width}x{height}: "
            if (window.width(), window.height()) != (width, height):
                found.append(f"{where}needs {window.width()}x{window.height()}")
            found += [where + fault for fault in geometry_faults(window, LONG_TITLE)]
    assert not found, "\n".join(found)


def settle() -> None:
    """Lay everything out: what wraps takes a few rounds."""
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


# Each of these has to be seen


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot) -> QWidget:
    room = QWidget()
    on_screen(qtbot, room, 400, 300)
    return room


def place(widget: QWidget, room: QWidget, x: int, y: int, width: int, height: int) -> None:
    widget.setParent(room)
    widget.setGeometry(x, y, width, height)
    widget.show()
    settle()


def test_what_is_whole_has_no_faults(room: QWidget) -> None:
    place(Text(TextRole.BODY, "A sentence that goes on in a second line"), room, 0, 0, 200, 60)
    place(Button("Go on"), room, 0, 100, 200, 46)
    assert geometry_faults(room) == []


@pytest.mark.parametrize(
    "make",
    [lambda: Text(TextRole.BODY, "Unbroken", wraps=False), lambda: Button("Unbroken"), lambda: QCheckBox("Unbroken")],
)
def test_words_that_are_too_wide_are_found(room: QWidget, make: Callable[[], QWidget]) -> None:
    place(make(), room, 0, 0, 60, 46)
    assert any("cuts off" in fault for fault in words_cut_off(room))


def test_lines_that_are_too_many_are_found(room: QWidget) -> None:
    place(Text(TextRole.BODY, "A sentence that goes on in a second line"), room, 0, 0, 200, 20)
    assert any("cuts off" in fault for fault in words_cut_off(room))


def test_a_choice_that_runs_under_its_arrow_is_found(room: QWidget) -> None:
    box = QComboBox()
    box.addItem("Four weeks and a day")
    place(box, room, 0, 0, QFontMetrics(box.font()).horizontalAdvance("Four weeks and a day") + 20, 46)
    assert any("cuts off" in fault for fault in words_cut_off(room))


def test_a_shortened_hint_is_found(room: QWidget) -> None:
    line = QLineEdit()
    line.setPlaceholderText("Search among all routines")
    place(line, room, 0, 0, 120, 46)
    assert any("shortens" in fault for fault in words_cut_off(room))


def test_painted_words_are_found_too(room: QWidget) -> None:
    class Painted(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.drawText(10, 20, "Monday")
            painter.drawText(30, 20, "Tuesday")
            painter.end()

    place(Painted(), room, 0, 0, 60, 40)
    assert any("over 'Tuesday'" in fault for fault in words_over_words(room))
    assert any("cuts off 'Tuesday'" in fault for fault in words_cut_off(room))


def test_neighbours_that_share_pixels_are_found(room: QWidget) -> None:
    place(Button("One"), room, 0, 0, 100, 46)
    place(Button("Two"), room, 90, 40, 100, 46)
    assert any("share 10x6 px" in fault for fault in covered(room))


def test_what_stands_out_of_the_window_is_found(room: QWidget) -> None:
    place(Button("One"), room, 350, 0, 100, 46)
    assert any("stands out" in fault for fault in out_of_the_window(room))


def test_what_is_too_wide_for_what_scrolls_up_and_down_is_found(room: QWidget) -> None:
    area, wide = Scroller(), QWidget()
    wide.setMinimumSize(500, 500)
    area.setWidget(wide)
    place(area, room, 0, 0, 300, 200)
    assert any("do not scroll sideways" in fault for fault in out_of_the_window(room))
    area.resize(600, 60)
    settle()
    assert any("is seen through" in fault for fault in out_of_the_window(room))


def test_what_is_too_small_to_press_is_found(room: QWidget) -> None:
    place(QSlider(Qt.Orientation.Horizontal), room, 0, 0, 100, 43)
    assert any("is 43 px high" in fault for fault in too_small(room))
    topics = QListWidget()
    topics.addItem("One")
    place(topics, room, 0, 50, 200, 100)
    assert any("row 0" in fault for fault in too_small(room))
