"""What is done now and what comes next, beside the picture: time left, the words of the step, and the step after it."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.session import LEAD_IN
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import wording
from kneeguide.ui.theme import USUAL_LETTERS, Colours, TextRole, least_letters, letter_growth, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.countdown_ring import CountdownRing, side_for
from kneeguide.ui.widgets.labels import Tag
from kneeguide.ui.widgets.next_step import NextStep
from kneeguide.ui.widgets.step_words import Letters, StepWords

_AT_A_DESK = 0.33, 1 / 24, 1 / 36, 1 / 30, 1 / 33, 1 / 37
_FROM_AFAR = 0.4, 1 / 22, 1 / 28, 1 / 28, 1 / 30, 1 / 30
"""Sizes of the ring and of the letters of title, note, cue, care and next as shares of the page's height."""

_GAPS = STEP, 3 * STEP
"""Between two things that are said, in a low page and in a roomy one, in pixels."""

_ROOMY = 700
"""Height of a page from which gaps are as broad as they should be, in pixels."""

_DIGITS, _HEADING = 1 / 8, 1 / 25
"""The least heights of digits, and of leg and title, as shares of the page's: so they can be read from three metres."""

_TITLE_GROWTH = 0.2
"""How much the title grows with the letters that the user chooses, as a share of their growth: it is large already."""

_BELOW_TITLE, _CUE_BELOW = 0.93, 0.83
"""The most that other words of a step have of the size of its title, and a cue below everything of a title that grew:
where that has no room, the title grows back."""

_SIZES = tuple(0.95**step for step in range(24))
"""Sizes of all words but the title as shares of what they should be, tried in turn."""

_WORDS_IF_STACKED = 0.16, 0.24
"""The most that title and notes may take of height and breadth of a narrow page; what is more scrolls."""

_ANY = (1 << 24) - 1
"""What Qt takes for no limit to a height."""

_ALL = 100
"""Stretch of a picture: next to it, what else would take a share of the free room has none."""

_BESIDE_LEG = 5 * STEP
"""Room on both sides of the name of the leg together, in pixels."""

SMOOTH, REDUCED = 0.25, 1.0
"""Seconds between two movements of the ring."""


def largest_cue(page: int, letters_for: int) -> int:
    """How large a cue may be below everything in a page of the first height, which sizes its words as if it had the
    other one, all in pixels: no title is smaller."""
    return round(_grown_title(page, letters_for) * _CUE_BELOW)


def _grown_title(page: int, letters_for: int) -> int:
    return ceil(page * _HEADING * (1 + _TITLE_GROWTH * (letter_growth(letters_for) - 1)))


