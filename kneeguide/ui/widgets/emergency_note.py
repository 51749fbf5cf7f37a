"""The signs that need an ambulance, in as little room as they can be read in."""

from kneeguide.ui import emergency_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.labels import Text


class EmergencyNote(Box):
    """Whom to call, for what, and what not to do."""

    def __init__(self) -> None:
        super().__init__("stop")
        self.column.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 2 * STEP)
        self.column.setSpacing(STEP)
        self._call = Text(TextRole.STRONG)
        self._call.set_tone("stop")
        what = Text(TextRole.SMALL, f"{emergency_wording.all_signs()} {emergency_wording.rule()}")
        what.set_tone("plain")
        self.column.addWidget(self._call)
        self.column.addWidget(what)

    def show_number(self, number: str) -> None:
        """Name the user's own emergency number; none is guessed."""
        self._call.setText(emergency_wording.call(number))
