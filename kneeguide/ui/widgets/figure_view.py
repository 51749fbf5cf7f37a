"""The stage on which the drawn person, or a user's own picture, is shown.

It fills whatever room it is given, is painted once and kept until something changes, and tells a screen reader in a
sentence what it shows. It knows no colours: they come from the theme, by role, or else from the palette.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from kneeguide.core.drawing import Bounds, Drawing, FigureRole
from kneeguide.core.routine import Side

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

MARGIN = 0.05
"""Free room round the figure, as a share of the shorter side of the stage."""
CORNER = 18
"""Radius of the stage's corners, in pixels."""

_SHARE_OF_INK: dict[FigureRole, float] = {
    FigureRole.STAGE: 0.05,
    FigureRole.SKIN: 0.22,
    FigureRole.SKIN_FAR: 0.36,
    FigureRole.SHIRT: 0.50,
    FigureRole.SHIRT_FAR: 0.64,
    FigureRole.SHORTS: 0.68,
    FigureRole.SHORTS_FAR: 0.80,
    FigureRole.SHOE: 0.60,
    FigureRole.SHOE_FAR: 0.72,
    FigureRole.SOLE: 0.0,
    FigureRole.SOLE_FAR: 0.20,
    FigureRole.HAIR: 0.88,
    FigureRole.FLOOR: 0.25,
    FigureRole.MAT: 0.38,
    FigureRole.FURNITURE: 0.45,
    FigureRole.FURNITURE_FAR: 0.58,
    FigureRole.TOOL: 0.92,
    FigureRole.TOOL_RIM: 0.55,
    FigureRole.TOOL_CORE: 0.30,
    FigureRole.MUSCLE_EDGE: 0.0,
}


@dataclass(frozen=True)
class _Figure:
    pose: "Pose"
    side: Side
    frame: Bounds
    drawing: Drawing


class FigureView(QWidget):
    """Shows one figure, one picture, or a line of text in place of either."""

    def __init__(self, colours: Mapping[FigureRole, QColor | str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = dict(colours or {})
        self._figure: _Figure | None = None
        self._picture = QImage()
        self._text = ""
        self._painted: QPixmap | None = None

    def set_colours(self, colours: Mapping[FigureRole, QColor | str]) -> None:
        """Take the theme's colours; a role that is missing gets one from the palette."""
        self._colours = dict(colours)
        self._repaint()

    def show_figure(self, pose: "Pose | None", side: Side | None, *, moves: bool = True) -> None:
        """Show the still form of a pose. ``side``: the worked leg; None for a figure that works on no leg.

        ``moves``: the frame leaves room for the whole stroke; without, the still form fills the stage.
        """
        # Not above: the first window is there before its first figure, and does not wait for what draws them.
        from kneeguide.core.figure import draw, frame

        if pose is None:
            self.show_placeholder(self.tr("No picture"))
            return
        worked = side or Side.RIGHT
        drawing = draw(pose, pose.still, worked)
        self._figure = _Figure(pose, worked, frame(pose, worked) if moves else drawing.bounds, drawing)
        self._picture, self._text = QImage(), ""
        self._describe(pose.alt)

    def show_picture(self, picture: QPixmap | QImage, alt: str) -> None:
        """Show a user's own picture, whole and in its own proportions; ``alt`` is also shown where it is empty."""
        self._figure = None
        self._picture = picture.toImage() if isinstance(picture, QPixmap) else picture
        self._text = alt if self._picture.isNull() else ""
        self._describe(alt)

    def show_placeholder(self, text: str) -> None:
        """Show a title where there is no picture."""
        self._figure, self._picture, self._text = None, QImage(), text
        self._describe(text)

    def set_stroke(self, phase: float) -> None:
        """Show the figure at a phase of its stroke, in [0, 1)."""
        from kneeguide.core.figure import draw

        if self._figure is not None:
            drawing = draw(self._figure.pose, phase % 1.0, self._figure.side)
            self._figure = replace(self._figure, drawing=drawing)
            self._repaint()

    def sizeHint(self) -> QSize:
        """Room in which every part of the figure can be told apart."""
        return QSize(360, 300)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which a posture can be told."""
        return QSize(72, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show what was painted before, or paint it now if anything has changed."""
        if self.width() < 1 or self.height() < 1:
            return
        ratio = self.devicePixelRatioF()
        size = (self.size().toSizeF() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._painted is None or (self._painted.size(), self._painted.devicePixelRatio()) != (size, ratio):
            self._painted = self._drawn(size, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._repaint()
        super().changeEvent(event)

    def _describe(self, text: str) -> None:
        self.setAccessibleName(text)  # a description as well would be read out as a second sentence
        self._repaint()

    def _repaint(self) -> None:
        self._painted = None
        self.update()

    def _drawn(self, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        stage = QPainterPath()
        corner = min(CORNER, min(self.width(), self.height()) / 6)
        stage.addRoundedRect(QRectF(self.rect()), corner, corner)
        painter.fillPath(stage, self._colour(FigureRole.STAGE))
        painter.setClipPath(stage)
        margin = round(MARGIN * min(self.width(), self.height()))
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        if self._figure is not None:
            self._paint_figure(painter, self._figure, QRectF(room))
        elif not self._picture.isNull():
            self._paint_picture(painter, room)
        elif self._text:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)
        painter.end()
        return pixmap

    def _paint_figure(self, painter: QPainter, figure: _Figure, room: QRectF) -> None:
        left, bottom, right, top = figure.frame
        scale = min(room.width() / (right - left), room.height() / (top - bottom))
        across = room.center().x() - (left + right) / 2 * scale
        down = room.center().y() + (bottom + top) / 2 * scale
        for shape in figure.drawing.shapes:
            painter.setBrush(self._colour(shape.role))
            outline = [QPointF(across + x * scale, down - y * scale) for x, y in shape.points]
            painter.drawPolygon(QPolygonF(outline), Qt.FillRule.WindingFill)

    def _paint_picture(self, painter: QPainter, room: QRect) -> None:
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawImage(place, self._picture)

    def _colour(self, role: FigureRole) -> QColor:
        if role in self._colours:
            return QColor(self._colours[role])
        palette = self.palette()
        if role not in _SHARE_OF_INK:
            return palette.color(QPalette.ColorRole.Highlight)
        paper, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.WindowText)
        share = _SHARE_OF_INK[role]
        return QColor(
            round(paper.red() + (ink.red() - paper.red()) * share),
            round(paper.green() + (ink.green() - paper.green()) * share),
            round(paper.blue() + (ink.blue() - paper.blue()) * share),
        )
