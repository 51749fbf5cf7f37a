"""The window in a language of long words that reads from right to left: nothing is cut off, and nothing stays English."""

from collections.abc import Iterator

import pytest
from every_page import LONG_TITLE, PAGES, WHOLE_WINDOW
from geometry import geometry_faults
from pseudo_language import PseudoTranslator
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.theme import LIGHT

WINDOWS = ((1200, 800), (900, 600))


@pytest.fixture
def abroad(dressed: QApplication) -> Iterator[QApplication]:
    translator = PseudoTranslator()
    dressed.installTranslator(translator)
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield dressed
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    dressed.removeTranslator(translator)


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_whole_in_long_words_from_right_to_left(abroad: QApplication, qtbot: QtBot, name: str) -> None:
    window = MainWindow(LIGHT)
    window.show()
    page = PAGES[name]()
    window.show_page(page, whole_window=name in WHOLE_WINDOW)
    found = []
    for width, height in WINDOWS:
        window.resize(width, height)
        settle()
        where = f"100 % in {width}x{height}: "
        found += [where + fault for fault in geometry_faults(window, LONG_TITLE)]
    window.leave()
    window.deleteLater()
    assert not found, "\n".join(found)
