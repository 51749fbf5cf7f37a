"""What a widget writes when it paints itself, and where: also words that no property tells, such as a chart's."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Words:
    """Words in one line, in pixels of the widget: the room that their line takes, and what is inked of it."""

    text: str
    place: QRectF
    ink: QRectF


def painted_words(widget: QWidget) -> list[Words]:
    """The words that a widget paints by itself, in the order of painting. Its children's are theirs."""
    found: list[Words] = []
    for group in ET.fromstring(_as_svg(widget)).iter(f"{_SVG}g"):
        moved = QTransform(*_matrix(group.get("transform", "matrix(1,0,0,1,0,0)")))
        for element in group.findall(f"{_SVG}text"):
            text = (element.text or "").rstrip(" \u200e")
            if text:
                metrics = QFontMetricsF(_font(element))
                left, baseline = float(element.get("x", 0)), float(element.get("y", 0))
                room = QRectF(left, baseline - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
                ink = metrics.tightBoundingRect(text).translated(left, baseline)
                found.append(Words(text, moved.mapRect(room), moved.mapRect(ink)))
    return found


def _as_svg(widget: QWidget) -> bytes:
    drawing = QBuffer()
    drawing.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(drawing)
    painter = QPainter(paper)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    return bytes(drawing.data().data())


def _matrix(transform: str) -> tuple[float, ...]:
    return tuple(map(float, transform.removeprefix("matrix(").removesuffix(")").split(",")))


def _font(element: ET.Element) -> QFont:
    font = QFont(element.get("font-family", ""))
    font.setPixelSize(round(float(element.get("font-size", 0))))
    font.setWeight(QFont.Weight(int(element.get("font-weight", 400))))
    return font
