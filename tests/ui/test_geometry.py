"""Nothing is cut off, covered or out of the window: every page, in every size of window and of letters."""

import pytest
from every_page import LONG_TITLE, PAGES, WHOLE_WINDOW
from geometry import geometry_faults
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kneeguide import paths
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.theme import LIGHT, apply

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
