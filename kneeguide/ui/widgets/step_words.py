"""What to do in this step: its title, which set it is, how it is done, where not to press, and what to take care of."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kneeguide.core.stage import Stage
from kneeguide.ui import session_wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Scrolled
from kneeguide.ui.widgets.keep_off_line import KeepOffLine
from kneeguide.ui.widgets.labels import Text

_BAR = 3 * STEP
"""Breadth of the bar to scroll by, in pixels."""


class Letters(NamedTuple):
    """Sizes of the letters of each kind of words, in pixels."""

    title: int
    note: int
    cue: int
    care: int


class StepWords(QScrollArea):
    """The words of a step below each other. Those that need more room than there is scroll."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(TextRole.STEP)
        self._note = Text(TextRole.STRONG)
        self.cue = Text(TextRole.BODY)
        self._keep_off = KeepOffLine(colours)
        self._care = Text(TextRole.STRONG)
        self._care.set_tone("care")
        self._says_how = True
        content = Scrolled()
        content.setProperty("box", "scrolled")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, STEP, 0)
        for part in (self.title, self._note, self.cue, self._keep_off, self._care):
            self._column.addWidget(part)
        for label in (self.title, self._note, self.cue, self._care):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._keep_off.set_colours(colours)

    def show_stage(self, stage: Stage, care: str) -> None:
        """Show the words of a stage, and what the user's answers ask for."""
        self._keep_off.show_technique(None if session_wording.ends_session(stage) else stage.technique)
        for label, text in (
            (self.title, session_wording.heading(stage)),
            (self._note, session_wording.below_heading(stage)),
            (self.cue, session_wording.cue(stage)),
            (self._care, care),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.say_how(self._says_how)
        self.verticalScrollBar().setValue(0)

    def say_how(self, says: bool) -> None:
        """Say how it is done, or leave that to a line elsewhere."""
        self._says_how = says
        self.cue.setVisible(says and bool(self.cue.text()))

    def set_letters(self, letters: Letters, gap: int) -> None:
        """Be of these sizes, with such gaps between them, in pixels."""
        self._column.setSpacing(gap)
        for label, size in self._sizes(letters):
            label.set_letters(size)
        self._keep_off.set_letters(letters.care)

    def height_at(self, letters: Letters, gap: int, width: int) -> int:
        """How high all of it is in letters of these sizes at this width, in pixels."""
        room = width - STEP
        heights = [label.height_at(size, room) for label, size in self._sizes(letters) if not label.isHidden()]
        if not self._keep_off.isHidden():
            heights.append(self._keep_off.height_at(letters.care, room))
        return sum(heights) + gap * len(heights)  # the last gap is the one above what stretches

    def let_scroll(self, scrolls: bool, width: int) -> None:
        """Have a bar to scroll by, or none, and break the lines of the title for that, at this width in pixels."""
        bars = Qt.ScrollBarPolicy
        # a bar that came for a moment would narrow the words, and so be needed
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if scrolls else bars.ScrollBarAlwaysOff)
        self.title.balance(width - STEP - (_BAR if scrolls else 0))

    def move_by_lines(self, up: bool) -> None:
        """Move the words by a few lines."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (-1 if up else 1) * 12 * STEP)

    def _sizes(self, letters: Letters) -> tuple[tuple[Text, int], ...]:
        labels = (self.title, self._note, self.cue, self._care)
        return tuple(zip(labels, letters, strict=True))
