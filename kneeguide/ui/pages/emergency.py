"""The signs that need help at once, shown before the health questions with nothing else on the page and no clock."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from kneeguide.core.questions import EMERGENCY, Question
from kneeguide.ui import emergency_wording, safety_wording
from kneeguide.ui.theme import TextRole, letter_scale
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.sign_row import SignRow

_ROOMY = 180 * STEP
"""Height at the usual size of letters from which on the signs need not stand close."""


class EmergencyPage(PageFrame):
    """Wants a yes to each sign that is there, or one plain "none of these" about all of them.

    ``told`` carries the questions that are answered with yes, never none; ``none_told`` is a no to every one.
    """

    told = Signal(object)
    none_told = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._call = Text(TextRole.HEADING)
        self._call.set_tone("stop")
        self._rule = Text(TextRole.STRONG)
        self._own_number = Text(TextRole.SMALL, emergency_wording.where_to_set_number())
        self._signs = {
            question: SignRow(emergency_wording.sign(question), safety_wording.why(question)) for question in EMERGENCY
        }
        self._on = Button("", "primary")
        self._on.setMinimumWidth(48 * STEP)  # so that its neighbour stays where it is when its words change
        self._on.clicked.connect(self._go_on)
        self._arrange()
        self.setFocusProxy(next(iter(self._signs.values())).yes)

    def show_signs(self, emergency_number: str) -> None:
        """Ask anew. ``emergency_number``: the user's own, may be empty."""
        self._number = emergency_number
        self.show_heading(emergency_wording.title(), emergency_wording.lead())
        for row in self._signs.values():
            row.clear()
        self._show_whether_told()
        self.scroll_to_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer in a low window, so that the smallest one holds all five."""
        self.body.setSpacing((3 if event.size().height() >= _ROOMY * letter_scale() else 1) * STEP)
        super().resizeEvent(event)

    @property
    def _told(self) -> tuple[Question, ...]:
        return tuple(question for question, row in self._signs.items() if row.is_there)

    def _show_whether_told(self) -> None:
        wording = emergency_wording
        call = wording.call_now(self._number) if self._told else wording.call(self._number)
        self._call.set_role(TextRole.TITLE if self._told else TextRole.HEADING)
        is_new = call != self._call.text()
        self._call.setText(call)
        self._rule.setText(wording.rule_on_the_phone() if self._told else wording.rule())
        self._own_number.setVisible(not self._number and not self._told)
        self._on.set_label(wording.see_what_to_do() if self._told else wording.none_of_these())
        self._on.set_kind("stop" if self._told else "primary")
        if self._told and is_new:
            announce(self, f"{call}. {self._rule.text()}")

    def _go_on(self) -> None:
        if self._told:
            self.told.emit(self._told)
        else:
            self.none_told.emit()

    def _arrange(self) -> None:
        box = Box("stop")
        box.column.addWidget(self._call)
        box.column.addWidget(self._rule)
        box.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        self.body.addWidget(box)
        self.body.setSpacing(STEP)
        for row in self._signs.values():
            row.changed.connect(self._show_whether_told)
            self.body.addWidget(row)
        self.body.addWidget(self._own_number)
        self.body.addStretch(1)
        cancel = Button(self.tr("Not now"))
        cancel.clicked.connect(self.cancelled)
        self.foot.addWidget(self._on)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.bar.show()
