"""The routines to pick from: in the order of offering, what is ruled out greyed, and no bad file hides the others.

Which of them are shown, and in what order, ``core.choosing`` says.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kneeguide.core.choosing import Choices, Offer, Told, Unnamed, choose, first_choice, typical_techniques
from kneeguide.core.routine import Origin, Routine, Technique
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.card_grid import CardGrid
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.nothing_to_show import NothingToShow
from kneeguide.ui.widgets.routine_card import RoutineCard
from kneeguide.ui.widgets.routine_filters import RoutineFilters
from kneeguide.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.core.problem import Problem
    from kneeguide.core.questions import Question
    from kneeguide.core.weekly_plan import Today
    from kneeguide.ui.widgets.first_step_note import FirstStepNote
    from kneeguide.ui.widgets.left_out_files import LeftOutFiles
    from kneeguide.ui.widgets.next_day_card import NextDayCard
    from kneeguide.ui.widgets.own_folder import OwnFolder
    from kneeguide.ui.widgets.today_card import TodayCard

WHEN_TO_SEE_SOMEONE = "see-someone"
"""The page of Learn about it."""


class LibraryPage(PageFrame):
    """Shows routines as cards. ``routine_chosen`` carries the id of one, ``learn_requested`` that of a page of Learn.

    ``favourite_toggled`` carries the id of a routine and whether it is a favourite now. ``plan_requested`` is about the
    plan over weeks, ``put_off_requested`` about today's session of it.
    ``next_day_…``: how the user takes the question about the day after a session.
    """

    WIDEST = None  # cards go on beside each other

    routine_chosen = Signal(str)
    favourite_toggled = Signal(str, bool)
    learn_requested = Signal(str)
    folder_requested = Signal()
    reload_requested = Signal()
    plan_requested = Signal()
    put_off_requested = Signal()
    next_day_told = Signal()
    next_day_put_off = Signal()
    next_day_waved_off = Signal()

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]") -> None:
        super().__init__()
        self._colours = colours
        self._poses = poses
        self._offers: dict[str, Offer] = {}
        self._cards: dict[str, RoutineCard] = {}
        self._last_id = ""
        self._search = SearchField(self.tr("Search routines"))
        self._search.textChanged.connect(self._arrange)
        self._search.editingFinished.connect(self._say_what_is_left)
        self._filters = RoutineFilters()
        self._filters.changed.connect(self._narrow)
        self._filters.rearranged.connect(self._fit_line)
        self._heard_of = self._choices
        self._advice: FirstStepNote | None = None
        self._today: TodayCard | None = None
        self._again = Button("", "link", icon=Icon.AGAIN)
        self._again.clicked.connect(lambda: self.routine_chosen.emit(self._last_id))
        self._plan = Button(self.tr("Plan my weeks"), "link", icon=Icon.PLAN)
        self._plan.clicked.connect(self.plan_requested)
        self._has_plan = False
        self._next_day: NextDayCard | None = None
        self._is_next_day_due = False
        self._left_out: LeftOutFiles | None = None
        self._searches_alone = False
        self._empty = NothingToShow(self.tr("Show all routines"), icon=Icon.ROUTINES)
        self._empty.wanted.connect(self._show_all)
        self._grid = CardGrid()
        self._grid.moved_to.connect(self.show_whole)
        self._own: OwnFolder | None = None
        self._left = ""
        self._lay_out()
        find = QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_library(
        self,
        routines: Sequence[Routine],
        problems: "tuple[Problem, ...]",
        *,
        favourites: Collection[str] = (),
        lately: Sequence[str] = (),
        ruled_out: "Mapping[str, Question] | None" = None,
    ) -> None:
        """Replace the cards; what was chosen to narrow them down stays.

        ``problems``: of files that are left out. ``favourites``, ``lately``: ids, of those done lately the last first.
        ``ruled_out``: the health answer that leaves nothing of a routine, by its id.
        """
        places = {id: place for place, id in enumerate(lately)}
        against = ruled_out or {}
        self._offers = {
            each.id: Offer(each, each.id in favourites, places.get(each.id), against.get(each.id)) for each in routines
        }
        typical = typical_techniques(routines)
        self._cards = {id: self._make_card(each, typical[id]) for id, each in self._offers.items()}
        self._grid.hold(list(self._cards.values()))
        self._show_problems(problems)
        self._show_own(bool(problems) or any(each.origin is Origin.USER for each in routines))
        self._recall(next((self._offers[id].routine for id in lately if id in self._offers), None))
        self._arrange()

    def show_times(self, seconds: Mapping[str, int]) -> None:
        """Say what routines take this user today, by their ids, where that is not as written."""
        for id, each in seconds.items():
            self._cards[id].show_time(each)

    def show_today(self, today: "Today | None", day: date) -> None:
        """Say what the plan over weeks says of ``day``, which is today. None: there is no plan yet, but can be one."""
        if today is not None:
            is_here = today.session is None or today.session.routine_id in self._offers
            self._today_card.show_today(today, day, is_here=is_here)
        self._has_plan = today is not None
        self._show_one_banner()

    def _show_one_banner(self) -> None:
        """Leave room for the routines: how the knee is comes before what is planned for it."""
        is_asked = self._next_day is not None and self._is_next_day_due
        if self._next_day is not None:
            self._next_day.setVisible(is_asked)
        if self._today is not None:
            self._today.setVisible(self._has_plan and not is_asked)
        self._plan.set_label(self.tr("My plan") if self._has_plan and is_asked else self.tr("Plan my weeks"))
        self._plan.setVisible(is_asked or not self._has_plan)
        self._lead_tab_through()

    def show_next_day(self, is_due: bool) -> None:
        """Ask how the knee is the day after a session, or do not."""
        if self._next_day is None and is_due:
            # Not above: most starts have nothing to ask.
            from kneeguide.ui.widgets.next_day_card import NextDayCard

            self._next_day = NextDayCard()
            self._next_day.told.connect(self.next_day_told)
            self._next_day.put_off.connect(lambda: self._leave_next_day(self.next_day_put_off))
            self._next_day.waved_off.connect(lambda: self._leave_next_day(self.next_day_waved_off))
            self.body.insertWidget(0, self._next_day)
        self._is_next_day_due = is_due
        self._show_one_banner()

    def narrow_to(self, told: Told) -> None:
        """Show what is for those who were told this, whatever was chosen before."""
        self._filters.choose_told(told)
        self._search.clear()
        self._narrow()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        for card in self._cards.values():
            card.set_colours(colours)

    @property
    def _choices(self) -> Choices:
        return replace(self._filters.choices, words=self._search.text())

    def _narrow(self) -> None:
        self._arrange()
        self._say_what_is_left()

    def _say_what_is_left(self) -> None:
        """Tell whoever hears the page how many routines are in view; of a search not before it has been typed."""
        choices, before = self._choices, self._heard_of
        self._heard_of = choices
        if choices != before:
            left = self._left if self._empty.isHidden() else self._empty.why
            announce(self, left, at_once=False)

    def _arrange(self) -> None:
        """Show what fits the choices, in the order of offering."""
        offers = self._offers.values()
        self._filters.offer(
            favourites=any(offer.favourite for offer in offers),
            lately=any(offer.lately is not None for offer in offers),
        )
        choices = self._choices
        shown = choose(offers, choices, _text_of)
        first = first_choice(offers, choices.told)
        for offer in offers:
            card = self._cards[offer.routine.id]
            card.setVisible(offer in shown)
            card.stand_out(offer.routine.id == first)
        in_view = [self._cards[offer.routine.id] for offer in shown]
        self._grid.hold(in_view + [card for card in self._grid.cards if card not in in_view])
        self._grid.keep_one_stop()
        self._filters.show_counts(self._count)
        self._advise(choices)
        self._tell(shown)
        self._lead_tab_through()

    def _count(self, choices: Choices) -> int:
        return len(choose(self._offers.values(), replace(choices, words=self._search.text()), _text_of))

    def _recall(self, last: Routine | None) -> None:
        """Lead back to what was done last."""
        self._last_id = last.id if last is not None else ""
        self._again.setVisible(last is not None)
        if last is not None:
            self._again.set_label(self.tr("Last time: {title}").format(title=last.title))

    def _fit_line(self) -> None:
        """Keep the way to the plan beside the search as long as the title leaves room there."""
        is_shown = not self._plan.isHidden()
        if self._filters.is_roomy:
            self.beside_title.insertWidget(1, self._plan)
        else:
            self._filters.put_beside(self._plan)
        self._plan.setVisible(is_shown)  # what changes its place would be hidden until later
        self._filters.put_beside(self._again)
        self._lead_tab_through()

    def _lead_tab_through(self) -> None:
        """Tab would go in the order in which things were made; let it go as they stand."""
        stops = [
            *([self._plan] if self._filters.is_roomy else []),
            self._search,
            *(self._next_day.stops if self._next_day else ()),
            *(self._today.stops if self._today else ()),
            *self._filters.stops,
            *([self._advice.more] if self._advice else []),
            *self._grid.stops,
            *([self._left_out.why] if self._left_out else []),
            *(self._own.stops if self._own else ()),
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _tell(self, shown: Sequence[Offer]) -> None:
        self._empty.setVisible(not shown)
        is_narrowed = bool(self._cards)
        words = self._search.text().strip()
        self._searches_alone = bool(words) and not self._filters.is_narrowing
        if is_narrowed and self._searches_alone:
            self._empty.set_way_on(self.tr("Clear the search"))
            advice = self.tr("Try a shorter word, or the name of a muscle or a tool.")
            self._empty.say(self.tr("Nothing found for “{words}”").format(words=words), advice)
        elif is_narrowed:
            self._empty.set_way_on(self.tr("Show all routines"))
            advice = self.tr("Take away a choice above, or start again from all of them.")
            self._empty.say(self.tr("No routine fits all of that"), advice)
        else:
            advice = self.tr("Please install KneeGuide again; your diary and your routines stay as they are.")
            self._empty.say(self.tr("There are no routines to show"), advice, has_way_on=False)
        if len(shown) == len(self._cards):
            count = self.tr("Routines: {count}").format(count=len(shown))
        else:
            count = self.tr("Routines: {shown} of {count}").format(shown=len(shown), count=len(self._cards))
        greyed = sum(offer.ruled_out is not None for offer in shown)
        if greyed:
            count = self.tr("{routines}. Not for you today: {count}").format(routines=count, count=greyed)
        self._left = count
        if not self._last_id:
            count = self.tr("{routines}. A safety check comes before each one.").format(routines=count)
        self.show_heading(self.tr("What shall we work on?"), count)

    def _advise(self, choices: Choices) -> None:
        if self._advice is None and choices.told is Unnamed.NOT_TOLD:
            from kneeguide.ui.widgets.first_step_note import FirstStepNote

            self._advice = FirstStepNote()
            self._advice.more_requested.connect(lambda: self.learn_requested.emit(WHEN_TO_SEE_SOMEONE))
            self.body.insertWidget(self.body.indexOf(self._filters) + 1, self._advice)
        if self._advice is not None:
            self._advice.setVisible(choices.told is Unnamed.NOT_TOLD)

    @property
    def _today_card(self) -> "TodayCard":
        if self._today is None:
            # Not above: most starts have no plan to tell of.
            from kneeguide.ui.widgets.today_card import TodayCard

            self._today = TodayCard()
            self._today.routine_requested.connect(self.routine_chosen)
            self._today.put_off_requested.connect(self.put_off_requested)
            self._today.plan_requested.connect(self.plan_requested)
            self.body.insertWidget(1 if self._next_day is not None else 0, self._today)
        return self._today

    def _leave_next_day(self, how: SignalInstance) -> None:
        self._search.setFocus()
        self.show_next_day(False)
        how.emit()

    def _toggle_favourite(self, id: str, is_one: bool) -> None:
        self._offers[id] = replace(self._offers[id], favourite=is_one)
        self.favourite_toggled.emit(id, is_one)
        self._arrange()

    def _show_all(self) -> None:
        if self._searches_alone:
            self._search.setFocus()
        self.narrow_to(Unnamed.ANY)

    def _show_problems(self, problems: "tuple[Problem, ...]") -> None:
        if self._left_out is None and problems:
            # Not above: most starts can use every file.
            from kneeguide.ui.widgets.left_out_files import LeftOutFiles

            self._left_out = LeftOutFiles()
            self.body.insertWidget(self.body.indexOf(self._grid) + 1, self._left_out)
        if self._left_out is not None:
            self._left_out.show_problems(problems)
            self._left_out.setVisible(bool(problems))

    def _show_own(self, has_any: bool) -> None:
        if self._own is None and has_any:
            # Not above: most have no routines of their own.
            from kneeguide.ui.widgets.own_folder import OwnFolder

            self._own = OwnFolder()
            self._own.opened.connect(self.folder_requested)
            self._own.read_again.connect(self.reload_requested)
            self.body.insertWidget(self.body.count() - 1, self._own)
        if self._own is not None:
            self._own.setVisible(has_any)

    def _make_card(self, offer: Offer, typical: Technique) -> RoutineCard:
        routine, id = offer.routine, offer.routine.id
        ruled_out = _reason(offer.ruled_out) if offer.ruled_out else ""
        card = RoutineCard(
            routine,
            typical,
            self._poses,
            self._colours,
            favourite=offer.favourite,
            ruled_out=ruled_out,
        )
        card.clicked.connect(lambda: self.routine_chosen.emit(id))
        card.favourite_toggled.connect(lambda is_one: self._toggle_favourite(id, is_one))
        return card

    def _lay_out(self) -> None:
        self.beside_title.addSpacing(3 * STEP)
        self.beside_title.addWidget(self._plan)
        self.beside_title.addWidget(self._search)
        self._filters.put_beside(self._again)
        for widget in (self._filters, self._empty, self._grid):
            self.body.addWidget(widget)
        self.body.addStretch(1)


def _reason(ruled_out: "Question") -> str:
    # Not above: most starts have nothing to say no to.
    from kneeguide.ui import safety_wording

    return safety_wording.left_out(ruled_out)


def _text_of(routine: Routine) -> str:
    """Everything a search looks through."""
    parts = [routine.title, routine.why, *(phase.technique.title for phase in routine.phases)]
    parts += [wording.condition_plain(condition) for condition in routine.conditions]
    parts += [wording.area(area) for area in routine.areas] + [wording.tool(tool) for tool in routine.tools]
    parts += [wording.position(position) for position in routine.positions]
    return " ".join(parts)
