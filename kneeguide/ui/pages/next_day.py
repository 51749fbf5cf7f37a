"""How the knee is the day after a session: one number, one question, and what both mean."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneeguide.core.history import Record
from kneeguide.core.pain_rule import Advice, Facts, Rule, next_day_rule
from kneeguide.core.questions import Answer
from kneeguide.ui import next_day_wording, pain_rule_wording, wording
from kneeguide.ui.safety_wording import Tone
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.pain_scale import PainScale
from kneeguide.ui.widgets.points import Points
from kneeguide.ui.widgets.question_row import QuestionRow
from kneeguide.ui.widgets.why import Why


class NextDayPage(PageFrame):
    """``told`` carries the Record with each answer as it is given. Leaving without any is fine."""

    told = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._record: Record | None = None
        self._said = ""
        self._marks = QuestionRow(next_day_wording.marks(), next_day_wording.if_marks(), Tone.CARE)
        self._marks.answered.connect(self._answered)
        self._how = Text(TextRole.QUIET, next_day_wording.how_to_answer())
        self._before = Text(TextRole.QUIET)
        self._scale = PainScale()
        self._scale.chosen.connect(self._rated)
        self._advice = Box("lead")
        self._now = Text(TextRole.HEADING)
        self._then = QWidget()
        self._because = Text(TextRole.BODY)
        self._why = Why()
        self._advice.column.setSpacing(STEP)
        self._advice.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, STEP)  # the link has air of its own
        for said in (self._now, self._then, self._because, self._why):
            self._advice.column.addWidget(said)
        self._trouble = Box("care")
        self._trouble_text = Text(TextRole.BODY)
        self._trouble.column.addWidget(self._trouble_text)
        ask = Box("card")
        ask.column.addWidget(self._before)
        ask.column.addWidget(self._scale)
        for part in (
            self._trouble,
            ask,
            self._marks,
            self._how,
            self._advice,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        done = Button(self.tr("Done"), "primary")
        done.clicked.connect(self.finished)
        self.foot.addWidget(done)
        self.bar.show()

    def ask(self, record: Record) -> None:
        """Ask about a session, with nothing answered."""
        self._record = record
        when = wording.day_and_time(record.started)
        self.show_heading(next_day_wording.question(), f"{record.title} · {when}")
        self._before.setText(next_day_wording.before(record))
        self._scale.clear()
        self._marks.show_answer(None)
        self._trouble.hide()
        self._advise()
        self.scroll_to_top()

    def show_trouble(self, sentence: str) -> None:
        """Say that the answers are not in the diary."""
        self._trouble_text.setText(sentence)
        self._trouble.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits rate, and Y and N answer, wherever the focus is."""
        row = self._marks if event.key() in (Qt.Key.Key_Y, Qt.Key.Key_N) else self._scale
        row.keyPressEvent(event)

    def _rated(self, rating: int) -> None:
        assert self._record is not None
        self._tell(replace(self._record, next_day=rating))

    def _answered(self) -> None:
        assert self._record is not None
        self._tell(replace(self._record, next_day_marks=self._marks.answer is Answer.YES))

    def _tell(self, record: Record) -> None:
        self._record = record
        self.told.emit(record)
        self._advise()
        self._show_advice()

    def _advise(self) -> None:
        assert self._record is not None
        record, advice = self._record, next_day_wording.advice(self._record)
        rule = next_day_rule(record)
        self._advice.set_kind("care" if rule in (Rule.NEXT_DAY_AMBER, Rule.NEXT_DAY_RED) else "lead")
        if advice and advice != self._said:
            announce(self, advice, at_once=False)
        self._said = advice
        now, then = next_day_wording.first_and_then(record)
        self._now.setText(now)
        self._now.set_tone("care" if rule is Rule.NEXT_DAY_RED else "")
        points = Points(then, gap=0)
        self._advice.column.replaceWidget(self._then, points)
        points.setVisible(bool(then))
        self._then.hide()
        self._then.deleteLater()
        self._then = points
        facts = Facts(record.before, record.next_day, marks=record.next_day_marks is True)
        self._because.setText(pain_rule_wording.because(Advice(rule, facts)) if rule else "")
        self._because.setVisible(rule is not None)
        self._why.show_rules((rule,) if rule else ())
        self._advice.setVisible(bool(advice))
        self._how.setVisible(not advice)

    def _show_advice(self) -> None:
        """Bring what was said into view, its beginning before its end; but a question that is open goes first."""
        for part in (self._advice, self._now):
            self.show_whole(part)
        if self._marks.answer is None:
            self.show_whole(self._marks)
