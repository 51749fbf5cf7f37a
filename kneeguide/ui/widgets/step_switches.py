"""Leaves single steps of a routine out for today: a switch for each, put away until somebody wants them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.tick_line import TickLine


class StepSwitches(Box):
    """The steps by their places in the routine. Hidden where there is nothing to choose from.

    ``changed``: the user switched one. What is left is enough for a session, or not: ``is_enough`` of ``show_steps``
    says so, and then so does the card.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("card")
        self._is_enough: Callable[[frozenset[int]], bool] = lambda _: True
        self._switches: dict[int, TickLine] = {}
        self._told = Text(TextRole.BODY)
        self._too_little = Text(TextRole.STRONG, self.tr("Please leave at least one massage step on."))
        self._too_little.set_tone("care")
        self._list = QWidget()
        self._open = Button("")
        self._open.clicked.connect(lambda: self._show_list(self._list.isHidden()))
        self.column.addWidget(Text(TextRole.STRONG, self.tr("Steps for today")))
        self.column.addWidget(self._told)
        self.column.addWidget(self._list)
        self.column.addWidget(self._too_little)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
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
            switch.clicked.connect(self._switched)
            self._switches[number] = switch
            column.addWidget(switch)
        self.column.replaceWidget(self._list, new)
        self._list.hide()
        self._list.deleteLater()
        self._list = new
        self._show_list(False)
        self._tell()
        self.setVisible(self.has_choice)

    @property
    def has_choice(self) -> bool:
        """Whether there are steps of which one could be left out."""
        return len(self._switches) > 1

    @property
    def off(self) -> frozenset[int]:
        """The places in the routine of what is switched off."""
        return frozenset(number for number, switch in self._switches.items() if not switch.ticked)

    @property
    def is_enough(self) -> bool:
        """Whether what is on makes a session."""
        return self._is_enough(self.off)

    def _switched(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        off, count = len(self.off), len(self._switches)
        self._told.setText(
            self.tr("{off} of {count} steps switched off by you, for today only.").format(off=off, count=count)
            if off
            else self.tr("All {count} steps. You can leave single ones out.").format(count=count)
        )
        self._too_little.setVisible(not self.is_enough)

    def _show_list(self, opened: bool) -> None:
        self._list.setVisible(opened)
        self._open.set_label(self.tr("Put the list away") if opened else self.tr("Choose the steps"))
