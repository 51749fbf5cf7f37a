"""One routine to pick: a picture, its title, what it takes and what it is for.

A page of these is the first thing on the screen, so a card paints its own words on an empty stage, and its picture
comes after.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kneeguide.core.routine import Routine, Side, Technique
from kneeguide.ui import routine_wording, wording
from kneeguide.ui.theme import Colours, TextRole, font_for, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.card_arrangement import ROWS_FROM, WRAPS, CardArrangement, CardWords, Places
from kneeguide.ui.widgets.favourite_button import FavouriteButton
from kneeguide.ui.widgets.in_view import is_in_view
from kneeguide.ui.widgets.key_focus import shows_focus

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.widgets.telling_picture import TellingPicture

_CORNER = 4 * STEP
_TAG_CORNER, _CALL_CORNER = 6, 3 * STEP  # as in the style sheet
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
        self._picture: TellingPicture | None = None
        self._seen.connect(self._draw, Qt.ConnectionType.QueuedConnection)
        self._facts = routine_wording.facts(routine, routine.total_seconds)
        self._conditions = routine_wording.conditions(routine)
        self._areas = [wording.area(area) for area in routine.areas]
        self._tags = routine_wording.tags(routine)
        self._stands_out = False
        self._star = FavouriteButton(colours, routine.title, self)
        self._words, self._arrangement = self._arranged()
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

    @property
    def stands_out(self) -> bool:
        """Whether it is the one to begin with."""
        return self._stands_out

    def stand_out(self, stands_out: bool) -> None:
        """Be the one to begin with, in a row of its own, and say why; or be one of many again."""
        if stands_out != self._stands_out:
            self._stands_out = stands_out
            self._arrange_anew()
            self._describe()
            self.update()

    def show_time(self, seconds: int) -> None:
        """Say what it takes whoever sees it, where that is not as written."""
        facts = routine_wording.facts(self.routine, seconds)
        if facts != self._facts:
            self._facts = facts
            self._arrange_anew()
            self._describe()
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
        return self._arrangement.at(width).height

    def changeEvent(self, event: QEvent) -> None:
        """Make room for letters of another size."""
        if event.type() is QEvent.Type.StyleChange:
            self._arrange_anew()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._put_in_place()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._put_in_place()
        super().resizeEvent(event)

    @property
    def _places(self) -> Places:
        """Where all is now. A picture that stands beside the words is as high as the card, whatever made it so high."""
        places = self._arrangement.at(self.width())
        stage = places.stage
        if stage.right() < places.title.left():
            stage = QRect(stage.topLeft(), QSize(stage.width(), self.height() - 2 * stage.top()))
        return places._replace(stage=stage)

    def _put_in_place(self) -> None:
        places = self._places
        if self._picture is not None:
            self._picture.setGeometry(self._mirrored(places.stage))
        self._star.move(self._mirrored(places.star).topLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does; all other keys are for the grid that it stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        places, words, colours = self._places, self._words, self._colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._picture is None:
            stage = self._mirrored(places.stage)
            self._paint_stage(painter, stage)
            if is_in_view(self, stage, event.rect()):
                self._seen.emit()
        ink = QColor(colours.quiet if self._ruled_out else colours.ink)
        self._paint_words(painter, words.title, places.title, self._arrangement.title_role, ink)
        self._paint_words(painter, words.facts, places.facts, TextRole.SMALL, QColor(colours.quiet))
        if self._ruled_out:
            self._paint_words(painter, words.why, places.why, TextRole.SMALL, QColor(colours.care))
        elif words.why:
            self._paint_words(painter, words.why, places.why, TextRole.BODY, ink)
        painter.setFont(font_for(TextRole.SMALL))
        if words.mark:
            self._paint_tag(painter, words.mark, places.mark, colours.lead_tint, colours.on_lead_tint, colours.lead)
        for tag, place in zip(words.tags, places.tags, strict=False):
            if tag in self._conditions and not self._ruled_out:
                ground, edge = colours.lead_tint, colours.lead_edge
                self._paint_tag(painter, tag, place, ground, colours.on_lead_tint, edge)
            else:
                self._paint_tag(painter, tag, place, colours.tag, colours.ink, colours.tag_edge)
        if words.call:
            self._paint_call(painter, words.call, places.call)
        painter.end()

    def _draw(self) -> None:
        if self._picture is not None:
            return
        # Not above: the first window is there before its first picture, and does not wait for what draws it.
        from kneeguide.ui.widgets.telling_picture import TellingPicture

        self._picture = TellingPicture(self._poses, self._colours, self)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._put_in_place()
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
        words = self._words
        told = [words.mark, words.why, words.facts, *self._conditions, *self._areas]
        self.setAccessibleDescription(self.tr(", ").join(filter(None, told)))

    def _arranged(self) -> tuple[CardWords, CardArrangement]:
        """What it says, and where."""
        in_rows = letter_scale() >= ROWS_FROM
        words = CardWords(self.routine.title, self._facts, self._ruled_out, () if in_rows else tuple(self._tags))
        if self._stands_out:
            words = words._replace(
                tags=(),
                why="" if in_rows else _first_sentence(self.routine.why),
                mark=self.tr("A good first choice"),
                call=self.tr("See this one"),
            )
        return words, CardArrangement(words, self._star.size(), stands_out=self._stands_out)

    def _arrange_anew(self) -> None:
        self._words, self._arrangement = self._arranged()
        self._put_in_place()
        self.updateGeometry()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._colours
        if shows_focus(self):
            pen = QPen(QColor(colours.ink), 3)
        elif self._ruled_out:
            pen = QPen(QColor(colours.control), 1, Qt.PenStyle.DashLine)
        else:
            pen = QPen(QColor(colours.lead if self.underMouse() or self._stands_out else colours.line), 1)
        ground = colours.paper if self._ruled_out else colours.card
        edge = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(colours.lead_tint if self.isDown() else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), _CORNER, _CORNER)

    def _paint_stage(self, painter: QPainter, stage: QRect) -> None:
        painter.setOpacity(_FADED if self._ruled_out else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.stage))
        painter.drawRoundedRect(stage, _STAGE_CORNER, _STAGE_CORNER)
        painter.setOpacity(1.0)

    def _paint_tag(self, painter: QPainter, tag: str, place: QRect, ground: str, ink: str, edge: str) -> None:
        place = self._mirrored(place)
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), _TAG_CORNER, _TAG_CORNER)
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tag)

    def _paint_words(self, painter: QPainter, words: str, place: QRect, role: TextRole, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font_for(role))
        painter.drawText(self._mirrored(place), WRAPS, words)

    def _paint_call(self, painter: QPainter, words: str, place: QRect) -> None:
        """What pressing the card does, as a button would say it; the whole card is that button."""
        place = self._mirrored(place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.lead))
        painter.drawRoundedRect(QRectF(place), _CALL_CORNER, _CALL_CORNER)
        painter.setPen(QColor(self._colours.on_lead))
        painter.setFont(font_for(TextRole.STRONG))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _mirrored(self, place: QRect) -> QRect:
        """Where a place is in the direction of reading; all places are reckoned from the left."""
        # Not by QStyle.visualRect: touching QStyle makes 500 enumerated values, which no start has time for.
        left = self.width() - place.right() - 1 if self.isRightToLeft() else place.left()
        return QRect(left, place.top(), place.width(), place.height())


def _first_sentence(text: str) -> str:
    first, stop, _ = text.partition(". ")
    return first + stop.rstrip()
