"""The way through the gate on real pages: what is asked when, and that nothing but a clearance comes out of it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import SEATED, START, FakeClock, health, planned, today
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, button, texts

from kneeguide.core.database import open_database
from kneeguide.core.health_log import HealthLog
from kneeguide.core.health_store import HealthStore
from kneeguide.core.history import Outcome, opened
from kneeguide.core.questions import EMERGENCY, Answer, Answers, HealthReason, Question, Replies
from kneeguide.core.refusal import Action, Reason, Refusal
from kneeguide.core.routine import Routine
from kneeguide.core.safety import Clearance
from kneeguide.ui.gate import Gate
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.pages.emergency import EmergencyPage
from kneeguide.ui.pages.health_answers import HealthAnswersPage
from kneeguide.ui.pages.health_questions import HealthQuestionsPage
from kneeguide.ui.pages.not_today import NotTodayPage
from kneeguide.ui.pages.safety_checklist import SafetyChecklistPage

Q = Question
HOUR = 3600.0


@dataclass
class Stand:
    """A gate in a real window, on a real file, and all that came out of it."""

    gate: Gate
    window: MainWindow
    clock: FakeClock
    path: Path
    told: list[object]

    @property
    def page(self) -> QWidget:
        return self.window.page

    def enter(self, routine: Routine = SEATED) -> QWidget:
        self.gate.enter(routine)
        return self.page

    def say(self, answers: Answers) -> QWidget:
        """Hand in a list on the page in front."""
        signs = tuple(question for question in EMERGENCY if answers.yes(question))
        if isinstance(self.page, EmergencyPage) and signs:
            self.page.told.emit(signs)
            return self.page
        if isinstance(self.page, EmergencyPage):
            self.page.none_told.emit()
        page = self.page
        assert isinstance(page, HealthQuestionsPage | SafetyChecklistPage), page
        page.answered.emit(Replies(answers.given, wound_areas=answers.wound_areas, extra=answers.extra))
        return self.page

    @property
    def cleared(self) -> list[Clearance]:
        return [each for each in self.told if isinstance(each, Clearance)]

    def restart(self) -> "Stand":
        """The same file, as the next start of the program finds it."""
        return make(self.path, self.window, self.clock)


def make(path: Path, window: MainWindow, clock: FakeClock, last: datetime | None = None) -> Stand:
    log = HealthLog(HealthStore(open_database(path, None, clock.now().wall).database))
    told: list[object] = []
    record = opened("last", planned(), 2, START.wall - timedelta(days=9))
    ended = replace(record, outcome=Outcome.COMPLETED, ended=last) if last else None
    gate = Gate(window, clock, log, lambda: ended, lambda: "112", POSES, window)
    gate.cleared.connect(told.append)
    gate.left.connect(lambda: told.append("left"))
    gate.sore_day_requested.connect(lambda: told.append("sore day"))
    gate.troubled.connect(told.append)
    return Stand(gate, window, clock, path, told)


@pytest.fixture
def stand(tmp_path: Path, window: MainWindow, clock: FakeClock) -> Iterator[Stand]:
    return make(tmp_path / "history.db", window, clock)


def test_a_refusal_begins_with_what_to_do_also_where_it_has_to_scroll(stand: Stand) -> None:
    stand.window.resize(900, 600)
    stand.window.activateWindow()
    stand.gate.show_refusal(
        Refusal((Reason(Action.SEE_CLINICIAN, Question.ASK_CANCER), Reason(Action.REST_TODAY, text="Long? " * 150))),
        SEATED,
    )
    page = stand.page
    assert isinstance(page, NotTodayPage)
    assert page.scroll_area.verticalScrollBar().value() == 0


def test_the_first_time_health_is_asked_then_today_and_then_the_way_is_free(stand: Stand) -> None:
    assert isinstance(stand.enter(), EmergencyPage)
    assert isinstance(stand.say(health()), SafetyChecklistPage)
    stand.say(today())
    (clearance,) = stand.told
    assert isinstance(clearance, Clearance)
    assert clearance.routine == SEATED
    assert clearance.issued == stand.clock.now()


def test_the_second_time_only_today_is_asked_and_it_is_asked_each_time(stand: Stand) -> None:
    stand.enter()
    stand.say(health())
    for _ in range(3):
        assert isinstance(stand.enter(), SafetyChecklistPage)
        stand.say(today())
    assert len(stand.cleared) == 3


def test_after_30_days_health_is_asked_again(stand: Stand) -> None:
    stand.enter()
    stand.say(health())
    stand.clock.move(30 * 24 * HOUR)
    assert isinstance(stand.enter(), SafetyChecklistPage)
    stand.clock.move(1)
    assert isinstance(stand.enter(), EmergencyPage)
    stand.page.none_told.emit()
    assert "Your last answers are more than 30 days old. Has anything changed since?" in texts(stand.page)


def test_health_is_known_at_the_next_start(stand: Stand) -> None:
    stand.enter()
    stand.say(health())
    assert isinstance(stand.restart().enter(), SafetyChecklistPage)


@pytest.mark.parametrize("question", [q for q in Q if q.value.startswith(("today-", "stop-", "emergency-"))])
def test_a_yes_to_any_sign_of_danger_lets_nobody_through(stand: Stand, question: Question) -> None:
    stand.enter()
    if question.value.startswith("today-"):
        stand.say(health())
        page = stand.say(today(question))
    else:
        page = stand.say(health(question))
    if question not in (Q.TODAY_SKIN, Q.STOP_WOUND):
        assert isinstance(page, NotTodayPage)
    assert stand.cleared == []


@pytest.mark.parametrize("missing", [q for q in Q if q.value.startswith("today-")])
def test_an_answer_that_is_missing_lets_nobody_through(stand: Stand, missing: Question) -> None:
    stand.enter()
    stand.say(health())
    assert isinstance(stand.say(today(without=[missing])), NotTodayPage)
    assert stand.told == []


def test_an_emergency_is_answered_at_once_even_if_nothing_else_is(stand: Stand) -> None:
    stand.enter()
    page = stand.say(replace(health(), given={Q.EMERGENCY_BREATHING: Answer.YES}))
    assert isinstance(page, NotTodayPage)
    assert any("112" in text for text in texts(page))
    assert isinstance(stand.enter(), NotTodayPage), "and it stands until the list is answered anew"
    page.health_review_requested.emit()
    assert isinstance(stand.page, EmergencyPage)


@pytest.mark.parametrize("question", [Q.EMERGENCY_BREATHING, Q.STOP_DVT_SWELLING, Q.STOP_FRACTURE])
def test_what_to_do_is_said_outside_of_a_session_too(stand: Stand, question: Question) -> None:
    stand.gate.review_health()
    page = stand.say(health(question))
    assert isinstance(page, NotTodayPage)
    assert stand.told == []
    page.back_requested.emit()
    assert stand.told == ["left"]


def test_only_what_was_begun_in_the_settings_stands_there(stand: Stand) -> None:
    def place() -> list[Place]:
        return [each for each in Place if button(stand.window, each.value.capitalize()).isChecked()]

    stand.gate.review_health(HealthReason.FIRST)
    stand.say(health(Q.STOP_FRACTURE))
    assert place() == [Place.ROUTINES]
    stand.gate.show_answers()
    assert place() == [Place.SETTINGS]


def test_a_review_with_nothing_in_the_way_goes_back_to_where_it_came_from(stand: Stand) -> None:
    stand.gate.review_health()
    stand.say(health())
    assert stand.told == ["left"]


def test_a_review_on_the_way_to_a_session_goes_on_to_it(stand: Stand) -> None:
    stand.enter()
    stand.say(health())
    checklist = stand.page
    assert isinstance(checklist, SafetyChecklistPage)
    checklist.health_review_requested.emit()
    assert isinstance(stand.page, EmergencyPage)
    assert isinstance(stand.say(health()), SafetyChecklistPage)


def test_a_fresh_injury_shuts_the_gate_for_72_hours_across_restarts(stand: Stand) -> None:
    stand.enter()
    stand.say(health())
    stand.say(today(Q.TODAY_INJURY))
    stand.clock.move(71.9 * HOUR)
    for gate in (stand, stand.restart()):
        assert isinstance(gate.enter(), NotTodayPage), "nobody answers six questions in vain"
    stand.clock.move(0.2 * HOUR)
    assert isinstance(stand.restart().enter(), SafetyChecklistPage)


def test_before_anybody_enters_it_knows_what_would_turn_every_routine_back(stand: Stand) -> None:
    assert stand.gate.why_no_session() is None, "it would ask the health questions first"
    stand.enter()
    stand.say(health())
    assert stand.gate.why_no_session() is None, "it would ask today's"
    stand.say(today(Q.TODAY_INJURY))
    for each in (stand, stand.restart()):
        reason = each.gate.why_no_session()
        assert reason is not None
        assert (reason.action, reason.until) == (Action.WAIT, START.wall + timedelta(hours=72))
    stand.clock.move(72.1 * HOUR)
    assert stand.gate.why_no_session() is None


def test_signs_of_a_clot_shut_it_until_the_user_comes_back_and_says_they_were_ruled_out(stand: Stand) -> None:
    stand.enter()
    stand.say(health())
    page = stand.say(today(Q.TODAY_LEG_CHANGE))
    assert isinstance(page, NotTodayPage)
    stand.clock.move(40 * 60)
    again = stand.restart()
    assert isinstance(again.enter(), NotTodayPage)
    stand.clock.move(10 * 24 * HOUR)
    later = stand.restart()
    page = later.enter()
    assert isinstance(page, NotTodayPage)
    page.confirmed.emit((Q.TODAY_LEG_CHANGE,))
    assert isinstance(later.page, SafetyChecklistPage)
    assert isinstance(stand.restart().enter(), SafetyChecklistPage), "the statement is kept"


def test_a_statement_lets_go_on_to_the_checklist(stand: Stand) -> None:
    stand.enter()
    page = stand.say(health(Q.ASK_OSTEOPOROSIS))
    assert isinstance(page, NotTodayPage)
    page.confirmed.emit((Q.ASK_OSTEOPOROSIS,))
    assert isinstance(stand.page, SafetyChecklistPage)
    stand.say(today())
    assert len(stand.cleared) == 1


def test_a_statement_outside_of_a_session_goes_back_to_where_it_came_from(stand: Stand) -> None:
    stand.gate.review_health()
    page = stand.say(health(Q.ASK_OSTEOPOROSIS))
    assert isinstance(page, NotTodayPage)
    page.confirmed.emit((Q.ASK_OSTEOPOROSIS,))
    assert stand.told == ["left"]


def test_the_routines_own_question_counts(stand: Stand) -> None:
    text = "Has your physiotherapist told you to wait?"
    own = replace(SEATED, questions=(text,))
    stand.enter(own)
    stand.say(health())
    assert isinstance(stand.say(today(extra={text: Answer.YES})), NotTodayPage)
    assert stand.told == []
    stand.enter(own)
    stand.say(today(extra={text: Answer.NO}))
    assert len(stand.cleared) == 1


def test_turning_back_is_a_wish(stand: Stand) -> None:
    for _ in range(2):
        page = stand.enter()
        assert isinstance(page, EmergencyPage | SafetyChecklistPage)
        page.cancelled.emit()
        stand.enter()
        if isinstance(stand.page, EmergencyPage):
            stand.say(health())
    assert stand.told == ["left", "left"]


def test_the_gentlest_routine_is_offered(stand: Stand) -> None:
    stand.enter()
    page = stand.say(health(Q.ASK_WIDESPREAD))
    assert isinstance(page, NotTodayPage)
    page.sore_day_requested.emit()
    assert stand.told == ["sore day"]


def test_pain_after_the_last_session_counts_from_its_end(tmp_path: Path, window: MainWindow, clock: FakeClock) -> None:
    last = clock.now().wall - timedelta(hours=47)
    stand = make(tmp_path / "history.db", window, clock, last)
    stand.enter()
    stand.say(health())
    assert isinstance(stand.say(today(Q.TODAY_AFTER_LAST)), NotTodayPage)
    clock.move(1.1 * HOUR)
    assert isinstance(stand.enter(), SafetyChecklistPage)


def test_answers_that_the_disk_will_not_take_hold_and_it_is_said(stand: Stand) -> None:
    other = sqlite3.connect(stand.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    stand.enter()
    page = stand.say(health())
    other.close()
    assert isinstance(page, SafetyChecklistPage)
    (sentence,) = stand.told
    assert str(sentence).startswith("History is not being saved: another program is using")


def test_damage_among_the_locks_is_said_and_everything_asked_again(stand: Stand) -> None:
    stand.enter()
    stand.say(health())
    stand.say(today(Q.TODAY_LEG_CHANGE))
    with sqlite3.connect(stand.path) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE health_lock SET question = 'none of ours'")
    connection.close()
    again = stand.restart()
    assert isinstance(again.enter(), EmergencyPage)
    assert "is damaged" in str(again.told)


class TestMyHealthAnswers:
    def answers_page(self, stand: Stand) -> HealthAnswersPage:
        stand.gate.show_answers()
        assert isinstance(stand.page, HealthAnswersPage)
        return stand.page

    def test_a_review_that_begins_there_ends_there(self, stand: Stand) -> None:
        self.answers_page(stand).review_requested.emit()
        assert isinstance(stand.page, EmergencyPage)
        assert isinstance(stand.say(health(Q.ADAPT_FLOOR)), HealthAnswersPage)
        assert any("Nothing on the floor" in text for text in texts(stand.page))
        assert stand.told == []

    @pytest.mark.parametrize("way", ["signs", "list", "refusal"])
    def test_turning_back_from_a_review_leads_there_too(self, stand: Stand, way: str) -> None:
        self.answers_page(stand).review_requested.emit()
        if way == "signs":
            stand.page.cancelled.emit()
        elif way == "list":
            stand.page.none_told.emit()
            stand.page.cancelled.emit()
        else:
            stand.say(health(Q.STOP_FRACTURE))
            stand.page.back_requested.emit()
        assert isinstance(stand.page, HealthAnswersPage)
        stand.page.back_requested.emit()
        assert stand.told == ["left"]

    def test_after_deleting_everything_is_asked_again(self, qtbot: QtBot, stand: Stand) -> None:
        stand.enter()
        stand.say(health())
        self.answers_page(stand).delete_requested.emit()
        assert any("are deleted" in text for text in texts(stand.window))
        qtbot.waitUntil(lambda: any("no health answers" in text for text in texts(stand.page)))
        for gate in (stand, stand.restart()):
            assert isinstance(gate.enter(), EmergencyPage)

    def test_deleting_opens_no_lock_made_by_a_sign(self, qtbot: QtBot, stand: Stand) -> None:
        stand.enter()
        stand.say(health())
        stand.say(today(Q.TODAY_LEG_CHANGE))
        self.answers_page(stand).delete_requested.emit()
        qtbot.waitUntil(lambda: "Closed for now" in texts(stand.page))
        for gate in (stand, stand.restart()):
            assert isinstance(gate.enter(), EmergencyPage)
            assert isinstance(gate.say(health(at=stand.clock.now())), NotTodayPage)
        assert stand.cleared == []

    def test_answers_that_cannot_be_deleted_are_told(self, stand: Stand) -> None:
        stand.enter()
        stand.say(health())
        page = self.answers_page(stand)
        other = sqlite3.connect(stand.path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        page.delete_requested.emit()
        other.close()
        assert any("another program is using" in text for text in texts(stand.window))

    def test_a_session_begun_afterwards_is_left_as_any_other(self, stand: Stand) -> None:
        self.answers_page(stand)
        page = stand.enter()
        assert isinstance(page, EmergencyPage)
        page.cancelled.emit()
        assert stand.told == ["left"]


def test_each_list_begins_with_nothing_answered(stand: Stand) -> None:
    for answers in (health(), today(), today()):
        page = stand.enter()
        checked = [each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isChecked()]
        assert checked == []
        stand.say(answers)
