"""What the user does with charts: choose which sessions are drawn, and tell how daily life goes."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import uuid4

from PySide6.QtCore import QObject

from kneeguide.core.activities import ActivityFault, Overall, due, is_overall_due
from kneeguide.core.activity_store import ActivityStore
from kneeguide.core.clock import Clock
from kneeguide.core.history_filter import HistoryFilter
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.history_sums import calendar_between, rest_days, span_between, span_of_pain
from kneeguide.core.history_sums_store import HistorySumsStore
from kneeguide.core.storage import StorageFault
from kneeguide.services.piecemeal import Piecemeal
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.charts_view import ChartsView


class LookAtCharts(QObject):
    """Fills its ``view`` bit by bit. A new choice gives up the sums of the one before."""

    def __init__(
        self,
        colours: Colours,
        clock: Clock,
        history: HistoryStore,
        sums: HistorySumsStore,
        activities: ActivityStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._history = history
        self._sums = sums
        self._activities = activities
        self._chosen = HistoryFilter()
        self._work = Piecemeal(self)
        self.view = ChartsView(colours)
        card = self.view.activities
        card.added.connect(self._add)
        card.renamed.connect(lambda id, name: self._change(lambda: self._activities.rename(id, name)))
        card.retired.connect(lambda id: self._change(lambda: self._activities.retire(id, self._clock.now().wall)))
        card.rated.connect(lambda id, rating: self._change(lambda: self._activities.rate(id, self._today, rating)))
        card.told_overall.connect(self._tell_overall)

    @property
    def is_busy(self) -> bool:
        """Whether there are sums under way."""
        return self._work.is_busy

    def show(self, chosen: HistoryFilter) -> None:
        """Draw the sessions that this lets through."""
        self.view.show_waiting()
        self._chosen = chosen
        self._show_activities()
        self._work.start(self._fill(chosen))

    def stop(self) -> None:
        """Give up what is not drawn yet."""
        self._work.cancel()

    def _fill(self, chosen: HistoryFilter) -> Iterator[None]:
        try:
            yield from self._charts(chosen, self._today)
        except StorageFault as fault:
            self.view.show_trouble(str(fault))

    def _charts(self, chosen: HistoryFilter, today: date) -> Iterator[None]:
        """The quickest first. What is long in coming stands below the edge of the window."""
        scope = chosen.scope(today)
        days = yield from self._sums.days(scope)
        if not days:
            self.view.show_nothing()
            return
        self.view.show_days(days, rest_days(days, today), *calendar_between(days, scope.first_day, today))
        span = span_between(days[0].day, max(today, days[-1].day))
        each = span_of_pain(sum(day.sessions for day in days), span)
        pain = yield from self._sums.pain(scope, each)
        self.view.show_pain(pain, each, self._sums.trend(scope, today))
        yield
        self.view.show_times((yield from self._sums.times(scope, span, today)), span)
        doses = yield from self._sums.doses(scope)
        self.view.show_doses(doses, is_one_day=len(days) == 1)

    def _show_activities(self) -> None:
        try:
            activities, ratings = self._activities.activities(), self._activities.ratings()
            overall = self._activities.overall()
            first = self._history.first_started()
        except StorageFault as fault:
            self.view.activities.show_trouble(str(fault))
            return
        since = self._chosen.scope(self._today).first_day or date.min
        self.view.show_activities(
            activities,
            [each for each in ratings if each.day >= since],
            [each for each in overall if each.day >= since],
            due(activities, ratings, self._today),
            ask_overall=is_overall_due(overall, first.date() if first else None, self._today),
        )

    def _add(self, name: str) -> None:
        self._change(lambda: self._activities.add(uuid4().hex, name, self._clock.now().wall))

    def _tell_overall(self, step: Overall) -> None:
        self._change(lambda: self._activities.tell_overall(self._today, step))

    def _change(self, change: Callable[[], None]) -> None:
        """Keep what the user told, or say in place why not."""
        try:
            change()
        except (ActivityFault, StorageFault) as fault:
            self.view.activities.show_trouble(str(fault))
            return
        self._show_activities()

    @property
    def _today(self) -> date:
        return self._clock.now().wall.date()
