"""How hard and how fast."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.pace import Beat, adjustable, has_turns
from kneeguide.core.routine import Stroke
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import gentler_wording, wording
from kneeguide.ui.theme import LINE, SMALL_LETTERS, USUAL_LETTERS, Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.look import set_look
from kneeguide.ui.widgets.pace_dot import PaceDot
from kneeguide.ui.widgets.pressure_meter import PressureMeter
from kneeguide.ui.widgets.run_button import RunButton

_GAP = 3 * STEP
_ROOMY = 700
"""Height of a page, in pixels, from which there is room for a line on how it feels."""
_BUTTONS = 0.85
"""Size of the letters of the buttons as a share of the others'."""
_BESIDE_BAND = 2 * STEP
"""Room on either side of what is said in place of the pace, in pixels."""


class Effort(QWidget):
    """The target pressure in words and cells, and the pace in words and as a dot, with a way to change it.

    While time stands still there is no pace: its place is where that is said, and nothing moves.
    """

    quicker = Signal()
    slower = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._meter = PressureMeter(colours)
        self._pressure = Text(TextRole.STRONG, wraps=False)
        self._feeling = Text(TextRole.BODY)
        self._pace = Text(TextRole.BODY, wraps=False)
        self._can_change = False
        self._from_afar = False
        self._kind = StageKind.WORK
        self._has_room = True
        self._says = False
        self._letters = font_for(TextRole.BODY).pixelSize()
        self._dot = PaceDot(colours)
        self._buttons = QWidget()
        self._places: tuple[tuple[int, int, int, int], ...] = ()
        self._slower = RunButton(self.tr("Slower"))
        self._slower.setAccessibleName(self.tr("Slower: half a second more for each pass"))
        self._slower.clicked.connect(self.slower)
        self._quicker = RunButton(self.tr("Faster"))
        self._quicker.setAccessibleName(self.tr("Faster: half a second less for each pass"))
        self._quicker.clicked.connect(self.quicker)
        self._said = Text(TextRole.STRONG)
        self._band = Box("lead")
        self._band.column.setContentsMargins(_BESIDE_BAND, 0, _BESIDE_BAND, 0)
        self._band.column.addWidget(self._said)
        self._hard = self._make_hard()
        self._fast = self._make_fast()
        self._band.setMinimumHeight(11 * STEP)
        self._band.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._hard)
        fast = QGridLayout()
        fast.addWidget(self._fast, 0, 0)
        fast.addWidget(self._band, 0, 0)
        column.addLayout(fast)
        self._show_parts()

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
        self._show_parts()

    def scale_to(self, height: int, letters: int, width: int, *, feels: bool = True) -> None:
        """Size everything for a page of this height and a line of this width, with letters of that size, in pixels.

        ``feels``: say how the pressure feels also where that takes a line of its own.
        """
        self._letters = letters
        for text in (self._pressure, self._feeling, self._pace):
            text.set_letters(letters)
        for button in (self._slower, self._quicker):
            button.set_letters(max(USUAL_LETTERS, round(letters * _BUTTONS)))
        self._dot.scale_to(height)
        self._fit_pace(width)
        self._fit_pressure(width, is_roomy=height >= _ROOMY, feels=feels)
        for part in (self._buttons, self._hard, self._fast):
            part.updateGeometry()  # else what holds them would be asked for their heights before they are heard of
        self._fit_band(width)

    def width_at(self, letters: int) -> int:
        """How wide the longest line that cannot be broken would be in letters of this size, in pixels."""
        return max(_width(self._pressure, letters, TextRole.STRONG), _width(self._pace, letters))

    def height_for(self, width: int) -> int:
        """How high all of it is in a line of this width, in pixels."""
        line = max(self._pressure.sizeHint().height(), self._meter.sizeHint().height())
        is_below = self._line.direction() is QBoxLayout.Direction.TopToBottom
        hard = line + (self._feeling.height_at(self._letters, width) if is_below else 0)
        return hard + max(11 * STEP, _height(self._fast, width)) + 2 * STEP

    def show_stage(self, stage: Stage) -> None:
        """Show the target of a stage; nothing where the hands rest."""
        presses = stage.technique.presses and stage.pressure > 0
        tempo = stage.technique.tempo
        self._kind = stage.kind
        self._meter.show_pressure(stage.pressure if presses else 0)
        self._pressure.setText(
            self.tr("Pressure {number} of 10").format(number=stage.pressure) if presses else self.tr("No pressure")
        )
        self._feeling.setText(gentler_wording.feeling(stage.pressure) if presses else "")
        for part in (self._meter, self._feeling):
            part.setVisible(presses)
        self._can_change = adjustable(tempo)
        self._fit_pace(self.width())
        self._dot.setVisible(has_turns(tempo))
        self._dot.show_breath(tempo.stroke is Stroke.HOLD)
        self._show_parts()
        self.show_beat(Beat(tempo), 0.0)

    def show_beat(self, beat: Beat, elapsed: float) -> bool:
        """Show the pace, and where the stroke is so many seconds into its stage. Return whether the words are new."""
        pace = self.tr("Pace: {pace}").format(pace=wording.tempo(beat.tempo))
        is_new = pace != self._pace.text()
        if is_new:
            self._pace.setText(pace)
        self._dot.show_phase(beat.phase(elapsed))
        return is_new

    def say(self, sentence: str) -> None:
        """Say something in place of the pace; empty shows the pace again."""
        if sentence:  # else the words would be gone before the band is
            self._said.setText(sentence)
        self._says = bool(sentence)
        self._fit_band(self.width())
        self._show_parts()

    def keep_room(self, has_room: bool) -> None:
        """Show all, or where there is no room only what is said in place of the pace, as long as it is said."""
        if has_room is not self._has_room:
            self._has_room = has_room
            self._fit_band(self.width())
            self._show_parts()

    def _show_parts(self) -> None:
        asks = self._has_room and self._kind not in (StageKind.REST, StageKind.CHECK_IN)
        _keep_place(self._hard, self._has_room and self._kind is StageKind.REST)
        for part in (self._fast, self._band):
            _keep_place(part, self._has_room)
        self._hard.setVisible(asks)
        self._fast.setVisible(asks and not self._says)
        self._band.setVisible(self._says)
        self._buttons.setVisible(self._can_change and not self._from_afar)

    def _fit_pressure(self, width: int, *, is_roomy: bool, feels: bool) -> None:
        """All in one line, or how it feels in a line of its own. In a low page that goes before the cells: the number
        says what they do."""
        pressure, cells = _width(self._pressure, self._letters, TextRole.STRONG), self._meter.sizeHint().width() + _GAP
        words = pressure + _width(self._feeling, self._letters) + 2 * _GAP
        in_one_line = words + cells <= width or (words <= width and not is_roomy) or not feels
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if in_one_line else ways.TopToBottom)
        self._line.setSpacing(_GAP if in_one_line else 0)
        presses, says = bool(self._feeling.text()), feels or words <= width
        self._feeling.setVisible(presses and says)
        self._meter.setVisible(presses and (words if in_one_line and says else pressure) + cells <= width)

    def _fit_pace(self, width: int) -> None:
        """The dot beside its words where no buttons stand there, else below them; beside the dot the buttons that have
        no room beside the words."""
        words, dot, buttons = _width(self._pace, self._letters), self._dot.sizeHint().width(), 0
        if self._can_change and not self._from_afar:
            buttons = self._buttons.sizeHint().width() + _GAP
        if self._from_afar and words + _GAP + dot <= width:
            places = (0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)
        elif words + buttons <= width:
            places = (0, 0, 1, 1), (1, 0, 1, 1), (0, 2, 2, 1)
        else:
            places = (0, 0, 1, 3), (1, 0, 1, 1), (1 if dot + buttons <= width else 2, 2, 1, 1)
        if places != self._places:
            self._places = places
            for part, place in zip((self._pace, self._dot, self._buttons), places, strict=True):
                self._pace_line.removeWidget(part)
                self._pace_line.addWidget(part, *place, Qt.AlignmentFlag.AlignVCenter)

    def _fit_band(self, width: int) -> None:
        """As large as the rest, or smaller where the place of the pace has no room for that."""
        place = max(11 * STEP, _height(self._fast, width)) if self._has_room else 11 * STEP
        sizes = range(self._letters, SMALL_LETTERS - 1, -1)
        lines = width - 2 * _BESIDE_BAND - STEP
        letters = next((size for size in sizes if self._said.height_at(size, lines) <= place - 2), SMALL_LETTERS)
        self._said.set_letters(letters)
        self._band.setMinimumHeight(max(11 * STEP, self._said.height_at(letters, lines) + 2 * LINE))

    def _make_hard(self) -> QWidget:
        hard = QWidget()
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(self._pressure)
        first.addWidget(self._meter)
        first.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, hard)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addLayout(first)
        self._line.addWidget(self._feeling, 1)
        return hard

    def _make_fast(self) -> QWidget:
        fast = QWidget()
        beside = QHBoxLayout(self._buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2 * STEP)
        for button in (self._slower, self._quicker):
            set_look(button, "padding", "narrow")
            beside.addWidget(button)
        self._pace_line = QGridLayout(fast)
        self._pace_line.setContentsMargins(0, 0, 0, 0)
        self._pace_line.setHorizontalSpacing(_GAP)
        self._pace_line.setVerticalSpacing(STEP)
        self._pace_line.setColumnStretch(1, 1)
        self._fit_pace(self.width())
        return fast


def _width(label: Text, letters: int, role: TextRole = TextRole.BODY) -> int:
    return QFontMetrics(font_for(role, letters)).horizontalAdvance(label.text()) + STEP


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    assert layout is not None
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()


def _keep_place(part: QWidget, keeps: bool) -> None:
    policy = part.sizePolicy()
    if policy.retainSizeWhenHidden() is not keeps:
        policy.setRetainSizeWhenHidden(keeps)
        part.setSizePolicy(policy)
