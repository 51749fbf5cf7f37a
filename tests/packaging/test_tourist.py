"""The tour hurries, but never so fast that a session takes it for one that slept; and it leaves no page out."""

import inspect
import os
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from fakes import START, FakeClock, planned
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from kneeguide.core.session import GAP_SECONDS, Session
from kneeguide.core.snapshot import State

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Imports a file of the tour as the tour itself does."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return import_module


@pytest.fixture
def tourist(part: Callable[[str], ModuleType]) -> ModuleType:
    return part("tourist")


class _LongPage(QWidget):
    """Ten lines of which two can be seen."""

    def __init__(self) -> None:
        super().__init__()
        lines = QWidget()
        column = QVBoxLayout(lines)
        for number in range(10):
            line = QLabel(f"Line {number}")
            line.setFixedHeight(50)
            column.addWidget(line)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(lines)
        QVBoxLayout(self).addWidget(self.area)
        self.resize(200, 140)

    @property
    def page(self) -> QWidget:
        return self


@pytest.fixture
def window(qapp: QApplication) -> _LongPage:
    page = _LongPage()
    page.show()
    return page


def test_the_clock_stands_still_while_the_tourist_looks(tourist: ModuleType) -> None:
    clock = tourist.HurryingClock(START)
    assert [clock.now(), clock.now(), clock.seconds] == [START, START, START.steady]


def test_it_moves_by_one_stride_however_often_it_was_read(tourist: ModuleType) -> None:
    clock = tourist.HurryingClock(START)
    clock.now()
    clock.now()
    assert clock.hurry()
    assert clock.now().steady - START.steady == tourist.STRIDE
    assert clock.now().wall - START.wall == timedelta(seconds=tourist.STRIDE)


def test_it_does_not_run_ahead_of_a_computer_that_is_busy(tourist: ModuleType) -> None:
    clock = tourist.HurryingClock(START)
    clock.now()
    assert [clock.hurry() for _ in range(3)] == [True, False, False]
    assert clock.seconds - START.steady == tourist.STRIDE


def test_a_session_plays_to_its_end_by_it_on_any_computer(tourist: ModuleType) -> None:
    clock = tourist.HurryingClock(START)
    session = Session(planned())
    session.start(clock.now())
    while session.state is State.RUNNING:
        assert clock.hurry()
        clock.now()  # by somebody else, which takes a busy computer no less time
        session.advance(clock.now())
    assert session.state is State.COMPLETED


def test_a_stride_and_one_more_are_no_sleep(tourist: ModuleType) -> None:
    assert 0 < 2 * tourist.STRIDE < GAP_SECONDS


def test_a_long_page_is_kept_down_to_its_end(tourist: ModuleType, window: _LongPage, tmp_path: Path) -> None:
    album = tourist.Album(tmp_path, "light")
    user = tourist.Tourist(SimpleNamespace(window=window), tourist.HurryingClock(START), album)
    user.begin("lines")
    user.pictures_down("page")
    assert [(each.chapter, each.name) for each in album.pictures] == [
        ("lines", "page"),
        ("lines", "page-2"),
        ("lines", "page-3"),
        ("lines", "page-4"),
    ]
    assert len({each.file.read_bytes() for each in album.pictures}) == 4
    assert window.area.verticalScrollBar().value() == 0


def test_a_tour_that_is_stuck_says_what_it_waits_for_and_what_it_sees(
    tourist: ModuleType, window: _LongPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tourist, "PATIENCE", 0.01)
    user = tourist.Tourist(SimpleNamespace(window=window), FakeHurry(), tourist.Album(tmp_path, "light"))
    with pytest.raises(SystemExit, match=r"a button “Finish” and gave up\. It reads: Line 0 \| Line 1"):
        user.press("Finish")


class FakeHurry(FakeClock):
    """Nothing moves on."""

    def hurry(self) -> bool:
        return False


def test_the_walk_waits_for_every_page_there_is(part: Callable[[str], ModuleType]) -> None:
    walked = inspect.getsource(part("first_visit")) + inspect.getsource(part("later_visits"))
    pages = {
        name
        for file in (ROOT / "kneeguide" / "ui" / "pages").glob("[a-z]*.py")
        for name, _ in inspect.getmembers(import_module(f"kneeguide.ui.pages.{file.stem}"), inspect.isclass)
        if name.endswith("Page")
    }
    assert len(pages) > 20
    assert [name for name in sorted(pages) if f'wait_for_page("{name}")' not in walked] == []
