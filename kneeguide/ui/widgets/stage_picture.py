"""The figure as large as its stage lets it be, with the name of the leg in one corner and the map in the other.

The map has only what the figure leaves free: beside somebody who sits or stands, above somebody who lies.
"""

from collections.abc import Mapping
from math import ceil, sqrt

from PySide6.QtCore import QEvent, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.core.pose import Pose
from kneeguide.core.stage import Stage
from kneeguide.ui import session_wording, wording
from kneeguide.ui.theme import SMALL_LETTERS, USUAL_LETTERS, Colours, TextRole, font_for, letter_scale
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.labels import Tag

_LEG_AT_A_DESK, _LEG_FROM_AFAR, _LEAST_LEG = 1 / 23, 1 / 17, 1 / 25
"""Sizes of the letters of the leg as shares of the page's height."""
_BESIDE_LEG = 11 * STEP
"""Room on both sides of the name of the leg together, in pixels."""
_KEY = 1 / 58
"""Size of the letters of the map's key as a share of the page's height."""
_MARGIN, _NARROW_MARGIN, _NARROW = 5 * STEP, 3 * STEP, 120 * STEP
"""Free room at the edges, in pixels, and in a stage that is narrower than the last."""
_GAP = 2 * STEP
_LARGEST_MAP = 0.34, 0.6
"""Breadth and height of the map at the most, as shares of the stage's."""
_LEAST_MAP, _GOOD_MAP = 18 * STEP, 0.21
"""Size of the legs, in pixels, below which nothing could be told apart on the map, and what is wanted, as a share of
the stage's breadth."""
_SIZES = (1.0, 0.97, 0.94, 0.91, 0.88)
"""Sizes of the figure as shares of what it could be, tried in turn until the map has the room that it wants."""


