"""The first window waits for nothing but what it shows: what would make it wait has not been loaded when it is painted.

Times depend on what else a computer does, so what takes the time is counted instead: modules, and the values that Qt
for Python makes of all enumerations of a class when the class is first named.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kneeguide.core.settings import Settings, save_settings
from kneeguide.paths import user_folders

PROJECT = Path(__file__).resolve().parents[1]

LOOK = """
import enum, json, sys
from PySide6 import QtCore, QtWidgets

def kinds(kind):
    for each in kind.__subclasses__():
        yield each
        yield from kinds(each)

class Look(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QtCore.QTimer.singleShot(0, tell)
        return False

def tell():
    enums = {f"{kind.__module__}.{kind.__qualname__}": len(kind.__members__) for kind in kinds(enum.Enum)}
    words = [label.text() for label in QtWidgets.QApplication.allWidgets()
             if isinstance(label, (QtWidgets.QLabel, QtWidgets.QAbstractButton)) and label.isVisible()]
    print(json.dumps({"modules": sorted(sys.modules), "enums": enums, "words": words}))
    QtWidgets.QApplication.exit(0)

def exec_and_tell(*_):
    (window,) = [widget for widget in QtWidgets.QApplication.topLevelWidgets() if widget.isVisible()]
    look = Look(window)
    window.installEventFilter(look)
    return enter_loop()

enter_loop = QtWidgets.QApplication.exec
QtWidgets.QApplication.exec = exec_and_tell
from kneeguide.cli import main
"""


@dataclass(frozen=True)
class FirstPaint:
    """What is there when the first page is painted. ``enums``: how many values each enumeration has."""

    modules: frozenset[str]
    enums: Mapping[str, int]
    words: tuple[str, ...]

    @property
    def ours(self) -> set[str]:
        return {name for name in self.modules if name.partition(".")[0] == "kneeguide"}

    @property
    def large(self) -> set[str]:
        """Enumerations of Qt's with more than 60 values."""
        return {name for name, values in self.enums.items() if values > 60 and name.startswith("PySide6.")}


def first_paint(home: Path, before: str = "") -> FirstPaint:
    """Start the program in a settled home. ``before``: what else is done first."""
    program = f"{LOOK}{before}\nmain([])\n"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "KNEEGUIDE_HOME": str(home)}
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    told = json.loads(ran.stdout)
    return FirstPaint(frozenset(told["modules"]), told["enums"], tuple(told["words"]))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of somebody who has started the program before, so that routines and poses need not be read anew."""
    folder = tmp_path_factory.mktemp("home")
    folders = user_folders({"KNEEGUIDE_HOME": str(folder)})
    assert folders is not None
    save_settings(folders.settings_file, Settings(adult_confirmed=datetime.now(UTC)))
    first_paint(folder)
    return folder


@pytest.fixture(scope="module")
def start(home: Path) -> FirstPaint:
    return first_paint(home)


@pytest.fixture(scope="module")
def welcome(tmp_path_factory: pytest.TempPathFactory) -> FirstPaint:
    """The first start of somebody new."""
    return first_paint(tmp_path_factory.mktemp("new"))


def test_the_first_paint_shows_the_whole_page(start: FirstPaint) -> None:
    for words in ("What shall we work on?", "Routines", "Plan my weeks", "Five-minute seated ease", "Any · 16"):
        assert words in start.words


LATER = {
    "what reads files strictly": ("pydantic", "pydantic_core", "yaml", "annotated_types", "jsonschema"),
    "what speaks to others": ("socket", "subprocess", "selectors", "signal", "PySide6.QtNetwork", "PySide6.QtDBus"),
    "what the desktop does": ("playsound3", "wakepy", "jeepney", "PySide6.QtTextToSpeech", "PySide6.QtPrintSupport"),
    "what parses a command line": ("locale", "kneeguide.log_command"),
    "what draws": (
        "PySide6.QtSvg",
        "PySide6.QtSvgWidgets",
        "kneeguide.core.figure",
        "kneeguide.ui.widgets.figure_view",
    ),
    "what is only typed": ("kneeguide.core.problem", "kneeguide.core.pose", "kneeguide.core.history"),
}


@pytest.mark.parametrize("what", LATER)
def test_what_comes_later_is_not_loaded(start: FirstPaint, what: str) -> None:
    assert not start.modules & set(LATER[what])


@pytest.mark.parametrize("what", LATER)
def test_the_welcome_waits_for_none_of_it_either(welcome: FirstPaint, what: str) -> None:
    assert "A gentle hand for a sore knee" in welcome.words
    assert not welcome.modules & set(LATER[what])


def test_of_the_services_only_the_one_that_lets_one_window_open_is_loaded(start: FirstPaint) -> None:
    services = {name for name in start.ours if name.startswith("kneeguide.services.")}
    assert services == {"kneeguide.services.single_instance"}


def test_one_page_is_loaded(start: FirstPaint) -> None:
    assert {name for name in start.ours if name.startswith("kneeguide.ui.pages.")} == {"kneeguide.ui.pages.library"}


def test_no_more_modules_are_loaded_than_the_first_page_needs(start: FirstPaint) -> None:
    assert len(start.ours) <= MOST_MODULES, sorted(start.ours)


MOST_MODULES = 68
"""Of our own. One that a first page needs may raise it; each takes about a quarter of a millisecond, and more for each
class of values in it."""

LARGE = {
    "PySide6.QtCore.QEvent.Type",
    "PySide6.QtCore.QLocale.Country",
    "PySide6.QtCore.QLocale.Language",
    "PySide6.QtCore.QLocale.Script",
    "PySide6.QtCore.Qt.Key",
    "PySide6.QtCore.Qt.WidgetAttribute",
    "PySide6.QtGui.QAccessible.Event",
    "PySide6.QtGui.QAccessible.Role",
    "PySide6.QtGui.QIcon.ThemeIcon",
    "PySide6.QtGui.QKeySequence.StandardKey",
}
"""Those with more than 60 values that no window of ours can be without: they come with the classes that hold them."""


def test_no_large_enumeration_is_made_that_the_first_page_can_be_without(start: FirstPaint) -> None:
    assert start.large <= LARGE


def test_a_large_enumeration_is_noticed(home: Path) -> None:
    assert first_paint(home, "QtWidgets.QStyle").large - LARGE


def test_modules_too_many_are_noticed(home: Path) -> None:
    assert len(first_paint(home, "import kneeguide.ui.pages.history").ours) > MOST_MODULES
