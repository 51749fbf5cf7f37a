"""The signs that need an ambulance, in as little room as they can be read in."""

from PySide6.QtWidgets import QWidget

from kneeguide.core.questions import EMERGENCY
from kneeguide.ui import emergency_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.flow_layout import CardLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points

_LEAST_SIGN = 80 * STEP
"""Width of one sign, at the usual size of letters, so that two stand beside each other where there is room."""


class EmergencyNote(Box):
    """Whom to call, for what, and what not to do."""

    def __init__(self) -> None:
        super().__init__("stop")
        self.column.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 2 * STEP)
        self.column.setSpacing(STEP)
        self._call = Text(TextRole.STRONG)
        self._call.set_tone("stop")
        signs = QWidget()
        grid = CardLayout(signs, least_width=_LEAST_SIGN, gap=STEP)
        for question in EMERGENCY:
            sign = emergency_wording.sign(question)
            grid.addWidget(Points([sign[:1].upper() + sign[1:]], role=TextRole.SMALL))
        grid.addWidget(Text(TextRole.STRONG, emergency_wording.rule()))
        self.column.addWidget(self._call)
        self.column.addWidget(signs)

    def show_number(self, number: str) -> None:
        """Name the user's own emergency number; none is guessed."""
        self._call.setText(emergency_wording.call(number))
