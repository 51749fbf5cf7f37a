"""The routines to pick from: by condition first, then by what is sore, where one can be, and what is at hand."""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kneeguide.core.problem import Problem
from kneeguide.core.routine import Area, Condition, Position, Routine, Tool
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.choice_chips import ChoiceChips
from kneeguide.ui.widgets.flow_layout import CardLayout, FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.routine_card import RoutineCard

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

FILES_SHOWN = 3


class LibraryPage(PageFrame):
    """Shows routines as cards. ``routine_chosen`` carries the id of one."""

    routine_chosen = Signal(str)
    folder_requested = Signal()
    reload_requested = Signal()

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]") -> None:
        super().__init__()
        self._colours = colours
        self._poses = poses
        self._cards: list[RoutineCard] = []
        self._search = self._make_search()
        self._conditions = ChoiceChips(
            self.tr("Condition"),
            [(self.tr("Any knee pain"), None), *((wording.condition(each), each) for each in Condition)],
        )
        self._conditions.choose(None)
        self._areas = self._make_filter(self.tr("Area"), [(wording.area(each), each) for each in Area])
        self._positions = self._make_filter(self.tr("Place"), [(wording.position(each), each) for each in Position])
        self._tools = self._make_filter(self.tr("Tool"), [(wording.tool(each), each) for each in Tool])
        self._conditions.changed.connect(self._arrange)
        self._conditions.changed.connect(self._filter)
        self._problems = Text(TextRole.BODY)
        self._problem_box = self._make_problem_box()
        self._empty_heading = Text(TextRole.HEADING)
        self._empty = self._make_empty_state()
        self._grid = CardLayout()
        self._lay_out()
        find = QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_library(self, routines: tuple[Routine, ...], problems: tuple[Problem, ...]) -> None:
        """Replace the cards; what was chosen to narrow them down stays. ``problems``: of files that are left out."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self._cards = [self._make_card(routine) for routine in routines]
        self._show_problems(problems)
        self._arrange()
        self._filter()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        for card in self._cards:
            card.set_colours(colours)

    def _arrange(self) -> None:
        """Put what was made for the chosen condition before what suits any, and else keep the library's order."""
        chosen = self._conditions.chosen[0] is not None
        order = sorted(self._cards, key=lambda card: len(card.routine.conditions) if chosen else 0)
        for card in order:
            self._grid.removeWidget(card)
            self._grid.addWidget(card)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _filter(self) -> None:
        shown = 0
        words = self._search.text().casefold().split()
        for card in self._cards:
            fits = self._fits(card.routine) and all(word in _text_of(card.routine) for word in words)
            card.setVisible(fits)
            shown += fits
        self._empty.setVisible(not shown)
        some = bool(self._cards)
        self._empty_heading.setText(
            self.tr("No routine fits all of that") if some else self.tr("There are no routines to show")
        )
        if shown == len(self._cards):
            lead = self.tr("Routines: {count}").format(count=shown)
        else:
            lead = self.tr("Routines: {shown} of {count}").format(shown=shown, count=len(self._cards))
        self.show_heading(self.tr("What shall we work on?"), lead)

    def _fits(self, routine: Routine) -> bool:
        condition = self._conditions.chosen[0]
        areas = set(self._areas.chosen)
        return (
            (condition is None or condition in routine.conditions)
            and (not areas or not areas.isdisjoint(routine.areas))
            and _is_enough(set(self._positions.chosen), set(routine.positions))
            and _is_enough(set(self._tools.chosen), set(routine.tools) - {Tool.HANDS} or set(routine.tools))
        )

    def _show_all(self) -> None:
        self._conditions.choose(None)
        for chips in (self._areas, self._positions, self._tools):
            chips.choose()
        self._search.clear()
        self._arrange()
        self._filter()

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        files: dict[str, list[Problem]] = {}
        for problem in problems:
            files.setdefault(problem.file, []).append(problem)
        lines = [self._line_about(found) for found in list(files.values())[:FILES_SHOWN]]
        more = len(files) - len(lines)
        if more:
            lines.append(self.tr("Files not listed here: {count}. kneeguide check tells of all.").format(count=more))
        self._problems.setText("\n".join(lines))
        self._problem_box.setVisible(bool(problems))

    def _line_about(self, found: list[Problem]) -> str:
        """The first thing wrong with a file, and how many more there are."""
        if len(found) == 1:
            return str(found[0])
        return self.tr("{problem} (and {count} more in this file)").format(problem=found[0], count=len(found) - 1)

    def _make_card(self, routine: Routine) -> RoutineCard:
        card = RoutineCard(routine, self._poses, self._colours)
        card.clicked.connect(lambda: self.routine_chosen.emit(routine.id))
        self._grid.addWidget(card)
        return card

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Search routines"))
        search.setAccessibleName(self.tr("Search routines"))
        search.setClearButtonEnabled(True)
        search.setFixedWidth(50 * STEP)
        search.textChanged.connect(self._filter)
        return search

    def _make_filter(self, name: str, options: list[tuple[str, object]]) -> ChoiceChips:
        chips = ChoiceChips(name, options, several=True, shows_name=True)
        chips.changed.connect(self._filter)
        return chips

    def _make_problem_box(self) -> Box:
        box = Box("care")
        heading = Text(TextRole.STRONG, self.tr("Some routine files could not be used"))
        heading.set_tone("care")
        box.column.addWidget(heading)
        box.column.addWidget(self._problems)
        box.hide()
        return box

    def _make_empty_state(self) -> Box:
        box = Box("card")
        everything = Button(self.tr("Show all routines"), "primary")
        everything.clicked.connect(self._show_all)
        row = QHBoxLayout()
        row.addWidget(everything)
        row.addStretch(1)
        box.column.addWidget(self._empty_heading)
        box.column.addWidget(
            Text(TextRole.QUIET, self.tr("Take away a choice above, or start again from all of them."))
        )
        box.column.addSpacing(STEP)
        box.column.addLayout(row)
        return box

    def _lay_out(self) -> None:
        self.beside_title.addWidget(self._search)
        narrow = QWidget()
        groups = FlowLayout(narrow, gap=6 * STEP)
        for chips in (self._areas, self._positions, self._tools):
            groups.addWidget(chips)
        cards = QWidget()
        cards.setLayout(self._grid)
        own = QWidget()
        row = FlowLayout(own)
        folder = Button(self.tr("Open my routines folder"), "link")
        folder.clicked.connect(self.folder_requested)
        again = Button(self.tr("Read the folder again"), "link")
        again.clicked.connect(self.reload_requested)
        row.addWidget(folder)
        row.addWidget(again)
        for widget in (self._problem_box, self._conditions, narrow, self._empty, cards, own):
            self.body.addWidget(widget)
        self.body.addStretch(1)


def _is_enough(chosen: set[object], needed: set[Position] | set[Tool]) -> bool:
    """Whether a routine that needs these can be done with what was chosen; nothing chosen means anything goes."""
    return not chosen or (bool(needed) and needed <= chosen)


def _text_of(routine: Routine) -> str:
    """Everything a search looks through."""
    parts = [routine.title, routine.why, *(phase.technique.title for phase in routine.phases)]
    parts += [wording.condition_plain(condition) for condition in routine.conditions]
    parts += [wording.area(area) for area in routine.areas] + [wording.tool(tool) for tool in routine.tools]
    return " ".join(parts).casefold()
