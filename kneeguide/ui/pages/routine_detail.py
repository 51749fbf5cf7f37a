"""One routine before it is begun: its steps, what it needs and takes, why, and how sure anybody can be."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.pose import Pose
from kneeguide.core.routine import Routine, Source
from kneeguide.ui import wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Tag, Text
from kneeguide.ui.widgets.points import Points
from kneeguide.ui.widgets.technique_step import TechniqueStep

TWO_COLUMNS_FROM = 210 * STEP
"""Width from which notes stand beside the steps, not below them."""


class RoutineDetailPage(PageFrame):
    """Shows a routine. ``start_requested`` carries its id."""

    start_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, colours: Colours, poses: Mapping[str, Pose]) -> None:
        super().__init__()
        self._colours = colours
        self._poses = poses
        self._routine_id = ""
        self._steps: list[TechniqueStep] = []
        self._content = QWidget()
        self._columns: QBoxLayout | None = None
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        start = Button(self.tr("Go to the safety check"), "primary")
        start.clicked.connect(lambda: self.start_requested.emit(self._routine_id))
        back = Button(self.tr("Back to routines"))
        back.clicked.connect(self.back_requested)
        self.foot.addWidget(start)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(Text(TextRole.QUIET, self.tr("Nothing starts yet."), wraps=False))
        self.bar.show()

    def show_routine(self, routine: Routine, warnings: tuple[str, ...], first_week: bool) -> None:
        """Show one routine. ``warnings``: about its doses; ``first_week``: whether the user still is a beginner."""
        self._routine_id = routine.id
        self.show_heading(routine.title, routine.why)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        column.addWidget(self._facts(routine))
        if routine.conditions:
            column.addWidget(self._used_for(routine))
        for note in self._notes(routine, warnings, first_week):
            column.addWidget(note)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(8 * STEP)
        self._columns.addLayout(self._step_column(routine), 5)
        self._columns.addLayout(self._note_column(routine), 3)
        column.addLayout(self._columns)
        self.put_in_place_of(self._content, content)
        self._content = content
        self._fit_columns()
        self.scroll_to_top()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._colours = colours
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

    def _facts(self, routine: Routine) -> QWidget:
        facts = QWidget()
        row = FlowLayout(facts)
        row.addWidget(Tag(wording.minutes(routine.total_seconds)))
        for position in routine.positions:
            row.addWidget(Tag(wording.position(position)))
        for tool in routine.tools:
            row.addWidget(Tag(wording.tool(tool)))
        return facts

    def _used_for(self, routine: Routine) -> QWidget:
        used_for = QWidget()
        row = FlowLayout(used_for)
        row.addWidget(Text(TextRole.BODY, self.tr("Often used by people who were told they have"), wraps=False))
        for condition in routine.conditions:
            row.addWidget(Tag(wording.condition_plain(condition), "lead"))
        return used_for

    def _notes(self, routine: Routine, warnings: tuple[str, ...], first_week: bool) -> list[Box]:
        notes = []
        if warnings:
            notes.append(_note("care", self.tr("Check this routine"), *warnings))
        if first_week:
            easy = self.tr("In your first week every step is a quarter shorter and a little lighter.")
            notes.append(_note("lead", self.tr("An easy beginning"), easy))
        if routine.conditions:
            helper = self.tr(
                "Strength and movement are the main plan, and have stronger support. Massage is the helper."
            )
            notes.append(_note("lead", self.tr("Exercise is the main plan"), helper))
        return notes

    def _step_column(self, routine: Routine) -> QVBoxLayout:
        column = _section(self.tr("Step by step"))
        self._steps = [
            TechniqueStep(number, phase, self._poses, self._colours)
            for number, phase in enumerate(routine.phases, start=1)
        ]
        for step in self._steps:
            column.addWidget(step)
        column.addStretch(1)
        return column

    def _note_column(self, routine: Routine) -> QVBoxLayout:
        column = _section(self.tr("What you need"))
        places = [wording.position(position) for position in routine.positions]
        things = [wording.tool(tool) for tool in routine.tools]
        column.addWidget(Text(TextRole.BODY, self.tr(", ").join(dict.fromkeys(places + things))))
        column.addWidget(Text(TextRole.SMALL, self.tr("Bare skin or thin clothing. Lotion only for your hands.")))
        column.addLayout(_section(self.tr("Always keep off"), gap=True))
        column.addWidget(Points(self._keep_off(), gap=STEP))
        column.addLayout(_section(self.tr("How sure research is"), gap=True))
        sure = wording.certainty(routine.certainty) if routine.certainty else self.tr("Nobody has looked into it")
        column.addWidget(Text(TextRole.BODY, sure))
        column.addWidget(Text(TextRole.SMALL, self.tr("No clinician has reviewed these routines yet.")))
        if routine.sources:
            column.addLayout(_section(self.tr("Where it comes from"), gap=True))
            for source in routine.sources:
                column.addWidget(Text(TextRole.SMALL, self._reference(source)))
        column.addStretch(1)
        return column

    def _keep_off(self) -> tuple[str, ...]:
        return (
            self.tr("Kneecap, joint edges and the cord below the kneecap"),
            self.tr("The hollow behind the knee, and the bony spot on its outer side"),
            self.tr("The band and bone along the outer thigh"),
            self.tr("The groin and the inner upper thigh"),
            self.tr("Hip bones, sit bones, shin and heel cord"),
            self.tr("Belly, low back and tailbone"),
        )

    def _reference(self, source: Source) -> str:
        reference = self.tr("{authors} ({year}). {title}. {journal}.").format(
            authors=source.authors,
            year=source.year or self.tr("no date"),
            title=source.title or source.about,
            journal=source.journal,
        )
        unread = "" if source.verified else self.tr("(Told by others; we have not read it ourselves yet.)")
        return " ".join(filter(None, (source.found, unread, reference, source.identifier)))


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
