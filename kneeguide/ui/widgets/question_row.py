"""One question with its yes and its no, neither of them given in advance, and what a yes means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.questions import Answer
from kneeguide.ui.safety_wording import Tone
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.one_of_several import OneOfSeveral

_KEYS = frozenset({Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class _AnswerButton(Button):
    """A yes or a no that leaves the keys of its question to the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class QuestionRow(Box):
    """A question. Y and N answer it, Left and Right move between the two; Up and Down leave it.

    ``answered`` tells of any change, ``answered_by_key`` that a key gave the answer, ``left`` that the user moves on
    by -1 or +1. ``follow_up``: what is asked after a yes, and then must be answered too.
    """

    answered = Signal()
    answered_by_key = Signal()
    left = Signal(int)

    def __init__(
        self, question: str, if_yes: str, tone: Tone, why: str = "", follow_up: ChoiceChips | None = None
    ) -> None:
        super().__init__()
        self.follow_up = follow_up
        self.tone = tone
        self.setAccessibleName(question)
        self.yes = self._answer_button(self.tr("Yes"), "yes", question, if_yes)
        self.yes.setProperty("severity", tone.value)
        self.no = self._answer_button(self.tr("No"), "no", question, why)
        self._group = OneOfSeveral(self)
        self._group.add(self.yes)
        self._group.add(self.no)
        self._if_yes = Text(TextRole.STRONG, if_yes)
        self._if_yes.hide()
        self._why = Text(TextRole.SMALL, why)
        if not why:
            self._why.hide()
        self._line = QHBoxLayout()
        self._lay_out(question)
        if follow_up is not None:
            follow_up.hide()
            follow_up.changed.connect(self.answered)

    @property
    def answer(self) -> Answer | None:
        """What was said, None if nothing yet."""
        if self.yes.isChecked():
            return Answer.YES
        return Answer.NO if self.no.isChecked() else None

    @property
    def wants(self) -> QWidget | None:
        """Where the user still has to say something, None if all is said."""
        if self.answer is None:
            return self.yes
        if self.answer is Answer.YES and self.follow_up is not None and not self.follow_up.chosen:
            return self.follow_up.first
        return None

    def give(self, answer: Answer) -> None:
        """Answer as a click would."""
        (self.yes if answer is Answer.YES else self.no).click()

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer, or none, without telling anybody."""
        self._group.take_back()
        self.yes.setChecked(answer is Answer.YES)
        self.no.setChecked(answer is Answer.NO)
        self._show_what_it_means()

    def put_before_answers(self, other: QWidget) -> None:
        """Let something else stand in the line of the question, before yes and no."""
        self._line.insertWidget(self._line.indexOf(self.yes), other)
        QWidget.setTabOrder(other, self.yes)
        QWidget.setTabOrder(self.yes, self.no)

    def stand_close(self, close: bool) -> None:
        """Do with less room: the reason is left to the screen reader, and the edges come nearer."""
        self._why.setVisible(bool(self._why.text()) and not close)
        edge = (1 if close else 2) * STEP
        self.column.setContentsMargins(5 * STEP, edge, 3 * STEP, edge)

    def enter(self) -> None:
        """Take the keyboard, on the answer given if there is one."""
        (self.no if self.no.isChecked() else self.yes).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y and N answer, once for each press: a key that is held must not answer questions that nobody has read."""
        match event.key():
            case Qt.Key.Key_Y | Qt.Key.Key_N if event.isAutoRepeat():
                event.accept()
            case Qt.Key.Key_Y:
                self.give(Answer.YES)
                self.answered_by_key.emit()
            case Qt.Key.Key_N:
                self.give(Answer.NO)
                self.answered_by_key.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                is_first = (event.key() == Qt.Key.Key_Left) is not self.isRightToLeft()
                (self.yes if is_first else self.no).setFocus(Qt.FocusReason.TabFocusReason)
            case Qt.Key.Key_Up:
                self.left.emit(-1)
            case Qt.Key.Key_Down:
                self.left.emit(1)
            case _:
                super().keyPressEvent(event)

    def _answer_button(self, word: str, kind: str, question: str, description: str) -> Button:
        button = _AnswerButton(word, kind)
        button.setAccessibleName(self.tr("{answer}: {question}").format(answer=word, question=question))
        button.setAccessibleDescription(description)
        button.clicked.connect(self._answered)
        return button

    def _lay_out(self, question: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(TextRole.BODY, question))
        words.addWidget(self._if_yes)
        words.addWidget(self._why)
        words.addStretch(1)
        line = self._line
        line.setSpacing(2 * STEP)
        line.addLayout(words, 1)
        line.addSpacing(2 * STEP)
        line.addWidget(self.yes)
        line.addWidget(self.no)
        self.column.setContentsMargins(5 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self.column.addLayout(line)
        if self.follow_up is not None:
            self.column.addWidget(self.follow_up)

    def _answered(self) -> None:
        self._show_what_it_means()
        if self.answer is Answer.YES:
            announce(self, self._if_yes.text(), at_once=False)
        self.answered.emit()

    def _show_what_it_means(self) -> None:
        yes = self.answer is Answer.YES
        self._if_yes.setVisible(yes)
        if self.follow_up is not None:
            self.follow_up.setVisible(yes)
        self.set_kind(self.tone.value if yes else "card")
