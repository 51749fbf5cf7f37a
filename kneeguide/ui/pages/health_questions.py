"""The full list of health questions: at the first start, every 30 days, and whenever something has changed."""

from functools import reduce
from operator import or_

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.questions import HealthReason
from kneeguide.ui import gate_wording, safety_wording
from kneeguide.ui.safety_wording import Group
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.announcement import announce, in_one_breath
from kneeguide.ui.widgets.boxes import STEP, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.part_track import PartTrack
from kneeguide.ui.widgets.question_list import QuestionList

_PARTS = tuple(Group)


class HealthQuestionsPage(PageFrame):
    """Asks about health, once there is no sign that cannot wait, one group of questions at a time.

    ``answered`` carries Replies to all of them; none is left open on the way.
    """

    answered = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._why = HealthReason.REVIEW
        self._place = 0
        self._lists: list[QuestionList] = []
        self._track = PartTrack(gate_wording.health_answered())
        self._about = Text(TextRole.QUIET)
        self._questions = QWidget()
        self._on = Button("", "primary")
        self._on.setMinimumWidth(60 * STEP)  # so that its neighbours stay where they are when its words change
        self._on.clicked.connect(self._go_on)
        self._back = Button(self.tr("Back"), icon=Icon.BACK)
        self._back.clicked.connect(lambda: self._go_to(self._place - 1))
        cancel = Button(self.tr("Not now"))
        cancel.clicked.connect(self.cancelled)
        self.keep_on_top(self._track)
        self.body.addWidget(self._about)
        self.body.addWidget(self._questions)
        self.body.addStretch(1)
        self.foot.addWidget(self._on)
        self.foot.addWidget(self._back)
        self.foot.addWidget(cancel)
        self.bar.show()

    def show_questions(self, why: HealthReason) -> None:
        """Ask everything anew, from the first part on."""
        self._why = why
        self._lists = [self._asked_about(group) for group in _PARTS]
        questions = QWidget()
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, 0, 0)
        for asked in self._lists:
            column.addWidget(asked)
        self.put_in_place_of(self._questions, questions)
        self._questions = questions
        self._show_part(0)

    @property
    def spoken(self) -> str:
        """What screen readers say when the page comes to the front."""
        return in_one_breath((super().spoken, self._track.part, self._about.text()))

    @property
    def _asked(self) -> QuestionList:
        return self._lists[self._place]

    def _asked_about(self, group: Group) -> QuestionList:
        asked = QuestionList()
        asked.add_questions(group.questions)
        asked.changed.connect(self._show_progress)
        asked.reached.connect(self.show_whole)
        asked.finished_by_key.connect(self._on.setFocus)
        return asked

    def _go_on(self) -> None:
        if self._asked.open:
            self._asked.go_to_next_open()
        elif self._place + 1 < len(_PARTS):
            self._go_to(self._place + 1)
        else:
            self.answered.emit(reduce(or_, (asked.replies() for asked in self._lists)))

    def _go_to(self, place: int) -> None:
        self._show_part(place)
        self._asked.first.setFocus()
        announce(self, in_one_breath((self._track.part, safety_wording.group_lead(_PARTS[place]))), at_once=False)

    def _show_part(self, place: int) -> None:
        self._place = place
        group = _PARTS[place]
        about = safety_wording.group_lead(group)
        self.show_heading(gate_wording.health_title(), about if place else gate_wording.health_lead(self._why))
        self._about.setText("" if place else about)
        self._about.setVisible(not place)
        self._track.show_part(gate_wording.health_part(place + 1, len(_PARTS), safety_wording.group_title(group)))
        for asked in self._lists:
            asked.setVisible(asked is self._asked)
        self._back.setVisible(place > 0)
        self.setFocusProxy(self._asked.first)
        self.scroll_to_top()
        self._show_progress()

    def _show_progress(self) -> None:
        total = sum(asked.total for asked in self._lists)
        self._track.show_done(total - sum(asked.open for asked in self._lists), total)
        self._on.set_label(self._way_on)
        self._on.setAccessibleDescription(self.tr("To the next question without an answer") if self._asked.open else "")

    @property
    def _way_on(self) -> str:
        if self._asked.open:  # what it does, for it can be used
            next_one = self.tr("Next question ({count} to answer)").format(count=self._asked.open)
            return self._asked.last_follow_up or next_one
        if self._place + 1 < len(_PARTS):
            return self.tr("Continue")
        return self.tr("See what to do") if any(asked.stops for asked in self._lists) else self.tr("Done")
