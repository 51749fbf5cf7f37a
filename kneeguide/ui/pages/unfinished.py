"""A session that the program or the computer broke off: go on with it, keep what was done, or throw it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kneeguide.core.history import Record
from kneeguide.ui import outcome_wording, wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.fact_list import FactList, doses
from kneeguide.ui.widgets.labels import Text


class UnfinishedPage(PageFrame):
    """Three ways on, of which the one that loses something is asked about first. Signals carry the record's id."""

    resume_requested = Signal(str)
    keep_requested = Signal(str)
    discard_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._record_id = ""
        self._facts = FactList()
        self._routine = Text(TextRole.HEADING)
        self._how = Text(TextRole.STRONG)
        self._ask = Box("care")
        self._keep_it = Button(self.tr("Keep it"))
        self._discard = Button(self.tr("Discard"))
        self._keep = Button(self.tr("Keep what I did"))
        self._resume = Button(self.tr("Go on with it"), "primary")
        card = Box("card")
        card.column.setSpacing(3 * STEP)
        for part in (self._routine, self._facts, self._how):
            card.column.addWidget(part)
        self._make_question()
        self.body.addWidget(card)
        self.body.addWidget(self._ask)
        self.body.addStretch(1)
        self.foot.addWidget(self._resume)
        self.foot.addWidget(self._keep)
        self.foot.addStretch(1)
        self.foot.addWidget(self._discard)
        self.bar.show()
        self._resume.clicked.connect(lambda: self.resume_requested.emit(self._record_id))
        self._keep.clicked.connect(lambda: self.keep_requested.emit(self._record_id))
        self._discard.clicked.connect(self._ask_first)

    def show_unfinished(self, record: Record, can_resume: bool) -> None:
        """Show a session that was broken off. ``can_resume``: its routine is still there."""
        self._record_id = record.id
        self._ask.hide()
        self._discard.show()
        self.show_heading(
            self.tr("A session was left unfinished"),
            self.tr("It did not get to its end. Every step that you finished is kept."),
        )
        self._routine.setText(record.title)
        self._facts.show_facts(
            [
                (self.tr("Begun"), wording.day_and_time(record.started)),
                (self.tr("How far"), outcome_wording.outcome(record)),
                *doses(record),
            ]
        )
        self._how.setText(
            self.tr(
                "To go on, you answer today's short checklist again. You then begin at the step that was broken off."
            )
            if can_resume
            else self.tr("Its routine is no longer there, so it cannot be gone on with. What you did can be kept.")
        )
        self._resume.setVisible(can_resume)
        self._keep.set_kind("plain" if can_resume else "primary")
        self.scroll_to_top()

    def _ask_first(self) -> None:
        """In the page, so that no second press in the same place answers."""
        self._ask.show()
        self._keep_it.setFocus()
        self._discard.hide()
        self.show_whole(self._ask)

    def _take_back(self) -> None:
        self._discard.show()
        self._discard.setFocus()
        self._ask.hide()

    def _make_question(self) -> None:
        discard = Button(self.tr("Discard it"))
        discard.clicked.connect(lambda: self.discard_requested.emit(self._record_id))
        self._keep_it.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        row.addWidget(self._keep_it)
        row.addWidget(discard)
        row.addStretch(1)
        self._ask.column.addWidget(Text(TextRole.HEADING, self.tr("Discard this session?")))
        self._ask.column.addWidget(Text(TextRole.BODY, self.tr("For 7 days you can bring it back in History.")))
        self._ask.column.addLayout(row)
