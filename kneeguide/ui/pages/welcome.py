"""The first thing a new user sees: what KneeGuide is, what it is not, and who should not use it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneeguide.ui import safety_wording
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
        self._adult = TickLine(self.tr("I am 18 or older and I have read who should not use this."))
        self.setFocusProxy(self._adult.box)
        self._adult.toggled.connect(self._show_whether_ticked)
        self._continue = Button("", "primary")
        self._continue.setMinimumWidth(60 * STEP)  # so that it stays where it is when its words change
        self._continue.clicked.connect(self.accepted)
        self._not_for = self._who_should_not()
        columns = QGridLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setHorizontalSpacing(4 * STEP)
        columns.setVerticalSpacing(4 * STEP)
        columns.addWidget(self._what_it_is(), 0, 0)
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
        self.show_heading(
            self.tr("Welcome to KneeGuide"),
            self.tr("A free timer and guide for gentle self-massage around a sore knee."),
        )
        self._adult.clear()
        self._show_whether_ticked()
        self.scroll_to_top()

    def _what_it_is(self) -> Box:
        return self._list(
            self.tr("What it is, and what it is not"),
            (
                self.tr("It shows you slow, gentle massage for the muscles around the knee, and keeps the time."),
                self.tr("It keeps a comfort diary. Everything stays on this computer."),
                self.tr(
                    "It gives general information. It cannot examine you, and it does not diagnose or treat anything."
                ),
                self.tr("Strength and movement are the main plan for most sore knees. Massage is only the helper."),
                self.tr("Unsure, pregnant, or ill for a long time? Ask a doctor or physiotherapist first."),
                self.tr("Pressure should feel like a comfortable ache. Stop whenever something feels wrong."),
            ),
        )

    def _who_should_not(self) -> Box:
        return self._list(
            self.tr("Who should not use it"),
            (
                self.tr("Anybody under 18."),
                self.tr("Anybody with a leg that is newly swollen, hot, red or darker, or with a blood clot in a leg."),
                self.tr("Anybody with a fever, an infection or open skin where they would massage."),
                self.tr("Anybody hurt in the last three days, or with a broken bone in the leg."),
                self.tr("Anybody whose knee is locked, gives way, or is too sore to stand on."),
                self.tr("Anybody who had surgery on the leg in the last 12 weeks, unless the surgeon agrees."),
                self.tr("The health questions that come next go through this one by one."),
            ),
        )

    def _emergency(self) -> Box:
        box = Box("stop")
        call = Text(TextRole.STRONG, safety_wording.emergency_call(""))
        call.set_tone("stop")
        box.column.addWidget(call)
        box.column.addWidget(Points(safety_wording.emergency_signs(), gap=STEP))
        box.column.addWidget(Text(TextRole.STRONG, safety_wording.emergency_rule()))
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
