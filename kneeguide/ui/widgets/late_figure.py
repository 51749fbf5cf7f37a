"""The picture of the very first page: the window is there before it, and does not wait for what draws it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent

from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.boxes import Box

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.widgets.illustration import Illustration


class LateFigure(Box):
    """An empty stage that is filled with the figure of a technique once it has been painted."""

    _seen = Signal()

    def __init__(self, poses: "Mapping[str, Pose]", colours: Colours, technique: str, title: str) -> None:
        """``title``: stands there if there is no such figure."""
        super().__init__("stage")
        self._poses = poses
        self._colours = colours
        self._technique = technique
        self._title = title
        self._figure: Illustration | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        self._seen.connect(self._draw, Qt.ConnectionType.QueuedConnection)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._figure is None:
            self._seen.emit()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        if self._figure is not None:
            self._figure.use_theme(colours)

    def _draw(self) -> None:
        if self._figure is not None:
            return
        from kneeguide.core.routine import Side, Technique
        from kneeguide.ui.widgets.illustration import Illustration

        self._figure = Illustration(self._poses, self._colours)
        shown = Technique(id=self._technique, title=self._title, cue="")
        self._figure.show_technique(shown, Side.RIGHT, moves=False)
        self.column.addWidget(self._figure)
