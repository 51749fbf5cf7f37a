"""Makes the pictures of the app's icon in every size: python3 packaging/make_icons.py [FOLDER].

They are made from two drawings of our own in assets/icons: kneeguide.svg, and kneeguide-small.svg with bolder strokes
and fewer parts for sizes at which the other would be a blur. Whoever changes a drawing runs this again; the test suite
compares the shipped pictures with what it makes.
"""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).resolve().parent.parent / "assets" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels across and down: what window lists, launchers and shops ask for."""
SMALL = 24
"""Up to this size the bolder drawing is used."""


def write(folder: Path) -> list[Path]:
    """Writes the icon in every size as PNG into a folder, and returns the files."""
    application = QGuiApplication.instance() or QGuiApplication(["make_icons", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for size in SIZES:
        name = "kneeguide-small.svg" if size <= SMALL else "kneeguide.svg"
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(str(DRAWINGS / name)).render(painter)
        painter.end()
        path = folder / f"kneeguide-{size}.png"
        if not image.save(str(path)):
            sys.exit(f"{path} cannot be written: make room, or name another folder.")
        written.append(path)
    del application
    return written


def main() -> None:
    """Writes the pictures and says how large each became."""
    parser = argparse.ArgumentParser(description="Make the pictures of KneeGuide's icon.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=DRAWINGS, help="where to write them (default: assets/icons)"
    )
    for path in write(parser.parse_args().folder):
        print(f"{path}  {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
