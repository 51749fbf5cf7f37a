"""Which legs, which of them first and which steps, in one line; the choices are put away until somebody wants them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.routine import Legs, Side
from kneeguide.ui import pain_wording, wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_row import ChoiceRow
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.step_switches import StepSwitches
from kneeguide.ui.widgets.wrapping_row import WrappingRow


class LegsAndSteps(Box):
    """``changed``: the user chose otherwise, or opened or put away the choices."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("card")
        self._asks_legs = True
        self._legs: ChoiceRow[Legs] = ChoiceRow(self.tr("Which legs?"), {legs: wording.legs(legs) for legs in Legs})
        self._first: ChoiceRow[Side] = ChoiceRow(
            self.tr("Which leg first?"), {side: wording.side(side) for side in Side}
        )
        self._first_part = _part(pain_wording.which_leg_first(), self._first)
        self._legs_part = _part(self.tr("Which legs?"), self._legs)
        self._steps = StepSwitches()
        self._told = Text(TextRole.STRONG)
        self._change = Button("")
        self._choices = self._make_choices()
        self._too_little = Text(TextRole.STRONG, self.tr("Please leave at least one massage step on."))
        self._too_little.set_tone("care")
        line = WrappingRow()
        line.addWidget(self._told, 1)
        line.addWidget(self._change)
        self.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        self.column.addLayout(line)
        self.column.addWidget(self._too_little)
        self.column.addWidget(self._choices)
        self._change.clicked.connect(self._change_over)
        self._legs.chosen.connect(self._chosen)
        self._first.chosen.connect(self._chosen)
        self._steps.changed.connect(self._chosen)
        self._open(False)

    def show_choices(
        self,
        legs: Legs,
        first: Side,
        steps: Mapping[int, str],
        is_enough: Callable[[frozenset[int]], bool],
        *,
        asks_legs: bool,
    ) -> None:
        """Begin with these, put away. ``steps``: titles by places in the routine, all on. ``asks_legs``: they may be
        chosen. ``is_enough``: whether a session is left without these steps."""
        self._asks_legs = asks_legs
        self._legs.choose(legs)
        self._first.choose(first)
        self._steps.show_steps(steps, is_enough)
        self._legs_part.setVisible(asks_legs)
        self._open(False)
        self._tell()

    @property
    def has_choice(self) -> bool:
        """Whether there is anything to choose."""
        return self._asks_legs or self._steps.has_choice

    @property
    def legs(self) -> Legs:
        """The legs that are meant."""
        return self._legs.value

    @property
    def first(self) -> Side:
        """The leg to begin with."""
        return self._first.value

    @property
    def off(self) -> frozenset[int]:
        """The places in the routine of the steps that are switched off."""
        return self._steps.off

    @property
    def is_enough(self) -> bool:
        """Whether what is on makes a session."""
        return self._steps.is_enough

    def _make_choices(self) -> QWidget:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(3 * STEP)
        for part in (self._legs_part, self._first_part, self._steps):
            column.addWidget(part)
        return choices

    def _chosen(self) -> None:
        self._tell()
        self.changed.emit()

    def _change_over(self) -> None:
        self._open(self._choices.isHidden())
        self.changed.emit()

    def _open(self, opened: bool) -> None:
        self._choices.setVisible(opened)
        self._change.set_label(self.tr("Put the choices away") if opened else self.tr("Change"))

    def _tell(self) -> None:
        self._first_part.setVisible(self._asks_legs and self.legs is Legs.BOTH)
        self._too_little.setVisible(not self.is_enough)
        told = [self._legs_told()] if self._asks_legs else []
        if self._steps.has_choice:
            told.append(self._steps_told())
        line = self.tr(" · ").join(told)
        self._told.setText(line)
        self._change.setAccessibleDescription(line)

    def _legs_told(self) -> str:
        if self.legs is not Legs.BOTH:
            return wording.legs(self.legs)
        return self.tr("Both legs, left first") if self.first is Side.LEFT else self.tr("Both legs, right first")

    def _steps_told(self) -> str:
        count, off = self._steps.count, len(self.off)
        if off:
            return self.tr("{on} of {count} steps for today").format(on=count - off, count=count)
        return self.tr("all {count} steps").format(count=count)


def _part(question: str, choice: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * STEP)
    column.addWidget(Text(TextRole.STRONG, question))
    column.addWidget(choice)
    return part
