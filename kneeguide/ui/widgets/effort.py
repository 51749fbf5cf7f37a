"""How hard and how fast."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.pace import Beat, adjustable, has_turns
from kneeguide.core.routine import Stroke
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.pace_dot import PaceDot
from kneeguide.ui.widgets.pressure_meter import PressureMeter
from kneeguide.ui.widgets.run_button import RunButton


class Effort(QWidget):
    """The target pressure in words and cells, and the pace in words and as a dot, with a way to change it."""

    quicker = Signal()
    slower = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._meter = PressureMeter(colours)
        self._pressure = Text(TextRole.STRONG, wraps=False)
        self._pace = Text(TextRole.BODY, wraps=False)
        self._can_change = False
        self._from_afar = False
        self._dot = PaceDot(colours)
        self._quicker = RunButton("\u2212", "scale")
        self._quicker.setAccessibleName(self.tr("Half a second less for each pass"))
        self._quicker.clicked.connect(self.quicker)
        self._slower = RunButton("+", "scale")
        self._slower.setAccessibleName(self.tr("Half a second more for each pass"))
        self._slower.clicked.connect(self.slower)
        for button in (self._quicker, self._slower):
            button.setFixedWidth(11 * STEP)
        hard = FlowLayout(gap=3 * STEP, line_gap=STEP)
        hard.addWidget(self._pressure)
        hard.addWidget(self._meter)
        fast = FlowLayout(gap=3 * STEP, line_gap=STEP)
        fast.addWidget(self._pace)
        fast.addWidget(self._make_control())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(hard)
        column.addLayout(fast)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._meter.set_colours(colours)
        self._dot.set_colours(colours)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let the dot step once at each turn, or glide."""
        self._dot.set_reduced_motion(reduced)

    def show_from_afar(self, from_afar: bool) -> None:
        """Leave out what is pressed with a mouse, as the floor view does, or show it."""
        self._from_afar = from_afar
        self._show_buttons()

    def scale_to(self, height: int, letters: int) -> None:
        """Size everything for a page of this height, with letters of that size, in pixels."""
        self._pressure.set_letters(letters)
        self._pace.set_letters(letters)
        self._dot.scale_to(height)

    def width_at(self, letters: int) -> int:
        """How wide the longest line would be in letters of this size, in pixels."""
        return QFontMetrics(font_for(TextRole.BODY, letters)).horizontalAdvance(self._pace.text()) + STEP

    def show_stage(self, stage: Stage) -> None:
        """Show the target of a stage; nothing where the hands rest."""
        presses = stage.technique.presses and stage.pressure > 0
        tempo = stage.technique.tempo
        self.setVisible(stage.kind not in (StageKind.REST, StageKind.CHECK_IN))
        self._meter.setVisible(presses)
        self._meter.show_pressure(stage.pressure if presses else 0)
        self._pressure.setText(
            self.tr("Pressure {number} of 10").format(number=stage.pressure) if presses else self.tr("No pressure")
        )
        self._can_change = adjustable(tempo)
        self._show_buttons()
        self._dot.setVisible(has_turns(tempo))
        self._dot.show_breath(tempo.stroke is Stroke.HOLD)
        self.show_beat(Beat(tempo), 0.0)

    def show_beat(self, beat: Beat, elapsed: float) -> None:
        """Show the pace, and where the stroke is so many seconds into its stage."""
        pace = self.tr("Pace: {pace}").format(pace=wording.tempo(beat.tempo))
        if pace != self._pace.text():
            self._pace.setText(pace)
        self._dot.show_phase(beat.phase(elapsed))

    def _show_buttons(self) -> None:
        for button in (self._quicker, self._slower):
            button.setVisible(self._can_change and not self._from_afar)

    def _make_control(self) -> QWidget:
        control = QWidget()
        row = QHBoxLayout(control)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for part in (self._quicker, self._dot, self._slower):
            row.addWidget(part)
        return control
