"""What the last sessions mean for today, and how much to do where that can be chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.amount import Amount
from kneeguide.core.pain_rule import Advice
from kneeguide.ui import pain_rule_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.choice_row import ChoiceRow
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.pacing_tip import PacingTip


class AmountCard(PacingTip):
    """A tip with a choice below it: unless the user chooses otherwise, its first way is taken.

    It stands in the box that says what the knee allows today, which has the ground and the "Why?" for both.
    """

    def __init__(self) -> None:
        super().__init__(pain_rule_wording.today)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._choice = QWidget()
        self._row: ChoiceRow[Amount] | None = None
        self._first = Amount.SAME
        self.column.addWidget(self._choice)

    @property
    def amount(self) -> Amount:
        """What is chosen."""
        return self._row.value if self._row is not None else Amount.SAME

    def show_advice(self, advice: Sequence[Advice], heading: str = "") -> None:
        """Show these in place of any others."""
        super().show_advice(advice, heading)
        self.why.hide()

    def set_kind(self, _kind: str) -> None:
        """Lie on the ground that is there."""
        super().set_kind("bare")

    def show_today(self, advice: Sequence[Advice], amounts: Sequence[Amount]) -> None:
        """Show these in place of any others. ``amounts``: what can be chosen; of one alone nothing is asked."""
        self.show_advice(advice)
        choice = QWidget()
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(2 * STEP)
        self._row = None
        if len(amounts) > 1:
            question = pain_rule_wording.how_much()
            self._row = ChoiceRow(question, {amount: pain_rule_wording.amount(amount) for amount in amounts})
            self._first = amounts[0]
            self._row.choose(self._first)
            column.addWidget(Text(TextRole.STRONG, question))
            column.addWidget(self._row)
        self.column.replaceWidget(self._choice, choice)
        self._choice.hide()
        self._choice.deleteLater()
        self._choice = choice
        choice.setVisible(self._row is not None)

    def let_choose(self, may: bool) -> None:
        """Show the choice; or not where the knee decides, and then the first way is taken again."""
        self._choice.setVisible(may and self._row is not None)
        if self._row is not None and not may:
            self._row.choose(self._first)
