"""One step of a routine as it is read about beforehand: picture, dose, how to do it, and what to keep off."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.routine import Phase, Side, Sides
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.lazy_illustration import LazyIllustration

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_FADED = 0.4


class TechniqueStep(QWidget):
    """A step with its number in the routine. ``left_out``: why it is not done today, empty if it is."""

    def __init__(
        self, number: int, phase: Phase, poses: "Mapping[str, Pose]", colours: Colours, left_out: str = ""
    ) -> None:
        super().__init__()
        technique = phase.technique
        side = Side.RIGHT if phase.sides is Sides.BOTH else None
        self._picture = LazyIllustration(poses, colours, technique, side)
        self._picture.setFixedSize(34 * STEP, 26 * STEP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(
            Text(TextRole.STRONG, self.tr("{number}. {title}").format(number=number, title=technique.title))
        )
        if left_out:
            reason = Text(TextRole.STRONG, left_out)
            reason.set_tone("care")
            words.addWidget(reason)
            faded = QGraphicsOpacityEffect(self._picture)
            faded.setOpacity(_FADED)
            self._picture.setGraphicsEffect(faded)
        if technique.method and technique.presses:
            words.addWidget(Text(TextRole.SMALL, wording.method(technique.method)))
        words.addWidget(Text(TextRole.SMALL, self._dose(phase)))
        words.addWidget(Text(TextRole.QUIET if left_out else TextRole.BODY, technique.cue))
        if technique.avoid:
            avoid = Text(TextRole.SMALL, self.tr("Avoid: {what}").format(what=technique.avoid))
            avoid.set_tone("care")
            words.addWidget(avoid)
        if technique.mistakes:
            words.addWidget(Text(TextRole.SMALL, self.tr("Common mistakes: {what}").format(what=technique.mistakes)))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 3 * STEP)
        row.setSpacing(4 * STEP)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._picture.use_theme(colours)

    def _dose(self, phase: Phase) -> str:
        time = self.tr("{seconds} s").format(seconds=phase.seconds)
        if phase.sets > 1:
            time = self.tr("{sets} times {time}").format(sets=phase.sets, time=time)
        parts = [self.tr("{time} on each leg").format(time=time) if phase.sides is Sides.BOTH else time]
        if phase.pressure:
            parts.append(self.tr("pressure {number} of 10").format(number=phase.pressure))
        parts.append(wording.tempo(phase.technique.tempo))
        return self.tr(" · ").join(parts)
