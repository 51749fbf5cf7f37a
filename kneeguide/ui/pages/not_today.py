"""Not today: what to do instead, what to tell whoever is asked, when to come back, and the way on."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.questions import FOLLOW_UP, HEALTH, Question
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.ui import gate_wording, refusal_wording, safety_wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.announcement import in_one_breath
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.emergency_note import EmergencyNote
from kneeguide.ui.widgets.flow_layout import CardLayout
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points
from kneeguide.ui.widgets.tick_line import TickLine
from kneeguide.ui.widgets.until_then_card import UntilThenCard
from kneeguide.ui.widgets.what_to_do import WhatToDo
from kneeguide.ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

WHEN_TO_SEE_SOMEONE = "see-someone"
"""The page of Learn about it."""
_LEAST_PART = 84 * STEP
"""Width of one of the parts below what to do, at the usual size of letters."""
_URGENT = frozenset({Action.CALL_EMERGENCY, Action.SAME_DAY_CARE})
_WHILE_WAITING = frozenset(
    {
        Action.SEE_CLINICIAN,
        Action.ASK_TREATING_TEAM,
        Action.ADULTS_ONLY,
        Action.ASK_FIRST,
        Action.WAIT,
        Action.REST_FLARE,
        Action.REST_TODAY,
    }
)
"""With these there is something worth reading."""
_ONLY_QUESTIONS = frozenset({Action.ANSWER_HEALTH, Action.ANSWER})
_ABOUT_HEALTH = frozenset({*HEALTH, *FOLLOW_UP.values()})


class NotTodayPage(PageFrame):
    """Shows a Refusal. ``confirmed`` carries the questions whose statements were ticked.

    ``others_requested``: another routine is wanted.
    """

    confirmed = Signal(object)
    health_review_requested = Signal()
    sore_day_requested = Signal()
    others_requested = Signal()
    learn_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]") -> None:
        super().__init__()
        self._colours = colours
        self._poses = poses
        self._ticks: dict[Question, TickLine] = {}
        self._advice: list[str] = []
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        self._confirm = Button(self.tr("Confirm and go on"), "primary")
        self._sore_day = Button(self.tr("Open sore-day routine"), "primary")
        self._others = Button(self.tr("See other routines"), "primary")
        self._answer = Button(self.tr("Answer now"), "primary")
        self._whom = Button(self.tr("When to see someone"), "primary")
        self._back = Button(self.tr("Back to routines"), icon=Icon.BACK)
        self._confirm.clicked.connect(self._confirm_ticked)
        self._sore_day.clicked.connect(self.sore_day_requested)
        self._others.clicked.connect(self.others_requested)
        self._whom.clicked.connect(self._read_whom)
        self._back.clicked.connect(self.back_requested)
        self._answer.clicked.connect(self.health_review_requested)
        for button in (self._confirm, self._sore_day, self._others, self._answer, self._whom, self._back):
            self.foot.addWidget(button)
        self.bar.show()

    def show_refusal(
        self,
        refusal: Refusal,
        title: str,
        emergency_number: str,
        offer: tuple[Question, ...],
        *,
        asks_health_again: bool = False,
    ) -> None:
        """Say why not. ``offer``: the questions about which the user may make a statement now.

        ``asks_health_again``: the health questions come before the next session.
        """
        reasons = refusal.reasons
        actions = {reason.action for reason in reasons}
        self.show_heading(gate_wording.refusal_title(actions), gate_wording.refusal_lead(actions), title)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        self._advice = []
        for _, alike in groupby(reasons, lambda r: (refusal_wording.action_title(r), refusal_wording.action(r))):
            what_to_do = WhatToDo(next(alike), emergency_number)
            self._advice.append(what_to_do.spoken)
            column.addWidget(what_to_do)
        if Action.SAME_DAY_CARE in actions and Action.CALL_EMERGENCY not in actions:
            note = EmergencyNote()
            note.show_number(emergency_number)
            column.addWidget(note)
        is_calm = not actions & _URGENT
        until_then = _when_to_come_back(reasons, asks_health_again=asks_health_again, is_calm=is_calm)
        _add_side_by_side([_what_was_told(reasons), until_then], column)
        self._add_links(reasons, bool(offer), column)
        self._offer(offer, column)
        if is_calm and until_then is not None:
            column.addWidget(UntilThenCard(self._colours, self._poses))
        self.put_in_place_of(self._content, content)  # once it is whole, or Tab would come to the rest after the foot
        self._content = content
        self._show_ways_on(reasons, bool(offer))
        self.scroll_to_top()

    @property
    def spoken(self) -> str:
        """All that is to be done: nobody may have to look for it."""
        return in_one_breath((super().spoken, *self._advice))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with what to do: a window that changes pages gives the keyboard to a link in passing, which scrolls."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.scroll_to_top()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        for card in self._content.findChildren(UntilThenCard):
            card.set_colours(colours)

    def _read_whom(self) -> None:
        self.learn_requested.emit(WHEN_TO_SEE_SOMEONE)

    def _add_links(self, reasons: Sequence[Reason], may_state: bool, column: QVBoxLayout) -> None:
        """What is not the main step stands in the page, so that the foot is one row also in large letters."""
        links = WrappingRow(gap=6 * STEP)
        if _may_be_a_slip(reasons):
            review = Button(self.tr("Change my answers"), "link")
            review.clicked.connect(self.health_review_requested)
            links.addWidget(review)
        if _is_worth_reading(reasons) and _has_main_step(reasons, may_state):
            whom = Button(self.tr("When to see someone"), "link")
            whom.clicked.connect(self._read_whom)
            links.addWidget(whom)
        if links.count():
            column.addLayout(links)

    def _show_ways_on(self, reasons: Sequence[Reason], may_state: bool) -> None:
        actions = {reason.action for reason in reasons}
        self._answer.setVisible(actions <= _ONLY_QUESTIONS)
        self._sore_day.setVisible(Action.SORE_DAY_ONLY in actions)
        self._others.setVisible(actions <= {Action.OTHER_ROUTINE})
        self._whom.setVisible(_is_worth_reading(reasons) and not _has_main_step(reasons, may_state))

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
            box.column.addWidget(Text(TextRole.SMALL, safety_wording.told(question)))
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


def _may_be_a_slip(reasons: Sequence[Reason]) -> bool:
    """Whether an answer to the full list stands in the way, which can be put right there."""
    actions = {reason.action for reason in reasons}
    about_health = any(reason.question in _ABOUT_HEALTH for reason in reasons)
    return not actions <= _ONLY_QUESTIONS and (about_health or Action.ANSWER_HEALTH in actions)


def _is_worth_reading(reasons: Sequence[Reason]) -> bool:
    actions = {reason.action for reason in reasons}
    return bool(actions & _WHILE_WAITING) and Action.CALL_EMERGENCY not in actions


def _has_main_step(reasons: Sequence[Reason], may_state: bool) -> bool:
    """Whether there is something to do that comes before reading."""
    actions = {reason.action for reason in reasons}
    return may_state or actions <= _ONLY_QUESTIONS or Action.SORE_DAY_ONLY in actions or bool(actions & _URGENT)


def _add_side_by_side(parts: Sequence[Box | None], column: QVBoxLayout) -> None:
    """Those that there are, beside each other where there is room."""
    cards = [part for part in parts if part is not None]
    if not cards:
        return
    row = QWidget()
    grid = CardLayout(row, least_width=_LEAST_PART, gap=3 * STEP, most_columns=len(cards))
    for card in cards:
        grid.addWidget(card)
    column.addWidget(row)


def _what_was_told(reasons: Sequence[Reason]) -> Box | None:
    told = [text for text in dict.fromkeys(map(refusal_wording.told, reasons)) if text]
    if not told:
        return None
    actions = {reason.action for reason in reasons}
    box = Box("card")
    box.column.addWidget(Text(TextRole.HEADING, refusal_wording.told_title(actions)))
    if refusal_wording.asks_somebody(actions):
        box.column.addWidget(Text(TextRole.QUIET, refusal_wording.told_lead()))
    box.column.addWidget(Points(told, gap=STEP))
    box.column.addStretch(1)
    return box


def _when_to_come_back(reasons: Sequence[Reason], *, asks_health_again: bool, is_calm: bool) -> Box | None:
    """Nothing where help comes first: nobody is to think of the next session then.

    ``is_calm``: what to do until then has a card of its own.
    """
    if any(reason.action is Action.CALL_EMERGENCY for reason in reasons):
        return None
    said = [text for text in dict.fromkeys(map(refusal_wording.come_back, reasons)) if text]
    if not said:
        return None
    box = Box("card")
    box.column.addWidget(Text(TextRole.HEADING, refusal_wording.come_back_title()))
    box.column.addWidget(Points(said, gap=STEP) if len(said) > 1 else Text(TextRole.BODY, said[0]))
    if asks_health_again:
        box.column.addWidget(Text(TextRole.BODY, refusal_wording.health_questions_first()))
    if not is_calm:
        box.column.addWidget(Text(TextRole.QUIET, refusal_wording.meanwhile()))
    box.column.addStretch(1)
    return box
