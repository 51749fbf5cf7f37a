"""The buttons at the foot of the player. The one that stops stands apart."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.wrapping_row import WrappingRow

_GAP = 2 * STEP


class PlayerBar(QWidget):
    """Stop, back, pause or go on, skip, ten seconds more, mute. ``mute`` carries whether to be silent from now on."""

    trouble = Signal()
    back = Signal()
    pause_or_go_on = Signal()
    skip = Signal()
    extend = Signal()
    mute = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wrong = RunButton(self.tr("Something is wrong – stop"), "stop")
        back = RunButton(self.tr("Back"))
        self._pause = RunButton(self.tr("Pause"), "primary")
        skip = RunButton(self.tr("Skip"))
        extend = RunButton(self.tr("+10 s"))
        extend.setAccessibleName(self.tr("Ten seconds more"))
        self._muted = False
        self._mute = RunButton(self.tr("Mute"))
        self._hints = Text(TextRole.SMALL, self.tr("Space pause · ← → step · ? keys"), wraps=False)
        self._pause.setMinimumWidth(34 * STEP)
        self._mute.setMinimumWidth(26 * STEP)
        self._buttons = (wrong, back, self._pause, skip, extend, self._mute)
        row = WrappingRow(self, _GAP)
        row.addWidget(wrong)
        row.addStretch()
        for each in (*self._buttons[1:], self._hints):
            row.addWidget(each)
        for button, signal in (
            (wrong, self.trouble),
            (back, self.back),
            (self._pause, self.pause_or_go_on),
            (skip, self.skip),
            (extend, self.extend),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the keys where there is room."""
        super().resizeEvent(event)
        self._fit_hints()

    def changeEvent(self, event: QEvent) -> None:
        """The same when letters change their size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_hints()

    def _fit_hints(self) -> None:
        needed = sum(each.sizeHint().width() + _GAP for each in self._buttons) + self._hints.sizeHint().width()
        self._hints.setVisible(self.width() >= needed)
