"""What the user told of daily life: their own activities as small lines, and how the knee is overall as marks."""

from collections.abc import Mapping, Sequence
from datetime import date

from kneeguide.core.activities import Activity, ActivityRating, Overall, OverallChange
from kneeguide.core.history_sums import Span, span_between, start_of, starts
from kneeguide.core.pain import LEAST, MOST
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import Colours
from kneeguide.ui.time_wording import number
from kneeguide.ui.widgets.chart_card import ChartCard
from kneeguide.ui.widgets.chart_lines import Line, LineChart
from kneeguide.ui.widgets.chart_marks import Mark

_LOOKS = ((Mark.DISC, "lead"), (Mark.SQUARE, "ink"), (Mark.TRIANGLE, "care"))
_TICKS: Mapping[float, str] = {float(value): str(value) for value in (LEAST, 5, MOST)}


class ActivityChart(ChartCard):
    """One line for each of at most three activities: those that were told of last."""

    def __init__(self, colours: Colours) -> None:
        self._lines = LineChart(colours, "", _TICKS)
        super().__init__(colours, "", self._lines)
        self.set_heading(self.tr("My activities, 0 to 10"))
        self._lines.setAccessibleName(self.tr("My activities, 0 to 10"))

    def show_ratings(self, activities: Sequence[Activity], ratings: Sequence[ActivityRating]) -> None:
        """Show what was told, oldest first; nothing where nothing was."""
        self.setVisible(bool(ratings))
        if not ratings:
            return
        latest = {each.activity_id: each.day for each in ratings}
        shown = sorted(
            (each for each in activities if each.id in latest),
            key=lambda each: (each.retired is None, latest[each.id]),
            reverse=True,
        )[: len(_LOOKS)]
        first, last = min(each.day for each in ratings), max(each.day for each in ratings)
        span = span_between(first, last)
        slots = list(starts(span, first, last))
        by_slot = {
            each.id: _last_in_each(
                span, slots, [(told.day, told.rating) for told in ratings if told.activity_id == each.id]
            )
            for each in shown
        }
        words = [
            _told(span, slot, [(each.name, by_slot[each.id].get(number)) for each in shown])
            for number, slot in enumerate(slots)
        ]
        self._lines.show_lines(
            [Line(*look, by_slot[each.id]) for look, each in zip(_LOOKS, shown, strict=False)],
            [chart_wording.slot_short(span, slot) for slot in slots],
            words,
        )
        self.legend.show_entries([(*look, each.name) for look, each in zip(_LOOKS, shown, strict=False)])
        told = {each.name: [by_slot[each.id][place] for place in sorted(by_slot[each.id])] for each in shown}
        summary = f"{chart_wording.activities_summary(told)} {chart_wording.same_for_all()}"
        self.show_chart(
            summary,
            (self.tr("When"), *(each.name for each in shown)),
            sorted({place for told in by_slot.values() for place in told}, reverse=True),
            lambda place: (
                chart_wording.slot(span, slots[place]),
                *(chart_wording.rating(by_slot[each.id].get(place)) for each in shown),
            ),
        )


class OverallChart(ChartCard):
    """A mark for each answer, above or below the line of no change."""

    def __init__(self, colours: Colours) -> None:
        ticks = {
            float(step): chart_wording.overall(step) for step in (Overall.MUCH_BETTER, Overall.SAME, Overall.MUCH_WORSE)
        }
        self._marks = LineChart(colours, "", ticks)
        super().__init__(colours, "", self._marks)
        self.set_heading(self.tr("Overall, since you started"))
        self._marks.setAccessibleName(self.tr("Overall, since you started"))

    def show_changes(self, changes: Sequence[OverallChange]) -> None:
        """Show what was told, oldest first; nothing where nothing was."""
        self.setVisible(bool(changes))
        if not changes:
            return
        span = span_between(changes[0].day, changes[-1].day)
        slots = list(starts(span, changes[0].day, changes[-1].day))
        values = _last_in_each(span, slots, [(each.day, each.step.value) for each in changes])
        words = [
            f"{chart_wording.slot(span, slot)}: {chart_wording.overall(Overall(values[place]))}"
            if place in values
            else chart_wording.no_answer(span, slot)
            for place, slot in enumerate(slots)
        ]
        labels = [chart_wording.slot_short(span, slot) for slot in slots]
        self._marks.show_lines([Line(Mark.DIAMOND, "lead", values, joined=False)], labels, words)
        self.show_chart(
            f"{chart_wording.overall_summary(changes[-1].day, changes[-1].step)} {chart_wording.same_for_all()}",
            (self.tr("When"), self.tr("Answer")),
            changes[::-1],
            lambda each: (chart_wording.slot(Span.SESSION, each.day), chart_wording.overall(each.step)),
        )


def _last_in_each(span: Span, slots: Sequence[date], told: Sequence[tuple[date, int]]) -> dict[int, int]:
    """The last value told in each span, by the place of the span; ``told`` is oldest first."""
    places = {slot: place for place, slot in enumerate(slots)}
    return {places[start_of(span, day)]: value for day, value in told}


def _told(span: Span, slot: date, told: Sequence[tuple[str, int | None]]) -> str:
    """What was told of several activities in one span."""
    given = ", ".join(f"{name} {number(value)}" for name, value in told if value is not None)
    return f"{chart_wording.slot(span, slot)}: {given}" if given else chart_wording.no_answer(span, slot)
