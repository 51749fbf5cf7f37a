"""What is read begins at its top, in lines that are never too long, and every key that moves pages moves it."""

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.reading_area import READING, ReadingArea


def long_text() -> Text:
    return Text(TextRole.BODY, "Slow and gentle, on soft muscle only. " * 200)


@pytest.fixture
def area(qtbot: QtBot, dressed: QApplication) -> ReadingArea:
    area = ReadingArea()
    on_screen(qtbot, area, 700, 400)
    area.show_reading(long_text(), "Rolling")
    area.window().activateWindow()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    return area


@pytest.mark.parametrize(
    ("keys", "moved"),
    [
        ([Qt.Key.Key_Down], 48),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], 0),
        ([Qt.Key.Key_PageDown], "a page"),
        ([Qt.Key.Key_End], "all"),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
    ],
)
def test_keys_move_it(qtbot: QtBot, area: ReadingArea, keys: list[Qt.Key], moved: int | str) -> None:
    bar = area.verticalScrollBar()
    for key in keys:
        qtbot.keyClick(area, key)
    assert bar.value() == {"a page": bar.pageStep(), "all": bar.maximum()}.get(str(moved), moved)


def test_another_thing_to_read_takes_the_place_of_the_first_and_begins_at_its_top(
    qtbot: QtBot, area: ReadingArea
) -> None:
    qtbot.keyClick(area, Qt.Key.Key_End)
    area.show_reading(long_text(), "Staying safe")
    assert area.verticalScrollBar().value() == 0
    assert area.accessibleName() == "Staying safe"
    assert len([text for text in area.findChildren(Text) if text.isVisibleTo(area)]) == 1


@pytest.mark.parametrize("width", [400, 700, 1600])
def test_lines_are_never_too_long_and_stand_in_the_middle(qtbot: QtBot, area: ReadingArea, width: int) -> None:
    area.resize(width, 400)
    QApplication.processEvents()
    (text,) = area.findChildren(Text)
    assert text.width() == min(READING, width - 72)
    left = text.mapTo(area, text.rect().topLeft()).x()
    assert left == width - left - text.width()


def test_where_words_begin_at_the_right_the_column_stays_in_the_middle(qtbot: QtBot, area: ReadingArea) -> None:
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    area.resize(710, 400)
    QApplication.processEvents()
    (text,) = area.findChildren(Text)
    left = text.mapTo(area, text.rect().topLeft()).x()
    assert left == 710 - left - text.width()
