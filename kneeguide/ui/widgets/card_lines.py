"""Where the words of a routine's card go, in any width.

Layouts ask for the height of a card in many widths before it is shown, and measuring words takes long. So all is found
once for each width, until letters or words change.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from kneeguide.ui.theme import STEP, TextRole, font_for, letter_scale

WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
"""How the title is drawn, and why a card is greyed."""

_LEAST_STAGE, _LARGEST_STAGE = 36 * STEP, 48 * STEP
_STAGE_SHARE = 0.52
"""Height of the picture as a share of the card's width, so that standing figures are whole and not small."""
_ICON = 4 * STEP
"""Of the icons before the facts, at the usual size of letters."""
_INSET = 2 * STEP
_MARGIN = 4 * STEP
_BESIDE_STAR = 8 * STEP
"""What the first lines leave free at their right."""


class Places(NamedTuple):
    """Where each part of a card of one width is, reckoned from the left. ``why``: it is greyed, None if it is not."""

    stage: QRect
    title: QRect
    facts: list[QRect]
    why: QRect | None
    tags: list[QRect]
    height: int


class CardLines:
    """The words of a card below each other: title, facts, why it is greyed if it is, and tags."""

    def __init__(self, title: str, facts: Sequence[str], why: str, tags: Sequence[str]) -> None:
        self._title = title
        self._facts = facts
        self._why = why
        self._tags = tags
        self._widths: tuple[list[int], list[int]] | None = None
        self._found: dict[int, Places] = {}

    def set_tags(self, tags: Sequence[str]) -> None:
        """Have other tags."""
        self._tags = tags
        self.measure_anew()

    def measure_anew(self) -> None:
        """Letters have changed."""
        self._widths = None
        self._found.clear()

    def at(self, width: int) -> Places:
        """The places in a card of this width."""
        if width not in self._found:
            self._found[width] = self._places(width)
        return self._found[width]

    def _places(self, width: int) -> Places:
        letters = QFontMetrics(font_for(TextRole.SMALL))
        if self._widths is None:
            self._widths = [*map(letters.horizontalAdvance, self._facts)], [*map(letters.horizontalAdvance, self._tags)]
        facts_widths, tags_widths = self._widths
        right = width - _MARGIN
        stage_height = min(max(round(width * _STAGE_SHARE), _LEAST_STAGE), _LARGEST_STAGE)
        stage = QRect(_INSET, _INSET, width - 2 * _INSET, stage_height)
        title = _room_for(self._title, TextRole.STRONG, width - _BESIDE_STAR, _INSET + stage_height + 3 * STEP)
        start = QPoint(_MARGIN, _below(title))
        lead = icon_side() + STEP
        facts = _flowing([lead + each for each in facts_widths], letters.height(), start, right, 3 * STEP)
        why = _room_for(self._why, TextRole.SMALL, width, _below(facts[-1])) if self._why else None
        last = facts[-1] if why is None else why
        start = QPoint(_MARGIN, _below(last))
        tags = _flowing([each + 4 * STEP for each in tags_widths], letters.height() + 2 * STEP, start, right, STEP)
        lowest = tags[-1] if tags else last
        return Places(stage, title, facts, why, tags, lowest.bottom() + 1 + _MARGIN)


def icon_side() -> int:
    """Pixels across and down of the icon before a fact."""
    return round(_ICON * letter_scale())


def _below(place: QRect) -> int:
    return place.bottom() + 1 + 2 * STEP


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
