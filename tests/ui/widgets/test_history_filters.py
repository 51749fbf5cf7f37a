"""Three choices above the diary make one filter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from ui_fakes import names

from kneeguide.core.history_filter import HistoryFilter, Period
from kneeguide.core.routine import Condition
from kneeguide.ui.widgets.history_filters import HistoryFilters


@pytest.fixture
def filters(qtbot: QtBot) -> HistoryFilters:
    filters = HistoryFilters()
    qtbot.addWidget(filters)
    filters.offer_routines({"a": "Seated ease", "b": "Desk break"})
    return filters


def test_to_begin_with_everything_is_looked_at(filters: HistoryFilters) -> None:
    assert filters.chosen == HistoryFilter()
    assert names(filters.findChildren(QComboBox)) == ["Period", "Routine", "Condition"]


def test_each_choice_tells_the_whole_filter(filters: HistoryFilters, qtbot: QtBot) -> None:
    period, routine, condition = filters.findChildren(QComboBox)
    for box, told in (
        (period, HistoryFilter(Period.FOUR_WEEKS)),
        (routine, HistoryFilter(Period.FOUR_WEEKS, "a")),
        (condition, HistoryFilter(Period.FOUR_WEEKS, "a", Condition.OSTEOARTHRITIS)),
    ):
        with qtbot.waitSignal(filters.changed, check_params_cb=lambda chosen, told=told: chosen == told):
            qtbot.keyClick(box, Qt.Key.Key_Down)


def test_a_filter_is_shown_without_telling(filters: HistoryFilters) -> None:
    told: list[object] = []
    filters.changed.connect(told.append)
    filters.choose(HistoryFilter(Period.YEAR, "b", Condition.IT_BAND))
    assert filters.chosen == HistoryFilter(Period.YEAR, "b", Condition.IT_BAND)
    assert told == []
