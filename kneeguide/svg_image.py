"""Turns drawings of our own from SVG into PNG. It needs no screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DOTS = 2
"""Dots for each pixel of the drawing, so that it is sharp in print."""


def as_png(svg: str) -> bytes:
    """The drawing as PNG."""
    # Letters need an application, which is let go of afterwards.
    application = QGuiApplication.instance() or QGuiApplication(["kneeguide", "-platform", "offscreen"])
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(renderer.defaultSize() * DOTS, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    png = QBuffer()
    png.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(png, QByteArray(b"PNG")).write(image)
    del application
    return bytes(png.data().data())
