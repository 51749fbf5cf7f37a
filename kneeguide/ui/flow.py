"""Pick, gate, play, log: the map of the program, to be read from top to bottom."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.health_log import HealthLog
from kneeguide.core.history import Record, continues, is_first_week
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.library import Library
from kneeguide.core.pain import before_light
from kneeguide.core.plan import ClearanceExpiredError, Preferences, plan
from kneeguide.core.questions import HealthReason
from kneeguide.core.routine import Routine
from kneeguide.core.safety import SORE_DAY_ROUTINE, Clearance, Refusal, is_sore_day
from kneeguide.core.session_log import SessionLog
from kneeguide.core.settings import Settings
from kneeguide.core.storage import StorageFault
from kneeguide.ui import messages
from kneeguide.ui.desk import Desk
from kneeguide.ui.gate import Gate
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.pages.library import LibraryPage
from kneeguide.ui.play import Play
from kneeguide.ui.wrap_up import WrapUp

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.pages.pain_before import PainBeforePage, PainChoices
    from kneeguide.ui.pages.routine_detail import RoutineDetailPage
    from kneeguide.ui.pages.unfinished import UnfinishedPage
    from kneeguide.ui.pages.welcome import WelcomePage


class Flow(QObject):
    """Leads the user from page to page. It asks the core at every turn and decides nothing itself.

    ``settings_changed`` carries the new Settings, to be kept and obeyed.
    """

    settings_changed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        load_library: Callable[[], Library],
        history: HistoryStore,
        health: HealthLog,
        settings: Settings,
        poses: "Mapping[str, Pose]",
        play: Play,
        desk: Desk,
        routines_folder: Path | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._load_library = load_library
        self._history = history
        self._health = health
        self.settings = settings
        self._routines_folder = routines_folder
        self._library = load_library()
        self._routine: Routine | None = None
        self._clearance: Clearance | None = None
        self._unfinished: Record | None = None
        self._poses = poses
        self._play = play
        self._desk = desk
        self._gate = Gate(window, clock, health, self._last_ended, lambda: self.settings.emergency_number, self)
        self._gate.cleared.connect(self._cleared)
        self._gate.left.connect(self._gate_left)
        self._gate.sore_day_requested.connect(self._open_sore_day)
        self._gate.troubled.connect(window.show_banner)
        self._wrap_up = WrapUp(window, clock, health, self)
        self._wrap_up.finished.connect(self.show_library)
        play.ended.connect(self._ended)
        play.leave_requested.connect(self._leave)
        play.check_expired.connect(self._check_again)
        desk.changed.connect(self._change_settings)
        desk.health_review_requested.connect(self._gate.review_health)
        desk.troubled.connect(window.show_banner)
        window.place_requested.connect(self._go)
        window.close_requested.connect(self._leave)

    # Start

    def start(self, routine_id: str | None = None) -> None:
        """Open the first page: the welcome, an unfinished session, the named routine, or the library."""
        if self.settings.adult_confirmed is None:
            self._welcome.show_welcome()
            self._window.show_page(self._welcome, whole_window=True)
            return
        self._unfinished = self._find_unfinished()
        if self._unfinished is not None:
            self._unfinished_page.show_unfinished(self._unfinished, self._can_resume(self._unfinished))
            self._window.show_page(self._unfinished_page, Place.ROUTINES)
        elif routine_id is not None and self._find(routine_id) is not None:
            self.open_routine(routine_id)
        else:
            self.show_library()

    def _welcomed(self) -> None:
        self._change_settings(replace(self.settings, adult_confirmed=self._clock.now().wall))
        if self._health.answers is None:
            self._gate.ask_health(HealthReason.FIRST)
        else:
            self.start()

    # Pick

    def show_library(self) -> None:
        """Show all routines."""
        self._routine = None
        self._library_page.show_library(self._library.routines, self._library.problems)
        self._window.show_page(self._library_page, Place.ROUTINES)

    def open_routine(self, routine_id: str) -> None:
        """Show one routine in detail. It still goes through the gate."""
        routine = self._find(routine_id)
        if routine is None:
            self.show_library()
            return
        self._routine = routine
        warnings = tuple(problem.expectation for problem in self._library.warnings.get(routine.id, ()))
        self._detail.show_routine(routine, warnings, self._is_first_week())
        self._window.show_page(self._detail, Place.ROUTINES)

    def _find(self, routine_id: str) -> Routine | None:
        return next((routine for routine in self._library.routines if routine.id == routine_id), None)

    def _reload(self) -> None:
        self._library = self._load_library()
        self.show_library()

    # Gate

    def _enter_gate(self, routine_id: str) -> None:
        routine = self._find(routine_id)
        if routine is not None:
            self._routine = routine
            self._gate.enter(routine)

    def _gate_left(self) -> None:
        if self._routine is not None:
            self.open_routine(self._routine.id)
        else:
            self.start()

    def _open_sore_day(self) -> None:
        self.open_routine(SORE_DAY_ROUTINE)

    def _cleared(self, clearance: Clearance) -> None:
        self._clearance = clearance
        self._pain_before.show_question(
            clearance.routine.title, self.settings.legs, self.settings.first_leg, self._is_first_week()
        )
        self._window.show_page(self._pain_before, Place.ROUTINES)

    def _rated_before(self, rating: int) -> None:
        assert self._clearance is not None
        self._pain_before.show_light(before_light(rating), is_sore_day(self._clearance.routine))

    def _feels_worse(self) -> None:
        self._routine = None
        self._gate.ask_health(HealthReason.WORSE)

    # Plan

    def _chosen(self, choices: "PainChoices") -> None:
        assert self._clearance is not None
        preferences = Preferences(
            legs=choices.legs,
            first=choices.first,
            first_week=self._is_first_week(),
            half_dose=choices.half_dose,
            get_ready=self.settings.get_ready,
        )
        self._change_settings(replace(self.settings, legs=choices.legs, first_leg=choices.first))
        try:
            made = plan(self._clearance, preferences, before=choices.rating, now=self._clock.now())
        except ClearanceExpiredError as expired:
            self._window.show_banner(str(expired))
            self._gate.enter(self._clearance.routine)
            return
        if isinstance(made, Refusal):
            self._gate.show_refusal(made, self._clearance.routine)
            return

        # Play
        unfinished, self._unfinished = self._unfinished, None
        if unfinished is not None and not continues(made, unfinished):
            unfinished = None
        self._play.begin(made, choices.rating, self.settings, unfinished)

    def _check_again(self) -> None:
        """A pause outlasted the safety check: what is left of the session waits behind a new one."""
        self._unfinished = self._find_unfinished()
        self._window.show_banner(str(ClearanceExpiredError()))
        if self._unfinished is not None:
            self._resume()
        else:
            self.show_library()

    # Log

    def _ended(self, log: SessionLog) -> None:
        self._clearance = None
        self._wrap_up.begin(log)

    # What an interrupted run left behind

    def _find_unfinished(self) -> Record | None:
        try:
            return self._history.unfinished()
        except StorageFault:
            return None

    def _can_resume(self, record: Record) -> bool:
        return self._find(record.routine_id) is not None

    def _resume(self) -> None:
        assert self._unfinished is not None
        self._enter_gate(self._unfinished.routine_id)

    def _keep_partial(self, record_id: str) -> None:
        self._settle(lambda: self._history.keep_partial(record_id, self._clock.now().wall))

    def _discard(self, record_id: str) -> None:
        self._settle(lambda: self._history.discard(record_id))

    def _settle(self, step: Callable[[], None]) -> None:
        self._unfinished = None
        try:
            step()
        except StorageFault as fault:
            self._window.show_banner(str(fault))
        self.show_library()

    # Around the main path

    def _go(self, place: Place) -> None:
        if self._play.is_open or self.settings.adult_confirmed is None:
            return
        match place:
            case Place.ROUTINES:
                self.show_library()
            case Place.HISTORY:
                self._desk.show_history()
            case Place.SETTINGS:
                self._desk.show_settings()

    def _leave(self) -> None:
        if self._play.is_open:
            self._play.pause()
            if not messages.ask_to_leave(self._window):
                return
        self.shut()

    def hold(self) -> None:
        """Stop the clock of a session that runs."""
        self._play.pause()

    def offer_routine(self, routine_id: str) -> None:
        """Open a routine that a second start of the program asked for, unless something else is going on."""
        at_rest = self._window.page in (self._library_page, self._detail)
        if at_rest and not self._play.is_open:
            self.open_routine(routine_id)

    def shut(self) -> None:
        """Close the window; a session that runs stays in the diary as unfinished."""
        self._play.abandon()
        self._change_settings(replace(self.settings, window=self._window.place_on_screen()))
        self._window.leave()

    def _change_settings(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)

    def _last_ended(self) -> datetime | None:
        try:
            return self._history.last_ended()
        except StorageFault:
            return None

    def _is_first_week(self) -> bool:
        try:
            return is_first_week(self._history.first_started(), self._clock.now().wall)
        except StorageFault:
            return True

    # Pages, each made when it is first wanted

    @cached_property
    def _welcome(self) -> "WelcomePage":
        from kneeguide.ui.pages.welcome import WelcomePage

        page = WelcomePage(self._window.colours)
        page.accepted.connect(self._welcomed)
        return page

    @cached_property
    def _library_page(self) -> LibraryPage:
        page = LibraryPage(self._window.colours, self._poses)
        page.routine_chosen.connect(self.open_routine)
        page.folder_requested.connect(lambda: self._desk.open_folder(self._routines_folder))
        page.reload_requested.connect(self._reload)
        return page

    @cached_property
    def _detail(self) -> "RoutineDetailPage":
        from kneeguide.ui.pages.routine_detail import RoutineDetailPage

        page = RoutineDetailPage(self._window.colours, self._poses)
        page.start_requested.connect(self._enter_gate)
        page.back_requested.connect(self.show_library)
        return page

    @cached_property
    def _pain_before(self) -> "PainBeforePage":
        from kneeguide.ui.pages.pain_before import PainBeforePage

        page = PainBeforePage(self._window.colours)
        page.rated.connect(self._rated_before)
        page.chosen.connect(self._chosen)
        page.sore_day_requested.connect(self._open_sore_day)
        page.worse_requested.connect(self._feels_worse)
        page.back_requested.connect(self._gate_left)
        return page

    @cached_property
    def _unfinished_page(self) -> "UnfinishedPage":
        from kneeguide.ui.pages.unfinished import UnfinishedPage

        page = UnfinishedPage(self._window.colours)
        page.resume_requested.connect(lambda _id: self._resume())
        page.keep_requested.connect(self._keep_partial)
        page.discard_requested.connect(self._discard)
        return page
