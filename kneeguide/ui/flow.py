"""The map of the program: start, pick a routine, be guided through it, look back, leave.

Picking is in ``pick``, what happens between picking and the diary in ``guided_session``. Only what the first page
needs is loaded at the start; everything else is made, and its code read, when it is first wanted.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.routine import Condition, Legs, Routine, Side
from kneeguide.core.settings import Settings
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.next_day import NextDay
from kneeguide.ui.pick import Pick
from kneeguide.ui.unfinished import Unfinished

if TYPE_CHECKING:
    from kneeguide.core.history import Record
    from kneeguide.core.history_store import HistoryStore
    from kneeguide.core.pose import Pose
    from kneeguide.ui.desk import Desk
    from kneeguide.ui.guided_session import GuidedSession
    from kneeguide.ui.look_back import LookBack
    from kneeguide.ui.pages.welcome import WelcomePage
    from kneeguide.ui.paperwork import Paperwork


class Flow(QObject):
    """Leads the user from place to place. ``settings_changed`` carries new Settings, to be kept and obeyed."""

    settings_changed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        left_open: Callable[[], bool],
        history: "Callable[[], HistoryStore]",
        settings: Settings,
        next_day: NextDay,
        make_pick: "Callable[[Flow], Pick]",
        make_guided: "Callable[[Flow], GuidedSession]",
        make_look_back: "Callable[[Flow], LookBack]",
        make_desk: "Callable[[Flow], Desk]",
        make_paperwork: "Callable[[Flow], Paperwork]",
        routines_folder: Path | None,
        poses: "Mapping[str, Pose]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self.settings = settings
        self._next_day = next_day
        self._make_pick = make_pick
        self._make_guided = make_guided
        self._make_look_back = make_look_back
        self._make_desk = make_desk
        self._make_paperwork = make_paperwork
        self._routines_folder = routines_folder
        self._poses = poses
        self._wanted: str | None = None
        self._routine: Routine | None = None
        self._is_reviewing = False
        self._unfinished = Unfinished(window, clock, left_open, history, self)
        self._unfinished.resumed.connect(self._resume)
        self._unfinished.settled.connect(self.show_library)
        next_day.finished.connect(self.show_library)
        window.place_requested.connect(self._go)
        window.close_requested.connect(self._leave)

    # Start

    def start(self, routine_id: str | None = None) -> None:
        """Open the first page: the welcome, an unfinished session, the named routine, or the library."""
        self._wanted = routine_id or self._wanted
        if self.settings.adult_confirmed is None:
            self._welcome.show_welcome()
            self._window.show_page(self._welcome, whole_window=True)
            return
        if self._unfinished.show(lambda routine_id: self._pick.find(routine_id) is not None):
            return
        if self._wanted is not None and self._pick.find(self._wanted) is not None:
            self.open_routine(self._wanted)
            self._wanted = None
        else:
            self.show_library()

    def _welcomed(self) -> None:
        from kneeguide.core.questions import HealthReason

        self._change_settings(replace(self.settings, adult_confirmed=self._clock.now().wall))
        if self._guided.knows_health:
            self.start()
        else:
            self._guided.ask_health(HealthReason.FIRST)

    # Pick

    def show_library(self) -> None:
        """Show all routines."""
        self._routine = None
        self._is_reviewing = False
        self._pick.show_library()
        self._pick.show_next_day(self._next_day.is_due)

    def _read_again(self) -> None:
        self._pick.read_again()
        self.show_library()

    def _show_routines_for(self, condition: Condition) -> None:
        self.show_library()
        self._pick.narrow_to(condition)

    def open_routine(self, routine_id: str) -> None:
        """Show one routine in detail. It still goes through the gate."""
        routine = self._pick.find(routine_id)
        if routine is None:
            self.show_library()
            return
        self._routine = routine
        self._pick.show_routine(routine, self._guided.why_no_session())

    def _show_report(self) -> None:
        self._paperwork.show_report()

    def _show_sheet(self, routine_id: str) -> None:
        routine = self._pick.find(routine_id)
        if routine is not None:
            self._paperwork.show_sheet(routine)

    # Gate, plan, play, log

    def _guide(self, routine_id: str) -> None:
        routine = self._pick.find(routine_id)
        if routine is not None:
            self._routine = routine
            self._guided.enter(routine)

    def _turn_back(self) -> None:
        if self._is_reviewing:
            self._is_reviewing = False
            self._desk.show_settings()
        elif self._routine is not None and not self._unfinished.is_there:
            self.open_routine(self._routine.id)
        else:
            self.start()

    def _resume(self, record: "Record") -> None:
        routine = self._pick.find(record.routine_id)
        if routine is not None:
            self._routine = routine
            self._guided.enter(routine, record)

    # Go elsewhere

    def _go(self, place: Place) -> None:
        if self.is_playing or self.settings.adult_confirmed is None:
            return
        self._is_reviewing = False
        match place:
            case Place.ROUTINES:
                self.start()
            case Place.HISTORY:
                self._look_back.show_history()
            case Place.LEARN:
                self.open_learn()
            case Place.SETTINGS:
                self._desk.show_settings()

    def open_learn(self, page_id: str = "") -> None:
        """Show what there is to read, at one page of it if it is named; never under a running session."""
        if not self.is_playing:
            self._is_reviewing = False
            self._desk.show_learn(page_id)

    def offer_routine(self, routine_id: str) -> None:
        """Open a routine that a second start of the program asked for, unless something else is going on."""
        if self._pick.is_in_front:
            self.open_routine(routine_id)

    def _show_health_answers(self) -> None:
        self._is_reviewing = True
        self._guided.show_health_answers()

    def _keep_legs(self, legs: Legs, first: Side) -> None:
        self._change_settings(replace(self.settings, legs=legs, first_leg=first))

    def _keep_pace(self, slower: float) -> None:
        self._change_settings(replace(self.settings, slower=slower))

    def _give_up_voice(self) -> None:
        """Try no voice again until the user asks for one: that there is none needs to be said only once."""
        self._change_settings(replace(self.settings, voice=False))

    def _keep_favourite(self, routine_id: str, is_one: bool) -> None:
        self._change_settings(self.settings.with_favourite(routine_id, is_one))

    def _change_settings(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)

    # Leave

    @property
    def is_playing(self) -> bool:
        """Whether a session has begun and not ended."""
        return "_guided" in self.__dict__ and self._guided.is_playing

    def hold(self) -> None:
        """Stop the clock of a session that runs."""
        if self.is_playing:
            self._guided.pause()

    def shut(self) -> None:
        """Close the window; a session that runs stays in the diary as unfinished."""
        place = self._window.place_on_screen()  # before a floor view ends, which desktops take their time over
        if self.is_playing:
            self._guided.abandon()
        self._change_settings(replace(self.settings, window=place))
        self._window.leave()

    def _leave(self) -> None:
        if self.is_playing:
            from kneeguide.ui import messages

            self._guided.pause()
            if not messages.ask_to_leave(self._window, saved=not self._guided.fault):
                return
        self.shut()

    # Made when first wanted

    @cached_property
    def _pick(self) -> Pick:
        pick = self._make_pick(self)
        pick.opened.connect(self.open_routine)
        pick.picked.connect(self._guide)
        pick.left.connect(self.show_library)
        pick.next_day_told.connect(self._next_day.ask)
        pick.next_day_put_off.connect(self._next_day.put_off)
        pick.next_day_waved_off.connect(self._next_day.wave_off)
        pick.favourite_toggled.connect(self._keep_favourite)
        pick.learn_requested.connect(self.open_learn)
        pick.sheet_requested.connect(self._show_sheet)
        pick.folder_requested.connect(lambda: self._desk.open_folder(self._routines_folder))
        return pick

    @cached_property
    def _guided(self) -> "GuidedSession":
        guided = self._make_guided(self)
        guided.left.connect(self._turn_back)
        guided.finished.connect(self.show_library)
        guided.routine_requested.connect(self.open_routine)
        guided.legs_chosen.connect(self._keep_legs)
        guided.learn_requested.connect(self.open_learn)
        guided.pace_chosen.connect(self._keep_pace)
        guided.voice_missing.connect(self._give_up_voice)
        guided.leave_requested.connect(self._leave)
        return guided

    @cached_property
    def _look_back(self) -> "LookBack":
        look_back = self._make_look_back(self)
        look_back.report_requested.connect(self._show_report)
        look_back.routines_requested.connect(self.show_library)
        return look_back

    @cached_property
    def _paperwork(self) -> "Paperwork":
        paperwork = self._make_paperwork(self)
        paperwork.report_left.connect(lambda: self._go(Place.HISTORY))
        paperwork.sheet_left.connect(self.open_routine)
        return paperwork

    @cached_property
    def _desk(self) -> "Desk":
        desk = self._make_desk(self)
        desk.changed.connect(self._change_settings)
        desk.routines_requested.connect(self._show_routines_for)
        desk.reload_requested.connect(self._read_again)
        desk.health_requested.connect(self._show_health_answers)
        desk.troubled.connect(self._window.show_banner)
        return desk

    @cached_property
    def _welcome(self) -> "WelcomePage":
        from kneeguide.ui.pages.welcome import WelcomePage

        page = WelcomePage(self._window.colours, self._poses)
        page.accepted.connect(self._welcomed)
        return page
