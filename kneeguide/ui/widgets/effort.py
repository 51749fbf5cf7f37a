"""How hard and how fast."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.plan import Stage, StageKind
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.pressure_meter import PressureMeter

_WORDS = 1 / 42
"""Size of the letters as a share of the page's height."""


class Effort(QWidget):
    """The target pressure in words and cells, and the pace in words."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._meter = PressureMeter(colours)
        self._pressure = Text(TextRole.STRONG, wraps=False)
        self._pace = Text(TextRole.BODY)
        hard = FlowLayout(gap=3 * STEP, line_gap=STEP)
        hard.addWidget(self._pressure)
        hard.addWidget(self._meter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(hard)
        column.addWidget(self._pace)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._meter.set_colours(colours)

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        for label, role in ((self._pressure, TextRole.STRONG), (self._pace, TextRole.BODY)):
            font = font_for(role)
            font.setPixelSize(max(15, round(height * _WORDS)))
            label.setFont(font)

    def show_stage(self, stage: Stage) -> None:
        """Show the target of a stage; nothing where the hands rest."""
        presses = stage.technique.presses and stage.pressure > 0
        self.setVisible(stage.kind not in (StageKind.REST, StageKind.CHECK_IN))
        self._meter.setVisible(presses)
        self._meter.show_pressure(stage.pressure if presses else 0)
        self._pressure.setText(
            self.tr("Pressure {number} of 10").format(number=stage.pressure) if presses else self.tr("No pressure")
        )
        self._pace.setText(self.tr("Pace: {pace}").format(pace=wording.tempo(stage.technique.tempo)))
