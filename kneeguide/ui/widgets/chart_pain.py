"""Knee pain before and after, as pairs, with the next day as a third mark. What was not answered leaves a gap."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from kneeguide.core.history_sums import Span, starts
from kneeguide.core.pain import LEAST, MOST
from kneeguide.core.pain_pair import PainPair
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.chart_picture import ChartPicture
from kneeguide.ui.widgets.chart_plot import Plot, paint_ground, plot_in
from kneeguide.ui.widgets.pain_pair import NEXT_DAY, paint_pair

_HEIGHT = 60 * STEP
_RING, _LEAST_RING = 6.0, 3.5
"""Half the width of a mark, in pixels."""
TICKS: Mapping[float, str] = {float(value): str(value) for value in (LEAST, 2, 4, 6, 8, MOST)}


class PainChart(ChartPicture):
    """A ring for before, a disc for after, and a diamond for the next day, joined by a line."""

    def __init__(self, colours: Colours, name: str) -> None:
        super().__init__(colours, name)
        self._slots: tuple[PainPair | None, ...] = ()
        self._labels: tuple[str, ...] = ()

    def show_pain(self, pain: Sequence[PainPair], span: Span) -> None:
        """Show these: one after the other if they are sessions, else in their places among all spans between."""
        firsts: list[date]
        slots: list[PainPair | None]
        if span is Span.SESSION:
            firsts, slots = [each.first for each in pain], list(pain)
        else:
            by_first = {each.first: each for each in pain}
            firsts = list(starts(span, pain[0].first, pain[-1].first)) if pain else []
            slots = [by_first.get(first) for first in firsts]
        self._slots = tuple(slots)
        self._labels = tuple(chart_wording.slot_short(span, first) for first in firsts)
        self.show_points(
            [
                chart_wording.no_answer(span, first) if each is None else chart_wording.pain_point(each, span)
                for first, each in zip(firsts, slots, strict=True)
            ]
        )

    def height_at(self, _width: int) -> int:
        return round(_HEIGHT * letter_scale())

    def places(self) -> Sequence[QRectF]:
        plot = self._plot()
        return [plot.column(slot) for slot in range(plot.slots)]

    def paint(self, painter: QPainter) -> None:
        plot = self._plot()
        paint_ground(painter, plot, self._labels, self.colours)
        aside = min(3 * STEP, plot.slot_width * 0.25)
        size = min(_RING * letter_scale(), max(_LEAST_RING, plot.slot_width * _RING / 14))
        for slot, each in enumerate(self._slots):
            if each is not None:
                paint_pair(painter, each, partial(self._at, plot, slot, aside), size, self.colours)

    def _at(self, plot: Plot, slot: int, aside: float, moment: int, rating: float) -> QPointF:
        return plot.at(slot, rating) + QPointF(aside if moment == NEXT_DAY else 0.0, 0)

    def _plot(self) -> Plot:
        return plot_in(QSizeF(self.size()), len(self._slots), TICKS)
