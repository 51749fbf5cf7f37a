"""Puts many pictures on one sheet, small and in order, so that faults that repeat are seen at once.

Some sheets show a walk from its beginning to its end; others show each page in every size and theme, side by side.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

WALK_COLUMNS = 5
COMPARED = 4
"""Pictures of a page beside each other: with more of them, letters could not be read any more."""
ROWS = 6
"""On one sheet, for the same reason."""
WIDTH = 2000
"""Of every sheet, in pixels: about what a screen shows at once."""
GAP = 12
CAPTION, LETTERS = 24, 15

Cell = tuple[str, Path | None]
"""What is written above a picture, and where it is; None where a walk has no such page."""


class Picture(NamedTuple):
    """One picture of a walk. ``chapter`` and ``name`` are the same in every walk."""

    chapter: str
    name: str
    file: Path


def walk_sheets(pictures: Sequence[Picture], label: str, out: Path) -> list[Path]:
    """Write the sheets of one walk, in the order in which it was gone. Returns their files."""
    cells: list[Cell] = [(each.file.stem, each.file) for each in pictures]
    rows = [cells[start : start + WALK_COLUMNS] for start in range(0, len(cells), WALK_COLUMNS)]
    files = []
    for number, start in enumerate(range(0, len(rows), ROWS), 1):
        files.append(out / f"sheet-{label}-{number}.png")
        _write(rows[start : start + ROWS], files[-1])
    return files


def compared_sheets(walks: dict[str, Sequence[Picture]], out: Path) -> list[Path]:
    """Write sheets with a row for each page and a column for each walk, chapter by chapter. Returns their files.

    ``walks``: by what tells them apart, such as ``light-900x600-100``.
    """
    chapters: dict[str, dict[str, dict[str, Path]]] = defaultdict(lambda: defaultdict(dict))
    for label, pictures in sorted(walks.items(), key=lambda walk: -len(walk[1])):  # the longest has all in their order
        for chapter, name, file in pictures:
            chapters[chapter][name][label] = file
    labels = list(walks)
    files = []
    for number, (chapter, pages) in enumerate(chapters.items(), 1):
        rows = [[(f"{name} · {label}", of.get(label)) for label in labels] for name, of in pages.items()]
        parts = product(range(0, len(labels), COMPARED), range(0, len(rows), ROWS))
        for part, (left, top) in enumerate(parts, 1):
            files.append(out / f"compare-{number:02}-{chapter}-{part}.png")
            _write([cells[left : left + COMPARED] for cells in rows[top : top + ROWS]], files[-1])
    return files


def _write(rows: Sequence[Sequence[Cell]], file: Path) -> None:
    """Write the sheet; each row is as high as its highest picture."""
    images = [[(words, QImage(str(each)) if each else QImage()) for words, each in row] for row in rows]
    columns = max(map(len, rows))
    width = (WIDTH - GAP) // columns - GAP
    heights = [max(_height(image, width) for _, image in row) for row in images]
    sheet = QImage(WIDTH, sum(heights) + len(rows) * (CAPTION + GAP) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    font = QFont()
    font.setPixelSize(LETTERS)  # whatever the program was told last
    painter.setFont(font)
    top = GAP
    for row, height in zip(images, heights, strict=True):
        for column, (words, image) in enumerate(row):
            left = GAP + column * (width + GAP)
            painter.drawText(QRect(left, top, width, CAPTION), Qt.AlignmentFlag.AlignVCenter, words)
            if not image.isNull():
                small = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
                painter.drawImage(left, top + CAPTION, small)
        top += CAPTION + height + GAP
    painter.end()
    sheet.save(str(file))


def _height(image: QImage, width: int) -> int:
    return 0 if image.isNull() else round(width * image.height() / image.width())
