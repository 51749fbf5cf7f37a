"""Questions below each other that all want an answer, and the replies that come of them."""

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.questions import (
    FOLLOW_UP,
    INJURIES,
    WOUNDS,
    Answer,
    Question,
    Replies,
)
from kneeguide.core.routine import Area
from kneeguide.ui import gate_wording, safety_wording, wording
from kneeguide.ui.safety_wording import Tone
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.question_row import QuestionRow

INJECTION_DAYS = 7
"""How many days back an injection is asked about."""


class QuestionList(QWidget):
    """Rows of questions in the order they were added.

    ``changed`` tells of any answer; ``reached`` carries the row that the keyboard came to; ``finished_by_key`` tells
    that a key gave the last answer.
    """

    changed = Signal()
    reached = Signal(QWidget)
    finished_by_key = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[Question, QuestionRow] = {}
        self._own: dict[str, QuestionRow] = {}
        self._rows: list[QuestionRow] = []
        self._leader: dict[QuestionRow, QuestionRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)

    def add_questions(self, questions: Iterable[Question]) -> None:
        """Add questions, each followed by what a yes to it leads to."""
        for question in questions:
            row = self._ask(question)
            then = FOLLOW_UP.get(question)
            if then is not None:
                follower = self._ask(then)
                follower.hide()
                self._leader[follower] = row

    def add_own_questions(self, texts: Iterable[str]) -> None:
        """Add the questions of one routine."""
        if_yes = gate_wording.if_own_question_is_answered_yes()
        for text in texts:
            self._own[text] = self._add(QuestionRow(text, if_yes, Tone.STOP))

    @property
    def first(self) -> QWidget:
        """Where a keyboard user begins."""
        return self._rows[0].yes

    @property
    def total(self) -> int:
        """How many questions are asked at the moment."""
        return len(self._asked_now)

    @property
    def open(self) -> int:
        """How many of them still want something said."""
        return sum(row.wants is not None for row in self._asked_now)

    @property
    def what_is_missing(self) -> str:
        """What the user still has to do, as an order; empty if nothing."""
        if self.last_follow_up or not self.open:
            return self.last_follow_up
        return self.tr("Still to answer: {count}").format(count=self.open)

    @property
    def last_follow_up(self) -> str:
        """The order to answer what a yes leads to, where nothing else is open; empty otherwise."""
        if self.open == 1:
            row = next(row for row in self._asked_now if row.wants)
            if row.follow_up is not None and row.answer is not None:
                return self.tr("Answer: {follow_up}").format(follow_up=row.follow_up.accessibleName())
        return ""

    @property
    def stops(self) -> bool:
        """Whether a yes was given that closes the session."""
        return any(row.tone is Tone.STOP and row.answer is Answer.YES for row in self._asked_now)

    def stand_close(self, close: bool) -> None:
        """Let as many questions as can be stand in a low window, without the reasons why they are asked."""
        self._column.setSpacing((1 if close else 2) * STEP)
        for row in self._rows:
            row.stand_close(close)

    def go_to_next_open(self, after: QuestionRow | None = None) -> None:
        """Take the keyboard to the next thing still to be said, from the top or from a row onwards."""
        rows = self._asked_now
        start = rows.index(after) if after in rows else 0
        for row in rows[start:] + rows[:start]:
            wanted = row.wants
            if wanted is not None:
                wanted.setFocus(Qt.FocusReason.TabFocusReason)
                self.reached.emit(row)
                return

    def replies(self) -> Replies:
        """What was said, still without a date."""
        given = {question: row.answer for question, row in self._asked.items() if row.answer and row in self._asked_now}
        return Replies(
            given=given,
            injured_ago=self._time_ago(INJURIES),
            injected_ago=self._time_ago({Question.ASK_INJECTION}),
            wound_areas=frozenset(area for area in self._followed(WOUNDS) if isinstance(area, Area)),
            extra={text: row.answer for text, row in self._own.items() if row.answer},
        )

    @property
    def _asked_now(self) -> list[QuestionRow]:
        return [row for row in self._rows if row not in self._leader or self._leader[row].answer is Answer.YES]

    def _followed(self, questions: Iterable[Question]) -> tuple[object, ...]:
        rows = [self._asked[question] for question in questions if question in self._asked]
        return tuple(
            value for row in rows if row.answer is Answer.YES and row.follow_up for value in row.follow_up.chosen
        )

    def _time_ago(self, questions: Iterable[Question]) -> timedelta | None:
        return next((ago for ago in self._followed(questions) if isinstance(ago, timedelta)), None)

    def _ask(self, question: Question) -> QuestionRow:
        row = QuestionRow(
            safety_wording.question(question),
            safety_wording.stop_inline(question),
            safety_wording.tone(question),
            safety_wording.why(question),
            self._follow_up(question),
        )
        self._asked[question] = row
        return self._add(row)

    def _add(self, row: QuestionRow) -> QuestionRow:
        row.answered.connect(self._answered)
        row.answered_by_key.connect(lambda: self._go_on_from(row))
        row.left.connect(lambda step: self._move_on(row, step))
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _follow_up(self, question: Question) -> ChoiceChips | None:
        if question in INJURIES:
            return ChoiceChips(
                gate_wording.when_injured(),
                [
                    (self.tr("In the last 24 hours"), timedelta(0)),
                    (self.tr("1 to 2 days ago"), timedelta(days=1)),
                    (self.tr("2 to 3 days ago"), timedelta(days=2)),
                ],
            )
        if question is Question.ASK_INJECTION:
            words = [self.tr("Today"), self.tr("Yesterday")]
            words += [self.tr("{count} days ago").format(count=days) for days in range(2, INJECTION_DAYS)]
            return ChoiceChips(
                gate_wording.when_injected(), [(word, timedelta(days=ago)) for ago, word in enumerate(words)]
            )
        if question in WOUNDS:
            areas = [(wording.area(area), area) for area in Area]
            return ChoiceChips(gate_wording.where_broken(), areas, several=True)
        return None

    def _answered(self) -> None:
        for follower, leader in self._leader.items():
            follower.setVisible(leader.answer is Answer.YES)
        self.changed.emit()

    def _go_on_from(self, row: QuestionRow) -> None:
        if self.open:
            self.go_to_next_open(row)
        else:
            self.finished_by_key.emit()

    def _move_on(self, row: QuestionRow, step: int) -> None:
        rows = self._asked_now
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].enter()
            self.reached.emit(rows[place])
