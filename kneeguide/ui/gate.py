"""The way through the gate: health questions where they are due, today's checklist, then a clearance or a refusal.

It decides nothing: ``core.safety`` does. It only brings the answers there, and keeps what must be kept.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneeguide.core.clock import Clock
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_summary import HealthSummary, summarise
from kneeguide.core.history import Record, ask_anew, rest_after
from kneeguide.core.questions import Answers, HealthReason, Lock, Question, Replies
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.core.routine import Routine
from kneeguide.core.safety import Clearance, assess, is_for_today, offers, standing
from kneeguide.ui import health_answers_wording
from kneeguide.ui.health_review import HealthReview
from kneeguide.ui.main_window import MainWindow, Place

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.pages.health_answers import HealthAnswersPage
    from kneeguide.ui.pages.not_today import NotTodayPage
    from kneeguide.ui.pages.safety_checklist import SafetyChecklistPage


class Gate(QObject):
    """Leads one routine at a time through the gate.

    ``cleared`` carries the Clearance, ``left`` means that the user turned back, ``sore_day_requested`` that the
    gentlest routine is wanted instead, ``others_requested`` any other, ``learn_requested`` carries the id of a page to
    read, ``troubled`` a sentence about storage.
    """

    cleared = Signal(object)
    left = Signal()
    sore_day_requested = Signal()
    others_requested = Signal()
    learn_requested = Signal(str)
    troubled = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        health: HealthLog,
        last_session: Callable[[], Record | None],
        emergency_number: Callable[[], str],
        poses: "Mapping[str, Pose]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._health = health
        self._last_session = last_session
        self._asked_today: datetime | None = None
        self._emergency_number = emergency_number
        self._poses = poses
        self._routine: Routine | None = None
        self._is_at_answers = False
        self._review = HealthReview(self._show, clock, emergency_number, self)
        self._review.answered.connect(self._health_answered)
        self._review.left.connect(self._turn_back)

    def enter(self, routine: Routine) -> None:
        """Begin at the first thing that is still to be asked, or at what already stands in the way."""
        self._routine = routine
        self._is_at_answers = False
        self._tell_fault()
        self._go_on()

    def ask_health(self, why: HealthReason) -> None:
        """Ask the full list of questions."""
        self._review.ask(why)

    def review_health(self, why: HealthReason = HealthReason.REVIEW) -> None:
        """Ask the full list for no routine in particular."""
        self._routine = None
        self._is_at_answers = False
        self.ask_health(why)

    def show_answers(self) -> None:
        """Show what is kept of the user's health. A review that begins there comes back to it."""
        self._routine = None
        self._is_at_answers = True
        self._health_answers.show_answers(self._summary)
        self._show(self._health_answers)

    def why_no_session(self) -> Reason | None:
        """What would turn every routine back before anything is asked, the most urgent of it; None if nothing does."""
        refusal = self._standing(None)
        first = refusal.reasons[0] if refusal is not None else None
        return None if first is not None and first.action is Action.ANSWER_HEALTH else first

    def _standing(self, routine: Routine | None) -> Refusal | None:
        return standing(
            routine,
            health=self._answers,
            locks=self._locks,
            confirmations=self._health.confirmations,
            now=self._clock.now(),
        )

    def _go_on(self) -> None:
        refusal = self._standing(self._routine)
        if refusal is not None and refusal.reasons[0].action is Action.ANSWER_HEALTH:
            self.ask_health(self._why_asked())
        elif refusal is not None:
            self._refuse(refusal)
        elif self._routine is not None:
            self._ask_today(self._routine)
        else:
            self._turn_back()

    def _turn_back(self) -> None:
        if self._is_at_answers:
            self.show_answers()
        else:
            self.left.emit()

    def _why_asked(self) -> HealthReason:
        return self._summary.asked_again or HealthReason.REVIEW

    def _ask_today(self, routine: Routine) -> None:
        self._asked_today = self._clock.now().wall
        self._checklist.show_checks(routine.title, routine.questions, self._emergency_number())
        self._show(self._checklist)

    def _health_answered(self, replies: Replies) -> None:
        self._health.answer(replies.dated(self._clock.now().wall))
        self._tell_fault()
        self._go_on()

    def _today_answered(self, replies: Replies) -> None:
        assert self._routine is not None
        assert self._asked_today is not None
        now = self._clock.now()
        if not is_for_today(self._asked_today, now.wall):
            self._ask_today(self._routine)
            self._window.say_in_passing(self.tr("The questions stood here for a while. Please answer them for now."))
            return
        last = self._last_session()
        verdict = assess(
            self._routine,
            health=self._answers,
            today=replies.dated(now.wall),
            locks=self._locks,
            confirmations=self._health.confirmations,
            last_session=last.ended if last else None,
            now=now,
        )
        if isinstance(verdict, Clearance):
            self.cleared.emit(verdict)
        else:
            self._refuse(verdict)

    def _refuse(self, refusal: Refusal) -> None:
        self._health.lock(refusal.locks)
        self._tell_fault()
        offered = offers(refusal, self._locks, self._clock.now())
        self.show_refusal(refusal, self._routine, offered)

    def show_refusal(self, refusal: Refusal, routine: Routine | None, offered: tuple[Question, ...] = ()) -> None:
        """Say why not, and what to do instead. ``routine`` None: not any."""
        title = routine.title if routine else ""
        again = self._summary.asked_again is not None
        number = self._emergency_number()
        self._not_today.show_refusal(refusal, title, number, offered, asks_health_again=again)
        self._show(self._not_today)

    def _confirmed(self, questions: tuple[Question, ...]) -> None:
        self._health.confirm(questions, self._clock.now().wall)
        self._tell_fault()
        self._go_on()

    def _delete_answers(self) -> None:
        self._health.forget(self._clock.now().wall)
        self.show_answers()
        self._window.say_in_passing(str(self._health.fault or health_answers_wording.deleted()))

    @property
    def _summary(self) -> HealthSummary:
        return summarise(
            self._health.answers,
            self._locks,
            self._health.confirmations,
            anew=ask_anew(self._last_session(), self._health.locks),
            now=self._clock.now(),
        )

    @property
    def _locks(self) -> tuple[Lock, ...]:
        return self._health.locks + rest_after(self._last_session())

    @property
    def _answers(self) -> Answers | None:
        """The full list, as long as the last session does not ask for a new one."""
        answers, anew = self._health.answers, ask_anew(self._last_session(), self._health.locks)
        return None if answers and anew and answers.at <= anew.since else answers

    def _tell_fault(self) -> None:
        if self._health.fault is not None:
            self.troubled.emit(str(self._health.fault))

    def _show(self, page: QWidget) -> None:
        first_time = self._health.answers is None and not self._is_at_answers
        self._window.show_page(page, Place.SETTINGS if self._is_at_answers else Place.ROUTINES, whole_window=first_time)

    @cached_property
    def _checklist(self) -> "SafetyChecklistPage":
        from kneeguide.ui.pages.safety_checklist import SafetyChecklistPage

        page = SafetyChecklistPage()
        page.answered.connect(self._today_answered)
        page.cancelled.connect(self.left)
        page.health_review_requested.connect(lambda: self.ask_health(HealthReason.REVIEW))
        return page

    @cached_property
    def _not_today(self) -> "NotTodayPage":
        from kneeguide.ui.pages.not_today import NotTodayPage

        page = NotTodayPage(self._window.colours, self._poses)
        page.confirmed.connect(self._confirmed)
        page.health_review_requested.connect(lambda: self.ask_health(HealthReason.REVIEW))
        page.sore_day_requested.connect(self.sore_day_requested)
        page.others_requested.connect(self.others_requested)
        page.learn_requested.connect(self.learn_requested)
        page.back_requested.connect(self._turn_back)
        return page

    @cached_property
    def _health_answers(self) -> "HealthAnswersPage":
        from kneeguide.ui.pages.health_answers import HealthAnswersPage

        page = HealthAnswersPage()
        page.review_requested.connect(lambda: self.ask_health(HealthReason.REVIEW))
        page.delete_requested.connect(self._delete_answers)
        page.back_requested.connect(self.left)
        return page
