"""One routine to pick: a picture, its title, what it takes and what it is for.

A page of these is the first thing on the screen, so a card paints its own words, and its picture comes after.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kneeguide.core.routine import Condition, Routine, Side
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.lazy_illustration import LazyIllustration

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

STAGE_HEIGHT = 34 * STEP
_INSET = 2 * STEP
_MARGIN = 4 * STEP
_CORNER = 4 * STEP
_TAG_CORNER = 6  # as in the style sheet
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class RoutineCard(QAbstractButton):
    """A card that is pressed as a whole."""

    def __init__(self, routine: Routine, poses: "Mapping[str, Pose]", colours: Colours) -> None:
        super().__init__()
        self.routine = routine
        self._colours = colours
        self._picture = _picture_of(routine, poses, colours)
        self._facts = self.tr(" · ").join(
            [
                wording.minutes(routine.total_seconds),
                *(wording.position(position) for position in routine.positions),
                *(wording.tool(tool) for tool in routine.tools),
            ]
        )
        self._conditions = [wording.condition(condition) for condition in routine.conditions]
        if len(routine.conditions) == len(Condition):
            self._conditions = [self.tr("Any knee pain")]
        self._areas = [wording.area(area) for area in routine.areas]
        self._picture.setParent(self)
        self.setText(routine.title.replace("&", "&&"))
        self.setAccessibleName(routine.title)
        self.setAccessibleDescription(self.tr(", ").join([self._facts, *self._conditions, *self._areas]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        self._picture.use_theme(colours)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(64 * STEP, self.heightForWidth(64 * STEP))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tags = self._tag_places(width)
        words = max((place.bottom() + 1 for place in tags), default=self._facts_place(width).bottom() + 1)
        return words + _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture.setGeometry(self._stage())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.setPen(QColor(self._colours.ink))
        painter.setFont(font_for(TextRole.STRONG))
        painter.drawText(self._title_place(self.width()), _WRAPS, self.routine.title)
        painter.setPen(QColor(self._colours.quiet))
        painter.setFont(font_for(TextRole.SMALL))
        painter.drawText(self._facts_place(self.width()), _WRAPS, self._facts)
        tags = zip(self._conditions + self._areas, self._tag_places(self.width()), strict=True)
        for number, (tag, place) in enumerate(tags):
            self._paint_tag(painter, tag, place, leads=number < len(self._conditions))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._colours
        if self.hasFocus():
            pen = QPen(QColor(colours.lead), 3)
        else:
            pen = QPen(QColor(colours.control if self.underMouse() else colours.line), 1)
        edge = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(colours.stage if self.isDown() else colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), _CORNER, _CORNER)

    def _paint_tag(self, painter: QPainter, tag: str, place: QRect, *, leads: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.lead_tint if leads else self._colours.stage))
        painter.drawRoundedRect(place, _TAG_CORNER, _TAG_CORNER)
        painter.setPen(QColor(self._colours.on_lead_tint if leads else self._colours.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tag)

    def _stage(self) -> QRect:
        return QRect(_INSET, _INSET, self.width() - 2 * _INSET, STAGE_HEIGHT)

    def _title_place(self, width: int) -> QRect:
        return _room_for(self.routine.title, TextRole.STRONG, width, _INSET + STAGE_HEIGHT + 3 * STEP)

    def _facts_place(self, width: int) -> QRect:
        return _room_for(self._facts, TextRole.SMALL, width, self._title_place(width).bottom() + 1 + STEP)

    def _tag_places(self, width: int) -> list[QRect]:
        top = self._facts_place(width).bottom() + 1 + 2 * STEP
        return _tag_places(self._conditions + self._areas, QPoint(_MARGIN, top), width - _MARGIN)


def _picture_of(routine: Routine, poses: "Mapping[str, Pose]", colours: Colours) -> LazyIllustration:
    """The first technique that presses on something."""
    techniques = [phase.technique for phase in routine.phases]
    pressing = next((technique for technique in techniques if technique.presses), techniques[0])
    picture = LazyIllustration(poses, colours, pressing, Side.RIGHT)
    picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return picture


def _room_for(text: str, role: TextRole, width: int, top: int) -> QRect:
    """Where wrapped text of a card of this width goes."""
    room = QRect(_MARGIN, top, width - 2 * _MARGIN, 0)
    return QFontMetrics(font_for(role)).boundingRect(room, _WRAPS, text)


def _tag_places(tags: Sequence[str], start: QPoint, right: int) -> list[QRect]:
    """Where tags go that wrap before ``right``."""
    metrics = QFontMetrics(font_for(TextRole.SMALL))
    height = metrics.height() + 2 * STEP
    places: list[QRect] = []
    x, y = start.x(), start.y()
    for tag in tags:
        width = metrics.horizontalAdvance(tag) + 4 * STEP
        if x > start.x() and x + width > right:
            x, y = start.x(), y + height + STEP
        places.append(QRect(x, y, width, height))
        x += width + STEP
    return places
