"""One topic as it is read: how sure research is, its sections with the numbers of their sources, and all sources."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from kneeguide.core.learn import Row, Section, Statement, Topic, Urgency
from kneeguide.core.routine import Source
from kneeguide.ui import learn_wording, source_wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.captioned_figure import CaptionedFigure
from kneeguide.ui.widgets.keep_off_card import KeepOffCard
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.paragraph import paragraph
from kneeguide.ui.widgets.points import Points

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_GROUND = {Urgency.NOW: "stop", Urgency.SOON: "care"}


class TopicText(QWidget):
    """Shows one topic, from its title to its last source."""

    def __init__(self, topic: Topic, poses: "Mapping[str, Pose]", colours: Colours) -> None:
        super().__init__()
        self._pictures: list[CaptionedFigure | KeepOffCard] = []
        self._poses = poses
        self._colours = colours
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(Text(TextRole.TITLE, topic.title))
        column.addWidget(Text(TextRole.QUIET, paragraph(topic.lead)))
        self._numbers = {source: number for number, source in enumerate(topic.sources, 1)}
        column.addSpacing(2 * STEP)
        if not topic.is_urgent:
            column.addWidget(self._standing(topic))
            column.addSpacing(4 * STEP)
        for section in topic.sections:
            self._add_section(column, section)
            column.addSpacing(4 * STEP)
        if topic.is_urgent:
            column.addWidget(self._standing(topic))
            column.addSpacing(4 * STEP)
        column.addSpacing(2 * STEP)
        self._add_sources(column)

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        for picture in self._pictures:
            picture.set_colours(colours)

    def _standing(self, topic: Topic) -> Box:
        """What must not be missed on any page: how sure it is, and what helps more."""
        box = Box("lead")
        box.column.setSpacing(STEP)
        box.column.addWidget(Text(TextRole.STRONG, learn_wording.how_sure(topic)))
        box.column.addWidget(Text(TextRole.BODY, paragraph(topic.sure)))
        box.column.addSpacing(2 * STEP)
        box.column.addWidget(Text(TextRole.STRONG, learn_wording.exercise_title()))
        box.column.addWidget(self._said(learn_wording.exercise(), topic.exercise))
        return box

    def _add_section(self, column: QVBoxLayout, section: Section) -> None:
        """Urgent sections lie on a ground of their own."""
        if section.urgency is not None:
            box = Box(_GROUND[section.urgency])
            column.addWidget(box)
            column = box.column
        column.addWidget(Text(TextRole.HEADING, section.heading))
        if section.picture is not None:
            figure = CaptionedFigure(section.picture, self._poses, self._colours)
            self._pictures.append(figure)
            column.addWidget(figure)
            column.addSpacing(STEP)
        for statement in section.statements:
            column.addLayout(self._statement(statement))
        if section.keep_off_map:
            card = KeepOffCard(self._colours)
            self._pictures.append(card)
            column.addWidget(card)

    def _statement(self, statement: Statement) -> QLayout:
        """A paragraph and what belongs to it."""
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addWidget(self._said(statement.text, statement.sources))
        if statement.points:
            column.addWidget(Points(map(paragraph, statement.points)))
        if statement.rows:
            column.addWidget(_Table(statement.rows))
        column.addSpacing(STEP)
        return column

    def _said(self, words: str, sources: Iterable[Source]) -> Text:
        """A paragraph with the numbers of what it rests on."""
        numbers = (self._numbers[source] for source in sources)
        return Text(TextRole.BODY, paragraph(learn_wording.with_numbers(words, numbers)))

    def _add_sources(self, column: QVBoxLayout) -> None:
        """What is not sure about the page, said once, and all sources in the order of their numbers."""
        column.addWidget(Text(TextRole.HEADING, self.tr("Where this comes from")))
        column.addWidget(_quiet(learn_wording.what_numbers_mean()))
        if not all(source.verified for source in self._numbers):
            column.addWidget(_quiet(learn_wording.not_verified()))
        column.addWidget(_quiet(learn_wording.not_reviewed()))
        for source, number in self._numbers.items():
            column.addLayout(_reference(source, number))


class _Table(QWidget):
    """A table in words: on the left when, on the right what then."""

    def __init__(self, rows: Iterable[Row]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, STEP, 0, STEP)
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        for number, row in enumerate(rows):
            grid.addWidget(Text(TextRole.STRONG, row.when), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(TextRole.BODY, paragraph(row.then)), number, 1, Qt.AlignmentFlag.AlignTop)


def _reference(source: Source, number: int) -> QLayout:
    """A source in full, so that somebody can look it up."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addSpacing(2 * STEP)
    named = Text(TextRole.SMALL, f"[{number}] {source_wording.short_with_certainty((source,))}")
    named.set_tone("plain")
    column.addWidget(named)
    column.addWidget(_quiet(source.found))
    where = _quiet(source_wording.reference(source))
    where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(where)
    return column


def _quiet(words: str) -> Text:
    return Text(TextRole.SMALL, paragraph(words))
