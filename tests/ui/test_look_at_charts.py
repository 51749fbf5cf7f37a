"""Charts show the sessions that were chosen, bit by bit, and keep what the user tells of daily life."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from fakes import START, FakeClock, planned
from on_screen import on_screen
from page_checks import faults
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.activity_store import ActivityStore
from kneeguide.core.database import Database, StorageFault, TroubleKind, open_database
from kneeguide.core.history import Outcome, StageDone, StageOutcome, opened
from kneeguide.core.history_filter import HistoryFilter, Period
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.history_sums_store import HistorySumsStore
from kneeguide.ui.look_at_charts import LookAtCharts
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.charts_view import ChartsView

EVERYTHING = HistoryFilter()


@dataclass
class Stand:
    charts: LookAtCharts
    history: HistoryStore
    activities: ActivityStore
    database: Database
    clock: FakeClock
    qtbot: QtBot

    @property
    def view(self) -> ChartsView:
        return self.charts.view

    def keep(self, *days_ago: int, routine: str = "a", worked: bool = True) -> None:
        """A session on each of these days, pain 4 before and 3 after."""
        for days in days_ago:
            record = opened(f"{routine}{days}", planned(), 4, START.wall - timedelta(days=days))
            if worked:
                record = record.with_stage(StageDone("1-left-1", 40, 40, StageOutcome.DONE))
            self.history.save(
                replace(record, routine_id=routine, after=3, outcome=Outcome.COMPLETED, ended=record.started)
            )

    def show(self, chosen: HistoryFilter = EVERYTHING) -> None:
        self.charts.show(chosen)
        self.qtbot.waitUntil(lambda: not self.charts.is_busy)


@pytest.fixture
def stand(dressed: QApplication, qtbot: QtBot) -> Iterator[Stand]:
    database = open_database(None, None, START.wall).database
    history, activities, clock = HistoryStore(database), ActivityStore(database), FakeClock()
    charts = LookAtCharts(LIGHT, clock, history, HistorySumsStore(database), activities)
    on_screen(qtbot, charts.view, 632, 400)
    yield Stand(charts, history, activities, database, clock, qtbot)
    database.close()


def test_one_session_is_enough_for_every_chart(stand: Stand) -> None:
    stand.keep(0)
    stand.show()
    view = stand.view
    assert [word for word in view.days.words if "session" in word and "no session" not in word] == [
        "Mon 2 Mar 2026: one session"
    ]
    assert view.pain.words == ("Mon 2 Mar 2026: before 4, after 3, next day not answered",)
    assert view.times.words == ("Week of 2 Mar 2026: 1 min",)
    assert view.doses.words == ("Front of thigh, left leg: 0:40",)
    assert "3:30" in view.doses.accessibleDescription()


def test_two_days_are_summed(stand: Stand) -> None:
    stand.keep(0, 7)
    stand.show()
    assert len(stand.view.pain.words) == len(stand.view.times.words) == 2
    assert stand.view.doses.words == ("Front of thigh, left leg: 1 min",)
    assert "3:30" not in stand.view.doses.accessibleDescription()


def test_many_are_shown_by_weeks(stand: Stand) -> None:
    stand.keep(*range(60))
    stand.show()
    assert len(stand.view.pain.words) == 10
    assert "middle of a week" in stand.view.pain.accessibleDescription()


def test_the_choice_counts_for_all_charts_and_for_what_the_user_told(stand: Stand) -> None:
    stand.keep(0, 40)
    stand.keep(1, routine="b")
    stand.activities.add("s", "Stairs", START.wall)
    stand.activities.rate("s", (START.wall - timedelta(days=40)).date(), 3)
    stand.show()
    assert len(stand.view.pain.words) == 3
    assert "My activities, 0 to 10" in texts(stand.view)
    stand.show(HistoryFilter(Period.FOUR_WEEKS))
    assert len(stand.view.pain.words) == 2
    assert "My activities, 0 to 10" not in texts(stand.view)
    stand.show(HistoryFilter(routine_id="b"))
    assert len(stand.view.pain.words) == 1
    assert stand.view.doses.words == ("Front of thigh, left leg: 0:40",)


def test_a_choice_that_none_fits_says_so_and_the_next_shows_charts_again(stand: Stand) -> None:
    stand.keep(0)
    stand.show(HistoryFilter(routine_id="other"))
    assert "No session fits this choice" in texts(stand.view)
    assert not stand.view.days.isVisible()
    stand.show()
    assert "No session fits this choice" not in texts(stand.view)
    assert stand.view.days.isVisible()


def test_a_session_in_which_nothing_was_told_or_done_is_no_fault(stand: Stand) -> None:
    record = opened("x", planned(), None, START.wall)
    stand.history.save(replace(record, outcome=Outcome.STOPPED, ended=record.started))
    stand.show()
    assert "No muscle was worked in these sessions." in texts(stand.view)
    assert "No time was spent in these sessions." in texts(stand.view)
    assert any(text.startswith("No knee pain was told") for text in texts(stand.view))


def test_a_new_choice_gives_up_the_sums_of_the_one_before(stand: Stand) -> None:
    stand.keep(0, 40)
    stand.charts.show(HistoryFilter())
    stand.show(HistoryFilter(Period.FOUR_WEEKS))
    assert len(stand.view.pain.words) == 1
    stand.charts.show(HistoryFilter())
    stand.charts.stop()
    assert not stand.charts.is_busy


def test_a_disk_that_fails_is_told_in_place(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand.keep(0)

    def fail(*_: object) -> None:
        raise StorageFault(TroubleKind.LOCKED, "Another program holds the diary.")

    with monkeypatch.context() as patched:
        patched.setattr(stand.database, "rows", fail)
        stand.show()
    assert texts(stand.view).count("Another program holds the diary.") == 2
    stand.show()
    assert "Another program holds the diary." not in texts(stand.view)


def test_activities_are_named_rated_and_left(stand: Stand, qtbot: QtBot) -> None:
    stand.keep(0)
    stand.show()
    (name,) = shown(stand.view.activities, QLineEdit)
    name.setText("Stairs")
    button(stand.view, "Add this activity").click()
    rate = "Stairs: how well can you do it this week? 4"
    qtbot.waitUntil(lambda: rate in names(shown(stand.view, QAbstractButton)))
    button(stand.view, rate).click()
    (activity,) = stand.activities.activities()
    assert [(each.day, each.rating) for each in stand.activities.ratings()] == [(START.wall.date(), 4)]
    stand.view.activities.renamed.emit(activity.id, "Stairs at work")
    assert stand.activities.activities()[0].name == "Stairs at work"
    stand.view.activities.retired.emit(activity.id)
    assert stand.activities.activities()[0].retired is not None
    stand.view.activities.added.emit(" ")
    assert "Give the activity a name, such as stairs." in texts(stand.view)


def test_the_whole_is_asked_after_two_weeks_and_not_again_at_once(stand: Stand, qtbot: QtBot) -> None:
    question = "Overall, compared with when you started, how is your knee?"
    stand.keep(13)
    stand.show()
    assert question not in texts(stand.view)
    stand.keep(14)
    stand.show()
    qtbot.waitUntil(lambda: question in texts(stand.view))
    button(stand.view, f"{question}: Better").click()
    assert question not in texts(stand.view)
    assert [each.step.name for each in stand.activities.overall()] == ["BETTER"]


@pytest.mark.parametrize("width", [632, 932])
def test_nothing_is_cut_off(stand: Stand, qtbot: QtBot, width: int) -> None:
    stand.keep(*range(60))
    stand.activities.add("s", "Stairs", START.wall)
    stand.activities.rate("s", START.wall.date(), 3)
    stand.show()
    for _ in range(2):  # the second time with what each chart needs at that width
        stand.view.resize(width, stand.view.heightForWidth(width))
        stand.view.grab()
    qtbot.waitUntil(lambda: faults(stand.view) == [], timeout=2000)
    stand.view.set_colours(DARK)
    assert not stand.view.grab().isNull()
