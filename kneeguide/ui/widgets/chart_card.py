"""A chart with what belongs to it: its name, what it says in a few sentences, and the table behind it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.chart_marks import Legend, Mark
from kneeguide.ui.widgets.chart_picture import ChartPicture
from kneeguide.ui.widgets.chart_table import ChartTable
from kneeguide.ui.widgets.labels import Text

T = TypeVar("T")

_NOTHING = "\u00a0"
"""A line without words, which keeps its room."""


class ChartCard(Box):
    """The picture or its table, one at a time. ``entries``: what the marks mean."""

    def __init__(
        self, colours: Colours, heading: str, picture: ChartPicture, entries: Sequence[tuple[Mark, str, str]] = ()
    ) -> None:
        super().__init__("card")
        self.picture = picture
        self.legend = Legend(colours, entries)
        self._heading = Text(TextRole.HEADING)
        self._turn = Button("", "link")
        self._summary = Text(TextRole.BODY)
        self._pointed = ""
        self._point = Text(TextRole.QUIET, _NOTHING)
        self._table = ChartTable(heading)
        self._as_table = False
        self._has_chart = False
        self.column.setContentsMargins(
            5 * STEP, 2 * STEP, 5 * STEP, 3 * STEP
        )  # button and last line have air of their own
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self._heading, 1)
        top.addWidget(self._turn)
        self.column.addLayout(top)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.legend)
        self.column.addWidget(picture, 1)
        self.column.addWidget(self._point)
        self.column.addWidget(self._table)
        self.column.addStretch(0)
        self._turn.clicked.connect(self._turn_over)
        picture.pointed.connect(self._show_point)
        picture.approached.connect(self._say_how)
        self.set_heading(heading)
        self.show_waiting()

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self.picture.set_colours(colours)
        self.legend.set_colours(colours)

    def set_heading(self, heading: str) -> None:
        """Bear another name."""
        self._heading.setText(heading)
        self._table.setAccessibleName(heading)
        self._name_button()

    def show_waiting(self) -> None:
        """Say that the sums are under way."""
        self.show_nothing(self.tr("Adding up …"))

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no picture."""
        self._has_chart = False
        self._summary.setText(sentence)
        self._arrange()

    def show_chart(
        self, summary: str, columns: Sequence[str], rows: Sequence[T], words: Callable[[T], Sequence[str]]
    ) -> None:
        """Show the picture, which has been filled, and have its table ready: ``words`` are the cells of a row."""
        self._has_chart = True
        self._summary.setText(summary)
        self.picture.show_summary(summary)
        self._table.show_rows(columns, rows, words)
        self._arrange()

    @property
    def table(self) -> ChartTable:
        """The figures behind the picture."""
        return self._table

    def _show_point(self, words: str) -> None:
        self._pointed = words
        self._point.set_tone("plain" if words else "")
        self._point.setText(words or _NOTHING)

    def _say_how(self, is_near: bool) -> None:
        """Say how to read the chart, to those who come to it: below every chart it would be in the way."""
        if not self._pointed:
            self._point.setText(
                self.tr("Point at a mark, or walk through them with the arrow keys, to read it here.")
                if is_near
                else _NOTHING
            )

    def _turn_over(self) -> None:
        self._as_table = not self._as_table
        self._arrange()

    def _arrange(self) -> None:
        self._turn.setVisible(self._has_chart)
        for widget, wanted in self._parts():
            widget.setVisible(wanted and self._has_chart)
        self._name_button()

    def _parts(self) -> tuple[tuple[QWidget, bool], ...]:
        return (
            (self.legend, self.legend.is_needed and not self._as_table),
            (self.picture, not self._as_table),
            (self._point, not self._as_table),
            (self._table, self._as_table),
        )

    def _name_button(self) -> None:
        label = self.tr("Show as a picture") if self._as_table else self.tr("Show as a table")
        self._turn.set_label(label)
        self._turn.setAccessibleName(f"{self._heading.text()}: {label}")