class StagePicture(Illustration):
    """Shows the technique of a stage, its leg, and where on it to work and not to."""

    def __init__(self, poses: Mapping[str, Pose], colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(poses, colours, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._page_height = self._letters_for = 0
        self._from_afar = False
        self._names_leg = True
        self._presses = False
        self.leg = Tag("", "side", TextRole.TITLE)
        self.leg.setParent(self)
        self.leg.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.map = AreaMap(colours, self, keyed=True)
        self.leg.hide()
        self.map.hide()

    def set_theme(self, colours: Colours) -> None:
        """Paint with another theme, the map too."""
        self.use_theme(colours)
        self.map.set_colours(colours)

    def show_from_afar(self, from_afar: bool) -> None:
        """Name the leg in larger letters, or in those for the desk."""
        self._from_afar = from_afar
        self._arrange()

    def scale_to(self, height: int, letters_for: int) -> None:
        """Size the leg for a page of this height, in pixels, and the rest as if it had the other one."""
        self._page_height, self._letters_for = height, letters_for
        self._arrange()

    def name_leg(self, names: bool) -> None:
        """Name the leg in large letters, or leave that to what is beside the stage."""
        self._names_leg = names
        self._arrange()

    def show_stage(self, stage: Stage) -> None:
        """Show the technique and the leg of a stage."""
        self.show_technique(stage.technique, stage.side)
        self.leg.setText(wording.side(stage.side).upper() if stage.side else "")
        self._presses = stage.technique.presses and not session_wording.ends_session(stage)
        self.map.show_technique(stage.technique, stage.side)
        self._arrange()

    def keep_still(self, still: bool) -> None:
        """Both ends of a stroke have another place than the stroke."""
        super().keep_still(still)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters and the direction of reading."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._arrange()

    def _arrange(self) -> None:
        margin = _MARGIN if self.width() >= _NARROW else _NARROW_MARGIN
        stage = QRectF(self.rect()).adjusted(margin, min(margin, self.height() / 12), -margin, -STEP)
        leg = self._leg_in(stage)
        room = QRectF(stage)
        if not leg.isEmpty():
            room.setTop(leg.bottom() + STEP)
        drawn, place = self._with_map(stage, room, leg)
        self.keep_within(drawn)
        self.leg.setGeometry(self._mirrored(leg))
        self.leg.setVisible(not leg.isEmpty())
        self.map.setGeometry(self._mirrored(place))
        self.map.setVisible(not place.isEmpty())

    def _leg_in(self, stage: QRectF) -> QRectF:
        """Where the name of the leg goes, as large as it should be and no broader than the stage."""
        if not self._names_leg or not self.leg.text():
            return QRectF()
        wanted = self._page_height * (_LEG_FROM_AFAR if self._from_afar else _LEG_AT_A_DESK)
        least = ceil(self._page_height * _LEAST_LEG)
        sizes = range(max(USUAL_LETTERS, ceil(wanted)), max(USUAL_LETTERS, least) - 1, -1)
        letters = next((size for size in sizes if self._leg_width(size) <= stage.width()), sizes[-1])
        self.leg.set_letters(letters)
        size = self.leg.sizeHint()
        return QRectF(stage.left(), stage.top(), min(size.width(), stage.width()), size.height())

    def _leg_width(self, letters: int) -> float:
        return QFontMetrics(font_for(TextRole.TITLE, letters)).horizontalAdvance(self.leg.text()) + _BESIDE_LEG

    def _with_map(self, stage: QRectF, room: QRectF, leg: QRectF) -> tuple[QRectF, QRectF]:
        """The room of the figure, and that of the map, which is empty where the figure leaves none."""
        if not self._presses or room.isEmpty():
            return room, QRectF()
        self.map.set_letters(max(round(SMALL_LETTERS * letter_scale()), round(self._letters_for * _KEY)))
        tried = [self._beside_or_above(stage, self.place_in(_shrunk(room, size)), leg) for size in _SIZES]
        wanted = max(_LEAST_MAP, self.width() * _GOOD_MAP)
        figure, free = next((each for each in tried if self._legs(each[1]) >= wanted), tried[-1])
        if self._legs(free) >= _LEAST_MAP:
            return figure, self._in_corner(free, stage)
        return room, QRectF()

    def _beside_or_above(self, stage: QRectF, figure: QRectF, leg: QRectF) -> tuple[QRectF, QRectF]:
        """Where a figure of this size is drawn, and what it leaves free at the side or above, whichever is larger."""
        beside = QRectF(stage)
        beside.setLeft(figure.right() + _GAP)
        if beside.left() < leg.right() + _GAP:
            beside.setTop(leg.bottom() + STEP)
        above = QRectF(stage)
        above.setLeft(max(stage.left(), leg.right() + _GAP))
        above.setBottom(stage.bottom() - figure.height() - _GAP)
        if self._legs(beside) >= self._legs(above):
            return figure, beside
        figure.moveBottom(stage.bottom())
        return figure, above

    def _legs(self, room: QRectF) -> float:
        """How large the legs are on a map that fills a room: the side of a square of their area, in pixels."""
        if room.width() <= 0 or room.height() <= 0:
            return 0.0
        legs = self.map.legs_in(self._most(room))
        return sqrt(legs.width() * legs.height())

    def _most(self, room: QRectF) -> QSizeF:
        broad, high = _LARGEST_MAP
        return QSizeF(min(room.width(), self.width() * broad), min(room.height(), self.height() * high))

    def _in_corner(self, room: QRectF, stage: QRectF) -> QRectF:
        size = self.map.size_in(self._most(room))
        return QRectF(stage.right() - size.width(), room.top(), size.width(), size.height())

    def _mirrored(self, place: QRectF) -> QRect:
        whole = place.toRect()
        if self.isRightToLeft():
            whole.moveLeft(self.width() - whole.left() - whole.width())
        return whole


def _shrunk(room: QRectF, size: float) -> QRectF:
    smaller = QRectF(0, 0, room.width() * size, room.height() * size)
    smaller.moveCenter(room.center())
    return smaller
