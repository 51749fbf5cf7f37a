"""One step of a routine as it is read about beforehand: picture, map, dose, how to do it, and what to keep off."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.routine import Phase, Side, Sides, Technique
from kneeguide.ui import source_wording, wording
from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.lazy_illustration import LazyIllustration
from kneeguide.ui.widgets.more_about_step import MoreAboutStep
from kneeguide.ui.widgets.short_lines import ShortLines

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_WIDTH, _HEIGHT = 34 * STEP, 30 * STEP
"""Of the pictures."""
_WIDE_FROM = 180 * STEP
"""Width at the usual size of letters from which the map stands beside the figure, not below it."""
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
        self._picture.setFixedSize(_WIDTH, _HEIGHT)
        self._map: AreaMap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._pictures = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pictures.setSpacing(3 * STEP)
        self._pictures.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        if technique.presses:
            self._map = AreaMap(colours)
            self._map.setFixedSize(_WIDTH, 36 * STEP)
            self._map.show_technique(technique, side)
            mapped = QVBoxLayout()
            mapped.setSpacing(STEP)
            mapped.addWidget(self._map)
            mapped.addWidget(self._key(technique))
            mapped.addStretch(1)
            self._pictures.addLayout(mapped)
        self._pictures.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 5 * STEP)
        row.setSpacing(5 * STEP)
        row.addLayout(self._pictures)
        row.addLayout(self._words(number, phase, left_out), 1)
        if left_out:
            self._grey_out()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._picture.use_theme(colours)
        if self._map is not None:
            self._map.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have both pictures beside each other where that leaves enough for the words."""
        wide = self.width() >= _WIDE_FROM * letter_scale()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._pictures.setDirection(direction)
        if self._map is None:  # words begin where those of steps with a map do
            self._picture.setFixedWidth(2 * _WIDTH + self._pictures.spacing() if wide else _WIDTH)
        super().resizeEvent(event)

    def _words(self, number: int, phase: Phase, left_out: str) -> QVBoxLayout:
        """What to do first; then how long, and what to avoid; last what one may want to know beside."""
        technique = phase.technique
        title = self.tr("{number}. {title}").format(number=number, title=technique.title)
        words = QVBoxLayout()
        words.setSpacing(2 * STEP)
        words.addWidget(Text(TextRole.STRONG, title))
        if left_out:
            reason = Text(TextRole.STRONG, left_out)
            reason.set_tone("care")
            words.addWidget(reason)
        words.addWidget(ShortLines(TextRole.QUIET if left_out else TextRole.BODY, technique.cue))
        words.addWidget(self._dose(phase))
        if technique.avoid:
            words.addWidget(_avoid(self.tr("Avoid: {what}").format(what=technique.avoid), is_greyed=bool(left_out)))
        beside = [
            (self.tr("How it should feel: {what}"), technique.feel),
            (self.tr("Common mistakes: {what}"), technique.mistakes),
            (self.tr("Kind of massage: {what}"), self._method(technique)),
            (self.tr("Sources: {what}"), source_wording.short_list(technique.sources)),
        ]
        told = [form.format(what=what) for form, what in beside if what]
        if told:
            words.addWidget(MoreAboutStep(title, told))
        words.addStretch(1)
        return words

    def _method(self, technique: Technique) -> str:
        return wording.method(technique.method) if technique.method and technique.presses else ""

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
            parts.append((Icon.PRESSURE, self.tr("pressure {number}\u00a0of\u00a010").format(number=phase.pressure)))
        parts.append((Icon.AGAIN, wording.tempo(phase.technique.tempo)))
        dose = QWidget()
        row = FlowLayout(dose, gap=4 * STEP, line_gap=STEP)
        for icon, said in parts:
            row.addWidget(_WithIcon(icon, said))
        return dose


def _avoid(words: str, *, is_greyed: bool) -> QWidget:
    """A caution, behind its sign."""
    avoid = QWidget()
    row = QHBoxLayout(avoid)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * STEP)
    said = ShortLines(TextRole.QUIET if is_greyed else TextRole.BODY, words)
    if not is_greyed:
        said.set_tone("care")
    row.addWidget(IconMark(Icon.WARNING), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return avoid


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
