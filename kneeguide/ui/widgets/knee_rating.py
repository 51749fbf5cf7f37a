"""Knee pain at one moment, as it is or is not known: a scale, and a way to take the answer back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kneeguide.core.pain import Rating
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.pain_scale import PainScale


class KneeRating(Box):
    """``changed`` carries the number, or None where the answer was taken back."""

    changed = Signal(object)

    def __init__(self, moment: str) -> None:
        """``moment``: when it is or was ("Knee pain before")."""
        super().__init__("card")
        self.scale = PainScale()
        self.scale.setAccessibleName(self.tr("{moment}, 0 to 10").format(moment=moment))
        self._none = Button(self.tr("Clear"), "link")
        self._none.setAccessibleName(self.tr("{moment}: clear the answer").format(moment=moment))
        keeps_room = self._none.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._none.setSizePolicy(keeps_room)
        self.column.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 4 * STEP)  # the button has air of its own
        self.column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Text(TextRole.HEADING, moment), 1)
        head.addWidget(self._none)
        self.column.addLayout(head)
        self.column.addWidget(self.scale)
        self.scale.chosen.connect(self._tell)
        self._none.clicked.connect(self._take_back)
        self.show_rating(None)

    @property
    def rating(self) -> Rating:
        """The number, None if there is none."""
        return self.scale.rating

    def show_rating(self, rating: Rating) -> None:
        """Show a number, or none, without telling anybody."""
        self.scale.choose(rating)
        self._none.setVisible(rating is not None)

    def _tell(self, rating: int) -> None:
        self._none.show()
        self.changed.emit(rating)

    def _take_back(self) -> None:
        self.scale.setFocus()
        self.show_rating(None)
        self.changed.emit(None)
