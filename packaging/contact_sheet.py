"""Puts the pictures of one walk on one sheet, small and in order, so that faults that repeat are seen at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

COLUMNS = 5
WIDTH = 480
"""Of each picture on the sheet, in pixels."""
GAP = 12
CAPTION = 24


def contact_sheet(pictures: Sequence[Path], file: Path) -> None:
    """Write the sheet; each picture is fitted into the proportions of the first."""
    images = [QImage(str(each)) for each in pictures]
    height = WIDTH * images[0].height() // images[0].width()
    rows = -(-len(images) // COLUMNS)
    sheet = QImage(COLUMNS * (WIDTH + GAP) + GAP, rows * (height + CAPTION + GAP) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, (picture, image) in enumerate(zip(pictures, images, strict=True)):
        left = GAP + number % COLUMNS * (WIDTH + GAP)
        top = GAP + number // COLUMNS * (height + CAPTION + GAP)
        painter.drawText(QRect(left, top, WIDTH, CAPTION), Qt.AlignmentFlag.AlignVCenter, picture.stem)
        small = image.scaled(
            WIDTH, height, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(left, top + CAPTION, small)
    painter.end()
    sheet.save(str(file))
