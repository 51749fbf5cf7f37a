"""The map of the leg: where a technique works, how it travels there, and where to keep off.

The plain map shows the part of the leg that matters on the views where the muscle lies; a keyed one says in two words
below it what solid colour and stripes mean. The numbered one shows the
whole leg on all three, with a number for each place to keep off; the names of the numbers stand beside it.
"""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.core.keep_off import KeepOff
from kneeguide.core.leg_map import Section, around, places, pointers, whole_legs
from kneeguide.core.leg_shape import View
from kneeguide.core.routine import Muscle, Side, Technique
from kneeguide.ui import wording
from kneeguide.ui.keep_off_wording import keep_off
from kneeguide.ui.theme import SMALL_LETTERS, Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.leg_painter import Inks, blank, paint_section

_BETWEEN = 0.05
"""Free room between two views, in heights of a leg."""
_KEY_LINE = 1.45
"""Height of a line of the key as a share of its letters."""
_DISC, _LEADER, _LINE = 6 * STEP, 4 * STEP, 6 * STEP
"""Breadth of a number's disc, room between disc and leg, and height of a line of words, in pixels."""


class AreaMap(QWidget):
    """Shows one technique's muscle, or none, and always what to keep off."""

    def __init__(
        self, colours: Colours, parent: QWidget | None = None, *, numbered: bool = False, keyed: bool = False
    ) -> None:
        super().__init__(parent)
        self._colours = colours
        self._numbered = numbered
        self._keyed = keyed
        self._letters = SMALL_LETTERS
        self._technique: Technique | None = None
        self._side: Side | None = None
        self._painted: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._colours = colours
        self._repaint()

    def show_technique(self, technique: Technique, side: Side | None) -> None:
        """Show where a technique works; nothing but what to keep off where it names no muscle.

        ``side``: the worked leg, None for both.
        """
        self._technique, self._side = technique, side
        self._describe()

    def show_keep_off(self) -> None:
        """Show the places to keep off on both legs, and no muscle."""
        self._technique, self._side = None, None
        self._describe()

    def set_letters(self, pixels: int) -> None:
        """Write the key in letters of this size."""
        self._letters = pixels
        self._repaint()

    def legs_in(self, room: QSizeF) -> QSizeF:
        """How large the legs alone would be in a room, with their key below them where that has room."""
        leg, _ = self._leg_and_rows(room)
        return QSizeF(self._broad * leg, self._tall * leg)

    def size_in(self, room: QSizeF) -> QSize:
        """The part of a room that the map fills, with its key."""
        leg, rows = self._leg_and_rows(room)
        broad = max(self._broad * leg, self._key_width(rows))
        return QSize(ceil(broad) + 2, ceil(self._tall * leg + rows * self._key_line) + 2)

    def sizeHint(self) -> QSize:
        """Room in which every place can be told apart."""
        return QSize(160 * STEP, 110 * STEP) if self._numbered else QSize(40 * STEP, 36 * STEP)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which solid and striped can be told apart, or at which numbers do not touch."""
        return QSize(88 * STEP, 32 * STEP) if self._numbered else QSize(18 * STEP, 18 * STEP)

    def heightForWidth(self, width: int) -> int:
        """As high as the legs are at this width, and no higher than the size hint."""
        return min(ceil(self._leg_for(width) * self._tall) + self._below + 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show what was painted before, or paint it now if anything has changed."""
        ratio = self.devicePixelRatioF()
        size = (self.size().toSizeF() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._painted is None or (self._painted.size(), self._painted.devicePixelRatio()) != (size, ratio):
            self._painted = blank(size, ratio)
            painter = QPainter(self._painted)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._repaint()
        super().changeEvent(event)

    @property
    def _muscle(self) -> Muscle | None:
        return self._technique.muscle if self._technique else None

    @property
    def _sections(self) -> tuple[Section, ...]:
        return whole_legs(self._side) if self._numbered else around(self._muscle, self._side)

    def _describe(self) -> None:
        shown = {area for section in self._sections for area in places(section)}
        kept_off = self.tr("; ").join(keep_off(area) for area in KeepOff if area in shown)
        if self._muscle:
            said = self.tr("Map of the leg. Work here: {muscle}. Keep off: {places}.")
            self.setAccessibleName(said.format(muscle=wording.muscle(self._muscle), places=kept_off))
        else:
            self.setAccessibleName(self.tr("Map of the leg. Keep off: {places}.").format(places=kept_off))
        self._repaint()

    def _repaint(self) -> None:
        self._painted = None
        self.update()

    @property
    def _aside(self) -> int:
        """Room on either side of a view for its numbers, in pixels."""
        return _DISC + _LEADER if self._numbered else 0

    @property
    def _below(self) -> int:
        """Room below the views for words, in pixels."""
        return (2 * _LINE if self._muscle else _LINE) if self._numbered else 0

    @property
    def _broad(self) -> float:
        return sum(section.breadth for section in self._sections) + _BETWEEN * (len(self._sections) - 1)

    @property
    def _tall(self) -> float:
        return max(section.height for section in self._sections)

    def _leg_for(self, width: int) -> float:
        """How many pixels high a whole leg is where the width alone limits it."""
        return max(0.0, width - 2 - 2 * self._aside * len(self._sections)) / self._broad

    @property
    def _key(self) -> list[str]:
        """What the key says: one word for solid colour, where there is any, and one for stripes."""
        if not self._keyed:
            return []
        return [self.tr("massage"), self.tr("keep off")] if self._muscle else [self.tr("keep off")]

    @property
    def _key_line(self) -> int:
        return ceil(self._letters * _KEY_LINE)

    def _key_width(self, rows: int) -> float:
        """How wide the key is in so many rows, each word with its sign and a gap; none in no rows."""
        if not rows:
            return 0.0
        widths = [self._width_of(word) + self._letters + 3 * STEP for word in self._key]
        return sum(widths) if rows < len(widths) else max(widths)

    def _width_of(self, word: str) -> float:
        return QFontMetricsF(font_for(TextRole.SMALL, self._letters)).horizontalAdvance(word)

    def _leg_and_rows(self, room: QSizeF) -> tuple[float, int]:
        """How many pixels high a whole leg can be, and in how many rows the key stands for that; none without room."""
        found = []
        for rows in range(1, len(self._key) + 1):
            leg = min((room.width() - 2) / self._broad, (room.height() - 2 - rows * self._key_line) / self._tall)
            if self._key_width(rows) <= room.width() - 2 and leg > 0:
                found.append((leg, rows))
        plain = max(0.0, min((room.width() - 2) / self._broad, (room.height() - 2) / self._tall))
        return max(found, key=lambda each: each[0], default=(plain, 0))

    def _paint(self, painter: QPainter) -> None:
        aside = self._aside
        leg, rows = self._leg_and_rows(QSizeF(self.size()))
        below = self._below or rows * self._key_line
        room = self.height() - 2 - below
        if self._numbered:
            leg = min(self._leg_for(self.width()), room / self._tall)
        if leg <= 0:
            return
        inks = Inks.of(self._colours)
        broad = self._broad * leg + 2 * aside * len(self._sections)
        at = QPointF((self.width() - broad) / 2 + aside, 1 + (room - self._tall * leg) / 2)
        painter.setFont(font_for(TextRole.SMALL))
        for section in self._sections:
            paint_section(painter, section, self._technique, inks, at, leg)
            if self._numbered:
                place = QRectF(at.x(), at.y(), section.breadth * leg, self._tall * leg)
                self._paint_numbers(painter, section, place, leg)
                words = QRectF(place.left() - aside, place.bottom(), place.width() + 2 * aside, _LINE)
                painter.setPen(QColor(self._colours.ink))
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._name(section.view))
            at.setX(at.x() + (section.breadth + _BETWEEN) * leg + 2 * aside)
        if self._numbered and self._muscle:
            self._paint_key(painter, inks, wording.muscle(self._muscle))
        if rows:
            self._paint_signs(painter, inks, rows)

    def _paint_signs(self, painter: QPainter, inks: Inks, rows: int) -> None:
        """Say below the legs what solid colour and stripes mean."""
        painter.setFont(font_for(TextRole.SMALL, self._letters))
        line = self._key_line
        at = QPointF((self.width() - self._key_width(rows)) / 2, self.height() - 1 - rows * line)
        for word in self._key:
            sign = QRectF(at.x(), at.y() + (line - self._letters) / 2, self._letters, self._letters)
            is_stripes = word == self._key[-1]
            painter.setPen(QPen(inks.stop if is_stripes else inks.edge, 1))
            painter.fillRect(sign, inks.skin if is_stripes else inks.muscle)
            painter.setBrush(QBrush(inks.stop, Qt.BrushStyle.BDiagPattern) if is_stripes else inks.muscle)
            painter.drawRect(sign)
            painter.setPen(QColor(self._colours.ink))
            words = QRectF(sign.right() + STEP, at.y(), self._width_of(word) + STEP, line)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, word)
            if rows < len(self._key):
                at.setX(words.right() + STEP)
            else:
                at.setY(at.y() + line)

    def _paint_numbers(self, painter: QPainter, section: Section, place: QRectF, leg: float) -> None:
        """Put a number beside the leg for each place that is best seen here, and a line from it to there."""
        ink = QColor(self._colours.ink)
        free_from = {-1: 0.0, 1: 0.0}
        for area, (x, y), to in pointers(section):
            point = QPointF(place.left() + (x - section.box[0]) * leg, place.bottom() - y * leg)
            left = place.right() + _LEADER if to > 0 else place.left() - _LEADER - _DISC
            disc = QRectF(left, max(point.y() - _DISC / 2, free_from[to]), _DISC, _DISC)
            free_from[to] = disc.bottom() + STEP
            painter.setPen(QPen(ink, 1.2))
            painter.drawLine(disc.center(), point)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(point, 2.5, 2.5)
            painter.setBrush(QColor(self._colours.stop))
            painter.drawEllipse(disc)
            painter.setPen(QColor(self._colours.on_stop))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, wording.number(area.number))

    def _paint_key(self, painter: QPainter, inks: Inks, muscle: str) -> None:
        """Say in words, at the foot, what solid colour means."""
        said = self.tr("Work here: {muscle}").format(muscle=muscle)
        words = painter.fontMetrics().horizontalAdvance(said)
        line = QRectF((self.width() - words) / 2, self.height() - _LINE, words, _LINE)
        swatch = QRectF(line.left() - 5 * STEP, line.center().y() - 1.5 * STEP, 3 * STEP, 3 * STEP)
        painter.setPen(QPen(inks.edge, 1))
        painter.setBrush(inks.muscle)
        painter.drawRect(swatch)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, said)

    def _name(self, view: View) -> str:
        return {
            View.FRONT: self.tr("Front"),
            View.SIDE: self.tr("Outer side"),
            View.BACK: self.tr("Back"),
        }[view]
