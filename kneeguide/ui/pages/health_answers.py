"""What is kept of the user's health: their answers and statements, what is closed, and until when."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.health_summary import HealthSummary
from kneeguide.core.questions import EMERGENCY, FOLLOW_UP
from kneeguide.core.refusal import Action
from kneeguide.ui import (
    emergency_wording,
    gate_wording,
    health_answers_wording,
    limits_wording,
    refusal_wording,
    safety_wording,
)
from kneeguide.ui.safety_wording import Group
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points

_URGENT = frozenset({Action.CALL_EMERGENCY, Action.SAME_DAY_CARE})


class HealthAnswersPage(PageFrame):
    """Shows a HealthSummary. Deleting has to be pressed twice."""

    review_requested = Signal()
    delete_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sure = False
        self._content = QWidget()
        self._delete = Button("")
        self._delete.clicked.connect(self._ask_or_delete)
        self.body.addWidget(self._content)
        self.body.addWidget(Text(TextRole.QUIET, health_answers_wording.before_deleting()))
        self.body.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
        review = Button(self.tr("Answer again"), "primary")
        review.clicked.connect(self.review_requested)
        back = Button(self.tr("Back to settings"), icon=Icon.BACK)
        back.clicked.connect(self.back_requested)
        self.foot.addWidget(review)
        self.foot.addWidget(back)
        self.bar.show()

    def show_answers(self, summary: HealthSummary) -> None:
        """Show what is known now."""
        self.show_heading(health_answers_wording.title(), health_answers_wording.lead())
        self._ask_anew()
        self._delete.setEnabled(summary.answered is not None or bool(summary.statements))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self._when(summary))
        for card in (self._closed(summary), self._yes(summary), self._statements(summary), self._no(summary)):
            if card is not None:
                column.addWidget(card)
        self.put_in_place_of(self._content, content)
        self._content = content
        self.scroll_to_top()

    def _when(self, summary: HealthSummary) -> Box:
        box = Box("lead" if summary.asked_again is None else "care")
        box.column.addWidget(Text(TextRole.STRONG, health_answers_wording.when_answered(summary)))
        box.column.addWidget(Text(TextRole.BODY, health_answers_wording.how_long(summary)))
        return box

    def _closed(self, summary: HealthSummary) -> Box | None:
        if not summary.closed:
            return None
        urgent = any(reason.action in _URGENT for reason in summary.closed)
        box = Box("stop" if urgent else "care")
        box.column.addWidget(Text(TextRole.HEADING, health_answers_wording.closed_title()))
        for reason in summary.closed:
            entry = _entry(box)
            heading = Text(TextRole.STRONG, refusal_wording.action_title(reason))
            heading.set_tone("stop" if reason.action in _URGENT else "care")
            entry.addWidget(heading)
            entry.addWidget(Text(TextRole.BODY, refusal_wording.in_full(reason)))
            if reason.question:
                about = Text(TextRole.SMALL, gate_wording.about(safety_wording.question(reason.question)))
                about.set_tone("plain")
                entry.addWidget(about)
        return box

    def _yes(self, summary: HealthSummary) -> Box | None:
        if summary.answered is None:
            return None
        box = Box("card")
        if not summary.yes:
            box.column.addWidget(Text(TextRole.STRONG, health_answers_wording.no_yes()))
            return box
        box.column.addWidget(Text(TextRole.HEADING, health_answers_wording.yes_title()))
        closing = {reason.question for reason in summary.closed}
        for question in summary.yes:
            entry = _entry(box)
            entry.addWidget(Text(TextRole.STRONG, safety_wording.question(question)))
            effect = limits_wording.effect(question)
            if effect and question in closing:
                effect = health_answers_wording.once_open(effect)
            if effect:
                entry.addWidget(Text(TextRole.BODY, effect))
            entry.addWidget(Text(TextRole.SMALL, safety_wording.why(question)))
        return box

    def _no(self, summary: HealthSummary) -> Box | None:
        """What was answered with no, part by part as it was asked."""
        if not summary.no:
            return None
        box = Box("card")
        box.column.addWidget(Text(TextRole.HEADING, health_answers_wording.no_title()))
        parts = [(emergency_wording.title(), EMERGENCY)]
        parts += [(safety_wording.group_title(group), group.questions) for group in Group]
        for title, asked in parts:
            said = [question for question in summary.no if question in {*asked, *map(FOLLOW_UP.get, asked)}]
            if said:
                box.column.addSpacing(STEP)
                box.column.addWidget(Text(TextRole.STRONG, title))
                box.column.addWidget(Points(map(safety_wording.question, said), STEP))
        return box

    def _statements(self, summary: HealthSummary) -> Box | None:
        if not summary.statements:
            return None
        box = Box("card")
        box.column.addWidget(Text(TextRole.HEADING, health_answers_wording.statements_title()))
        for made in summary.statements:
            entry = _entry(box)
            entry.addWidget(Text(TextRole.BODY, health_answers_wording.statement(made)))
            entry.addWidget(Text(TextRole.SMALL, safety_wording.question(made.question)))
        return box

    def _ask_anew(self) -> None:
        self._sure = False
        self._delete.set_label(self.tr("Delete my health answers"))

    def _ask_or_delete(self) -> None:
        if self._sure:
            self.delete_requested.emit()
            return
        self._sure = True
        self._delete.set_label(self.tr("Really delete? Press again"))


def _entry(box: Box) -> QVBoxLayout:
    """Room for a few lines that belong together."""
    entry = QVBoxLayout()
    entry.setContentsMargins(0, STEP, 0, STEP)
    entry.setSpacing(0)
    box.column.addLayout(entry)
    return entry
