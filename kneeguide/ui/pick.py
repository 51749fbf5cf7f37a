"""Choosing a routine: the library, then the page of one.

The library is the first page, so only what it needs is loaded here; what an outlook is made from comes with the
second page, or as soon as a health answer rules something out.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.choosing import Offer, instead_of
from kneeguide.core.clock import Clock
from kneeguide.core.library import Library
from kneeguide.core.routine import Condition, Routine
from kneeguide.core.settings import Settings
from kneeguide.core.storage import StorageFault
from kneeguide.ui.first_paint import FirstPaint
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.pages.library import LibraryPage

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.core.questions import Answers, Question
    from kneeguide.core.refusal import Reason
    from kneeguide.core.weekly_plan import Today
    from kneeguide.ui.pages.routine_detail import RoutineDetailPage

LATELY = 5
"""How many routines count as done lately."""
INSTEAD = 2
"""How many routines are offered in the place of one that is ruled out."""


class Pick(QObject):
    """Shows what there is to pick from. ``opened`` and ``picked`` carry the id of a routine: to read about, to be done.

    ``plan_requested``: the plan over weeks. ``put_off_requested``: of today's session.
    ``next_day_…``: whether the question about the day after a session is answered, put off, or not to be asked.
    ``left``: the user turned back to the library. ``favourite_toggled``: the id of a routine, and whether it is a
    favourite now. ``learn_requested``: the id of a page of Learn. ``folder_requested``: of the user's own routines.
    ``sheet_requested``: the id of a routine that is wanted on paper.
    """

    opened = Signal(str)
    picked = Signal(str)
    left = Signal()
    next_day_told = Signal()
    next_day_put_off = Signal()
    next_day_waved_off = Signal()
    favourite_toggled = Signal(str, bool)
    learn_requested = Signal(str)
    folder_requested = Signal()
    plan_requested = Signal()
    put_off_requested = Signal()
    sheet_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        load_library: Callable[[], Library],
        health: "Callable[[], Answers | None]",
        done_lately: Callable[[int], tuple[str, ...]],
        settings: Callable[[], Settings],
        poses: "Mapping[str, Pose]",
        today: "Callable[[], Today | None]",
        first_week: Callable[[datetime], bool],
        parent: QObject | None = None,
    ) -> None:
        """``today``: what the plan over weeks says of it, None if there is no plan. ``first_week``: whether the user
        still is a beginner.

        ``health``: the newest full list, None if there is none. ``done_lately``: ids of at most so many routines."""
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._load_library = load_library
        self._health = health
        self._done_lately = done_lately
        self._settings = settings
        self._poses = poses
        self._today = today
        self._first_week = first_week
        self._library = load_library()

    @property
    def routines(self) -> tuple[Routine, ...]:
        """All there are."""
        return self._library.routines

    @property
    def to_plan(self) -> tuple[Routine, ...]:
        """Those that the user's health answers do not rule out; all there are where that leaves none."""
        ruled_out = self._ruled_out()
        return tuple(each for each in self.routines if each.id not in ruled_out) or self.routines

    def find(self, routine_id: str) -> Routine | None:
        """The routine of this id, if there is one."""
        return next((routine for routine in self._library.routines if routine.id == routine_id), None)

    @property
    def is_in_front(self) -> bool:
        """Whether the user sees a page of this part of the program."""
        return self._window.page in (self.__dict__.get("_library_page"), self.__dict__.get("_detail"))

    def show_library(self) -> None:
        """Show all routines."""
        self._library_page.show_library(
            self._library.routines,
            self._library.problems,
            favourites=self._settings().favourites,
            lately=self._lately(),
            ruled_out=self._ruled_out(),
        )
        self.show_today()
        self._window.show_page(self._library_page, Place.ROUTINES)
        if self._window.isVisible():
            self._show_times()
        else:
            FirstPaint(self._window).seen.connect(self._show_times)

    def show_today(self) -> None:
        """Say above the routines what the plan over weeks says of today."""
        try:
            self._library_page.show_today(self._today(), self._clock.now().wall.date())
        except StorageFault:
            self._library_page.show_today(None, self._clock.now().wall.date())

    def read_again(self) -> None:
        """Read all routines anew, as after a change of the user's own."""
        self._library = self._load_library()

    def narrow_to(self, condition: Condition) -> None:
        """Leave in view only what is for those who were told this."""
        self._library_page.narrow_to(condition)

    def show_next_day(self, is_due: bool) -> None:
        """Ask above the routines how the knee is the day after a session, or do not."""
        self._library_page.show_next_day(is_due)

    def show_routine(self, routine: Routine, why_none: "Reason | None" = None) -> None:
        """Show one routine in detail. ``why_none``: why there is no session at all today."""
        from kneeguide.core.outlook import outlook

        now = self._clock.now().wall
        ruled_out = self._ruled_out()
        offers = [Offer(each, ruled_out=ruled_out.get(each.id)) for each in self._library.routines]
        self._detail.show_routine(
            routine,
            outlook(routine, self._answers(), now, first_week=self._is_first_week(now)),
            warnings=tuple(problem.expectation for problem in self._library.warnings.get(routine.id, ())),
            favourite=routine.id in self._settings().favourites,
            instead=instead_of(routine, offers)[:INSTEAD] if routine.id in ruled_out else (),
            why_none=why_none,
        )
        self._window.show_page(self._detail, Place.ROUTINES)

    def _ruled_out(self) -> "dict[str, Question]":
        health = self._answers()
        if health is None:
            return {}
        from kneeguide.core.ruled_out import ruled_out

        return ruled_out(self._library.routines, health, self._clock.now().wall)

    def _show_times(self) -> None:
        """Say what each routine takes this user today, as its own page does."""
        health, now = self._answers(), self._clock.now().wall
        first_week = self._is_first_week(now)
        if health is None and not first_week:
            return
        from kneeguide.core.outlook import outlook

        takes = {each.id: outlook(each, health, now, first_week=first_week) for each in self._library.routines}
        self._library_page.show_times({id: each.total_seconds for id, each in takes.items()})

    def _is_first_week(self, now: datetime) -> bool:
        try:
            return self._first_week(now)
        except StorageFault:  # doses are lighter then, too
            return True

    def _answers(self) -> "Answers | None":
        try:
            return self._health()
        except StorageFault:  # the gate says so, and lets nobody through
            return None

    def _lately(self) -> tuple[str, ...]:
        try:
            return self._done_lately(LATELY)
        except StorageFault:
            return ()

    def _reload(self) -> None:
        self.read_again()
        self.show_library()

    @cached_property
    def _library_page(self) -> LibraryPage:
        page = LibraryPage(self._window.colours, self._poses)
        page.routine_chosen.connect(self.opened)
        page.favourite_toggled.connect(self.favourite_toggled)
        page.learn_requested.connect(self.learn_requested)
        page.folder_requested.connect(self.folder_requested)
        page.reload_requested.connect(self._reload)
        page.plan_requested.connect(self.plan_requested)
        page.put_off_requested.connect(self.put_off_requested)
        page.next_day_told.connect(self.next_day_told)
        page.next_day_put_off.connect(self.next_day_put_off)
        page.next_day_waved_off.connect(self.next_day_waved_off)
        return page

    @cached_property
    def _detail(self) -> "RoutineDetailPage":
        from kneeguide.ui.pages.routine_detail import RoutineDetailPage

        page = RoutineDetailPage(self._window.colours, self._poses)
        page.start_requested.connect(self.picked)
        page.routine_requested.connect(self.opened)
        page.favourite_toggled.connect(self.favourite_toggled)
        page.learn_requested.connect(self.learn_requested)
        page.sheet_requested.connect(self.sheet_requested)
        page.back_requested.connect(self.left)
        return page
