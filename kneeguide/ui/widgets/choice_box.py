"""One choice of many, folded into a box that opens."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from kneeguide.ui.theme import STEP, letter_scale

T = TypeVar("T")

_AROUND = 18 * STEP
"""What the style sheet has around the chosen words, its arrow included."""
_WIDE = 60 * STEP
"""Pixels at the usual size of letters, beyond which a choice is cut rather than hold others off."""


class _Signals(QObject):
    chosen = Signal(object)


class ChoiceBox(QComboBox, Generic[T]):
    """``chosen`` carries the value behind a choice, when the user makes it; the first is chosen to begin with."""

    def __init__(self, name: str, choices: Mapping[T, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[T] = []
        self._signals = _Signals(self)
        self.chosen = self._signals.chosen
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux, screen readers are told only what is chosen as its name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.offer(choices)
        self.currentTextChanged.connect(self.updateGeometry)
        self.activated.connect(lambda place: self.chosen.emit(self._values[place]))

    def sizeHint(self) -> QSize:
        """The same, to share a row evenly."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What is chosen fits, unless it is very long; what can be chosen besides opens in a list of its own."""
        chosen = self.fontMetrics().horizontalAdvance(self.currentText()) + _AROUND
        return QSize(min(chosen, round(_WIDE * letter_scale())), super().minimumSizeHint().height())

    @property
    def value(self) -> T:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def offer(self, choices: Mapping[T, str]) -> None:
        """Replace what can be chosen; what is chosen stays so if it is among it."""
        before = self.value if self._values else None
        if (list(choices), list(choices.values())) == (self._values, [self.itemText(n) for n in range(self.count())]):
            return
        self._values = list(choices)
        self.clear()
        self.addItems(list(choices.values()))
        if before is not None:
            self.choose(before)

    def choose(self, value: T) -> None:
        """Choose a value, or the first where it is not to be had, without telling anybody."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls: it must not change what lies under the pointer."""
        event.ignore()
