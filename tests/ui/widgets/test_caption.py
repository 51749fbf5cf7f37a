"""What is said can be read from three metres, and nothing beside it moves as it comes and goes."""

import pytest
from on_screen import on_screen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import texts

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.caption import Caption


class Page(QWidget):
    """Something above a caption."""

    def __init__(self) -> None:
        super().__init__()
        self.above, self.caption = QWidget(), Caption()
        column = QVBoxLayout(self)
        column.addWidget(self.above, 1)
        column.addWidget(self.caption)

    def height_above(self) -> int:
        QApplication.sendPostedEvents()
        self.grab()
        return self.above.height()


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> Page:
    page = Page()
    on_screen(qtbot, page)
    page.resize(900, 600)
    page.caption.scale_to(800)
    return page


def test_words_come_and_go_in_a_room_of_their_own(page: Page) -> None:
    page.caption.keep_room(True)
    before = page.height_above()
    page.caption.show_words("Right leg.")
    assert texts(page) == ["Right leg."]
    assert page.height_above() == before
    page.caption.show_words("")
    assert texts(page) == []
    assert page.height_above() == before


def test_where_nothing_is_ever_said_it_takes_no_room(page: Page) -> None:
    page.caption.keep_room(True)
    before = page.height_above()
    page.caption.keep_room(False)
    assert page.height_above() > before


def test_its_letters_stand_out_from_its_ground(page: Page) -> None:
    page.caption.show_words("Right leg.")
    page.grab()
    picture = page.caption.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert picture.pixelColor(20, picture.height() // 2).name() == LIGHT.ink.lower()
    assert LIGHT.paper.lower() in colours


@pytest.mark.parametrize("height", [600, 800, 1440])
def test_letters_are_a_fortieth_of_the_height_or_more(page: Page, height: int) -> None:
    page.caption.scale_to(height)
    page.caption.show_words("Right leg.")
    assert page.caption.font().pixelSize() >= height / 40
