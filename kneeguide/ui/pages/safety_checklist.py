"""The six questions before every session. Nothing is answered for the user."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.questions import TODAY
from kneeguide.ui import gate_wording
from kneeguide.ui.theme import letter_scale
from kneeguide.ui.widgets.boxes import STEP, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.emergency_note import EmergencyNote
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.question_list import QuestionList

_ROOMY = 220 * STEP
"""Height at the usual size of letters from which on all signs of an emergency stand in full above the questions."""
_LOW = 180 * STEP
"""Height below which the questions stand close."""
_TIGHT = 110 * STEP
"""Height below which little but questions is in view."""


class SafetyChecklistPage(PageFrame):
    """Asks about today. ``answered`` carries Replies, once there is nothing left to answer."""

    answered = Signal(object)
    cancelled = Signal()
    health_review_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_asked = self._is_again = False
        self._emergency = EmergencyNote(can_fold=True)
        self._questions = QuestionList()
        self._asked = QWidget()
        self.body.addWidget(self._emergency)
        self.body.addWidget(self._asked)
        self.body.addStretch(1)
        self._start = Button("", "primary")
        self._start.setMinimumWidth(44 * STEP)  # so that its neighbours stay where they are when its words change
        self._start.clicked.connect(lambda: self.answered.emit(self._questions.replies()))
        back = Button(self.tr("Back to routines"), icon=Icon.BACK)
        back.clicked.connect(self.cancelled)
        self._review = self._way_to_review()
        self.foot.addWidget(self._start)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(self._review)
        self.bar.show()
        self._put_in_page(self._questions)

    def show_checks(self, title: str, extra: tuple[str, ...], emergency_number: str) -> None:
        """Ask anew. ``title``: the routine; ``extra``: its own questions; ``emergency_number``: may be empty.

        The signs of an emergency stand in full the first time, where there is room.
        """
        self.show_heading(gate_wording.checklist_title(), gate_wording.checklist_lead(), title)
        self._emergency.show_number(emergency_number)
        self._is_again, self._was_asked = self._was_asked, True
        asked = QuestionList()
        asked.add_questions(TODAY)
        asked.add_own_questions(extra)
        asked.changed.connect(self._show_progress)
        asked.reached.connect(self.show_whole)
        asked.finished_by_key.connect(self._start.setFocus)
        self._questions = asked
        self._put_in_page(asked)
        self._suit_height(self.height())
        self.scroll_to_top()
        self._show_progress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less around the questions where they would not all be seen."""
        self._suit_height(event.size().height())
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first question, unless that would scroll the signs of an emergency out of view unread.

        A window that changes pages gives the keyboard to a question in passing, which scrolls. A focus proxy would do
        the same, but then Tab passes over what stands before it.
        """
        super().focusInEvent(event)
        self.scroll_to_top()
        first = self._questions.first
        if not first.visibleRegion().isEmpty():
            first.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that answer lead to the questions first: nothing is answered that was not in view."""
        if event.key() in (Qt.Key.Key_Y, Qt.Key.Key_N):
            self._questions.go_to_next_open()
        else:
            super().keyPressEvent(event)

    def _suit_height(self, height: int) -> None:
        pixels = height / letter_scale()
        is_tight = pixels < _TIGHT
        self._emergency.suit(is_roomy=pixels >= _ROOMY and not self._is_again, is_tight=is_tight)
        self._questions.stand_close(pixels < _LOW)
        self.lead.setHidden(is_tight)
        self._review.setHidden(is_tight)
        self._review_below.setVisible(is_tight)

    def _way_to_review(self) -> Button:
        review = Button(self.tr("My health changed"), "link")
        review.clicked.connect(self.health_review_requested)
        return review

    def _put_in_page(self, questions: QuestionList) -> None:
        """And below them, where the foot has no room for it, the way to the full list."""
        self._review_below = self._way_to_review()
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(questions)
        column.addWidget(self._review_below, 0, Qt.AlignmentFlag.AlignLeft)
        self.put_in_place_of(self._asked, asked)
        self._asked = asked

    def _show_progress(self) -> None:
        missing = self._questions.what_is_missing
        done = self.tr("See what to do") if self._questions.stops else self.tr("Continue")
        self._start.set_label(missing or done)
        self._start.setEnabled(not missing)
