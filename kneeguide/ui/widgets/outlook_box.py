"""Whether a routine is right today: what the health answers change about it, and what suits instead; or that today is
for no routine at all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.core.outlook import Outlook
from kneeguide.core.refusal import Reason
from kneeguide.core.routine import Routine
from kneeguide.ui import choosing_wording, refusal_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points


class OutlookBox(Box):
    """Tells an outlook. ``routine_requested`` carries the id of a routine that suits instead.

    ``why_none``: why there is no session at all today; then nothing else is told, and nothing offered.
    """

    routine_requested = Signal(str)

    def __init__(self, outlook: Outlook, instead: Sequence[Routine], why_none: Reason | None = None) -> None:
        is_no = why_none is not None or bool(outlook.ruled_out)
        super().__init__("care" if is_no else "lead")
        self.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        self.column.setSpacing(STEP)
        heading = Text(
            TextRole.STRONG, choosing_wording.verdict(outlook) if why_none is None else choosing_wording.rest(why_none)
        )
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(IconMark(Icon.WARNING if is_no else Icon.INFO), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(heading, 1)
        self.column.addWidget(Text(TextRole.SMALL, self.tr("For you today")))
        self.column.addLayout(top)
        if is_no:
            heading.set_tone("care")
        if why_none is not None:
            self._say([refusal_wording.action(why_none)])
        elif outlook.ruled_out:
            self._explain(outlook, instead)
        else:
            self._say(choosing_wording.changes(outlook))
        self.column.addStretch(1)

    def _say(self, lines: Sequence[str]) -> None:
        if len(lines) > 1:
            self.column.addWidget(Points(lines, gap=0))
        elif lines:
            self.column.addWidget(Text(TextRole.BODY, lines[0]))

    def _explain(self, outlook: Outlook, instead: Sequence[Routine]) -> None:
        self._say(choosing_wording.why_not(outlook))
        if not instead:
            return
        self.column.addSpacing(STEP)
        self.column.addWidget(Text(TextRole.BODY, choosing_wording.instead()))
        ways = QWidget()
        row = FlowLayout(ways)
        for number, routine in enumerate(instead):
            way = Button(routine.title, "plain" if number else "primary")
            way.clicked.connect(lambda _=False, id=routine.id: self.routine_requested.emit(id))
            row.addWidget(way)
        self.column.addWidget(ways)
