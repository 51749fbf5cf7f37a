"""One routine before it is begun: whether it is right today, its steps, what it takes, why, and how sure anybody is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.core.choosing import offered_first_for
from kneeguide.core.outlook import Outlook
from kneeguide.core.pose import Pose
from kneeguide.core.refusal import Reason
from kneeguide.core.routine import Origin, Routine, Source
from kneeguide.ui import choosing_wording, learn_wording, safety_wording, source_wording, wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, WIDEST, Box, PageFrame, side_margin
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.favourite_button import FavouriteButton
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.keep_off_card import KeepOffCard
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.outlook_box import OutlookBox
from kneeguide.ui.widgets.routine_head import RoutineHead
from kneeguide.ui.widgets.short_lines import ShortLines, keep_short
from kneeguide.ui.widgets.technique_step import TechniqueStep


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
        self._head: RoutineHead | None = None
        self._favourite = FavouriteButton(colours)
        self._favourite.clicked.connect(lambda is_one: self.favourite_toggled.emit(self._routine_id, is_one))
        self.beside_title.addWidget(self._favourite)
        self.body.addWidget(self._content)
        self.body.addWidget(self._keep_off)
        self._sources = QWidget()
        self.body.addWidget(self._sources)
        self.body.addStretch(1)
        self._start = Button(self.tr("Go to the safety check"), "primary")
        self._start.clicked.connect(lambda: self.start_requested.emit(self._routine_id))
        back = Button(self.tr("Back to routines"), icon=Icon.BACK)
        back.clicked.connect(self.back_requested)
        self.foot.addWidget(self._start)
        self.foot.addWidget(back)
        self.bar.show()

    def show_routine(
        self,
        routine: Routine,
        outlook: Outlook,
        *,
        warnings: tuple[str, ...] = (),
        favourite: bool = False,
        instead: Sequence[Routine] = (),
        why_none: Reason | None = None,
    ) -> None:
        """Show one routine. ``warnings``: about its doses. ``instead``: what suits today if it is ruled out.
        ``why_none``: why there is no session at all today, as the gate knows before it asks."""
        self._routine_id = routine.id
        self._favourite.setChecked(favourite)
        is_other_wanted = bool(outlook.ruled_out) and why_none is None
        self._start.set_kind("plain" if is_other_wanted else "primary")
        self._start.set_label(
            self.tr("Go to the safety check") if why_none is None else self.tr("See what to do today")
        )
        own = self.tr("Your own routine") if routine.origin is Origin.USER else ""
        self.show_heading(routine.title, routine.why, own)
        box = OutlookBox(outlook, instead, why_none)
        box.routine_requested.connect(self.routine_requested)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        self._head = RoutineHead(routine, outlook, self._poses, self._colours, box)
        column.addWidget(self._head)
        if warnings:
            column.addWidget(_note("care", self.tr("Check this routine"), *warnings))
        column.addWidget(self._told_of(routine, outlook, is_for_rest=why_none is not None))
        column.addLayout(self._step_column(outlook))
        self.put_in_place_of(self._content, content)
        self._content = content
        sources = _where_it_comes_from(routine)
        self.put_in_place_of(self._sources, sources)
        self._sources = sources
        self.scroll_to_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lead_short()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._keep_lead_short()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
        self._favourite.set_colours(colours)
        self._keep_off.set_colours(colours)
        if self._head is not None:
            self._head.set_colours(colours)
        for step in self._steps:
            step.set_colours(colours)

    def _keep_lead_short(self) -> None:
        column = self.width() - 2 * side_margin(self.width(), WIDEST)
        keep_short(self.lead, column)

    def _told_of(self, routine: Routine, outlook: Outlook, *, is_for_rest: bool) -> QWidget:
        """Who it is for, what helps them more, and how sure anybody is. Nobody is told the first without the others."""
        told_of = QWidget()
        column = QVBoxLayout(told_of)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        told = [choosing_wording.how_sure(routine.certainty), choosing_wording.not_reviewed()]
        links = QWidget()
        row = FlowLayout(links, line_gap=0)
        if routine.conditions:
            first = (
                [] if outlook.ruled_out or is_for_rest else choosing_wording.offered_first(offered_first_for(routine))
            )
            used_for = [choosing_wording.for_whom(routine.conditions), *first]
            column.addWidget(ShortLines(TextRole.BODY, " ".join(used_for)))
            column.addSpacing(2 * STEP)
            column.addWidget(ShortLines(TextRole.BODY, f"{learn_wording.exercise_title()}. {learn_wording.exercise()}"))
            column.addSpacing(2 * STEP)
        column.addWidget(ShortLines(TextRole.BODY, "\n".join(told)))
        for condition in routine.conditions:
            name = wording.condition(condition)
            link = Button(self.tr("Learn more: {about}").format(about=name), "link")
            link.clicked.connect(lambda _=False, page=condition.value: self.learn_requested.emit(page))
            row.addWidget(link)
        sheet = Button(self.tr("Print or save this routine"), "link", icon=Icon.PRINT)
        sheet.clicked.connect(lambda: self.sheet_requested.emit(routine.id))
        row.addWidget(sheet)
        column.addWidget(links)
        return told_of

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


def _where_it_comes_from(routine: Routine) -> QWidget:
    """What each source found, and where it can be looked up."""
    found = QWidget()
    column = QVBoxLayout(found)
    column.setContentsMargins(0, 2 * STEP, 0, 0)
    column.setSpacing(2 * STEP)
    sources = _sources(routine)
    if sources:
        column.addWidget(Text(TextRole.HEADING, QCoreApplication.translate("RoutineDetailPage", "Where it comes from")))
    for source in sources:
        said = f"{source_wording.found(source)} {source_wording.reference(source)}"
        column.addWidget(ShortLines(TextRole.SMALL, said))
    return found


def _sources(routine: Routine) -> list[Source]:
    """Those of the routine, then those of its techniques, each once."""
    of_techniques = [source for phase in routine.phases for source in phase.technique.sources]
    return list({source.id: source for source in (*routine.sources, *of_techniques)}.values())


def _section(heading: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2 * STEP)
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
