"""The signs that need help at once, shown before the health questions with nothing else on the page and no clock."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent

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
        self._seen_to = 0
        self._whom_to_call = Box("stop")
        self._call = Text(TextRole.HEADING)
        self._call.set_tone("stop")
        self._rule = Text(TextRole.STRONG)
        self._signs = {
            question: SignRow(emergency_wording.sign(question), safety_wording.why(question)) for question in EMERGENCY
        }
        self._on = Button("", "primary")
        self._on.setMinimumWidth(48 * STEP)  # so that its neighbour stays where it is when its words change
        self._on.clicked.connect(self._go_on)
        self._arrange()
        bar = self.scroll_area.verticalScrollBar()
        bar.valueChanged.connect(self._look_how_far)
        bar.rangeChanged.connect(self._look_how_far)
        self.setFocusProxy(next(iter(self._signs.values())).yes)

    def show_signs(self, emergency_number: str) -> None:
        """Ask anew. ``emergency_number``: the user's own, may be empty."""
        self._number = emergency_number
        self.show_heading(emergency_wording.title())
        for row in self._signs.values():
            row.clear()
        self.scroll_to_top()
        self._seen_to = 0
        self._look_how_far()
        self._show_whether_told()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer in a low window, so that the smallest one holds all five."""
        close = event.size().height() < _ROOMY * letter_scale()
        upright = (2 if close else 3) * STEP
        self._whom_to_call.column.setContentsMargins(5 * STEP, upright, 5 * STEP, upright)
        for row in self._signs.values():
            row.stand_close(close)
        super().resizeEvent(event)
        self._look_how_far()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_how_far()

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
        self._on.set_kind("stop" if self._told else "primary")
        self._show_way_on()
        if self._told and is_new:
            announce(self, f"{call}. {self._rule.text()}")

    def _show_way_on(self) -> None:
        wording, unseen = emergency_wording, len(self._unseen)
        none_of_these = wording.show_others(unseen) if unseen else wording.none_of_these()
        self._on.set_label(wording.see_what_to_do() if self._told else none_of_these)

    @property
    def _unseen(self) -> list[SignRow]:
        """The signs whose end has not been in view since they were asked about."""
        return [row for row in self._signs.values() if row.geometry().bottom() > self._seen_to]

    def _look_how_far(self) -> None:
        if self.isVisible():
            end = self.scroll_area.verticalScrollBar().value() + self.scroll_area.viewport().height()
            self._seen_to = max(self._seen_to, end)
        self._show_way_on()

    def _scroll_on(self) -> None:
        """To the first sign that was not seen whole; where it is higher than the window, on in it."""
        bar = self.scroll_area.verticalScrollBar()
        top = self._unseen[0].y() - 2 * STEP
        bar.setValue(top if top > bar.value() else bar.value() + bar.pageStep() // 2)

    def _go_on(self) -> None:
        if self._told:
            self.told.emit(self._told)
        elif self._unseen:
            self._scroll_on()
        else:
            self.none_told.emit()

    def _arrange(self) -> None:
        self._whom_to_call.column.setSpacing(STEP)
        self._whom_to_call.column.addWidget(self._call)
        self._whom_to_call.column.addWidget(self._rule)
        self.body.addWidget(self._whom_to_call)
        self.body.setSpacing(2 * STEP)
        for row in self._signs.values():
            row.changed.connect(self._show_whether_told)
            self.body.addWidget(row)
        self.body.addStretch(1)
        cancel = Button(self.tr("Not now"))
        cancel.clicked.connect(self.cancelled)
        self.foot.addWidget(self._on)
        self.foot.addWidget(cancel)
        self.bar.show()
