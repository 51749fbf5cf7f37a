"""The full list of health questions from end to end: first the signs that need help at once, then all the others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.clock import Clock
from kneeguide.core.questions import EMERGENCY, Answer, HealthReason, Question, Replies
from kneeguide.core.safety import is_for_today

if TYPE_CHECKING:
    from kneeguide.ui.pages.emergency import EmergencyPage
    from kneeguide.ui.pages.health_questions import HealthQuestionsPage


class HealthReview(QObject):
    """Hands on what was said. ``answered`` carries Replies to the whole list, or a yes to a sign that cannot wait."""

    answered = Signal(object)
    left = Signal()

    def __init__(
        self,
        show: Callable[[QWidget], None],
        clock: Clock,
        emergency_number: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """``show``: brings a page to the front."""
        super().__init__(parent)
        self._show = show
        self._clock = clock
        self._emergency_number = emergency_number
        self._why = HealthReason.REVIEW
        self._no_signs_at: datetime | None = None
        self._replies: Replies | None = None

    def ask(self, why: HealthReason) -> None:
        """Begin at the signs, with nothing answered."""
        self._why = why
        self._replies = None
        self._ask_signs()

    def _ask_signs(self) -> None:
        self._no_signs_at = None
        self._emergency.show_signs(self._emergency_number())
        self._show(self._emergency)

    def _signs_told(self, signs: tuple[Question, ...]) -> None:
        self.answered.emit(Replies(dict.fromkeys(signs, Answer.YES)))

    def _no_signs(self) -> None:
        self._no_signs_at = self._clock.now().wall
        if self._replies is None:
            self._questions.show_questions(self._why)
            self._show(self._questions)
        else:
            self._listed(self._replies)

    def _listed(self, replies: Replies) -> None:
        """Hand on the list with the no to all signs; one that was given too long ago is asked for again first."""
        self._replies = replies
        if self._no_signs_at is None or not is_for_today(self._no_signs_at, self._clock.now().wall):
            self._ask_signs()
        else:
            self.answered.emit(replace(replies, given={**dict.fromkeys(EMERGENCY, Answer.NO), **replies.given}))

    @cached_property
    def _emergency(self) -> "EmergencyPage":
        from kneeguide.ui.pages.emergency import EmergencyPage

        page = EmergencyPage()
        page.told.connect(self._signs_told)
        page.none_told.connect(self._no_signs)
        page.cancelled.connect(self.left)
        return page

    @cached_property
    def _questions(self) -> "HealthQuestionsPage":
        from kneeguide.ui.pages.health_questions import HealthQuestionsPage

        page = HealthQuestionsPage()
        page.answered.connect(self._listed)
        page.cancelled.connect(self.left)
        return page
