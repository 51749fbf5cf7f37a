"""Looking back in pictures: each chart in a card, below each other. Charts appear as their sums come in."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.activities import Activity, ActivityRating, OverallChange
from kneeguide.core.history_sums import DaySum, DoseSum, Span, TimeSum
from kneeguide.core.pain_pair import PainPair
from kneeguide.core.pain_trend import Trend
from kneeguide.ui import chart_wording
from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.time_wording import day, total
from kneeguide.ui.widgets.activities_card import ActivitiesCard
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.chart_bars import BarChart
from kneeguide.ui.widgets.chart_card import ChartCard
from kneeguide.ui.widgets.chart_days import DayChart
from kneeguide.ui.widgets.chart_doses import DoseChart
from kneeguide.ui.widgets.chart_marks import Mark
from kneeguide.ui.widgets.chart_pain import PainChart
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.own_charts import ActivityChart, OverallChart
from kneeguide.ui.widgets.scroller import SCROLL_MARGIN

_LEAST_BESIDE = 200 * STEP
"""Pixels from which on two small charts stand beside each other, at the usual size of letters."""


class ChartsView(QWidget):
    """Six charts. ``activities`` is the card in which the user's own ones are named and rated."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = DayChart(colours, self.tr("Days"))
        self.times = BarChart(colours)
        self.pain = PainChart(colours, self.tr("Knee pain"))
        self.doses = DoseChart(colours, self.tr("Time for each muscle"))
        self.activities = ActivitiesCard()
        self._nothing = Box("card")
        self._nothing.column.addWidget(Text(TextRole.HEADING, self.tr("No session fits this choice")))
        self._nothing.column.addWidget(
            Text(TextRole.BODY, self.tr("Choose a longer time, or all routines and conditions."))
        )
        self._trouble_text = Text(TextRole.BODY)
        self._trouble = Box("care")
        self._trouble.column.addWidget(self._trouble_text)
        self._days = ChartCard(
            colours,
            self.tr("Days"),
            self.days,
            (
                (Mark.SQUARE, "lead", self.tr("session")),
                (Mark.SORE, "lead", self.tr("knee more sore after it")),
                (Mark.DASH, "ink", self.tr("rest after a sore day")),
            ),
        )
        self._pain = ChartCard(
            colours,
            self.tr("Knee pain, 0 to 10"),
            self.pain,
            (
                (Mark.RING, "ink", self.tr("before")),
                (Mark.DISC, "lead", self.tr("after")),
                (Mark.DIAMOND, "care", self.tr("next day")),
            ),
        )
        self._times = ChartCard(colours, chart_wording.times_heading(Span.WEEK), self.times)
        self._doses = ChartCard(colours, self.tr("Time for each muscle"), self.doses)
        self._activity = ActivityChart(colours)
        self._overall = OverallChart(colours)
        self._sums = (self._pain, self._days, self._times, self._doses)
        self._small = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """What two charts beside each other need must not keep them from standing below each other."""
        width = max(card.minimumSizeHint().width() for card in (*self._sums, self.activities))
        return QSize(width + SCROLL_MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        for card in (*self._sums, self._activity, self._overall):
            card.set_colours(colours)

    def show_waiting(self) -> None:
        """Say that the sums are under way."""
        self._trouble.hide()
        self._nothing.hide()
        for card in self._sums:
            card.show_waiting()
            card.show()

    def show_nothing(self) -> None:
        """There is no session among those that the user chose to look at."""
        for card in self._sums:
            card.hide()
        self._nothing.show()

    def show_trouble(self, sentence: str) -> None:
        """Say in place why there are no charts."""
        self._trouble_text.setText(sentence)
        self._trouble.show()
        for card in self._sums:
            card.hide()

    def show_days(self, days: Sequence[DaySum], rests: Collection[date], first: date, last: date) -> None:
        """Fill the calendar from ``first`` to ``last``; the table has every day."""
        self.days.show_days(days, rests, first, last)
        self._days.show_chart(
            chart_wording.days_summary(days, rests, first, last),
            (self.tr("Day"), self.tr("What was")),
            days[::-1],
            lambda each: (day(each.day), chart_wording.day_cell(each, is_rest=False)),
        )

    def show_pain(self, pain: Sequence[PainPair], span: Span, trend: Trend | None) -> None:
        """Fill the chart of pain."""
        if not pain:
            self._pain.show_nothing(self.tr("No knee pain was told in this time. That is fine: it is up to you."))
            return
        self.pain.show_pain(pain, span)
        self._pain.show_chart(
            chart_wording.pain_summary(pain, span, trend),
            (self.tr("When"), self.tr("Before"), self.tr("After"), self.tr("Next day")),
            pain[::-1],
            lambda each: (
                chart_wording.slot(span, each.first),
                *(chart_wording.rating(told) for told in (each.before, each.after, each.next_day)),
            ),
        )

    def show_times(self, times: Sequence[TimeSum], span: Span) -> None:
        """Fill the bars of minutes."""
        self._times.set_heading(chart_wording.times_heading(span))
        if not any(each.seconds for each in times):
            self._times.show_nothing(self.tr("No time was spent in these sessions."))
            return
        self.times.show_times(times, span)
        self._times.show_chart(
            chart_wording.times_summary(times, span),
            (self.tr("When"), self.tr("Time")),
            times[::-1],
            lambda each: (chart_wording.slot(span, each.first), total(each.seconds)),
        )

    def show_doses(self, doses: Sequence[DoseSum], *, is_one_day: bool) -> None:
        """Fill the bars of muscles, against the most for a day if they are of one day."""
        if not doses:
            self._doses.show_nothing(self.tr("No muscle was worked in these sessions."))
            return
        self.doses.show_doses(doses, is_one_day=is_one_day)
        self._doses.show_chart(
            chart_wording.doses_summary(doses, is_one_day=is_one_day),
            (self.tr("Muscle and leg"), self.tr("Time")),
            doses,
            lambda each: (chart_wording.dose_name(each), chart_wording.dose_time(each, is_one_day=is_one_day)),
        )

    def show_activities(
        self,
        activities: Sequence[Activity],
        ratings: Sequence[ActivityRating],
        overall: Sequence[OverallChange],
        due: Sequence[Activity],
        *,
        ask_overall: bool,
    ) -> None:
        """Fill the charts of what the user told of daily life, and ask about what is ``due``."""
        self._activity.show_ratings(activities, ratings)
        self._overall.show_changes(overall)
        followed = tuple(each for each in activities if each.retired is None)
        self.activities.show_activities(followed, due, ask_overall=ask_overall)

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        needed = 2 * max(card.minimumSizeHint().width() for card in (self._days, self._times)) + 9 * STEP
        beside = self.width() >= max(needed, _LEAST_BESIDE * letter_scale())
        self._small.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _arrange(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        column = QVBoxLayout()
        whole.addLayout(column, 1)
        whole.addSpacing(SCROLL_MARGIN)
        column.setSpacing(4 * STEP)
        self._small.setSpacing(4 * STEP)
        for card in (self._trouble, self._nothing, *self._sums, self._activity, self._overall, self.activities):
            # or wrapped lines would have to do with the height that they need in one line
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        for card in (self._days, self._times):
            self._small.addWidget(card, 1)
        for card in (self._trouble, self._nothing):
            column.addWidget(card)
        column.addWidget(self._pain)  # what is looked for most
        column.addLayout(self._small)
        for card in (self._doses, self._activity, self._overall, self.activities):
            column.addWidget(card)
        column.addStretch(1)
        self._trouble.hide()
        self._nothing.hide()
        self._activity.hide()
        self._overall.hide()
        self.setAccessibleName(self.tr("Charts"))
