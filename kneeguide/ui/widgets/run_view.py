"""The step at hand while a session runs: its picture on the left, or the list of keys, and its time and words on the
right."""

from collections.abc import Mapping

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget

from kneeguide.core.pose import Pose
from kneeguide.core.snapshot import Snapshot
from kneeguide.core.stage import Stage
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.key_card import KeyCard
from kneeguide.ui.widgets.stage_view import StageView
from kneeguide.ui.widgets.step_card import StepCard

_LEAST_PICTURE = 15 * STEP
"""Breadth and height in pixels. What the picture has besides the figure goes first where room is short."""

_LEFT, _RIGHT = 11, 9
"""Shares of the breadth for the picture and for the words."""


class _Picture(QStackedWidget):
    """As high as there is room for: its words would ask for a height that is wanted for what stands above it."""

    def hasHeightForWidth(self) -> bool:
        return False


class RunView(QWidget):
    """Both halves, which are always told the same."""

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = StageView(colours, poses)
        self.step = StepCard(colours)
        self._keys = KeyCard()
        self._left = _Picture()
        self._left.addWidget(self.stage)
        self._left.addWidget(self._keys)
        self._left.setMinimumSize(_LEAST_PICTURE, _LEAST_PICTURE)
        for part in (self._left, self.step):  # the shares alone say how broad they are, or words would move them
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._left)
        self._line.addWidget(self.step)
        self.stack(False)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self.stage.set_colours(colours)
        self.step.set_colours(colours)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Keep the picture still, and let the ring move once a second."""
        self.stage.keep_still(reduced)
        self.step.set_reduced_motion(reduced)

    def show_from_afar(self, from_afar: bool) -> None:
        """Show what is needed in the floor view, or all."""
        self.stage.show_from_afar(from_afar)
        self.step.show_from_afar(from_afar)

    def stack(self, stacks: bool, *, tucks: bool = False) -> None:
        """Have time and title above the picture, for a narrow page, or beside it.

        ``tucks``: have the picture beside the ring, in a narrow page that is too low for one below the words.
        """
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.BottomToTop if stacks else ways.LeftToRight)
        self._line.setSpacing((2 if stacks else 6) * STEP)
        self._left.setParent(None)
        if tucks:
            self.step.put_beside_ring(self._left)
        else:
            self._line.insertWidget(0, self._left)
            self._line.setStretch(0, 1 if stacks else _LEFT)
        self._line.setStretch(self._line.count() - 1, 1 if tucks else 0 if stacks else _RIGHT)
        policy = QSizePolicy.Policy
        self._left.setSizePolicy(policy.Ignored, policy.Ignored if tucks else policy.Preferred)
        self._left.show()
        self.stage.name_leg(not stacks)
        self.step.stack(stacks, tucks=tucks)

    def say_how(self, says: bool) -> None:
        """Say how the step is done, or leave that to a line below."""
        self.step.say_how(says)

    def scale_to(self, height: int, letters_for: int) -> None:
        """Size what is read from afar for a page of this height, in pixels, and the rest as if it had the other one."""
        self.stage.scale_to(height, letters_for)
        self.step.scale_to(height, letters_for)
        self._keys.scale_to(letters_for)

    def show_stage(self, stage: Stage, following: Stage | None) -> None:
        """Show a stage and what follows it."""
        self.stage.show_stage(stage)
        self.step.show_stage(stage, following)

    def show_time(self, snapshot: Snapshot) -> None:
        """Show how far the stage is."""
        self.stage.show_time(snapshot)
        self.step.show_time(snapshot)

    @property
    def shows_keys(self) -> bool:
        """Whether the list of keys stands in place of the picture."""
        return self._left.currentWidget() is self._keys

    def show_picture(self) -> None:
        """Put the list of keys away."""
        self._left.setCurrentWidget(self.stage)

    def scroll_words(self, up: bool) -> None:
        """Move the words by a few lines, and the list of keys where it is shown."""
        self.step.scroll_words(up)
        if self.shows_keys:
            self._keys.move_by_lines(up)

    def toggle_keys(self) -> None:
        """Show the list of keys in place of the picture, or the picture again."""
        self._left.setCurrentWidget(self.stage if self.shows_keys else self._keys)
