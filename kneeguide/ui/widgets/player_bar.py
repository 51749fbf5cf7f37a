"""The buttons at the foot of the player. The one that stops stands apart."""

from itertools import product

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QSpacerItem, QWidget

from kneeguide.ui.theme import SMALL_LETTERS, USUAL_LETTERS, TextRole, font_for, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.look import set_look
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.wrapped_button import WrappedButton
from kneeguide.ui.widgets.wrapping_row import WrappingRow

_LETTERS, _FROM_AFAR = 1 / 54, 1 / 33
"""Size of the letters as a share of the page's height; never smaller than the usual. In the floor view they are pressed
from where they can hardly be read."""

_BROADER = 1.7
"""How many times as broad as its words the button that pauses is in the floor view."""

_HEIGHT = 1.9, 2.3
"""Of a button at the desk and in the floor view, as a share of its letters' size."""

_LEAST_HEIGHT = 11 * STEP + 2
"""Of a button with its frame, in pixels, so that all are equally high."""

_ANY = (1 << 24) - 1
"""What Qt takes for no limit to a height."""

_HINTS = 0.85
"""Size of the letters of the hints as a share of those of the buttons."""

_PADDING = {"plain": 11 * STEP, "narrow": 5 * STEP, "tight": 3 * STEP}
"""Beside the words of a button, both sides together, in pixels."""

_GAP = 2 * STEP

_ROOM_TO_GROW = 360
"""Breadth, in pixels, that letters need for each time that they are their usual size: else the figure has no room."""


