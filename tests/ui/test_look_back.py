"""Looking back: the diary is shown, changed and changed back on the real page and in the real file."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import SEATED, SORE_DAY, START, FakeClock, planned
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide.core.database import open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, Record, opened
from kneeguide.core.history_filter import HistoryFilter, Period
from kneeguide.core.history_store import HistoryStore
from kneeguide.ui.look_back import PAGE_OF_RECORDS, LookBack
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.history import HistoryPage
from kneeguide.ui.widgets.pain_scale import PainScale
from kneeguide.ui.widgets.session_list import SessionList


@dataclass
class Stand:
    look_back: LookBack
    window: MainWindow
    history: HistoryStore
    health: HealthLog
    clock: FakeClock
    path: Path

    def keep(self, *titles: str) -> list[Record]:
        """Sessions in the diary, each a day after the one before."""
        kept = []
        for number, title in enumerate(titles):
            begun = START.wall + timedelta(days=number)
            record = opened(f"{title}-{number}", planned(), 4, begun)
            kept.append(replace(record, title=title, outcome=Outcome.COMPLETED, ended=begun + timedelta(minutes=3)))
            self.history.save(kept[-1])
        return kept

    def listed(self) -> list[str]:
        (sessions,) = shown(self.window.page, SessionList)
        model = sessions.model()
        return [model.index(row, 0).data(Qt.ItemDataRole.UserRole).title for row in range(model.rowCount())]


@pytest.fixture
def stand(tmp_path: Path, window: MainWindow) -> Iterator[Stand]:
    path, clock = tmp_path / "history.db", FakeClock()
    database = open_database(path, None, START.wall).database
    history, known = HistoryStore(database), HealthLog(HealthStore(database))
    yield Stand(
        LookBack(window, clock, history, known, lambda: (SEATED, SORE_DAY)), window, history, known, clock, path
    )
    database.close()


def test_without_sessions_the_diary_says_what_will_be_there(stand: Stand) -> None:
    stand.look_back.show_history()
    assert isinstance(stand.window.page, HistoryPage)
    assert "No sessions yet" in texts(stand.window.page)
    assert button(stand.window, "History").isChecked()


def test_the_report_is_a_wish(qtbot: QtBot, stand: Stand) -> None:
    stand.keep("Monday")
    stand.look_back.show_history()
    with qtbot.waitSignal(stand.look_back.report_requested):
        button(stand.window.page, "Report for my clinician").click()


def test_sessions_are_listed_newest_first(stand: Stand) -> None:
    stand.keep("Monday", "Tuesday", "Wednesday")
    stand.look_back.show_history()
    assert stand.listed() == ["Wednesday", "Tuesday", "Monday"]


def test_a_session_that_ended_meanwhile_is_there_the_next_time(stand: Stand) -> None:
    stand.keep("Monday")
    stand.look_back.show_history()
    stand.keep("Monday", "Tuesday")
    stand.look_back.show_history()
    assert stand.listed() == ["Tuesday", "Monday"]


def test_deleting_can_be_undone(qtbot: QtBot, stand: Stand) -> None:
    stand.keep("Monday", "Tuesday")
    stand.look_back.show_history()
    qtbot.mouseClick(button(stand.window.page, "Delete this session"), Qt.MouseButton.LeftButton)
    assert stand.listed() == ["Monday"]
    assert stand.history.count() == 1
    assert "Deleted: “Tuesday”, Tue 3 Mar 2026, 18:00." in texts(stand.window.page)
    qtbot.mouseClick(button(stand.window.page, "Put back"), Qt.MouseButton.LeftButton)
    assert stand.listed() == ["Tuesday", "Monday"]
    assert stand.history.count() == 2


def test_the_last_session_can_be_deleted_and_brought_back(qtbot: QtBot, stand: Stand) -> None:
    stand.keep("Monday")
    stand.look_back.show_history()
    qtbot.mouseClick(button(stand.window.page, "Delete this session"), Qt.MouseButton.LeftButton)
    assert "No sessions yet" in texts(stand.window.page)
    qtbot.mouseClick(button(stand.window.page, "Put back"), Qt.MouseButton.LeftButton)
    assert stand.listed() == ["Monday"]


def test_a_long_diary_comes_in_pages(qtbot: QtBot, stand: Stand) -> None:
    stand.keep(*(f"Day {number}" for number in range(PAGE_OF_RECORDS + 3)))
    stand.look_back.show_history()
    assert len(stand.listed()) == PAGE_OF_RECORDS
    more = f"Show more ({PAGE_OF_RECORDS} of {PAGE_OF_RECORDS + 3})"
    qtbot.mouseClick(button(stand.window.page, more), Qt.MouseButton.LeftButton)
    assert len(stand.listed()) == PAGE_OF_RECORDS + 3
    assert not [name for name in names(shown(stand.window.page, QAbstractButton)) if "more" in name]
    stand.look_back.show_history()
    assert len(stand.listed()) == PAGE_OF_RECORDS


def test_a_session_that_cannot_be_deleted_stays_and_it_is_said_in_place(qtbot: QtBot, stand: Stand) -> None:
    stand.keep("Monday")
    stand.look_back.show_history()
    other = sqlite3.connect(stand.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    qtbot.mouseClick(button(stand.window.page, "Delete this session"), Qt.MouseButton.LeftButton)
    other.close()
    assert stand.listed() == ["Monday"]
    assert any(text.startswith("History is not being saved") for text in texts(stand.window.page))
    assert stand.history.count() == 1


def test_a_diary_that_cannot_be_read_says_so_in_place(stand: Stand) -> None:
    other = sqlite3.connect(stand.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    stand.look_back.show_history()
    other.close()
    assert any("another program is using" in text for text in texts(stand.window.page))
    stand.look_back.show_history()
    assert not any("another program is using" in text for text in texts(stand.window.page))


def choose(stand: Stand, name: str, choice: str) -> None:
    """Choose in a box of the page as the user does."""
    (box,) = [each for each in shown(stand.window.page, QComboBox) if each.accessibleName() == name]
    box.setCurrentIndex(box.findText(choice))
    box.activated.emit(box.currentIndex())


def test_the_diary_can_be_narrowed_by_time_and_by_routine(stand: Stand) -> None:
    monday, _ = stand.keep("Monday", "Tuesday")
    stand.history.save(replace(monday, routine_id="other", started=START.wall - timedelta(days=40)))
    stand.look_back.show_history()
    choose(stand, "Period", "The last 4 weeks")
    assert stand.listed() == ["Tuesday"]
    assert "1 of 2 sessions" in texts(stand.window.page)
    choose(stand, "Routine", "Monday")
    assert "No session fits this choice" in texts(stand.window.page)
    choose(stand, "Period", "The last 3 months")
    assert stand.listed() == ["Monday"]
    stand.look_back.show_history()
    assert stand.listed() == ["Tuesday", "Monday"]


def test_a_deletion_keeps_the_choice(qtbot: QtBot, stand: Stand) -> None:
    _, second, _ = stand.keep("Monday", "Tuesday", "Wednesday")
    stand.history.save(replace(second, routine_id="other"))
    stand.look_back.show_history()
    choose(stand, "Routine", "Wednesday")
    qtbot.mouseClick(button(stand.window.page, "Delete this session"), Qt.MouseButton.LeftButton)
    assert stand.listed() == ["Monday"]


def test_charts_are_made_when_they_are_first_looked_at_and_follow_the_choice(qtbot: QtBot, stand: Stand) -> None:
    shows: list[HistoryFilter] = []

    class Charts:
        def __init__(self) -> None:
            self.view = QWidget()
            made.append(self)

        def show(self, chosen: HistoryFilter) -> None:
            shows.append(chosen)

        def stop(self) -> None:
            shows.clear()

    made: list[Charts] = []
    stand.keep("Monday")
    stand.look_back.join_charts(Charts)  # type: ignore[arg-type]
    stand.look_back.show_history()
    assert made == []
    button(stand.window.page, "View: Charts").click()
    assert len(made) == 1
    assert made[0].view.isVisible()
    chosen = HistoryFilter(Period.YEAR)
    page = stand.window.page
    assert isinstance(page, HistoryPage)
    page.filter_chosen.emit(chosen)
    assert shows == [HistoryFilter(), chosen]
    button(stand.window.page, "View: Sessions").click()
    assert shows == []
    assert not made[0].view.isVisible()


def press(stand: Stand, name: str) -> None:
    button(stand.window.page, name).click()


def test_a_deletion_can_be_undone_after_leaving_and_after_a_restart(stand: Stand, window: MainWindow) -> None:
    stand.keep("Monday", "Tuesday", "Wednesday")
    stand.look_back.show_history()
    press(stand, "Delete this session")
    press(stand, "Delete this session")
    said = "Deleted: “Tuesday”, Tue 3 Mar 2026, 18:00. After it, 1 more can be put back."
    assert said in texts(stand.window.page)
    stand.look_back.show_history()
    assert said in texts(stand.window.page)
    again = LookBack(window, stand.clock, stand.history, stand.health, tuple)
    again.show_history()
    press(stand, "Put back")
    assert "Deleted: “Tuesday”, Tue 3 Mar 2026, 18:00." in texts(stand.window.page)
    press(stand, "Put back")
    assert stand.listed() == ["Wednesday", "Tuesday", "Monday"]
    assert not any(text.startswith("Deleted") for text in texts(stand.window.page))


def test_after_deleting_the_keyboard_is_on_the_session_in_its_place(stand: Stand) -> None:
    stand.keep("Monday", "Tuesday")
    stand.look_back.show_history()
    press(stand, "Delete this session")
    (sessions,) = shown(stand.window.page, SessionList)
    assert sessions.hasFocus()
    assert sessions.record is not None
    assert sessions.record.title == "Monday"
    press(stand, "Delete this session")
    assert button(stand.window.page, "Put back").hasFocus()
    press(stand, "Put back")
    assert sessions.hasFocus()


def scale(stand: Stand, moment: str) -> PainScale:
    (found,) = [each for each in shown(stand.window.page, PainScale) if each.accessibleName().startswith(moment)]
    return found


def test_pain_and_note_can_be_changed_and_taken_back_at_once(stand: Stand) -> None:
    (monday,) = stand.keep("Monday")
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain after"), "2").click()
    press(stand, "Knee pain before: clear the answer")
    assert stand.history.get(monday.id) == replace(monday, before=None, after=2)
    (note,) = shown(stand.window.page, QPlainTextEdit)
    note.setPlainText("Slept well")
    press(stand, "Done")
    assert stand.history.get(monday.id) == replace(monday, before=None, after=2, note="Slept well")
    assert "Slept well" in texts(stand.window.page)
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain after"), "9").click()
    press(stand, "Undo my changes")
    assert stand.history.get(monday.id) == replace(monday, before=None, after=2, note="Slept well")


def rests(stand: Stand) -> list[object]:
    return [lock.until for lock in stand.health.locks]


def test_a_lower_number_never_lifts_a_rest(stand: Stand) -> None:
    (monday,) = stand.keep("Monday")
    stand.history.rate(monday.id, after=7)
    stand.clock.move(3600)
    assert monday.ended is not None
    rest = monday.ended + timedelta(hours=48)
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain after"), "1").click()
    press(stand, "Knee pain before: clear the answer")
    press(stand, "Done")
    assert rests(stand) == [rest]


def test_a_rest_that_a_change_calls_for_is_told_at_once(stand: Stand) -> None:
    stand.keep("Monday")
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain after"), "9").click()
    press(stand, "Done")
    told = "Your knee was more sore after a session. Rest is today’s plan. It lasts until Wed 4 Mar 2026, 19:00."
    assert told in texts(stand.window)
    stand.clock.move(timedelta(hours=49).total_seconds())
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    press(stand, "Done")
    assert told not in texts(stand.window)


def test_a_higher_number_calls_for_rest_but_a_slip_does_not(stand: Stand) -> None:
    (monday,) = stand.keep("Monday")
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain after"), "9").click()
    button(scale(stand, "Knee pain after"), "4").click()
    press(stand, "Done")
    assert rests(stand) == []
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain after"), "9").click()
    assert monday.ended is not None
    button(stand.window, "Learn").click()
    assert rests(stand) == [monday.ended + timedelta(hours=48)]


def test_the_next_day_can_be_told_later_and_then_counts_from_when_it_was_felt(stand: Stand) -> None:
    (monday,) = stand.keep("Monday")
    stand.clock.move(40 * 3600)
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain the next day"), "8").click()
    press(stand, "Done")
    stored = stand.history.get(monday.id)
    assert stored is not None
    assert (stored.next_day, stored.next_day_told) == (8, stand.clock.now().wall)
    assert monday.ended is not None
    assert rests(stand) == [monday.ended + timedelta(hours=36 + 48)]


def test_a_session_of_last_month_locks_nothing(stand: Stand) -> None:
    stand.keep("Monday")
    stand.clock.move(30 * 24 * 3600)
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    button(scale(stand, "Knee pain the next day"), "9").click()
    press(stand, "Done")
    assert rests(stand) == []


def test_undoing_takes_back_that_the_next_day_was_told(stand: Stand) -> None:
    (monday,) = stand.keep("Monday")
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    press(stand, "Yes: Was there a bruise or new swelling the next day?")
    press(stand, "Undo my changes")
    press(stand, "Done")
    assert stand.history.get(monday.id) == monday
    assert rests(stand) == []


def test_a_change_that_cannot_be_kept_is_said_in_place(stand: Stand) -> None:
    stand.keep("Monday")
    stand.look_back.show_history()
    press(stand, "Change pain or note")
    other = sqlite3.connect(stand.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    button(scale(stand, "Knee pain after"), "9").click()
    other.close()
    assert any(text.startswith("History is not being saved") for text in texts(stand.window.page))


def test_a_session_by_hand_is_kept_and_shown_as_such(stand: Stand) -> None:
    stand.look_back.show_history()
    press(stand, "Add a past session")
    choose(stand, "Day", "Yesterday, Sun 1 Mar 2026")
    press(stand, "Keep this session")
    assert stand.listed() == ["Five-minute seated ease"]
    (record,) = stand.history.records()
    assert record.by_hand
    assert stand.history.first_started() is None
    assert stand.history.doses_on(record.day) == record.doses()
    assert "Written down by you" in texts(stand.window.page)
    assert rests(stand) == []


def test_a_session_by_hand_with_a_clear_rise_calls_for_rest_as_any_does(stand: Stand) -> None:
    stand.look_back.show_history()
    press(stand, "Add a past session")
    choose(stand, "Day", "Yesterday, Sun 1 Mar 2026")
    button(scale(stand, "Knee pain before"), "2").click()
    button(scale(stand, "Knee pain after"), "4").click()
    press(stand, "Keep this session")
    (record,) = stand.history.records()
    assert record.ended is not None
    assert rests(stand) == [record.ended + timedelta(hours=48)]


def test_turning_back_keeps_nothing(stand: Stand) -> None:
    stand.look_back.show_history()
    press(stand, "Add a past session")
    press(stand, "Back to history")
    assert isinstance(stand.window.page, HistoryPage)
    assert stand.history.count() == 0
