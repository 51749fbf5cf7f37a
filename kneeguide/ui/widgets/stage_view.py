"""What is done now, as a picture: the leg in large letters, the figure, the map, and how hard and how fast."""

from collections.abc import Mapping
from itertools import product

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.pose import Pose
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import session_wording
from kneeguide.ui.theme import USUAL_LETTERS, Colours, least_letters, letter_growth, letter_scale
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.effort import Effort
from kneeguide.ui.widgets.stage_picture import StagePicture

_AT_A_DESK, _FROM_AFAR = 1 / 42, 1 / 36
"""Sizes of the letters of how hard and how fast, as shares of the page's height."""

_MOST_WORDS = 0.26
"""The share of the stage that its words may take before their letters shrink: the rest is the figure's."""

_MORE = 0.1
"""What is added to that where the user has letters at twice their usual size."""

_LEAST_FIGURE = 0.6
"""The share of the stage without which the figure does better alone."""

_NARROW = 120 * STEP
"""Breadth, in pixels, below which the words stand nearer to the edges of the stage."""


class StageView(Box):
    """The stage. That time stands still is said in place of the pace, and the figure stays where it was.

    ``moves``: whether the figure is seen to move now. ``quicker`` and ``slower`` ask for another pace.
    """

    quicker = Signal()
    slower = Signal()

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__("stage", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.moves = False
        self._from_afar = False
        self._letters_for = 0
        self._figure = StagePicture(poses, colours)
        self._effort = Effort(colours)
        self._effort.quicker.connect(self.quicker)
        self._effort.slower.connect(self.slower)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._effort)
        self.column.addWidget(self._figure, 1)
        self.column.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words at the foot the lines that leave most room to the figure."""
        super().resizeEvent(event)
        self._fit()

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._figure.set_theme(colours)
        self._effort.set_colours(colours)

    def keep_still(self, still: bool) -> None:
        """Show both ends of a stroke instead of moving, or move."""
        self._figure.keep_still(still)
        self._effort.set_reduced_motion(still)

    def show_from_afar(self, from_afar: bool) -> None:
        """Be for the floor view, or for the desk."""
        self._from_afar = from_afar
        self._figure.show_from_afar(from_afar)
        self._effort.show_from_afar(from_afar)
        self._fit()

    def scale_to(self, height: int, letters_for: int = 0) -> None:
        """Size the leg for a page of this height, in pixels, and the rest as if it had the other one."""
        self._letters_for = letters_for or height
        self._figure.scale_to(height, self._letters_for)
        self._fit()

    def name_leg(self, names: bool) -> None:
        """Name the leg in large letters, or leave that to what is beside the stage."""
        self._figure.name_leg(names)

    def show_stage(self, stage: Stage) -> None:
        """Show the technique and the leg of a stage."""
        self._figure.show_stage(stage)
        self._effort.show_stage(stage)
        self._fit()

    def show_time(self, snapshot: Snapshot) -> None:
        """Show how far the stroke is; where no work is done, the figure is in its still form."""
        at_work = snapshot.stage.kind is StageKind.WORK
        if self._effort.show_beat(snapshot.beat, snapshot.elapsed if at_work else snapshot.beat.since):
            self._fit()
        if at_work:
            self._figure.set_stroke(snapshot.beat.phase(snapshot.elapsed))
        else:
            self._figure.show_still()
            self._figure.make_ahead()
        runs = snapshot.state is State.RUNNING and snapshot.lead_in == 0
        self.moves = at_work and runs and self._figure.moves_now()

    def show_paused(self, reason: PauseReason | None) -> None:
        """Say that time stands still, and how to go on; None means that it runs."""
        self._effort.say("" if reason is None else session_wording.how_to_go_on(reason))

    def show_lead_in(self, sentence: str) -> None:
        """Say that the step is about to go on; an empty ``sentence`` means that it has."""
        self._effort.say(sentence)

    def _fit(self) -> None:
        """Words as large as they may be, and in a stage that has no room for them beside the figure none."""
        aside = (5 if self.width() >= _NARROW else 3) * STEP
        self._foot.setContentsMargins(aside, 2 * STEP, aside, 3 * STEP)
        share = _FROM_AFAR if self._from_afar else _AT_A_DESK
        largest = round(max(USUAL_LETTERS, self._letters_for * share) * letter_scale())
        width = self.width() - 2 * aside
        least, growth = least_letters(self._letters_for), letter_growth(self._letters_for) - 1
        ways = [*product((True, False), range(largest, least - 1, -1))]
        ways += [(False, letters) for letters in range(least - 1, USUAL_LETTERS - 1, -1)]
        needed = 0
        for feels, letters in ways:
            self._effort.scale_to(self._letters_for, letters, width, feels=feels)
            needed = self._effort.height_for(width) + 5 * STEP
            if self._effort.width_at(letters) <= width and needed <= self.height() * (_MOST_WORDS + _MORE * growth):
                break
        self._effort.keep_room(needed <= self.height() * (1 - _LEAST_FIGURE))
