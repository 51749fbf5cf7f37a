"""The step at hand while a session runs: its picture on the left, or the list of keys, and its time and words on the
right."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kneeguide.core.pose import Pose
from kneeguide.core.snapshot import Snapshot
from kneeguide.core.stage import Stage
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.key_card import KeyCard
from kneeguide.ui.widgets.stage_view import StageView
from kneeguide.ui.widgets.step_card import StepCard

_LEFT, _RIGHT = 11, 9
"""Shares of the breadth for the picture and for the words."""


class RunView(QWidget):
    """Both halves, which are always told the same."""

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = StageView(colours, poses)
        self.step = StepCard(colours)
        self._keys = KeyCard()
        self._left = QStackedWidget()
        self._left.addWidget(self.stage)
        self._left.addWidget(self._keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 * STEP)
        row.addWidget(self._left, _LEFT)
        row.addWidget(self.step, _RIGHT)

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

    def scale_to(self, height: int) -> None:
        """Size everything for a page of this height, in pixels."""
        self.stage.scale_to(height)
        self.step.scale_to(height)

    def show_stage(self, stage: Stage, following: Stage | None, target: str = "") -> None:
        """Show a stage and what follows it. ``target``: how hard to press, where that is to be said."""
        self.stage.show_stage(stage)
        self.step.show_stage(stage, following, target)

    def show_time(self, snapshot: Snapshot) -> None:
        """Show how far the stage is."""
        self.stage.show_time(snapshot)
        self.step.show_time(snapshot)

    def show_picture(self) -> None:
        """Put the list of keys away."""
        self._left.setCurrentWidget(self.stage)

    def toggle_keys(self) -> None:
        """Show the list of keys in place of the picture, or the picture again."""
        self._left.setCurrentWidget(self.stage if self._left.currentWidget() is self._keys else self._keys)