class PlayerBar(QWidget):
    """Stop, back, pause or go on, skip, ten seconds more, mute. ``mute`` carries whether to be silent from now on.

    In one line, or where that is too narrow in two. No word is ever cut: what stops is broken into lines at the worst.
    """

    trouble = Signal()
    back = Signal()
    pause_or_go_on = Signal()
    skip = Signal()
    extend = Signal()
    mute = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_height = 0
        self._from_afar = False
        self._wrong = WrappedButton(self.tr("Something is wrong – stop"), "stop")
        back = RunButton(self.tr("Back"))
        self._pause = RunButton(self.tr("Pause"), "primary")
        skip = RunButton(self.tr("Skip"))
        extend = RunButton(self.tr("+10 s"))
        extend.setAccessibleName(self.tr("Ten seconds more"))
        self._muted = False
        self._mute = RunButton(self.tr("Mute"))
        self._hints = Text(TextRole.SMALL, self.tr("Space pause · ← → step · ? keys"), wraps=False)
        self._hints.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hints.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._moving = (back, self._pause, skip, extend, self._mute)
        self._widest = {
            self._pause: (self.tr("Pause"), self.tr("Go on")),
            self._mute: (self.tr("Mute"), self.tr("Unmute")),
        }
        controls = WrappingRow(gap=_GAP)
        for button in self._moving:
            controls.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # large letters must not hold it open
        self._line.setSpacing(_GAP)
        self._before = QSpacerItem(0, 0, QSizePolicy.Policy.Maximum)
        self._line.addWidget(self._wrong)
        self._line.addItem(self._before)
        self._line.addLayout(controls)
        self._line.addWidget(self._hints, 1)
        for pressed, signal in (
            (self._wrong, self.trouble),
            (back, self.back),
            (self._pause, self.pause_or_go_on),
            (skip, self.skip),
            (extend, self.extend),
        ):
            pressed.clicked.connect(lambda _=False, signal=signal: signal.emit())
        self._mute.clicked.connect(self.toggle_mute)

    def toggle_mute(self) -> None:
        """Ask for silence, or for sound again."""
        self.show_muted(not self._muted)
        self.mute.emit(self._muted)

    def show_paused(self, paused: bool) -> None:
        """Offer to go on, or to pause."""
        self._pause.set_label(self.tr("Go on") if paused else self.tr("Pause"))

    def show_muted(self, muted: bool) -> None:
        """Offer sound, or silence."""
        self._muted = muted
        self._mute.set_label(self.tr("Unmute") if muted else self.tr("Mute"))

    def show_from_afar(self, from_afar: bool) -> None:
        """Be for the floor view, with larger buttons, or for the desk."""
        self._from_afar = from_afar
        self._fit()

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The largest letters that hold all in one line; where none do, those that hold it in two."""
        scale = min(letter_scale(), max(1.0, self.width() / _ROOM_TO_GROW))
        share = _FROM_AFAR if self._from_afar else _LETTERS
        largest = round(max(USUAL_LETTERS, self._page_height * share) * scale)
        sizes = list(product(range(largest, USUAL_LETTERS - 1, -1), _PADDING))
        if self._from_afar:  # buttons that are hit from there need their breadth more than their words do their size
            sizes.sort(key=lambda each: each[1] != "plain")
        for letters, look in sizes:
            if self._width_of_all(letters, look) <= self.width():
                self._arrange(letters, look, in_one_line=True)
                return
        smaller = [(letters, "tight") for letters in range(USUAL_LETTERS - 1, SMALL_LETTERS - 1, -1)]
        fitting = (each for each in sizes + smaller if self._width_of_moving(*each) <= self.width())
        self._arrange(*next(fitting, (SMALL_LETTERS, "tight")), in_one_line=False)

    def _arrange(self, letters: int, look: str, *, in_one_line: bool) -> None:
        self._wrong.set_letters(letters)
        more = 0 if in_one_line else max(0, self.width() - self._width_of_moving(letters, look)) // len(self._moving)
        height = max(_LEAST_HEIGHT, round(letters * _HEIGHT[self._from_afar]))
        for button in self._moving:
            set_look(button, "padding", look)  # first: it takes letters back to the style's
            button.set_letters(letters)
            button.setMinimumWidth(self._width_of(button, letters, look) + more)
            button.setMinimumHeight(height)
        self._wrong.setMinimumHeight(height)
        self._wrong.setMaximumHeight(height if in_one_line else _ANY)
        self._before.changeSize(self._room_before(letters, look) if in_one_line else 0, 0, QSizePolicy.Policy.Maximum)
        self._line.invalidate()
        self._hints.set_letters(max(font_for(TextRole.SMALL).pixelSize(), round(letters * _HINTS)))
        after = self.width() - self._width_of_all(letters, look) - self._room_before(letters, look)
        self._hints.setVisible(in_one_line and after >= self._hints.sizeHint().width() + _GAP)
        way = QBoxLayout.Direction.LeftToRight if in_one_line else QBoxLayout.Direction.TopToBottom
        if way is not self._line.direction():
            self._line.setDirection(way)

    def _room_before(self, letters: int, look: str) -> int:
        """What lies between the button that stops and the others, which stand in the middle if they can."""
        spare = self.width() - self._width_of_all(letters, look)
        middle = (self.width() - self._width_of_moving(letters, look)) // 2
        centred = middle - self._wrong.width_at(letters) - 12 * STEP - _GAP
        return centred if 0 <= centred <= spare else spare

    def _wrong_width(self, letters: int) -> int:
        return self._wrong.width_at(letters) + 13 * STEP

    def _width_of_all(self, letters: int, look: str) -> int:
        return self._wrong_width(letters) + 2 * _GAP + self._width_of_moving(letters, look)

    def _width_of_moving(self, letters: int, look: str) -> int:
        return sum(self._width_of(each, letters, look) for each in self._moving) + 4 * _GAP

    def _width_of(self, button: RunButton, letters: int, look: str) -> int:
        """Room for either word of a button that has two, so that nothing moves when it is pressed."""
        words = self._widest.get(button, (button.text(),))
        own = max(button.width_at(letters, each) for each in words) + _PADDING[look]
        return round(own * _BROADER) if self._from_afar and button is self._pause else own
