"""One step of a routine as it is read about beforehand: picture, map, dose, how to do it, and what to keep off."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.routine import Phase, Side, Sides, Technique
from kneeguide.ui import source_wording, wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.lazy_illustration import LazyIllustration

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_WIDTH = 34 * STEP
"""Of the pictures."""
_GREYED = 0.4
"""Strength of the pictures of a step that is left out."""


class TechniqueStep(QWidget):
    """A step with its number in the routine. ``left_out``: why it is not done today, empty if it is."""

    def __init__(
        self, number: int, phase: Phase, poses: "Mapping[str, Pose]", colours: Colours, left_out: str = ""
    ) -> None:
        super().__init__()
        technique = phase.technique
        side = Side.RIGHT if phase.sides is Sides.BOTH else None
        self._picture = LazyIllustration(poses, colours, technique, side)
        self._picture.setFixedSize(_WIDTH, 26 * STEP)
        self._map: AreaMap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        pictures = QVBoxLayout()
        pictures.setSpacing(2 * STEP)
        pictures.addWidget(self._picture)
        if technique.presses:
            self._map = AreaMap(colours)
            self._map.setFixedSize(_WIDTH, 36 * STEP)
            self._map.show_technique(technique, side)
            pictures.addWidget(self._map)
            pictures.addWidget(self._key(technique))
        pictures.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 3 * STEP)
        row.setSpacing(4 * STEP)
        row.addLayout(pictures)
        row.addLayout(self._words(number, phase, left_out), 1)
        if left_out:
            self._grey_out()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._picture.use_theme(colours)
        if self._map is not None:
            self._map.set_colours(colours)

    def _words(self, number: int, phase: Phase, left_out: str) -> QVBoxLayout:
        technique = phase.technique
        title = self.tr("{number}. {title}").format(number=number, title=technique.title)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(Text(TextRole.STRONG, title))
        if left_out:
            reason = Text(TextRole.STRONG, left_out)
            reason.set_tone("care")
            words.addWidget(reason)
        if technique.method and technique.presses:
            words.addWidget(Text(TextRole.SMALL, wording.method(technique.method)))
        words.addWidget(self._dose(phase))
        words.addWidget(Text(TextRole.QUIET if left_out else TextRole.BODY, technique.cue))
        if technique.feel:
            words.addWidget(Text(TextRole.SMALL, self.tr("How it should feel: {what}").format(what=technique.feel)))
        if technique.avoid:
            avoid = Text(TextRole.SMALL, self.tr("Avoid: {what}").format(what=technique.avoid))
            avoid.set_tone("" if left_out else "care")
            words.addWidget(avoid)
        if technique.mistakes:
            words.addWidget(Text(TextRole.SMALL, self.tr("Common mistakes: {what}").format(what=technique.mistakes)))
        if technique.sources:
            words.addWidget(Text(TextRole.SMALL, self._sources(technique)))
        words.addStretch(1)
        return words

    def _key(self, technique: Technique) -> Text:
        """What solid colour and stripes on the map mean."""
        said = [self.tr("Stripes: keep off")]
        if technique.muscle:
            said.insert(0, self.tr("Work here: {muscle}").format(muscle=wording.muscle(technique.muscle)))
        key = Text(TextRole.SMALL, "\n".join(said))
        key.setFixedWidth(_WIDTH)
        key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return key

    def _grey_out(self) -> None:
        for picture in filter(None, (self._picture, self._map)):
            faint = QGraphicsOpacityEffect(picture)
            faint.setOpacity(_GREYED)
            picture.setGraphicsEffect(faint)

    def _dose(self, phase: Phase) -> QWidget:
        """How long, how hard and how fast, each beside its icon."""
        time = self.tr("{seconds} s").format(seconds=phase.seconds)
        if phase.sets > 1:
            time = self.tr("{sets} times {time}").format(sets=phase.sets, time=time)
        parts = [(Icon.CLOCK, self.tr("{time} on each leg").format(time=time) if phase.sides is Sides.BOTH else time)]
        if phase.pressure:
            parts.append((Icon.PRESSURE, self.tr("pressure {number} of 10").format(number=phase.pressure)))
        parts.append((Icon.AGAIN, wording.tempo(phase.technique.tempo)))
        dose = QWidget()
        row = FlowLayout(dose, gap=4 * STEP, line_gap=STEP)
        for icon, said in parts:
            row.addWidget(_WithIcon(icon, said))
        return dose

    def _sources(self, technique: Technique) -> str:
        return self.tr("Sources: {names}").format(names=source_wording.short_list(technique.sources))


class _WithIcon(QWidget):
    """Words beside their icon, in one line wherever there is room for it."""

    def __init__(self, icon: Icon, words: str) -> None:
        super().__init__()
        self._said = said = Text(TextRole.SMALL, words)
        said.set_tone("plain")
        said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(IconMark(icon, QPalette.ColorRole.Link))
        row.addWidget(said, 1)

    def sizeHint(self) -> QSize:
        """A text that may wrap asks for less than a line, to look well by itself."""
        line = self._said.fontMetrics().horizontalAdvance(self._said.text()) + 1
        width = super().sizeHint().width() - self._said.sizeHint().width() + line
        return QSize(width, self.heightForWidth(width))
