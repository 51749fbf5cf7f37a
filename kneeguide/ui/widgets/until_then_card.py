"""What to do until massage opens again, beside somebody who takes a rest."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneeguide.core.routine import Technique
from kneeguide.ui import refusal_wording
from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.lazy_illustration import LazyIllustration

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_RESTING = Technique(id="rest-and-check-in", title="", cue="")
_FIGURE = 60 * STEP, 44 * STEP
"""Width and height of the drawing, in pixels."""
_SIDE_BY_SIDE = 140 * STEP
"""Width, at the usual size of letters, from which the drawing stands beside the words; below that they stand alone."""


class UntilThenCard(Box):
    """A calm end of a page that says no."""

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]") -> None:
        super().__init__("card")
        pose = poses.get(_RESTING.id)
        self._figure = LazyIllustration(poses, colours, _RESTING, None)
        self._figure.setFixedSize(*_FIGURE)
        self._has_figure = pose is not None
        if pose is not None:  # a screen reader may come to it before it was ever in view
            self._figure.setAccessibleName(pose.alt)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addStretch(1)
        words.addWidget(Text(TextRole.HEADING, refusal_wording.until_then_title()))
        words.addWidget(Text(TextRole.BODY, refusal_wording.until_then()))
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(6 * STEP)
        line.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        self.column.addLayout(line)
        self._suit(self.width())

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._figure.use_theme(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the line to the words where letters are large or the window is narrow."""
        self._suit(event.size().width())
        super().resizeEvent(event)

    def _suit(self, width: int) -> None:
        self._figure.setVisible(self._has_figure and width >= _SIDE_BY_SIDE * letter_scale())
