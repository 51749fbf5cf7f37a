"""The full list of health questions: at the first start, every 30 days, and whenever something has changed."""

from PySide6.QtCore import Signal

from kneeguide.core.questions import HealthReason
from kneeguide.ui import gate_wording, safety_wording
from kneeguide.ui.safety_wording import Group
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.question_list import QuestionList


class HealthQuestionsPage(PageFrame):
    """Asks about health, once there is no sign that cannot wait. ``answered`` carries Replies; all must be answered."""

    answered = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._questions = QuestionList()
        self.body.addWidget(self._questions)
        self.body.addStretch(1)
        self._done = Button("", "primary")
        self._done.setMinimumWidth(48 * STEP)  # so that its neighbours stay where they are when its words change
        self._done.clicked.connect(lambda: self.answered.emit(self._questions.replies()))
        self._next = Button(self.tr("Next one"))
        self._next.setAccessibleDescription(self.tr("To the next question without an answer"))
        self._next.clicked.connect(self._go_to_next)
        cancel = Button(self.tr("Not now"))
        cancel.clicked.connect(self.cancelled)
        self._count = Text(TextRole.QUIET, wraps=False)
        self.foot.addWidget(self._done)
        self.foot.addWidget(self._next)
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._count)
        self.bar.show()

    def show_questions(self, why: HealthReason) -> None:
        """Ask everything anew."""
        self.show_heading(gate_wording.health_title(), gate_wording.health_lead(why))
        asked = QuestionList()
        for group in Group:
            asked.add_heading(safety_wording.group_title(group), safety_wording.group_lead(group))
            asked.add_questions(group.questions)
        asked.changed.connect(self._show_progress)
        asked.reached.connect(self.show_whole)
        asked.finished_by_key.connect(self._done.setFocus)
        self.put_in_place_of(self._questions, asked)
        self._questions = asked
        self.setFocusProxy(asked.first)
        self.scroll_to_top()
        self._show_progress()

    def _go_to_next(self) -> None:
        self._questions.go_to_next_open()

    def _show_progress(self) -> None:
        asked = self._questions
        may_leave = not asked.open
        done = self.tr("See what to do") if asked.stops else self.tr("Done")
        self._done.set_label(done if may_leave else asked.what_is_missing)
        self._done.setEnabled(may_leave)
        self._next.setEnabled(bool(asked.open))
        count = self.tr("{answered} of {total}")
        self._count.setText(count.format(answered=asked.total - asked.open, total=asked.total))
