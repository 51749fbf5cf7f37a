"""The first thing a new user sees: what KneeGuide is, what it is not, and who should not use it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneeguide.ui import emergency_wording, welcome_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points
from kneeguide.ui.widgets.tick_line import TickLine


class WelcomePage(PageFrame):
    """Wants one tick, which is never given in advance, before it lets anybody on."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._adult = TickLine(welcome_wording.confirmation())
        self.setFocusProxy(self._adult.box)
        self._adult.toggled.connect(self._show_whether_ticked)
        self._continue = Button("", "primary")
        self._continue.setMinimumWidth(60 * STEP)  # so that it stays where it is when its words change
        self._continue.clicked.connect(self.accepted)
        self._not_for = self._list(welcome_wording.not_for_title(), welcome_wording.not_for())
        columns = QGridLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setHorizontalSpacing(4 * STEP)
        columns.setVerticalSpacing(4 * STEP)
        columns.addWidget(self._list(welcome_wording.what_it_is_title(), welcome_wording.what_it_is()), 0, 0)
        columns.addWidget(self._not_for, 0, 1)
        columns.addWidget(self._emergency(), 1, 0, 1, 2)
        columns.setColumnStretch(0, 1)
        columns.setColumnStretch(1, 1)
        content = QWidget()
        content.setLayout(columns)
        self.body.addWidget(content)
        self.body.addStretch(1)
        self.foot.addWidget(self._adult, 1)
        self.foot.addWidget(self._continue)
        self.bar.show()

    def show_welcome(self) -> None:
        """Begin anew, with nothing ticked."""
        self.show_heading(welcome_wording.title(), welcome_wording.lead())
        self._adult.tick(False)
        self._show_whether_ticked()
        self.scroll_to_top()

    def _emergency(self) -> Box:
        box = Box("stop")
        box.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        call = Text(TextRole.STRONG, emergency_wording.in_an_emergency(""))
        call.set_tone("stop")
        box.column.addWidget(call)
        return box

    def _list(self, heading: str, points: tuple[str, ...]) -> Box:
        box = Box("card")
        box.column.addWidget(Text(TextRole.HEADING, heading))
        box.column.addWidget(Points(points))
        box.column.addStretch(1)
        return box

    def _show_whether_ticked(self) -> None:
        ticked = self._adult.ticked
        self._continue.set_label(self.tr("Continue") if ticked else self.tr("Tick the box to continue"))
        self._continue.setEnabled(ticked)
