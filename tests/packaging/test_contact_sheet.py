"""Contact sheets: every picture is there, in its place, and of a size that can be read."""

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[2]
RED, BLUE, GREY = "#ff0000", "#0000ff", "#a0a0a4"


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return import_module("contact_sheet")


@pytest.fixture
def picture(sheets: ModuleType, tmp_path: Path) -> Callable[..., object]:
    """A picture of 90 to 60, of one colour."""

    def make(name: str, colour: str = RED, chapter: str = "history", label: str = "light") -> object:
        image = QImage(90, 60, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        file = tmp_path / f"{label}-{name}.png"
        image.save(str(file))
        return sheets.Picture(chapter, name, file)

    return make


def _colours_across(file: Path, columns: int, row: int = 0) -> list[str]:
    """In the middle of each picture of a row, or where it would be."""
    sheet = QImage(str(file))
    width = sheet.width() // columns
    height = width * 60 // 90 + 24
    return [sheet.pixelColor(width // 2 + n * width, 80 + row * height).name() for n in range(columns)]


def test_a_walk_is_shown_in_its_order_on_as_many_sheets_as_can_be_read(
    sheets: ModuleType, picture: Callable[..., object], tmp_path: Path
) -> None:
    pictures = [picture(str(number), RED if number % 2 else BLUE) for number in range(32)]
    files = sheets.walk_sheets(pictures, "light", tmp_path)
    assert [file.name for file in files] == ["sheet-light-1.png", "sheet-light-2.png"]
    assert {QImage(str(file)).width() for file in files} == {sheets.WIDTH}
    assert _colours_across(files[0], 5) == [BLUE, RED, BLUE, RED, BLUE]
    assert _colours_across(files[0], 5, row=1) == [RED, BLUE, RED, BLUE, RED]


def test_each_page_is_shown_beside_itself_with_a_gap_where_a_walk_has_none(
    sheets: ModuleType, picture: Callable[..., object], tmp_path: Path
) -> None:
    walks = {
        "light": [picture("list"), picture("list-2")],
        "dark": [picture("list", BLUE, label="dark")],
    }
    (file,) = sheets.compared_sheets(walks, tmp_path)
    assert file.name == "compare-01-history-1.png"
    assert _colours_across(file, 2) == [RED, BLUE]
    assert _colours_across(file, 2, row=1) == [RED, GREY]


def test_chapters_and_more_walks_than_can_be_read_have_sheets_of_their_own(
    sheets: ModuleType, picture: Callable[..., object], tmp_path: Path
) -> None:
    walks = {
        f"walk-{n}": [picture("a", label=f"walk-{n}"), picture("b", chapter="learn", label=f"walk-{n}")]
        for n in range(sheets.COMPARED + 1)
    }
    assert [file.name for file in sheets.compared_sheets(walks, tmp_path)] == [
        "compare-01-history-1.png",
        "compare-01-history-2.png",
        "compare-02-learn-1.png",
        "compare-02-learn-2.png",
    ]
