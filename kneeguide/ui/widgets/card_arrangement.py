"""Where everything stands on the card of a routine: picture, title, facts, why, and tags.

Most cards have their picture above their words. Where letters are large, and on the one card that stands out from the
others, the words stand beside it. All places are reckoned from the left, in pixels, for a card of a given width.
"""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from kneeguide.ui.theme import STEP, TextRole, font_for, letter_scale

WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
ROWS_FROM = 1.4
"""How many times the usual size letters are from where on cards are the rows of a list: at 150 %, in whole pixels."""
_LEAST_STAGE, _LARGEST_STAGE = 34 * STEP, 48 * STEP
_STAGE_SHARE = 0.5
"""Height of the picture as a share of the card's width, so that standing figures are whole and not small."""
_BESIDE = 35 * STEP, 25 * STEP
"""Width of the picture in a row of a list, and its least height."""
_STANDING_OUT = 72 * STEP, 38 * STEP
"""The most width of the picture on the card that stands out, and its least height."""
_STANDING_OUT_SHARE = 0.36
_INSET = 2 * STEP
_MARGIN = 4 * STEP
_TITLE_LINES = 2
"""Lines that a title has room for even where it takes one, so that facts of cards beside each other stand level."""
_NOWHERE = QRect()


class CardWords(NamedTuple):
    """What a card says. ``why``: it is greyed, or the first; ``mark`` and ``call`` are of one that stands out."""

    title: str
    facts: str
    why: str = ""
    tags: tuple[str, ...] = ()
    mark: str = ""
    call: str = ""


class Places(NamedTuple):
    """Of all that is on a card, empty for what is not. ``tags``: of as many as have room. ``star``: its corner."""

    stage: QRect
    star: QRect
    mark: QRect
    title: QRect
    facts: QRect
    why: QRect
    tags: tuple[QRect, ...]
    call: QRect
    height: int


class CardArrangement:
    """Of one card, in letters of one size. ``stands_out``: it has a row to itself."""

    def __init__(self, words: CardWords, star: QSize, *, stands_out: bool) -> None:
        self._words = words
        self._star = star
        self._stands_out = stands_out
        self._places: dict[int, Places] = {}
        self._letters: dict[TextRole, QFontMetrics] = {}
        self._lengths: dict[tuple[str, TextRole], int] = {}

    @property
    def title_role(self) -> TextRole:
        """How loud the title is."""
        return TextRole.HEADING if self._stands_out and not _in_rows() else TextRole.STRONG

    def at(self, width: int) -> Places:
        """Found once for each width: layouts ask for it many times over, and measuring words takes long."""
        if width not in self._places:
            beside = self._stands_out or _in_rows()
            self._places[width] = self._beside(width) if beside else self._below(width)
        return self._places[width]

    def _below(self, width: int) -> Places:
        """The words below the picture."""
        height = min(max(round(width * _STAGE_SHARE), _LEAST_STAGE), _LARGEST_STAGE)
        stage = QRect(_INSET, _INSET, width - 2 * _INSET, height)
        star = QRect(stage.topLeft(), self._star)
        star.moveTo(width - star.width() - STEP, stage.bottom() + 1)
        lines = _TITLE_LINES * self._measure(self.title_role).lineSpacing()
        words = QRect(_MARGIN, stage.bottom() + 1 + 3 * STEP, width - 2 * _MARGIN, 0)
        return self._stacked(words, lines, stage, star)

    def _beside(self, width: int) -> Places:
        """The words beside the picture, which is as high as they are."""
        across, high = _BESIDE
        if self._stands_out and not _in_rows():
            across, high = min(round(width * _STANDING_OUT_SHARE), _STANDING_OUT[0]), _STANDING_OUT[1]
        stage = QRect(_INSET, _INSET, across, high)
        star = QRect(stage.topLeft(), self._star)
        star.moveTo(width - star.width() - STEP, _INSET)
        left = stage.right() + 1 + _MARGIN
        words = QRect(left, _MARGIN, max(1, star.left() - left), 0)
        places = self._stacked(words, 0, stage, star)
        height = max(places.height, high + 2 * _INSET)
        return places._replace(stage=QRect(_INSET, _INSET, across, height - 2 * _INSET), height=height)

    def _stacked(self, words: QRect, least_title: int, stage: QRect, star: QRect) -> Places:
        """Everything that is said, one below the other from the top of ``words``."""
        said = self._words
        beside_star = words.adjusted(0, 0, star.left() - words.right() - 1, 0)
        mark = self._tag(said.mark, beside_star)
        if said.mark:
            beside_star.moveTop(mark.bottom() + 1 + 2 * STEP)
        title = self._room_for(said.title, self.title_role, beside_star)
        facts = _under(title.top() + max(title.height(), least_title) - 1, words, STEP)
        facts = self._room_for(said.facts, TextRole.SMALL, facts)
        last, why, tags, call = facts, _NOWHERE, tuple[QRect, ...](), _NOWHERE
        if said.why:
            role = TextRole.BODY if said.mark else TextRole.SMALL
            last = why = self._room_for(said.why, role, _under(last.bottom(), words, 2 * STEP))
        if said.tags:
            tags = self._in_a_line(said.tags, _under(last.bottom(), words, 2 * STEP))
            last = tags[0]
        if said.call:
            length, high = self._length(said.call, TextRole.STRONG), self._measure(TextRole.STRONG).height()
            size = QSize(length + 10 * STEP, high + 5 * STEP)
            last = call = QRect(_under(last.bottom(), words, 3 * STEP).topLeft(), size)
        return Places(stage, star, mark, title, facts, why, tags, call, last.bottom() + 1 + _MARGIN)

    def _measure(self, role: TextRole) -> QFontMetrics:
        if role not in self._letters:
            self._letters[role] = QFontMetrics(font_for(role))
        return self._letters[role]

    def _length(self, text: str, role: TextRole) -> int:
        """Pixels of words in one line."""
        if (text, role) not in self._lengths:
            self._lengths[text, role] = self._measure(role).horizontalAdvance(text)
        return self._lengths[text, role]

    def _room_for(self, text: str, role: TextRole, room: QRect) -> QRect:
        """Where words go that begin at the top of a room and wrap where it ends."""
        if self._length(text, role) < room.width():  # most do; to break words into lines takes much longer
            return QRect(room.left(), room.top(), room.width(), self._measure(role).lineSpacing() + 1)
        return self._measure(role).boundingRect(room, WRAPS, text)

    def _tag(self, text: str, room: QRect) -> QRect:
        """Of a tag with the ground that it lies on; empty without words."""
        if not text:
            return _NOWHERE
        high = self._measure(TextRole.SMALL).height()
        return QRect(room.left(), room.top(), self._length(text, TextRole.SMALL) + 4 * STEP, high + 2 * STEP)

    def _in_a_line(self, tags: tuple[str, ...], room: QRect) -> tuple[QRect, ...]:
        """Of the tags that have room in one line; the first of them always has."""
        places: list[QRect] = []
        for tag in tags:
            place = self._tag(tag, room)
            if places:
                place.moveLeft(places[-1].right() + 1 + STEP)
                if place.right() > room.right():
                    break
            places.append(place)
        return tuple(places)


def _in_rows() -> bool:
    return letter_scale() >= ROWS_FROM


def _under(bottom: int, words: QRect, gap: int) -> QRect:
    """Where the next words may go."""
    return QRect(words.left(), bottom + 1 + gap, words.width(), 0)
