"""The plan over weeks in the running window: chosen, followed, changed, reviewed, reminded of, and in the calendar."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import SEATED, SORE_DAY, FakeClock, planned
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot
from ui_fakes import FakeReminders, button, shown, texts
from weekly_plans import MONDAY, RHYTHM, day
from weekly_plans import SEATED as MONDAYS

from kneeguide.core.at_a_glance import rest_until
from kneeguide.core.database import Database, open_database
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import Lock, Question
from kneeguide.core.storage import StorageFault, TroubleKind
from kneeguide.core.weekly_plan import Rhythm, Standing, WeeklyPlan
from kneeguide.core.weekly_plan_store import WeeklyPlanStore
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.weekly import Weekly


@dataclass
class Stand:
    weekly: Weekly
    window: MainWindow
    clock: FakeClock
    database: Database
    reminders: FakeReminders
    playing: list[bool]

    @property
    def store(self) -> WeeklyPlanStore:
        return WeeklyPlanStore(self.database)

    @property
    def plan(self) -> WeeklyPlan:
        plan = self.store.plan()
        assert plan is not None
        return plan

    @property
    def standing(self) -> Standing | None:
        said = self.weekly.today()
        return said.standing if said is not None else None

    def begin(self, rhythm: Rhythm = RHYTHM) -> None:
        self.store.begin(rhythm, MONDAY, self.clock.now().wall)
        self.weekly.today()

    def press(self, *names: str) -> None:
        for name in names:
            button(self.window, name).click()

    def do_session(self, before: int = 3) -> None:
        record = opened(f"at {self.clock.now()}", planned(), before, self.clock.now().wall)
        record = record.with_stage(StageDone("1-left-1", 40, 40, StageOutcome.DONE))
        HistoryStore(self.database).save(replace(record, outcome=Outcome.COMPLETED, ended=self.clock.now().wall))

    def wait_until(self, hour: int, minute: int = 0, looks: int = 1) -> None:
        """Let it become a time of today, with so many looks at the clock on the way."""
        now = self.clock.now().wall
        left = now.replace(hour=hour, minute=minute, second=0) - now
        for _ in range(looks):
            self.clock.move(left.total_seconds() / looks)
            self.reminders.look()


@pytest.fixture
def stand(window: MainWindow, clock: FakeClock, tmp_path: Path) -> Iterator[Stand]:
    clock.move(-10 * 3600)  # it is eight in the morning
    database = open_database(tmp_path / "history.db", None, clock.now().wall).database
    playing: list[bool] = []
    reminders = FakeReminders()
    weekly = Weekly(
        window,
        clock,
        WeeklyPlanStore(database),
        lambda now: rest_until(database, now),
        lambda: (SEATED, SORE_DAY),
        reminders,
        lambda: bool(playing),
        window,
    )
    yield Stand(weekly, window, clock, database, reminders, playing)
    database.close()


# -- the plan ------------------------------------------------------------------------------------------------------


def test_without_a_plan_one_is_chosen_and_begins_today(stand: Stand) -> None:
    assert stand.weekly.today() is None
    stand.weekly.show_plan()
    stand.press("Save the plan")
    assert stand.plan.first_day == MONDAY
    assert [each.routine_id for each in stand.plan.rhythm.days] == [SEATED.id] * 3
    assert "My plan" in texts(stand.window)
    assert stand.standing is Standing.DUE


def test_it_is_changed_in_place(stand: Stand) -> None:
    stand.begin()
    stand.weekly.show_plan()
    before = stand.plan
    stand.press("Change", "Day: Tuesday", "How long? 6 weeks", "Save the plan")
    assert (stand.plan.id, stand.plan.changes, stand.plan.rhythm.weeks) == (before.id, 1, 6)
    assert [each.weekday for each in stand.plan.rhythm.days] == [0, 1, 2, 4]


def test_it_is_ended_early_and_can_be_begun_again(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    stand.weekly.show_plan()
    with qtbot.waitSignal(stand.weekly.left):
        stand.press("End this plan", "End it")
    assert stand.weekly.today() is None
    stand.weekly.show_plan()
    stand.press("Save the plan")
    assert stand.plan.changes == 0


@pytest.mark.parametrize(
    ("presses", "kept"),
    [
        (("Do the same again",), "again"),
        (("Change the plan", "Save the plan"), "change"),
        (("Stop here",), "stop"),
    ],
)
def test_when_its_weeks_are_over_one_looks_back_and_chooses(stand: Stand, presses: tuple[str, ...], kept: str) -> None:
    stand.begin()
    for before in (6, 6, 6, 5, 3, 3, 3):
        stand.do_session(before)
        stand.clock.move(3 * 86400)
    stand.clock.move(30 * 86400)
    assert stand.standing is Standing.OVER
    stand.weekly.show_plan()
    assert "Sessions you did in these 4 weeks: 7." in texts(stand.window)
    assert "Knee pain before a session: clearly lower than at the start." in texts(stand.window)
    stand.press(*presses)
    assert stand.database.rows("SELECT review FROM weekly_plan ORDER BY number")[0] == (kept,)
    if kept == "stop":
        assert stand.store.plan() is None
    else:
        assert stand.plan.first_day == stand.clock.now().wall.date()
        assert stand.plan.rhythm.days == RHYTHM.days


def test_until_one_has_chosen_the_look_back_waits(stand: Stand) -> None:
    stand.begin()
    stand.clock.move(60 * 86400)
    stand.weekly.show_plan()
    stand.press("Change the plan")
    assert stand.standing is Standing.OVER


# -- today ---------------------------------------------------------------------------------------------------------


def test_today_follows_what_is_done(stand: Stand) -> None:
    stand.begin()
    assert stand.standing is Standing.DUE
    stand.do_session()
    assert stand.standing is Standing.DONE
    stand.clock.move(86400)
    assert stand.standing is Standing.FREE


def test_the_page_of_the_plan_leads_to_todays_routine_until_it_is_done(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    stand.weekly.show_plan()
    with qtbot.waitSignal(stand.weekly.routine_requested) as opened:
        stand.press("Open today’s routine")
    assert opened.args == [MONDAYS.routine_id]
    stand.do_session()
    stand.weekly.show_plan()
    qtbot.waitUntil(lambda: f"✓ Done: {MONDAYS.title}" in texts(stand.window))
    assert "Open today’s routine" not in [each.accessibleName() for each in shown(stand.window, QAbstractButton)]


def test_a_sore_knee_puts_today_off_to_tomorrow(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    with qtbot.waitSignal(stand.weekly.changed):
        stand.weekly.put_off()
    assert stand.standing is Standing.PUT_OFF
    stand.weekly.put_off()  # a second press, of something that is not there any more
    assert stand.plan.put_off == day(1)
    stand.clock.move(86400)
    said = stand.weekly.today()
    assert said is not None
    assert (said.standing, said.session) == (Standing.DUE, MONDAYS)


def test_while_the_knee_has_to_rest_rest_is_the_plan(stand: Stand) -> None:
    stand.begin()
    now = stand.clock.now().wall
    HealthStore(stand.database).keep_locks([Lock(Question.TODAY_AFTER_LAST, now, now + timedelta(hours=48))])
    said = stand.weekly.today()
    assert said is not None
    assert (said.standing, said.rest_until) == (Standing.REST, now + timedelta(hours=48))
    assert said.rest_until is not None
    assert said.rest_until.utcoffset() == now.utcoffset()
    stand.clock.move(48 * 3600)
    assert stand.standing is Standing.DUE


# -- reminders -----------------------------------------------------------------------------------------------------


def test_one_is_reminded_at_the_time_and_once(stand: Stand) -> None:
    stand.begin()
    stand.wait_until(17, 59)
    assert stand.reminders.shown == []
    stand.wait_until(18, 0)
    (shown,) = stand.reminders.shown
    assert shown.startswith("KneeGuide: Five-minute seated ease. ")
    stand.wait_until(20, 0, looks=20)
    assert len(stand.reminders.shown) == 1
    stand.clock.move(36 * 3600)
    stand.wait_until(18, 0, looks=2)
    assert len(stand.reminders.shown) == 2


def test_a_clock_that_is_set_back_brings_no_second_reminder(stand: Stand) -> None:
    stand.begin()
    stand.wait_until(18, 0)
    stand.clock.jump_wall(-3600)
    stand.reminders.look()
    stand.wait_until(18, 10, looks=2)
    assert len(stand.reminders.shown) == 1


def test_after_a_sleep_it_comes_late_but_not_too_late(stand: Stand) -> None:
    stand.begin()
    stand.wait_until(18, 29)
    assert len(stand.reminders.shown) == 1
    stand.clock.move(36 * 3600)
    stand.wait_until(18, 31)
    assert len(stand.reminders.shown) == 1


@pytest.mark.parametrize("why", ["playing", "done", "put off", "rest", "no time", "no plan", "disk"])
def test_nobody_is_reminded_of_what_is_not_due(stand: Stand, why: str) -> None:
    if why != "no plan":
        stand.begin(replace(RHYTHM, reminder=None) if why == "no time" else RHYTHM)
    now = stand.clock.now().wall
    if why == "playing":
        stand.playing.append(True)
    elif why == "done":
        stand.do_session()
    elif why == "put off":
        stand.weekly.put_off()
    elif why == "rest":
        HealthStore(stand.database).keep_locks([Lock(Question.TODAY_AFTER_LAST, now, now + timedelta(hours=48))])
    elif why == "disk":
        stand.database.close()
        stand.weekly.today = fail  # type: ignore[method-assign]
    stand.wait_until(18, 0, looks=3)
    assert stand.reminders.shown == []


def fail() -> None:
    raise StorageFault(TroubleKind.LOCKED, "History is not being saved.")


def test_after_midnight_today_is_another_day(qtbot: QtBot, stand: Stand) -> None:
    stand.wait_until(23, 59)
    with qtbot.waitSignal(stand.weekly.changed):
        stand.clock.move(120)
        stand.reminders.look()


# -- the calendar, and a disk that fails ---------------------------------------------------------------------------


def test_it_is_written_to_the_file_that_the_user_chooses(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.begin()
    stand.weekly.show_plan()
    file = tmp_path / "plan.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    stand.press("Save to my calendar")
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert any(str(file) in text for text in texts(stand.window))


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.begin()
    stand.weekly.show_plan()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "plan.ics"), ""))
    stand.press("Save to my calendar")
    assert any(text.startswith("That file could not be written") for text in texts(stand.window))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    stand.press("Save to my calendar")
    assert stand.plan.rhythm == RHYTHM


def test_a_disk_that_takes_no_change_is_told_in_place(stand: Stand) -> None:
    stand.begin()
    stand.weekly.show_plan()
    assert stand.database.path is not None
    other = sqlite3.connect(stand.database.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    stand.press("Change", "Save the plan")
    assert any("another program is using" in text for text in texts(stand.window))
    stand.weekly.put_off()
    stand.weekly.show_plan()
    other.execute("ROLLBACK")
    other.close()
    assert stand.plan.changes == 0
    stand.press("Save the plan")
    assert stand.plan.changes == 1
