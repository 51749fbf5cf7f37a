"""Where everything stands on the card of a routine: picture, title, facts, why it is greyed, and tags.

All places are reckoned from the left, in pixels, for a card of a given width.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from kneeguide.ui.theme import STEP, TextRole, font_for, letter_scale

WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEAST_STAGE, _LARGEST_STAGE = 36 * STEP, 48 * STEP
_STAGE_SHARE = 0.52
"""Height of the picture as a share of the card's width, so that standing figures are whole and not small."""
_ICON = 4 * STEP
"""Of the icons before the facts, at the usual size of letters."""
_INSET = 2 * STEP
_MARGIN = 4 * STEP
_BESIDE_STAR = 8 * STEP
"""What the first lines leave free at their right."""


class _Measured(NamedTuple):
    """Pixels of a line of small letters, and of the words of a card in them."""

    height: int
    facts: tuple[int, ...]
    tags: tuple[int, ...]


class CardArrangement:
    """Of one card, in letters of one size. ``ruled_out``: why nothing of the routine is left today, or empty."""

    def __init__(self, title: str, facts: Sequence[str], ruled_out: str, tags: Sequence[str]) -> None:
        self._title = title
        self._facts = facts
        self._ruled_out = ruled_out
        self._tags = tags
        self._heights: dict[int, int] = {}
        self._measured: _Measured | None = None

    def height(self, width: int) -> int:
        """Found once for each width: layouts ask for it many times over, and measuring words takes long."""
        if width not in self._heights:
            lowest = (self.tags(width) or [self.last_line(width)])[-1]
            self._heights[width] = lowest.bottom() + 1 + _MARGIN
        return self._heights[width]

    def stage(self, width: int) -> QRect:
        """Of the picture."""
        height = min(max(round(width * _STAGE_SHARE), _LEAST_STAGE), _LARGEST_STAGE)
        return QRect(_INSET, _INSET, width - 2 * _INSET, height)

    def title(self, width: int) -> QRect:
        """Beside the star."""
        top = self.stage(width).bottom() + 1 + 3 * STEP
        return _room_for(self._title, TextRole.STRONG, width - _BESIDE_STAR, top)

    def facts(self, width: int) -> list[QRect]:
        """Each with its icon."""
        start = QPoint(_MARGIN, self.title(width).bottom() + 1 + 2 * STEP)
        lead = icon_side() + STEP
        measured = self._measure()
        return _flowing([lead + each for each in measured.facts], measured.height, start, width - _MARGIN, 3 * STEP)

    def last_line(self, width: int) -> QRect:
        """The lowest words above the tags: why it is greyed, else its facts."""
        facts = self.facts(width)[-1]
        if not self._ruled_out:
            return facts
        return _room_for(self._ruled_out, TextRole.SMALL, width, facts.bottom() + 1 + 2 * STEP)

    def tags(self, width: int) -> list[QRect]:
        """Each with the ground that it lies on."""
        top = self.last_line(width).bottom() + 1 + 2 * STEP
        measured = self._measure()
        widths = [each + 4 * STEP for each in measured.tags]
        return _flowing(widths, measured.height + 2 * STEP, QPoint(_MARGIN, top), width - _MARGIN, STEP)

    def _measure(self) -> _Measured:
        """Once for all widths of the card."""
        if self._measured is None:
            letters = QFontMetrics(font_for(TextRole.SMALL))
            facts, tags = (tuple(map(letters.horizontalAdvance, each)) for each in (self._facts, self._tags))
            self._measured = _Measured(letters.height(), facts, tags)
        return self._measured


def icon_side() -> int:
    """Of the icon before a fact, in letters as large as they are now."""
    return round(_ICON * letter_scale())


def _room_for(text: str, role: TextRole, width: int, top: int) -> QRect:
    """Where wrapped text of a card of this width goes."""
    room = QRect(_MARGIN, top, width - 2 * _MARGIN, 0)
    return QFontMetrics(font_for(role)).boundingRect(room, WRAPS, text)


def _flowing(widths: Sequence[int], height: int, start: QPoint, right: int, gap: int) -> list[QRect]:
    """Where things go that wrap before ``right``, each so wide, and all so high."""
    places: list[QRect] = []
    x, y = start.x(), start.y()
    for width in widths:
        if x > start.x() and x + width > right:
            x, y = start.x(), y + height + STEP
        places.append(QRect(x, y, width, height))
        x += width + gap
    return places
