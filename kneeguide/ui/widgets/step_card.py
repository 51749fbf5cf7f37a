"""What is done now, in words and numbers: time left, title, how to do it, and what comes next."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kneeguide.core.session import LEAD_IN
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import session_wording, wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.countdown_ring import CountdownRing
from kneeguide.ui.widgets.labels import Text

_AT_A_DESK = 0.345, 1 / 24, 1 / 33, 1 / 40, 1 / 53
_FROM_AFAR = 0.37, 1 / 18, 1 / 25, 1 / 30, 1 / 27
"""Sizes of the ring and of the letters of title, note, care and next as shares of the page's height."""

SMOOTH, REDUCED = 0.25, 1.0
"""Seconds between two movements of the ring."""


class StepCard(QWidget):
    """The column beside the stage. Words that need more room than there is scroll; ring and next stay."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cautions = ""
        self._at_the_start = ""
        self._from_afar = False
        self._page_height = 0
        self._ring_step = SMOOTH
        self._ring = CountdownRing(colours)
        self._title = Text(TextRole.STEP)
        self._note = Text(TextRole.STRONG)
        self._cue = Text(TextRole.BODY)
        self._care = Text(TextRole.STRONG)
        self._care.set_tone("care")
        self._next = Text(TextRole.STRONG)
        self._next_word = Text(TextRole.QUIET, self.tr("Next"), wraps=False)
        self._words = self._make_words()
        self._next_box = self._make_next()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words, 1)
        column.addWidget(self._next_box)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._ring.set_colours(colours)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let the ring move once a second, or smoothly."""
        self._ring_step = REDUCED if reduced else SMOOTH

    def show_from_afar(self, from_afar: bool) -> None:
        """Leave out how it is done, which the floor view says in a line of its own, or show it."""
        self._from_afar = from_afar
        self._cue.setVisible(bool(self._cue.text()) and not from_afar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring off the words."""
        super().resizeEvent(event)
        self._fit_ring()

    def scale_to(self, height: int) -> None:
        """Size ring and letters for a page of this height, in pixels."""
        self._page_height = height
        _, title, note, cue, following = _FROM_AFAR if self._from_afar else _AT_A_DESK
        sizes = (
            (self._title, TextRole.STEP, title),
            (self._note, TextRole.STRONG, note),
            (self._cue, TextRole.BODY, cue),
            (self._care, TextRole.STRONG, cue),
            (self._next, TextRole.STRONG, following),
            (self._next_word, TextRole.QUIET, following),
        )
        for label, role, share in sizes:
            font = font_for(role)
            font.setPixelSize(max(15, round(height * share)))
            label.setFont(font)
        self._fit_ring()

    def show_answers(self, cautions: str, at_the_start: str) -> None:
        """Keep in view what the user's answers ask for; the rest is said while getting ready."""
        self._cautions, self._at_the_start = cautions, at_the_start

    def show_stage(self, stage: Stage, following: Stage | None, target: str = "") -> None:
        """Show the words of a stage and what follows it. ``target``: how hard to press, where that is to be said."""
        note = session_wording.stage_note(stage)
        care = [target, self._cautions, self._at_the_start if stage.kind is StageKind.GET_READY else ""]
        for label, text in (
            (self._title, session_wording.stage_title(stage)),
            (self._note, note),
            (self._cue, session_wording.cue(stage)),
            (self._care, "\n".join(filter(None, care))),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.show_from_afar(self._from_afar)
        self._words.verticalScrollBar().setValue(0)
        self._next.setText(session_wording.next_up(following) if following else self.tr("Then you are done"))
        self._next_box.setVisible(stage.kind not in (StageKind.GET_READY, StageKind.CHANGE_OVER))
        self._fit_ring()

    def show_time(self, snapshot: Snapshot) -> None:
        """Show the time that is left in the stage."""
        paused = snapshot.state is State.PAUSED
        if snapshot.lead_in > 0:
            digits = wording.seconds_left(snapshot.lead_in)
            left = math.ceil(round(snapshot.lead_in / self._ring_step, 6)) * self._ring_step
            kind = StageKind.GET_READY
            self._ring.show_time(left, LEAD_IN, digits, self.tr("Get ready"), kind, paused=False)
            return
        digits = wording.seconds_left(snapshot.remaining)
        caption = self.tr("minutes") if ":" in digits else self.tr("second") if digits == "1" else self.tr("seconds")
        self._ring.show_time(
            math.ceil(round(snapshot.remaining / self._ring_step, 6)) * self._ring_step,
            snapshot.length,
            digits,
            self._word_for(snapshot.pause_reason) if paused else caption,
            snapshot.stage.kind,
            paused=paused,
        )

    def scroll_words(self, up: bool) -> None:
        """Move the words by a few lines."""
        bar = self._words.verticalScrollBar()
        bar.setValue(bar.value() + (-1 if up else 1) * 12 * STEP)

    def _fit_ring(self) -> None:
        """As large as the page asks for, if the card has that much room beside the title and what comes next."""
        share = (_FROM_AFAR if self._from_afar else _AT_A_DESK)[0]
        words = max(self._title.heightForWidth(self.width()), self._words.minimumSizeHint().height())
        below = words + 2 * STEP
        if not self._next_box.isHidden():
            below += self._next_box.heightForWidth(self.width())
        side = min(round(self._page_height * share), self.width(), self.height() - below)
        side = max(side, self._ring.minimumSizeHint().height())
        self._ring.setFixedSize(side, side)

    def _word_for(self, reason: PauseReason | None) -> str:
        return self.tr("Waiting") if reason is PauseReason.WAITING else self.tr("Paused")

    def _make_words(self) -> QScrollArea:
        content = QWidget()
        content.setProperty("box", "scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, STEP, 0)
        column.setSpacing(STEP)
        for label in (self._title, self._note, self._cue, self._care):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _make_next(self) -> Box:
        box = Box("card")
        box.column.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        row.addWidget(self._next_word)
        row.addWidget(self._next, 1)
        self._next.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box.column.addLayout(row)
        return box
