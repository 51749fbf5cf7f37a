"""What a person wants to know of a routine before all else: how it looks, how long it takes, with what, and how hard.

Whether it is right today stands beside it, so that all of it is seen at once.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.choosing import typical_techniques
from kneeguide.core.outlook import Outlook
from kneeguide.core.routine import Routine, Side
from kneeguide.ui import routine_wording, wording
from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.flow_layout import CardLayout
from kneeguide.ui.widgets.icons import Icon, IconMark, icon_for
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.outlook_box import OutlookBox
from kneeguide.ui.widgets.telling_picture import TellingPicture

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_BESIDE_FROM = 140 * STEP
"""Width at the usual size of letters from which the words stand beside the figure, not below it."""
_LEAST_FIGURE, _FIGURE_ABOVE = 50 * STEP, 40 * STEP
"""Height of the figure beside the words, and above them: low there, so that the first of them are in view with it."""
_SHARES = 2, 3
"""How the figure and the words share the width."""
_FACT_WIDTH = 44 * STEP
"""The least of one fact, at the usual size of letters."""


class RoutineHead(QWidget):
    """The figure on one side; what it takes, and what the health answers say of it, on the other."""

    def __init__(
        self, routine: Routine, outlook: Outlook, poses: "Mapping[str, Pose]", colours: Colours, today: OutlookBox
    ) -> None:
        super().__init__()
        typical = typical_techniques([routine])[routine.id]
        self._figure = TellingPicture(poses, colours)
        self._figure.show_technique(typical, Side.RIGHT, moves=False)
        told = QWidget()
        grid = CardLayout(told, least_width=_FACT_WIDTH, gap=2 * STEP, most_columns=2)
        for icon, name, value in self._facts(routine, outlook):
            grid.addWidget(_Fact(icon, name, value))
        self._words = words = QVBoxLayout()
        words.setSpacing(3 * STEP)
        words.addWidget(told)
        today.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        words.addWidget(today)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6 * STEP)
        self._row.addWidget(self._figure, _SHARES[0])
        self._row.addLayout(words, _SHARES[1])

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._figure.use_theme(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Stand the words below the figure where letters are large."""
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        beside = self.width() >= _BESIDE_FROM * letter_scale()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        height = _FIGURE_ABOVE
        if beside:  # it ends where the words end
            room = (self.width() - self._row.spacing()) * _SHARES[1] // sum(_SHARES)
            height = max(_LEAST_FIGURE, self._words.heightForWidth(room))
        self._figure.setFixedHeight(height)

    def _facts(self, routine: Routine, outlook: Outlook) -> list[tuple[Icon, str, str]]:
        time = wording.minutes(outlook.total_seconds)
        if outlook.first_week:
            time = self.tr("{minutes} in your first week").format(minutes=time)
        areas = [wording.area(area) for area in routine.areas]
        count = len(outlook.steps) - len(outlook.left_out)
        steps = self.tr("1 step") if count == 1 else self.tr("{count} steps").format(count=count)
        told = steps
        if areas:
            named = routine_wording.within_sentence(areas)
            told = self.tr("{steps}: {areas}").format(steps=steps, areas=named)
        facts = [
            (Icon.CLOCK, self.tr("How long"), time),
            (Icon.STEPS, self.tr("What you will do"), told),
        ]
        needed = routine_wording.needed(routine)
        if needed:
            first = icon_for(routine.positions[0] if routine.positions else routine.tools[0])
            facts.append((first, self.tr("What you need"), needed))
        pressures = [
            step.phase.pressure for step in outlook.steps if step.phase.technique.presses and not step.left_out
        ]
        if any(pressures):
            hard = self.tr("Pressure up to {most}\u00a0of\u00a010").format(most=max(pressures))
            facts.append((Icon.PRESSURE, self.tr("How hard"), hard))
        return facts


class _Fact(QWidget):
    def __init__(self, icon: Icon, name: str, value: str) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(TextRole.SMALL, name))
        words.addWidget(Text(TextRole.STRONG, value))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP)
        row.addWidget(IconMark(icon, QPalette.ColorRole.Link), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
