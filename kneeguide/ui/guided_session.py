"""From a picked routine to the diary: gate, knee pain, plan, play, log. Read it from top to bottom."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.amount import Amount
from kneeguide.core.clock import Clock
from kneeguide.core.day_changes import changes_of
from kneeguide.core.day_dose import DayWay, past_the_day, room_for
from kneeguide.core.dose import Preferences
from kneeguide.core.health_log import HealthLog
from kneeguide.core.history import Outcome, Record, continues, had_bad_next_day, legs_of, off_in
from kneeguide.core.history import is_first_week as began_this_week
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.pain import before_light
from kneeguide.core.pain_advice import amounts
from kneeguide.core.pain_rule import Advice
from kneeguide.core.plan import AllSwitchedOffError, ClearanceExpiredError, Plan, is_enough, plan, still_done, ways_up
from kneeguide.core.questions import HealthReason
from kneeguide.core.refusal import Reason, Refusal
from kneeguide.core.routine import Routine
from kneeguide.core.safety import SORE_DAY_ROUTINE, Clearance, is_sore_day
from kneeguide.core.session_log import SessionLog
from kneeguide.core.settings import Settings
from kneeguide.core.storage import StorageFault
from kneeguide.ui.gate import Gate
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.pacing import Pacing
from kneeguide.ui.play import Play
from kneeguide.ui.wrap_up import WrapUp

if TYPE_CHECKING:
    from kneeguide.ui.pages.pain_before import PainBeforePage, PainChoices


class GuidedSession(QObject):
    """Leads one routine at a time through the whole chain. It asks the core at every turn and decides nothing itself.

    ``left``: the user turned back at the gate. ``finished``: the session is in the diary and the user is done with it.
    ``routine_requested`` carries the id of a gentler one, ``legs_chosen`` the legs and the leg to begin with.
    ``leave_requested``: the user wants out of a running session. ``pace_chosen`` carries how many seconds a pass is to
    take longer than its technique says. ``voice_missing``: nothing here can speak. ``learn_requested`` carries the id
    of a page to read.
    """

    left = Signal()
    finished = Signal()
    routine_requested = Signal(str)
    legs_chosen = Signal(object, object)
    leave_requested = Signal()
    pace_chosen = Signal(float)
    voice_missing = Signal()
    learn_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        history: HistoryStore,
        health: HealthLog,
        play: Play,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._history = history
        self._health = health
        self._settings = settings
        self._play = play
        self._clearance: Clearance | None = None
        self._unfinished: Record | None = None
        self._gate = Gate(
            window, clock, health, self._last_session, lambda: settings().emergency_number, play.poses, self
        )
        self._gate.cleared.connect(self._ask_pain)
        self._gate.left.connect(self.left)
        self._gate.sore_day_requested.connect(self._ask_for_sore_day)
        self._gate.others_requested.connect(self.finished)
        self._gate.learn_requested.connect(self.learn_requested)
        self._gate.troubled.connect(window.show_banner)
        self._pacing = Pacing(history, clock)
        self._wrap_up = WrapUp(window, health, lambda: settings().emergency_number, self._pacing, play.poses, self)
        self._wrap_up.learn_requested.connect(self.learn_requested)
        self._wrap_up.finished.connect(self.finished)
        play.ended.connect(self._log)
        play.leave_requested.connect(self.leave_requested)
        play.check_expired.connect(self._check_again)
        play.pace_chosen.connect(self.pace_chosen)
        play.voice_missing.connect(self.voice_missing)

    @property
    def is_playing(self) -> bool:
        """Whether a session has begun and not ended."""
        return self._play.is_open

    @property
    def knows_health(self) -> bool:
        """Whether the full list was ever answered."""
        return self._health.answers is not None

    # Gate

    def enter(self, routine: Routine, unfinished: Record | None = None) -> None:
        """Begin at the gate. ``unfinished``: the interrupted session that is to be gone on with."""
        self._unfinished = unfinished
        self._gate.enter(routine)

    def ask_health(self, why: HealthReason) -> None:
        """Show the full list of health questions, for no routine in particular."""
        self._gate.review_health(why)

    def show_health_answers(self) -> None:
        """Show what is kept of the user's health."""
        self._gate.show_answers()

    def why_no_session(self) -> Reason | None:
        """What the gate would say at once to any routine, None if it would ask first."""
        return self._gate.why_no_session()

    # Knee pain

    def _ask_pain(self, clearance: Clearance) -> None:
        self._clearance = clearance
        settings = self._settings()
        legs, first = legs_of(self._unfinished) if self._unfinished else (settings.legs, settings.first_leg)
        advice = self._pacing.advice(self._wrap_up.unsaved)
        steps = {} if self._unfinished else {n: each.technique.title for n, each in still_done(clearance).items()}
        self._pain_before.show_question(
            clearance.routine.title,
            legs,
            first,
            self._is_first_week(),
            resuming=self._unfinished is not None,
            changes=changes_of(clearance, halved=self._is_half_dose()),
            steps=steps,
            is_enough=lambda off: is_enough(clearance, off),
            advice=advice,
            amounts=self._amounts(clearance, advice),
        )
        self._window.show_page(self._pain_before, Place.ROUTINES)

    def _amounts(self, clearance: Clearance, advice: tuple[Advice, ...]) -> tuple[Amount, ...]:
        last = self._pacing.last_doses(clearance.routine, self._wrap_up.unsaved)
        preferences = Preferences(first_week=self._is_first_week(), half_dose=self._is_half_dose(), last=last)
        return ways_up(clearance, preferences, amounts(advice, clearance.routine, last))

    def _rated(self, rating: int) -> None:
        assert self._clearance is not None
        self._pain_before.show_light(before_light(rating), is_sore_day(self._clearance.routine))

    # Plan

    def _plan(self, choices: "PainChoices") -> None:
        assert self._clearance is not None
        if self._unfinished is None:
            self.legs_chosen.emit(choices.legs, choices.first)
        preferences = Preferences(
            legs=choices.legs,
            first=choices.first,
            first_week=self._is_first_week(),
            half_dose=choices.half_dose or self._is_half_dose(),
            get_ready=self._settings().get_ready,
            change_over=self._settings().change_over,
            off=off_in(self._unfinished, self._clearance.routine) if self._unfinished else choices.off,
            amount=choices.amount,
            last=self._pacing.last_doses(self._clearance.routine, self._wrap_up.unsaved),
        )
        had = self._play.had_today(self._unfinished)

        def planned(way: DayWay | None) -> Plan | Refusal:
            """The plan itself, or with less of what would be too much of it today."""
            assert self._clearance is not None
            made = plan(self._clearance, preferences, before=choices.rating, now=self._clock.now())
            if isinstance(made, Refusal) or way is None:
                return made
            room = room_for(way, past_the_day(made, had))
            return plan(self._clearance, preferences, before=choices.rating, now=self._clock.now(), room=room)

        try:
            made = planned(choices.day)
            too_much = past_the_day(made, had) if isinstance(made, Plan) and choices.day is None else ()
            if too_much:
                ways = [way for way in DayWay if isinstance(planned(way), Plan)]
                self._pain_before.show_day_doses(too_much, tuple(ways))
                return
        except ClearanceExpiredError as expired:
            self._gate.enter(self._clearance.routine)
            self._window.say_in_passing(str(expired))
            return
        except AllSwitchedOffError as nothing_left:
            self._window.say_in_passing(str(nothing_left))
            return
        if isinstance(made, Refusal):
            self._gate.show_refusal(made, self._clearance.routine)
            return

        # Play
        unfinished, self._unfinished = self._unfinished, None
        begins_anew = unfinished is not None and not continues(made, unfinished)
        self._play.begin(made, choices.rating, self._settings(), None if begins_anew else unfinished)
        if begins_anew:
            self._window.say_in_passing(
                self.tr("The routine has changed since, so it begins anew. What you did before is in your history.")
            )

    def _check_again(self, log: SessionLog) -> None:
        """The safety check ran out in a pause. What cannot be saved cannot wait behind a new one, so it is closed."""
        if log.fault is not None:
            log.close(Outcome.INTERRUPTED, self._clock.now().wall)
            self._log(log)
        elif self._clearance is not None:
            self.enter(self._clearance.routine, log.record)
            self._window.say_in_passing(str(ClearanceExpiredError()))

    @property
    def fault(self) -> str:
        """Why a running session is not being saved, empty if it is."""
        return self._play.fault

    def pause(self) -> None:
        """Stop the clock, if a session runs."""
        self._play.pause()

    def abandon(self) -> None:
        """Leave a session as it is, to be gone on with at the next start."""
        self._play.abandon()

    def _ask_for_sore_day(self) -> None:
        self.routine_requested.emit(SORE_DAY_ROUTINE)

    # Log

    def _log(self, log: SessionLog) -> None:
        self._clearance = None
        self._wrap_up.begin(log)

    def _last_session(self) -> Record | None:
        """The last session; of two accounts of it the diary's, which may know the next day, unless it lacks some."""
        if self._wrap_up.unsaved is not None:
            return self._wrap_up.unsaved
        try:
            return self._history.last_record()
        except StorageFault:
            return self._wrap_up.record

    def _is_half_dose(self) -> bool:
        return had_bad_next_day(self._last_session(), self._health.locks)

    def _is_first_week(self) -> bool:
        """Whether the user is new, so that doses are lighter by rule."""
        try:
            return began_this_week(self._history.first_started(), self._clock.now().wall)
        except StorageFault:
            return True

    @cached_property
    def _pain_before(self) -> "PainBeforePage":
        from kneeguide.ui.pages.pain_before import PainBeforePage

        page = PainBeforePage()
        page.rated.connect(self._rated)
        page.chosen.connect(self._plan)
        page.sore_day_requested.connect(self._ask_for_sore_day)
        page.refused.connect(self._pacing.refuse_today)
        page.worse_requested.connect(lambda: self.ask_health(HealthReason.WORSE))
        page.back_requested.connect(self.left)
        return page
