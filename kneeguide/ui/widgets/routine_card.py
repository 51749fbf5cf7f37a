"""One routine to pick: a picture, its title, what it takes and what it is for.

A page of these is the first thing on the screen, so a card paints its own words on an empty stage, and its picture
comes after.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kneeguide.core.routine import Condition, Routine, Side, Technique
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.card_arrangement import WRAPS, CardArrangement, icon_side
from kneeguide.ui.widgets.favourite_button import FavouriteButton
from kneeguide.ui.widgets.icons import Icon, icon_for, paint_icon
from kneeguide.ui.widgets.in_view import is_in_view
from kneeguide.ui.widgets.key_focus import shows_focus

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.widgets.illustration import Illustration

_CORNER = 4 * STEP
_TAG_CORNER = 6  # as in the style sheet
_STAGE_CORNER = 18  # as of the picture that comes to lie over it
_FADED = 0.4


class RoutineCard(QAbstractButton):
    """A card that is pressed as a whole, but for its star. ``favourite_toggled`` carries whether it is one now."""

    favourite_toggled = Signal(bool)
    _seen = Signal()

    def __init__(
        self,
        routine: Routine,
        typical: Technique,
        poses: "Mapping[str, Pose]",
        colours: Colours,
        *,
        favourite: bool = False,
        ruled_out: str = "",
    ) -> None:
        """``typical``: the technique that it is pictured by.

        ``ruled_out``: why nothing of it is left today; the card is greyed then, and opens all the same.
        """
        super().__init__()
        self.routine = routine
        self._typical = typical
        self._poses = poses
        self._colours = colours
        self._ruled_out = ruled_out
        self._picture: Illustration | None = None
        self._seen.connect(self._draw, Qt.ConnectionType.QueuedConnection)
        self._facts = [
            (Icon.CLOCK, wording.minutes(routine.total_seconds)),
            *((icon_for(position), wording.position(position)) for position in routine.positions),
            *((icon_for(tool), wording.tool(tool)) for tool in routine.tools),
        ]
        self._conditions = [wording.condition(condition) for condition in routine.conditions]
        if len(routine.conditions) == len(Condition):
            self._conditions = [self.tr("Any knee pain")]
        self._areas = [wording.area(area) for area in routine.areas]
        self._mark = ""
        self._places = self._arranged()
        self._star = FavouriteButton(colours, routine.title, self)
        self._star.setChecked(favourite)
        self._star.toggled.connect(self.favourite_toggled)
        self.setText(routine.title.replace("&", "&&"))
        self.setAccessibleName(routine.title)
        self._describe()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def star(self) -> QAbstractButton:
        """The control to which Tab goes after the card."""
        return self._star

    def set_tab_stop(self, is_one: bool) -> None:
        """Let Tab come to the card and its star, or leave them to the arrow keys of the grid."""
        policy = Qt.FocusPolicy.StrongFocus if is_one else Qt.FocusPolicy.ClickFocus
        for stop in (self, self._star):
            stop.setFocusPolicy(policy)

    def set_mark(self, words: str) -> None:
        """Say before all tags what makes this card the one to begin with; empty for nothing.

        Not above the title, which would no longer stand beside those of the other cards.
        """
        if words != self._mark:
            self._mark = words
            self._describe()
            self._arrange_anew()
            self.update()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        if self._picture is not None:
            self._picture.use_theme(colours)
        self._star.set_colours(colours)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(64 * STEP, self.heightForWidth(64 * STEP))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places.height(width)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for letters of another size."""
        if event.type() is QEvent.Type.StyleChange:
            self._arrange_anew()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_star()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._picture is not None:
            self._picture.setGeometry(self._places.stage(self.width()))
        self._place_star()
        super().resizeEvent(event)

    def _place_star(self) -> None:
        star = self._star.rect()
        star.moveTo(self.width() - star.width() - STEP, self._places.stage(self.width()).bottom() + 1)
        self._star.move(self._mirrored(star).topLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does; all other keys are for the grid that it stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        places, width = self._places, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._picture is None:
            self._paint_stage(painter)
            if is_in_view(self, places.stage(width), event.rect()):
                self._seen.emit()
        painter.setPen(QColor(self._colours.quiet if self._ruled_out else self._colours.ink))
        painter.setFont(font_for(TextRole.STRONG))
        painter.drawText(self._mirrored(places.title(width)), WRAPS, self.routine.title)
        painter.setFont(font_for(TextRole.SMALL))
        for (icon, words), place in zip(self._facts, places.facts(width), strict=True):
            self._paint_fact(painter, icon, words, place)
        if self._ruled_out:
            painter.setPen(QColor(self._colours.care))
            painter.drawText(self._mirrored(places.last_line(width)), WRAPS, self._ruled_out)
        for tag, place in zip(self._tags, places.tags(width), strict=True):
            if tag == self._mark:
                self._paint_tag(painter, tag, place, self._colours.lead, self._colours.on_lead, self._colours.lead)
            elif tag in self._conditions and not self._ruled_out:
                ground, edge = self._colours.lead_tint, self._colours.lead_edge
                self._paint_tag(painter, tag, place, ground, self._colours.on_lead_tint, edge)
            else:
                self._paint_tag(painter, tag, place, self._colours.tag, self._colours.ink, self._colours.tag_edge)
        painter.end()

    def _draw(self) -> None:
        if self._picture is not None:
            return
        # Not above: the first window is there before its first picture, and does not wait for what draws it.
        from kneeguide.ui.widgets.illustration import Illustration

        self._picture = Illustration(self._poses, self._colours, self)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture.setGeometry(self._places.stage(self.width()))
        self._picture.lower()  # screen readers come to it before the star
        if self._ruled_out:
            from PySide6.QtWidgets import QGraphicsOpacityEffect

            faded = QGraphicsOpacityEffect(self._picture)
            faded.setOpacity(_FADED)
            self._picture.setGraphicsEffect(faded)
        self._picture.show_technique(self._typical, Side.RIGHT, moves=False)
        self._picture.show()

    def _describe(self) -> None:
        """Tell screen readers what can be seen, what sets this card apart first."""
        facts = (words for _, words in self._facts)
        told = [self._mark, self._ruled_out, *facts, *self._conditions, *self._areas]
        self.setAccessibleDescription(self.tr(", ").join(filter(None, told)))

    def _arranged(self) -> CardArrangement:
        facts = [words for _, words in self._facts]
        return CardArrangement(self.routine.title, facts, self._ruled_out, self._tags)

    def _arrange_anew(self) -> None:
        self._places = self._arranged()
        self.updateGeometry()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._colours
        if shows_focus(self):
            pen = QPen(QColor(colours.ink), 3)
        elif self._ruled_out:
            pen = QPen(QColor(colours.control), 1, Qt.PenStyle.DashLine)
        else:
            pen = QPen(QColor(colours.lead if self.underMouse() else colours.line), 1)
        ground = colours.paper if self._ruled_out else colours.card
        edge = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(colours.lead_tint if self.isDown() else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), _CORNER, _CORNER)

    def _paint_stage(self, painter: QPainter) -> None:
        painter.setOpacity(_FADED if self._ruled_out else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.stage))
        painter.drawRoundedRect(self._places.stage(self.width()), _STAGE_CORNER, _STAGE_CORNER)
        painter.setOpacity(1.0)

    def _paint_tag(self, painter: QPainter, tag: str, place: QRect, ground: str, ink: str, edge: str) -> None:
        place = self._mirrored(place)
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), _TAG_CORNER, _TAG_CORNER)
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tag)

    def _paint_fact(self, painter: QPainter, icon: Icon, words: str, place: QRect) -> None:
        ink = QColor(self._colours.quiet)
        side = icon_side()
        spot = QRect(place.left(), place.center().y() - side // 2, side, side)
        room = place.adjusted(side + STEP, 0, 0, 0)
        paint_icon(painter, icon, QRectF(self._mirrored(spot)), ink)
        painter.setPen(ink)
        painter.drawText(self._mirrored(room), Qt.AlignmentFlag.AlignCenter, words)

    def _mirrored(self, place: QRect) -> QRect:
        """Where a place is in the direction of reading; all places are reckoned from the left."""
        # Not by QStyle.visualRect: touching QStyle makes 500 enumerated values, which no start has time for.
        left = self.width() - place.right() - 1 if self.isRightToLeft() else place.left()
        return QRect(left, place.top(), place.width(), place.height())

    @property
    def _tags(self) -> list[str]:
        return [*filter(None, [self._mark]), *self._conditions, *self._areas]
