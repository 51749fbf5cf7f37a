"""A picture that is drawn once it has come into view, so that a page of many is there at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent

from kneeguide.core.routine import Side, Technique
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.illustration import Illustration

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

LEAST_IN_VIEW = 0.125
"""The share of its height from which a picture is drawn; a row of them that only peeks in can wait."""


class LazyIllustration(Illustration):
    """Shows an empty stage first, and what a technique looks like after that was painted."""

    _seen = Signal()

    def __init__(self, poses: "Mapping[str, Pose]", colours: Colours, technique: Technique, side: Side | None) -> None:
        super().__init__(poses, colours)
        self._waiting: tuple[Technique, Side | None] | None = (technique, side)
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        in_view = max(event.rect().height(), self.visibleRegion().boundingRect().height())
        if self._waiting is not None and in_view >= self.height() * LEAST_IN_VIEW:
            self._seen.emit()

    def _show(self) -> None:
        if self._waiting is not None:
            technique, side = self._waiting
            self._waiting = None
            self.show_technique(technique, side, moves=False)