class StepCard(QWidget):
    """The column beside the stage. Words that need more room than there is scroll; ring and next stay."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cautions = ""
        self._at_the_start = ""
        self._from_afar = False
        self._is_stacked = False
        self._is_tucked = False
        self._has_next = True
        self._page_height = self._letters_for = self._room_of_next = 0
        self._gap = _GAPS[0]
        self._ring_step = SMOOTH
        self._ring = CountdownRing(colours)
        self._words = StepWords(colours)
        self._next = NextStep()
        self._foot = QGridLayout()
        self._side = Tag("", "side", TextRole.TITLE)
        self._side.setWordWrap(True)
        self._side.setProperty("narrow", True)
        self._side.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._side.hide()
        self._beside = QVBoxLayout()
        self._beside.addWidget(self._side)
        self._beside.addStretch(1)
        self._above = QHBoxLayout()
        self._above.addStretch(1)
        self._above.addWidget(self._ring)
        self._above.addLayout(self._beside, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addLayout(self._above)
        self._column.addWidget(self._words, 1)
        self._column.addLayout(self._foot)
        self._foot.addWidget(self._next, 0, 0)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._ring.set_colours(colours)
        self._words.set_colours(colours)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let the ring move once a second, or smoothly."""
        self._ring_step = REDUCED if reduced else SMOOTH

    def show_from_afar(self, from_afar: bool) -> None:
        """Be for the floor view, or for the desk."""
        self._from_afar = from_afar
        self._fit()

    def say_how(self, says: bool) -> None:
        """Say how it is done, or leave that to a line below everything."""
        self._words.say_how(says)
        self._fit()

    def put_beside_ring(self, picture: QWidget) -> None:
        """Let a picture stand below the leg, beside the ring."""
        self._beside.insertWidget(1, picture, _ALL)

    def stack(self, stacks: bool, *, tucks: bool = False) -> None:
        """Have the leg and what comes next beside the ring, for a narrow page, or the latter at the foot.

        ``tucks``: a picture stands there instead of what comes next, and the words have all the room below.
        """
        self._is_stacked, self._is_tucked = stacks, tucks
        self._side.setVisible(stacks and bool(self._side.text()))
        self._next.setParent(None)
        if stacks:
            self._beside.addWidget(self._next)
        else:
            self._foot.addWidget(self._next, 0, 0)
        self._above.setStretch(0, 0 if stacks else 1)
        self._above.setSpacing(3 * STEP if stacks else 0)
        self._next.stack(stacks)
        self._fit()

    def put_over_next(self, words: QWidget) -> None:
        """Let some words lie over what comes next, as long as they are shown."""
        self._foot.addWidget(words, 0, 0)

    def keep_room_over_next(self, height: int) -> None:
        """Have so much room for such words, in pixels, so that nothing moves when they come and go."""
        self._room_of_next = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring off the words."""
        super().resizeEvent(event)
        self._fit()

    def scale_to(self, height: int, letters_for: int = 0) -> None:
        """Size the ring, the leg and the title for a page of this height, and the rest as if it had the other one."""
        self._page_height, self._letters_for = height, letters_for or height
        self._fit()

    def show_answers(self, cautions: str, at_the_start: str) -> None:
        """Keep in view what the user's answers ask for; the rest is said while getting ready."""
        self._cautions, self._at_the_start = cautions, at_the_start

    def show_stage(self, stage: Stage, following: Stage | None) -> None:
        """Show the words of a stage and what follows it."""
        care = [self._cautions, self._at_the_start if stage.kind is StageKind.GET_READY else ""]
        self._words.show_stage(stage, "\n".join(filter(None, care)))
        self._side.setText(wording.side(stage.side).upper() if stage.side else "")
        self._side.setVisible(self._is_stacked and stage.side is not None)
        self._next.show_following(following)
        self._fit()

    def show_time(self, snapshot: Snapshot) -> None:
        """Show the time that is left in the stage."""
        paused = snapshot.state is State.PAUSED
        if snapshot.lead_in > 0:
            digits = wording.seconds_left(snapshot.lead_in)
            left = ceil(round(snapshot.lead_in / self._ring_step, 6)) * self._ring_step
            kind = StageKind.GET_READY
            self._ring.show_time(left, LEAD_IN, digits, self.tr("Get ready"), kind, paused=False)
            return
        waits = paused and snapshot.pause_reason is PauseReason.WAITING
        digits = "" if waits else wording.seconds_left(snapshot.remaining)  # none are left, and none run
        caption = self.tr("minutes") if ":" in digits else self.tr("second") if digits == "1" else self.tr("seconds")
        self._ring.show_time(
            ceil(round(snapshot.remaining / self._ring_step, 6)) * self._ring_step,
            snapshot.length,
            digits,
            self.tr("Waiting") if waits else self.tr("Paused") if paused else caption,
            snapshot.stage.kind,
            paused=paused,
        )

    def scroll_words(self, up: bool) -> None:
        """Move the words by a few lines."""
        self._words.move_by_lines(up)

    def _fit(self) -> None:
        """Whole words first: the ring gives way to them as far as it can be read, and then their letters shrink."""
        ring, *shares = _FROM_AFAR if self._from_afar else _AT_A_DESK
        least = side_for(self._page_height * _DIGITS)
        self._gap = _GAPS[self._page_height >= _ROOMY]
        wanted = 0 if self._is_stacked else least
        # what comes next goes before words are cut off: what is to be done now is of more use
        ways = ((True, True), (self._is_stacked, True), (self._is_stacked, False))
        tried = (self._tried(shares, size, has_next, grows) for has_next, grows in ways for size in _SIZES)
        letters, following, words, room = next(tried)
        while room < wanted and (smaller := next(tried, None)):
            letters, following, words, room = smaller
        side = least if self._is_stacked else max(least, min(round(self._page_height * ring), room))
        side = min(side, self.width())
        self._column.setSpacing(self._between)
        self._words.set_letters(letters, self._gap)
        self._next.set_letters(following)
        self._ring.setFixedSize(side, side)
        free = self._room_for_words if self._is_stacked else self.height() - side - self._height_below(following)
        self._words.let_scroll(words > free, self.width())
        self._keep_room(side, min(words, self._room_for_words), following)

    def _keep_room(self, side: int, words: int, letters: int) -> None:
        """Hold the heights of what stands above the picture: where it does not, the card has a column of its own."""
        if not self._is_stacked:
            self._words.setMaximumHeight(_ANY)
            self._words.setMinimumHeight(STEP)  # less than a scroll area asks for by itself
            self._next.setMinimumHeight(self._room_of_next)
            self.setMinimumHeight(0)
            self._next.setVisible(self._has_next)
            return
        breadth = max(1, self.width() - side - 3 * STEP)
        leg = ceil(self._page_height * _HEADING)
        self._side.set_letters(leg)
        lines = self._side.lines_at(leg, breadth - _BESIDE_LEG)
        self._side.setFixedHeight(lines + 4 * STEP)
        following = self._next.height_at(letters, breadth)
        self._next.setMinimumHeight(following)
        self._words.setFixedHeight(words)
        leg_room = lines + 5 * STEP if self._side.text() else 0
        self._next.setVisible(not self._is_tucked and leg_room + following <= side)
        self.setMinimumHeight(max(side, leg_room) + self._between + words)
        if self._is_tucked:
            self._words.setMinimumHeight(words)
            self._words.setMaximumHeight(_ANY)

    def _letters(self, share: float, size: float, grows: bool) -> int:
        wanted = max(USUAL_LETTERS, self._letters_for * share) * letter_scale()
        return round(max(least_letters(self._letters_for) if grows else USUAL_LETTERS, wanted * size))

    def _tried(
        self, shares: Sequence[float], size: float, has_next: bool, grows: bool
    ) -> tuple[Letters, int, int, int]:
        """With words of this size: their letters, those of what comes next, their height, and what that leaves to the
        ring, in pixels. In a narrow page it is what they leave of their own room.
        """
        self._has_next = has_next
        title, *others = shares
        least = _grown_title(self._page_height, self._letters_for) if grows else ceil(self._page_height * _HEADING)
        heading = max(least, round(self._page_height * title * size))
        note, cue, care, following = (
            min(round(heading * _BELOW_TITLE), self._letters(share, size, grows)) for share in others
        )
        letters = Letters(heading, note, cue, care)
        words = self._words.height_at(letters, self._gap, self.width())
        room = self._room_for_words if self._is_stacked else self.height() - self._height_below(following)
        return letters, following, words, room - words

    @property
    def _between(self) -> int:
        """Room above and below the words, in pixels; less where they have no other."""
        return self._gap + (STEP if self._has_next else 0)

    @property
    def _room_for_words(self) -> int:
        high, broad = _WORDS_IF_STACKED
        return round(min(self._page_height * high, self.width() * broad))

    def _height_below(self, letters: int) -> int:
        """What comes next, and the gaps."""
        if not self._has_next:
            return self._room_of_next + (2 if self._room_of_next else 1) * self._between
        return max(self._next.height_at(letters, self.width()), self._room_of_next) + 2 * self._between
