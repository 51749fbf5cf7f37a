"""One choice of a few, side by side."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.one_of_several import OneOfSeveral

T = TypeVar("T")


class _Signals(QObject):
    chosen = Signal(object)


class ChoiceRow(QWidget, Generic[T]):
    """Chips of which exactly one is down. ``chosen`` carries the value behind it, when the user presses one."""

    def __init__(self, question: str, choices: Mapping[T, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = list(choices)
        self._signals = _Signals(self)
        self.chosen = self._signals.chosen
        self._group = OneOfSeveral(self)
        self.setAccessibleName(question)
        row = FlowLayout(self, even=True)
        for number, label in enumerate(choices.values()):
            button = Button(label, "chip")
            button.setAccessibleName(f"{question} {label}")
            self._group.add(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    @property
    def value(self) -> T:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: T) -> None:
        """Put one down without telling anybody."""
        self._group.button(self._values.index(value)).setChecked(True)
