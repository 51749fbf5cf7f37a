"""A calm card above the routines: it asks how the knee is the day after a session, and takes no for an answer."""

from PySide6.QtCore import Signal

from kneeguide.ui import next_day_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text


class NextDayCard(Box):
    """``told``: the user wants to answer. ``put_off``: not now. ``waved_off``: not at all."""

    told = Signal()
    put_off = Signal()
    waved_off = Signal()

    def __init__(self) -> None:
        super().__init__("lead")
        self.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        self.column.setSpacing(STEP)
        self.column.addWidget(Text(TextRole.HEADING, next_day_wording.question()))
        self.column.addWidget(Text(TextRole.BODY, next_day_wording.why()))
        self.stops = [
            Button(self.tr("Answer"), "plain"),
            Button(self.tr("Not now"), "link"),
            Button(self.tr("Do not ask for this session"), "link"),
        ]
        row = FlowLayout()
        for button, signal in zip(self.stops, (self.told, self.put_off, self.waved_off), strict=True):
            button.clicked.connect(signal)
            row.addWidget(button)
        self.column.addLayout(row)
