"""What to do first while nobody has said what the knee pain is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kneeguide.ui import choosing_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text


class FirstStepNote(Box):
    """Says whom to see and what to tell them. ``more_requested``: when to see somebody, in full."""

    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__("lead")
        self.column.addWidget(Text(TextRole.HEADING, choosing_wording.first_step_title()))
        self.column.addWidget(Text(TextRole.BODY, choosing_wording.first_step()))
        self.more = Button(self.tr("When to see someone"))
        self.more.clicked.connect(self.more_requested)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self.column.addLayout(row)
