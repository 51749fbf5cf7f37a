"""A picture that is drawn once it has come into view, so that a page of many is there at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent

from kneeguide.core.routine import Side, Technique
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.in_view import is_in_view

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose


class LazyIllustration(Illustration):
    """Shows an empty stage first, and what a technique looks like after that was painted."""

    _seen = Signal()

    def __init__(self, poses: "Mapping[str, Pose]", colours: Colours, technique: Technique, side: Side | None) -> None:
        super().__init__(poses, colours)
        self._waiting: tuple[Technique, Side | None] | None = (technique, side)
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waiting is not None and is_in_view(self, self.rect(), event.rect()):
            self._seen.emit()

    def _show(self) -> None:
        if self._waiting is not None:
            technique, side = self._waiting
            self._waiting = None
            self.show_technique(technique, side, moves=False)
