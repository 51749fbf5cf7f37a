"""What is done now, in words and numbers: time left, title, how to do it, and what comes next."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kneeguide.core.plan import Stage, StageKind
from kneeguide.core.session import LEAD_IN, Snapshot, State
from kneeguide.ui import session_wording, wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.countdown_ring import CountdownRing
from kneeguide.ui.widgets.labels import Text

_RING, _TITLE, _NOTE, _CUE = 0.345, 1 / 24, 1 / 33, 1 / 40
"""Sizes of the ring and of letters as shares of the page's height."""

SMOOTH, REDUCED = 0.25, 1.0
"""Seconds between two movements of the ring."""


class StepCard(QWidget):
    """The column beside the stage. Words that need more room than there is scroll; ring and next stay."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cautions = ""
        self._at_the_start = ""
        self._ring_step = SMOOTH
        self._ring = CountdownRing(colours)
        self._title = Text(TextRole.STEP)
        self._note = Text(TextRole.STRONG)
        self._cue = Text(TextRole.BODY)
        self._care = Text(TextRole.STRONG)
        self._care.set_tone("care")
        self._next = Text(TextRole.STRONG)
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

    def scale_to(self, height: int) -> None:
        """Size ring and letters for a page of this height, in pixels."""
        self._ring.setFixedSize(round(height * _RING), round(height * _RING))
        sizes = (
            (self._title, TextRole.STEP, _TITLE),
            (self._note, TextRole.STRONG, _NOTE),
            (self._cue, TextRole.BODY, _CUE),
            (self._care, TextRole.STRONG, _CUE),
        )
        for label, role, share in sizes:
            font = font_for(role)
            font.setPixelSize(max(15, round(height * share)))
            label.setFont(font)

    def show_answers(self, cautions: str, at_the_start: str) -> None:
        """Keep in view what the user's answers ask for; the rest is said while getting ready."""
        self._cautions, self._at_the_start = cautions, at_the_start

    def show_stage(self, stage: Stage, following: Stage | None, target: str = "") -> None:
        """Show the words of a stage and what follows it. ``target``: how hard to press, where that is to be said."""
        note = session_wording.stage_note(stage)
        idle = stage.kind is StageKind.REST or session_wording.ends_session(stage)
        care = [target, self._cautions, self._at_the_start if stage.kind is StageKind.GET_READY else ""]
        for label, text in (
            (self._title, session_wording.stage_title(stage)),
            (self._note, note),
            (self._cue, "" if idle else stage.technique.cue),
            (self._care, "\n".join(filter(None, care))),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._words.verticalScrollBar().setValue(0)
        self._next.setText(session_wording.next_up(following) if following else self.tr("Then you are done"))
        self._next_box.setVisible(stage.kind not in (StageKind.GET_READY, StageKind.CHANGE_OVER))

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
            self.tr("Paused") if paused else caption,
            snapshot.stage.kind,
            paused=paused,
        )

    def scroll_words(self, up: bool) -> None:
        """Move the words by a few lines."""
        bar = self._words.verticalScrollBar()
        bar.setValue(bar.value() + (-1 if up else 1) * 12 * STEP)

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
        row.addWidget(Text(TextRole.QUIET, self.tr("Next"), wraps=False))
        row.addWidget(self._next, 1)
        self._next.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box.column.addLayout(row)
        return box
