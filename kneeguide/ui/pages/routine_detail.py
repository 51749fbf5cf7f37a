"""One routine before it is begun: whether it is right today, its steps, what it takes, why, and how sure anybody is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.choosing import offered_first_for
from kneeguide.core.outlook import Outlook
from kneeguide.core.pose import Pose
from kneeguide.core.routine import Origin, Routine, Source
from kneeguide.ui import choosing_wording, learn_wording, safety_wording, source_wording, wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.favourite_button import FavouriteButton
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.keep_off_card import KeepOffCard
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.outlook_box import OutlookBox
from kneeguide.ui.widgets.routine_head import RoutineHead
from kneeguide.ui.widgets.technique_step import TechniqueStep

TWO_COLUMNS_FROM = 210 * STEP
"""Width from which notes stand beside the steps, not below them."""


class RoutineDetailPage(PageFrame):
    """Shows a routine. ``start_requested`` and ``routine_requested`` carry the id of it, and of another instead of it.

    ``favourite_toggled``: its id, and whether it is a favourite now. ``learn_requested``: the id of a page of Learn.
    ``sheet_requested``: its id, to have it on paper.
    """

    start_requested = Signal(str)
    routine_requested = Signal(str)
    favourite_toggled = Signal(str, bool)
    learn_requested = Signal(str)
    sheet_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, colours: Colours, poses: Mapping[str, Pose]) -> None:
        super().__init__()
        self._colours = colours
        self._poses = poses
        self._routine_id = ""
        self._steps: list[TechniqueStep] = []
        self._keep_off = KeepOffCard(colours)
        self._content = QWidget()
        self._columns: QBoxLayout | None = None
        self._head: RoutineHead | None = None
        self._favourite = FavouriteButton(colours)
        self._favourite.clicked.connect(lambda is_one: self.favourite_toggled.emit(self._routine_id, is_one))
        self.beside_title.addWidget(self._favourite)
        self.body.addWidget(self._content)
        self.body.addWidget(self._keep_off)
        self.body.addStretch(1)
        self._start = Button(self.tr("Go to the safety check"), "primary")
        self._start.clicked.connect(lambda: self.start_requested.emit(self._routine_id))
        back = Button(self.tr("Back to routines"), icon=Icon.BACK)
        back.clicked.connect(self.back_requested)
        self.foot.addWidget(self._start)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(Text(TextRole.QUIET, self.tr("Nothing starts yet."), wraps=False))
        self.bar.show()

    def show_routine(
        self,
        routine: Routine,
        outlook: Outlook,
        *,
        warnings: tuple[str, ...] = (),
        favourite: bool = False,
        instead: Sequence[Routine] = (),
    ) -> None:
        """Show one routine. ``warnings``: about its doses. ``instead``: what suits today if it is ruled out."""
        self._routine_id = routine.id
        self._favourite.setChecked(favourite)
        self._start.set_kind("plain" if outlook.ruled_out else "primary")
        own = self.tr("Your own routine") if routine.origin is Origin.USER else ""
        self.show_heading(routine.title, routine.why, own)
        box = OutlookBox(outlook, instead)
        box.routine_requested.connect(self.routine_requested)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        self._head = RoutineHead(routine, outlook, self._poses, self._colours, box)
        column.addWidget(self._head)
        if warnings:
            column.addWidget(_note("care", self.tr("Check this routine"), *warnings))
        column.addWidget(self._used_for(routine))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(8 * STEP)
        self._columns.addLayout(self._step_column(outlook), 5)
        self._columns.addLayout(self._note_column(routine), 3)
        column.addLayout(self._columns)
        self.put_in_place_of(self._content, content)
        self._content = content
        self._fit_columns()
        self.scroll_to_top()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        self._favourite.set_colours(colours)
        self._keep_off.set_colours(colours)
        if self._head is not None:
            self._head.set_colours(colours)
        for step in self._steps:
            step.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        if self._columns is not None:
            wide = self.width() >= TWO_COLUMNS_FROM
            direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            self._columns.setDirection(direction)

    def _used_for(self, routine: Routine) -> QWidget:
        """Who it is offered to, and what helps them more. Nobody is told the first without the second."""
        used_for = QWidget()
        column = QVBoxLayout(used_for)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        links = QWidget()
        row = FlowLayout(links, line_gap=0)
        if routine.conditions:
            told = [
                choosing_wording.used_for(routine.conditions),
                *choosing_wording.offered_first(offered_first_for(routine)),
            ]
            column.addWidget(Text(TextRole.BODY, " ".join(told)))
            column.addWidget(Text(TextRole.BODY, f"{learn_wording.exercise_title()}. {learn_wording.exercise()}"))
            row.addWidget(Text(TextRole.BODY, self.tr("Learn more:"), wraps=False))
        for condition in routine.conditions:
            name = wording.condition(condition)
            link = Button(name, "link")
            link.setAccessibleName(self.tr("Learn more: {about}").format(about=name))
            link.clicked.connect(lambda _=False, page=condition.value: self.learn_requested.emit(page))
            row.addWidget(link)
        sheet = Button(self.tr("Print or save this routine"), "link", icon=Icon.PRINT)
        sheet.clicked.connect(lambda: self.sheet_requested.emit(routine.id))
        row.addWidget(sheet)
        column.addWidget(links)
        return used_for

    def _step_column(self, outlook: Outlook) -> QVBoxLayout:
        column = _section(self.tr("Step by step"))
        column.addWidget(Text(TextRole.SMALL, choosing_wording.what_to_wear()))
        self._steps = [
            TechniqueStep(
                number,
                step.phase,
                self._poses,
                self._colours,
                left_out=safety_wording.left_out(step.left_out) if step.left_out else "",
            )
            for number, step in enumerate(outlook.steps, start=1)
        ]
        for widget in self._steps:
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def _note_column(self, routine: Routine) -> QVBoxLayout:
        column = _section(self.tr("How sure research is"))
        sure = wording.certainty(routine.certainty) if routine.certainty else choosing_wording.nobody_looked()
        column.addWidget(Text(TextRole.BODY, sure))
        column.addWidget(Text(TextRole.SMALL, choosing_wording.not_reviewed()))
        sources = _sources(routine)
        if sources:
            column.addLayout(_section(self.tr("Where it comes from"), gap=True))
            for source in sources:
                column.addWidget(
                    Text(TextRole.SMALL, f"{source_wording.found(source)} {source_wording.reference(source)}")
                )
        column.addStretch(1)
        return column


def _sources(routine: Routine) -> list[Source]:
    """Those of the routine, then those of its techniques, each once."""
    of_techniques = [source for phase in routine.phases for source in phase.technique.sources]
    return list({source.id: source for source in (*routine.sources, *of_techniques)}.values())


def _section(heading: str, *, gap: bool = False) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2 * STEP)
    if gap:
        column.addSpacing(4 * STEP)
    column.addWidget(Text(TextRole.HEADING, heading))
    return column


def _note(kind: str, heading: str, *lines: str) -> Box:
    box = Box(kind)
    box.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
    box.column.setSpacing(0)
    box.column.addWidget(Text(TextRole.STRONG, heading))
    for line in lines:
        box.column.addWidget(Text(TextRole.BODY, line))
    return box
