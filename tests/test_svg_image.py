"""A drawing of ours becomes a PNG of twice its size that looks the same, letters included."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kneeguide.svg_image import DOTS, as_png

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 60 40">
<rect width="30" height="40" fill="#FF0000"/>
<text x="45" y="25" font-family="sans-serif" font-size="20" text-anchor="middle" fill="#0000FF">M</text></svg>"""


def test_a_drawing_becomes_a_picture(qtbot: QtBot) -> None:
    image = QImage.fromData(as_png(SVG), "PNG")
    assert (image.width(), image.height()) == (60 * DOTS, 40 * DOTS)
    assert image.pixelColor(20, 20) == QColor("#FF0000")
    assert image.pixelColor(119, 0).alpha() == 0
    right = {image.pixelColor(x, y).name() for x in range(70, 110) for y in range(20, 60)}
    assert "#0000ff" in right
