"""Not today: why, what to do instead, until when, and the way on."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.questions import FOLLOW_UP, HEALTH, Question
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.ui import emergency_wording, gate_wording, safety_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import in_one_breath
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.emergency_note import EmergencyNote
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.tick_line import TickLine

WHEN_TO_SEE_SOMEONE = "see-someone"
"""The page of Learn about it."""
_URGENT = frozenset({Action.CALL_EMERGENCY, Action.SAME_DAY_CARE})
_WHILE_WAITING = frozenset(
    {
        Action.SEE_CLINICIAN,
        Action.ASK_TREATING_TEAM,
        Action.ASK_FIRST,
        Action.WAIT,
        Action.REST_FLARE,
        Action.REST_TODAY,
    }
)
"""With these there is something worth reading."""
_ABOUT_HEALTH = frozenset({*HEALTH, *FOLLOW_UP.values()})


class NotTodayPage(PageFrame):
    """Shows a Refusal. ``confirmed`` carries the questions whose statements were ticked."""

    confirmed = Signal(object)
    health_review_requested = Signal()
    sore_day_requested = Signal()
    learn_requested = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticks: dict[Question, TickLine] = {}
        self._advice: list[str] = []
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        self._confirm = Button(self.tr("Confirm and go on"), "primary")
        self._confirm.clicked.connect(self._confirm_ticked)
        self._review = Button("")
        self._review.clicked.connect(self.health_review_requested)
        self._back = Button(self.tr("Back to routines"))
        self._back.clicked.connect(self.back_requested)
        self._whom = Button(self.tr("When to see someone"), "link")
        self._whom.clicked.connect(lambda: self.learn_requested.emit(WHEN_TO_SEE_SOMEONE))
        for button in (self._confirm, self._back, self._whom):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self._review)
        self.bar.show()

    def show_refusal(self, refusal: Refusal, title: str, emergency_number: str, offer: tuple[Question, ...]) -> None:
        """Say why not. ``offer``: the questions about which the user may make a statement now."""
        actions = {reason.action for reason in refusal.reasons}
        self.show_heading(gate_wording.refusal_title(actions), gate_wording.refusal_lead(actions), title)
        self._advice = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        for _, reasons in groupby(
            refusal.reasons, lambda r: (safety_wording.action_title(r), safety_wording.action(r))
        ):
            column.addWidget(self._what_to_do(tuple(reasons), emergency_number))
        if Action.SAME_DAY_CARE in actions and Action.CALL_EMERGENCY not in actions:
            note = EmergencyNote()
            note.show_number(emergency_number)
            column.addWidget(note)
        self._offer(offer, column)
        self.put_in_place_of(self._content, content)  # once it is whole, or Tab would come to the rest after the foot
        self._content = content
        only_questions = actions <= {Action.ANSWER_HEALTH, Action.ANSWER}
        again = self.tr("Change my answers")
        self._review.set_label(self.tr("Answer now") if only_questions else again)
        about_health = any(reason.question in _ABOUT_HEALTH for reason in refusal.reasons)
        self._review.setVisible(about_health or Action.ANSWER_HEALTH in actions)
        self._whom.setVisible(bool(actions & _WHILE_WAITING) and Action.CALL_EMERGENCY not in actions)
        has_another_step = offer or only_questions or Action.SORE_DAY_ONLY in actions or actions & _URGENT
        self._back.set_kind("plain" if has_another_step else "primary")
        self.scroll_to_top()

    @property
    def spoken(self) -> str:
        """All that is to be done: nobody may have to look for it."""
        return in_one_breath((super().spoken, *self._advice))

    def _what_to_do(self, reasons: tuple[Reason, ...], emergency_number: str) -> Box:
        first = reasons[0]
        tone = "stop" if first.action in _URGENT else "card"
        box = Box(tone)
        if first.action is Action.CALL_EMERGENCY:
            heading = Text(TextRole.TITLE, emergency_wording.call_now(emergency_number))
        else:
            heading = Text(TextRole.HEADING, safety_wording.action_title(first))
        if tone == "stop":
            heading.set_tone("stop")
        box.column.addWidget(heading)
        box.column.addWidget(Text(TextRole.BODY, safety_wording.action(first)))
        self._advice += [heading.text(), safety_wording.action(first)]
        for asked in self._asked(reasons):
            because = Text(TextRole.SMALL, gate_wording.about(asked))
            because.set_tone("plain")
            box.column.addWidget(because)
        if first.action is Action.SORE_DAY_ONLY:
            box.column.addLayout(self._way_to_sore_day())
        return box

    def _way_to_sore_day(self) -> QHBoxLayout:
        button = Button(self.tr("Open the sore-day routine"), "primary")
        button.clicked.connect(self.sore_day_requested)
        row = QHBoxLayout()
        row.setContentsMargins(0, 2 * STEP, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _asked(self, reasons: Iterable[Reason]) -> list[str]:
        """The questions that these reasons come from, as they were put."""
        said_yes = [reason for reason in reasons if reason.action is not Action.ANSWER]
        texts = [safety_wording.question(r.question) if r.question else r.text for r in said_yes]
        return [text for text in texts if text]

    def _offer(self, offer: tuple[Question, ...], column: QVBoxLayout) -> None:
        self._ticks = {}
        self._confirm.setVisible(bool(offer))
        if not offer:
            return
        box = Box("card")
        box.column.addWidget(Text(TextRole.HEADING, gate_wording.statements_title()))
        box.column.addWidget(Text(TextRole.QUIET, gate_wording.statements_lead()))
        for question in offer:
            statement = TickLine(safety_wording.statement(question))
            statement.toggled.connect(self._show_whether_ticked)
            statement.box.setAccessibleDescription(safety_wording.question(question))
            box.column.addWidget(Text(TextRole.SMALL, safety_wording.question(question)))
            box.column.addWidget(statement)
            self._ticks[question] = statement
        column.addWidget(box)
        self._show_whether_ticked()

    def _ticked(self) -> tuple[Question, ...]:
        return tuple(question for question, tick in self._ticks.items() if tick.ticked)

    def _show_whether_ticked(self) -> None:
        ticked = self._ticked()
        self._confirm.set_label(self.tr("Confirm and go on") if ticked else self.tr("Tick what is true"))
        self._confirm.setEnabled(bool(ticked))

    def _confirm_ticked(self) -> None:
        self.confirmed.emit(self._ticked())
