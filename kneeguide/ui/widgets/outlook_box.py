"""Whether a routine is right today: what the health answers change about it, and what suits instead."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.outlook import Outlook
from kneeguide.core.routine import Routine
from kneeguide.ui import safety_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points


class OutlookBox(Box):
    """Tells an outlook. ``routine_requested`` carries the id of a routine that suits instead."""

    routine_requested = Signal(str)

    def __init__(self, outlook: Outlook, instead: Sequence[Routine]) -> None:
        super().__init__("care" if outlook.ruled_out else "lead")
        self.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        self.column.setSpacing(STEP)
        heading = Text(TextRole.STRONG, self._verdict(outlook))
        self.column.addWidget(heading)
        if outlook.ruled_out:
            heading.set_tone("care")
            self._explain(outlook, instead)
        else:
            self._say(self._changes(outlook))

    def _verdict(self, outlook: Outlook) -> str:
        if outlook.ruled_out:
            return self.tr("Not this one today")
        if not outlook.is_known:
            return self.tr("Is it right for you today? The safety check comes first, and tells you.")
        if outlook.left_out or outlook.pressure_cap is not None:
            return self.tr("It suits your health answers, with changes")
        return self.tr("It suits your health answers")

    def _changes(self, outlook: Outlook) -> list[str]:
        lines = []
        if outlook.left_out:
            reasons = dict.fromkeys(safety_wording.left_out(question) for question in outlook.left_out)
            left_out = self.tr("Steps left out today: {count} of {all}.").format(
                count=len(outlook.left_out), all=len(outlook.steps)
            )
            lines.append(" ".join([left_out, *reasons]))
        if outlook.pressure_cap is not None:
            lines.append(self.tr("Pressure stays at {most} of 10 or less.").format(most=outlook.pressure_cap))
        if outlook.first_week:
            lines.append(self.tr("In your first week every step is a quarter shorter and a little lighter, as below."))
        return [*lines, *(safety_wording.caution(question) for question in outlook.cautions)]

    def _say(self, lines: Sequence[str]) -> None:
        if len(lines) > 1:
            self.column.addWidget(Points(lines, gap=0))
        elif lines:
            self.column.addWidget(Text(TextRole.BODY, lines[0]))

    def _explain(self, outlook: Outlook, instead: Sequence[Routine]) -> None:
        reasons = dict.fromkeys(safety_wording.left_out(question) for question in outlook.ruled_out)
        self._say([*reasons, self.tr("Has something changed? The safety check lets you answer again.")])
        if not instead:
            return
        self.column.addSpacing(STEP)
        self.column.addWidget(Text(TextRole.BODY, self.tr("This suits you today:")))
        ways = QWidget()
        row = FlowLayout(ways)
        for number, routine in enumerate(instead):
            way = Button(routine.title, "plain" if number else "primary")
            way.clicked.connect(lambda _=False, id=routine.id: self.routine_requested.emit(id))
            row.addWidget(way)
        self.column.addWidget(ways)
