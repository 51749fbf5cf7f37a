"""Leaves single steps of a routine out for today: a switch for each."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.tick_line import TickLine


class StepSwitches(QWidget):
    """The steps by their places in the routine. Hidden where there is nothing to choose from.

    ``changed``: the user switched one. ``is_enough`` of ``show_steps`` says whether what is left makes a session.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_enough: Callable[[frozenset[int]], bool] = lambda _: True
        self._switches: dict[int, TickLine] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addWidget(Text(TextRole.STRONG, self.tr("Steps for today")))
        self._column.addWidget(self._list)
        self.hide()

    def show_steps(self, steps: Mapping[int, str], is_enough: Callable[[frozenset[int]], bool]) -> None:
        """Offer these, by title, all of them on."""
        self._is_enough = is_enough
        new = QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        self._switches = {}
        for number, title in steps.items():
            switch = TickLine(title)
            switch.tick(True)
            switch.clicked.connect(self.changed)
            self._switches[number] = switch
            column.addWidget(switch)
        self._column.replaceWidget(self._list, new)
        self._list.hide()
        self._list.deleteLater()
        self._list = new
        self.setVisible(self.has_choice)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._switches)

    @property
    def has_choice(self) -> bool:
        """Whether there are steps of which one could be left out."""
        return self.count > 1

    @property
    def off(self) -> frozenset[int]:
        """The places in the routine of what is switched off."""
        return frozenset(number for number, switch in self._switches.items() if not switch.ticked)

    @property
    def is_enough(self) -> bool:
        """Whether what is on makes a session."""
        return self._is_enough(self.off)
