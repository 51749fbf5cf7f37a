"""The window in a language of long words that reads from right to left: whole, mirrored, and with no English left."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import every_page
import pytest
import weekly_plans
from every_page import LONG_TITLE, PAGES, WHOLE_WINDOW
from fakes import SEATED
from geometry import geometry_faults
from painted_words import painted_words
from pseudo_language import PseudoTranslator, plain, pseudo, unmarked
from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget
from topics import TOPICS

from kneeguide import paths
from kneeguide.core.library_reader import load_library
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.widgets.paper_view import PaperView

WINDOWS = ((1200, 800), (900, 600))
UNEVEN = 20
"""Margins that are wider at one side, in pixels: Qt does not mirror them."""


@pytest.fixture
def long_words(dressed: QApplication) -> Iterator[None]:
    translator = PseudoTranslator()
    dressed.installTranslator(translator)
    yield
    dressed.removeTranslator(translator)


@pytest.fixture
def from_right(dressed: QApplication) -> Iterator[None]:
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def in_window(window: MainWindow, name: str) -> QWidget:
    page = PAGES[name]()
    window.show_page(page, whole_window=name in WHOLE_WINDOW)
    return page


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_whole(long_words: None, from_right: None, window: MainWindow, name: str) -> None:
    in_window(window, name)
    found = []
    for width, height in WINDOWS:
        window.resize(width, height)
        settle()
        where = f"100 % in {width}x{height}: "
        found += [where + fault for fault in geometry_faults(window, LONG_TITLE)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_mirrored(dressed: QApplication, window: MainWindow, name: str) -> None:
    page = in_window(window, name)
    settle()
    before = places(page)
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    after = places(page)
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    strayed = [
        f"{name}: {type(widget).__name__} {widget.accessibleName()!r} at {after.get(widget)}, not {mirrored(was, page)}"
        for widget, was in before.items()
        if abs(after[widget].x() - mirrored(was, page).x()) > UNEVEN
    ]
    assert not strayed, "\n".join(strayed)


def test_the_places_to_go_stand_at_the_right(from_right: None, window: MainWindow) -> None:
    page = in_window(window, "settings")
    settle()
    assert page.mapTo(window, QPoint()).x() == 0
    assert page.width() < window.width()


def places(page: QWidget) -> dict[QWidget, QRect]:
    """Where everything is. Scales of numbers and charts run to the right in any language, and what is in them."""
    found: dict[QWidget, QRect] = {}
    for widget in page.findChildren(QWidget):
        keeps = widget.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection)
        held = widget.parentWidget()
        while held is not None and held is not page and not keeps:
            keeps = held.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection)
            held = held.parentWidget()
        if widget.isVisible() and not keeps and not isinstance(widget, QScrollBar):
            found[widget] = QRect(widget.mapTo(page, QPoint()), widget.size())
    return found


def mirrored(place: QRect, page: QWidget) -> QRect:
    return QRect(page.width() - place.x() - place.width(), place.y(), place.width(), place.height())


# Whatever can be read or heard went through translation, or is somebody's data


@cache
def data() -> str:
    """What needs no translation by Qt: routines, figures, Learn, what a user or a test wrote, and names of days and
    months, which come with the system's language."""
    library = load_library(paths.routines_dir(), None)
    files = [Path(every_page.__file__), Path(weekly_plans.__file__), *(paths.assets_dir() / "figures").glob("*.yaml")]
    here = QLocale()
    names = [here.dayName(day, form) for day in range(1, 8) for form in QLocale.FormatType]
    names += [here.monthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13)]
    written = [file.read_text(encoding="utf-8") for file in files]
    return _even("\n".join([*map(repr, (library, TOPICS, SEATED)), *written, *names]))


def is_data(text: str) -> bool:
    """Whether all of a text is such; of a long one its beginning tells."""
    whole = _even(text).strip(" ·,.:;–…")
    return whole[:40] in data() or all(word in data() for word in re.findall(r"[^\W\d_]+", whole))


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xa0", " "))


def said(widget: QWidget) -> Iterator[str]:
    """Each text of a widget: shown, painted, on pointing at it, or for screen readers."""
    for text in ("text", "placeholderText", "accessibleName", "accessibleDescription", "toolTip", "windowTitle"):
        yield widget.property(text) or ""
    if widget.property("text") is None:
        yield " ".join(words.text for words in painted_words(widget))


@pytest.mark.parametrize("name", PAGES)
def test_no_english_is_left(long_words: None, window: MainWindow, name: str) -> None:
    page = in_window(window, name)
    settle()
    left = {
        f"{type(widget).__name__}: {text!r}"
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget, QLineEdit | PaperView)
        for text in said(widget)
        for part in re.findall(r"[^\W\d_]{2,}[^\n]*", unmarked(text))
        if not is_data(part)
    }
    assert not left, "\n".join(sorted(left))


def test_english_would_be_found() -> None:
    assert unmarked(f"{pseudo('Go on')} · Stop") == " · Stop"
    assert unmarked(pseudo("{step} of {count}").format(step=pseudo("Step"), count=3)) == ""


def test_the_language_is_longer_and_keeps_placeholders() -> None:
    translated = pseudo("{count} sessions so far")
    assert "{count}" in translated
    assert len(translated) >= 1.4 * len("{count} sessions so far") - len("{count}")
    assert plain(translated) == plain("{count} sessions so far")
