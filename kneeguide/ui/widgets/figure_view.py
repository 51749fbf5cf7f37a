"""The stage on which the drawn person, or a user's own picture, is shown.

It fills whatever room it is given, is painted once and kept until something changes, and tells a screen reader in a
sentence what it shows. It knows no time and no colours: it is told the phase of a stroke, and the colours by role.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from kneeguide.core.figure_role import FigureRole
from kneeguide.core.routine import Side
from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.figure_arrangement import MARGIN, ArrangedFigure, arranged, halves
from kneeguide.ui.widgets.figure_painter import fitted, outlined, paint
from kneeguide.ui.widgets.motion import is_in_sight

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.widgets.flip_book import FlipBook, Page

CORNER = 18
"""Radius of the stage's corners, in pixels."""

_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Picture(Protocol):
    """Something to show whole and in its own proportions."""

    @property
    def size(self) -> QSizeF:
        """Its natural size, of which only the proportions count."""

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it into a place of its proportions."""


class FigureView(QWidget):
    """Shows one figure, one picture, or a line of text in place of either."""

    def __init__(self, colours: Mapping[FigureRole, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = dict(colours)
        self._figure: ArrangedFigure | None = None
        self._picture: Picture | None = None
        self._lines: tuple[str, ...] = ()
        self._keeps_still = False
        self._stroke: float | None = None
        self._given: QRectF | None = None
        self._fits = (QSize(), 0.0)
        """The size, and pixels of the screen to each of the window's, for which all below was painted."""
        self._painted: QPixmap | None = None
        self._book: FlipBook | None = None
        self._page: Page | None = None

    def set_colours(self, colours: Mapping[FigureRole, str]) -> None:
        """Take other colours."""
        self._colours = dict(colours)
        self._repaint()

    def keep_still(self, still: bool) -> None:
        """Show both ends of a stroke beside or below each other instead of moving, or move again."""
        if still != self._keeps_still:
            self._keeps_still = still
            if self._figure is not None:
                figure, self._figure = self._figure, None
                self.show_figure(figure.pose, figure.side, moves=figure.moves)

    def show_figure(self, pose: "Pose | None", side: Side | None, *, moves: bool = True) -> None:
        """Show the still form of a pose. ``side``: the worked leg; None for a figure that works on no leg.

        ``moves``: the frame leaves room for the whole stroke; without, the still form fills the stage.
        """
        if pose is None:
            self.show_placeholder(self.tr("No picture"))
            return
        worked = side or Side.RIGHT
        shown = self._figure
        if shown is not None and (shown.pose, shown.side, shown.moves) == (pose, worked, moves):
            self.show_still()
            return
        self._forget()
        self._figure = arranged(pose, worked, moves, keeps_still=self._keeps_still)
        self._describe(pose.alt)

    def show_picture(self, picture: Picture, alt: str) -> None:
        """Show a user's own picture. ``alt``: what it is called."""
        self._forget()
        self._picture = picture
        self._describe(alt)

    def show_placeholder(self, title: str, why: str = "") -> None:
        """Show a title where there is no picture, and why there is none."""
        self._forget()
        self._lines = (title, why) if why else (title,)
        self._describe(self.tr("{title}. {why}").format(title=title, why=why) if why else title)

    def keep_within(self, room: QRectF) -> None:
        """Draw only in this part of the stage: something else has the rest."""
        if room != self._given:
            self._given = QRectF(room)
            self._repaint()

    def place_in(self, room: QRectF) -> QRectF:
        """What of a room would be drawn on, with all that moves; all of it where there are only words."""
        if self._figure is not None:
            left, bottom, right, top = frame = self._figure.frame
            bounds = QRectF(left, bottom, right - left, top - bottom)
            rooms = (room,) if len(self._figure.drawings) == 1 else halves(room, frame)
            places = [fitted(frame, each).mapRect(bounds) for each in rooms]
            return places[0] | places[-1]
        if self._picture is not None:
            return _in_middle(self._picture.size, room)
        return QRectF(room)

    def moves_now(self) -> bool:
        """Whether a stroke is there to be seen: the figure has one, may move, and is in sight."""
        return is_in_sight(self) and self._may_move and self._stroke_book().moves

    def set_stroke(self, phase: float) -> None:
        """Show the figure at a phase of its stroke, in [0, 1)."""
        if not self._may_move:
            return
        self._stroke = phase
        if not self.isVisible():
            return
        page = self._stroke_book().page(phase)
        if self._page is None:
            self.update()
        elif page is not self._page:
            self.update(page.covers | self._page.covers)

    def make_ahead(self) -> None:
        """Make a little more of what a stroke will need, while none is shown."""
        if self._may_move and self.isVisible():
            self._stroke_book().make_ahead()

    def show_still(self) -> None:
        """Show the still form of the figure again."""
        if self._stroke is not None:
            self._stroke = self._page = None
            self.update()

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
        self._refit()
        painter = QPainter(self)
        if self._stroke is None:
            self._painted = self._painted or self._drawn()
            painter.drawPixmap(0, 0, self._painted)
        else:
            book = self._stroke_book()
            self._page = book.page(self._stroke)
            painter.drawPixmap(0, 0, book.ground)
            painter.drawPixmap(self._page.at, self._page.picture)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Words follow the colours and letters around them."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._repaint()
        super().changeEvent(event)

    @property
    def _may_move(self) -> bool:
        return self._figure is not None and self._figure.moves and not self._keeps_still

    def _stroke_book(self) -> "FlipBook":
        """The pictures of the stroke, at this size and in these colours."""
        self._refit()
        if self._book is None:
            from kneeguide.ui.widgets.flip_book import FlipBook

            assert self._figure is not None
            figure = self._figure
            stage = self._empty_stage()
            self._book = FlipBook(figure.pose, figure.side, stage, fitted(figure.frame, self._room()), self._colours)
        return self._book

    def _forget(self) -> None:
        self._figure, self._picture, self._lines, self._stroke = None, None, (), None
        self._repaint()

    def _describe(self, text: str) -> None:
        self.setAccessibleName(text)  # a description as well would be read out as a second sentence

    def _repaint(self) -> None:
        self._painted = self._book = self._page = None
        self.update()

    def _refit(self) -> None:
        """Let go of what was painted for another size or another screen."""
        fits = (self.size(), self.devicePixelRatioF())
        if fits != self._fits:
            self._fits = fits
            self._painted = self._book = self._page = None

    def _room(self) -> QRectF:
        if self._given is not None:
            return self._given
        margin = MARGIN * min(self.width(), self.height())
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def _empty_stage(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        stage = QPixmap((QSizeF(self.size()) * ratio).toSize().expandedTo(QSize(1, 1)))
        stage.setDevicePixelRatio(ratio)
        stage.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stage)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours[FigureRole.STAGE]))
        corner = min(CORNER, min(self.width(), self.height()) / 6)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.end()
        return stage

    def _drawn(self) -> QPixmap:
        """The stage with what stands on it."""
        stage = self._empty_stage()
        painter = QPainter(stage)
        if self._figure is not None:
            self._paint_figure(painter, self._figure)
        elif self._picture is not None:
            self._picture.paint(painter, _in_middle(self._picture.size, self._room()))
        else:
            self._paint_words(painter)
        painter.end()
        return stage

    def _paint_figure(self, painter: QPainter, figure: ArrangedFigure) -> None:
        if len(figure.drawings) == 1:
            painter.setTransform(fitted(figure.frame, self._room()))
            paint(painter, map(outlined, figure.drawings[0].shapes), self._colours)
            return
        letters = self._letters(TextRole.STRONG, 1 / 24)
        for name, drawing, room in zip(
            (self.tr("Start"), self.tr("End")), figure.drawings, halves(self._room(), figure.frame), strict=True
        ):
            painter.save()
            painter.setTransform(fitted(figure.frame, room))
            paint(painter, map(outlined, drawing.shapes), self._colours)
            painter.restore()
            painter.setFont(letters)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)

    def _paint_words(self, painter: QPainter) -> None:
        """Paint the title, and below it why there is no picture; why alone where there is not room for both."""
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self._room().toRect()
        fonts = self._letters(TextRole.STRONG, 1 / 18), self._letters(TextRole.SMALL, 1 / 24)
        lines = list(zip(self._lines, fonts, strict=False))
        heights = [QFontMetrics(font).boundingRect(room, _CENTRED, words).height() for words, font in lines]
        if sum(heights) > room.height():
            lines, heights = lines[-1:], heights[-1:]
        top = room.top() + (room.height() - sum(heights)) // 2
        for (words, font), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.drawText(QRect(room.left(), top, room.width(), height), _CENTRED, words)
            top += height

    def _letters(self, role: TextRole, share: float) -> QFont:
        """The letters of a role, as large as a share of the height where that is more."""
        font = font_for(role)
        font.setPixelSize(max(font.pixelSize(), round(self.height() * share)))
        return font


def _in_middle(size: QSizeF, room: QRectF) -> QRectF:
    """As large as these proportions can be in a room."""
    fitting = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, fitting.width(), fitting.height())
    place.moveCenter(room.center())
    return place
