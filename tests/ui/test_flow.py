"""The whole job, in the real window on a real database: pick, gate, play, log. And that there is no way round."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import FakeClock, health, planned
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import FakeKeepAwake, FakeReminders, FakeSound, FakeVoice, Ticker, button, names, shown, texts

from kneeguide import paths
from kneeguide.core.history import Outcome, PlannedStage, Record, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.questions import EMERGENCY, HEALTH, HealthReason, Question
from kneeguide.core.routine import Muscle, Side
from kneeguide.core.settings import load_settings
from kneeguide.core.stage import StageKind
from kneeguide.core.stored_time import to_stored
from kneeguide.program import Program, build
from kneeguide.services.voice import no_voice
from kneeguide.ui.main_window import Place
from kneeguide.ui.pages.library import LibraryPage
from kneeguide.ui.pages.pain_before import PainBeforePage
from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.widgets.routine_card import RoutineCard
from kneeguide.ui.widgets.tick_line import TickLine

NUMBNESS = 4
"""Place of the question about numbness on the short list."""
LEG_CHANGE = 0
NO_SIGN = "I have none of these"
INJURY = 2


def started(folders: paths.UserFolders, clock: FakeClock, voices: list[FakeVoice]) -> Program:
    """``voices``: each that the program makes is put at the end."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def make_voice() -> FakeVoice:
        voices.append(FakeVoice("A voice"))
        return voices[-1]

    return build(application, folders, clock, FakeSound, make_voice, FakeKeepAwake, FakeReminders)


@dataclass
class User:
    """Somebody with a mouse in front of the running program."""

    program: Program
    clock: FakeClock
    folders: paths.UserFolders
    qtbot: QtBot
    voices: list[FakeVoice]

    @property
    def page(self) -> QWidget:
        return self.program.window.page

    @property
    def page_name(self) -> str:
        return type(self.page).__name__

    @property
    def records(self) -> tuple[Record, ...]:
        return HistoryStore(self.program.database).records()

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(button(self.page, name), Qt.MouseButton.LeftButton)

    def answer(self, *yes: int) -> None:
        """No to every question of the page, part by part, but yes to those at these places."""
        first = self._answer_part(0, *yes)
        while self.page_name == "HealthQuestionsPage" and "Continue" in names(shown(self.page, QAbstractButton)):
            self.press("Continue")
            first = self._answer_part(first, *yes)

    def _answer_part(self, first: int, *yes: int) -> int:
        """Answer what is on the page, of which so many questions came before. Returns how many there were by now."""
        buttons = shown(self.page, QAbstractButton)
        pairs = zip(
            [each for each in buttons if each.property("kind") == "yes"],
            [each for each in buttons if each.property("kind") == "no"],
            strict=True,
        )
        place = first
        for place, (its_yes, its_no) in enumerate(pairs, first):
            self.qtbot.mouseClick(its_yes if place in yes else its_no, Qt.MouseButton.LeftButton)
        return place + 1

    def start_up(self, routine: str | None = None) -> None:
        self.program.flow.start(routine)
        self.program.window.show()
        self.qtbot.waitExposed(self.program.window)

    def leave(self) -> None:
        self.program.flow.shut()
        self.program.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def start_again(self) -> None:
        """A new run of the program on the same files."""
        self.program = started(self.folders, self.clock, self.voices)
        self.start_up()

    def be_welcomed(self, *yes: int) -> None:
        for line in shown(self.page, TickLine):
            line.box.click()
        self.press("Continue")
        self.press(NO_SIGN)
        self.answer(*yes)
        self.press("See what to do" if yes else "Done")

    def pick(self, routine: str, *, is_for_rest: bool = False) -> None:
        card = next(card for card in shown(self.page, RoutineCard) if card.routine.id == routine)
        self.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        self.press("See what to do today" if is_for_rest else "Go to the safety check")

    def pass_gate(self, pain: int = 2) -> None:
        self.answer()
        self.press("Continue")
        assert isinstance(self.page, PainBeforePage)
        self.press(str(pain))

    def play_on(self, seconds: float) -> None:
        """Let time pass, with a tick each second."""
        runner = self.program.flow._guided._play._runner
        assert runner is not None
        ticker = Ticker(runner, self.clock)
        for _ in range(round(seconds)):
            if isinstance(self.page, PlayerPage):
                ticker.pass_seconds(1.0)

    def play_through(self, *, after: int) -> None:
        """Do all of a short session with a knee that hurts 2 before it, and so much after it."""
        self.pick("oa-hands-short")
        self.pass_gate(pain=2)
        self.press("Start the session")
        self.play_on(400)
        self.press(str(after))
        self.press("Finish")


@pytest.fixture
def user(qapp: QApplication, qtbot: QtBot, clock: FakeClock, tmp_path: Path) -> Iterator[User]:
    folders = paths.user_folders({"KNEEGUIDE_HOME": str(tmp_path / "home")})
    assert folders is not None
    voices: list[FakeVoice] = []
    user = User(started(folders, clock, voices), clock, folders, qtbot, voices)
    yield user
    user.leave()
    qapp.setStyleSheet("")


@pytest.fixture
def settled(user: User) -> User:
    """A user in good health, who has answered the full list, at the library."""
    program = user.program
    program.flow.settings = replace(program.flow.settings, adult_confirmed=user.clock.now().wall)
    program.flow._guided._health.answer(health(at=user.clock.now()))
    user.start_up()
    return user


def test_the_whole_job_from_the_first_start_to_the_diary(user: User) -> None:
    user.start_up()
    assert user.page_name == "WelcomePage"
    user.be_welcomed()
    assert user.page_name == "LibraryPage"
    user.pick("oa-hands-short")
    assert user.page_name == "SafetyChecklistPage"
    user.pass_gate(pain=2)
    user.press("Start the session")

    assert user.page_name == "PlayerPage"
    planned = user.records[0].planned_seconds
    user.play_on(planned)
    assert user.page_name == "SummaryPage"
    user.press("1")
    user.press("Finish")
    assert user.page_name == "LibraryPage"

    (record,) = user.records
    assert record.outcome is Outcome.COMPLETED
    assert (record.before, record.after) == (2, 1)
    assert {stage.outcome for stage in record.stages} == {StageOutcome.DONE}
    assert [stage.key for stage in record.stages] == [stage.key for stage in record.planned]
    assert record.seconds == pytest.approx(planned)
    user.qtbot.mouseClick(button(user.program.window, "History"), Qt.MouseButton.LeftButton)
    assert any("Five-minute seated ease" in text for text in texts(user.page))


def test_that_there_is_no_voice_is_said_in_one_session_only(settled: User) -> None:
    (voice,) = settled.voices
    assert voice.preparations == 1
    voice.fail(no_voice(), missing=True)
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    assert no_voice() in texts(settled.page)
    settled.leave()

    settled.start_again()
    assert settled.program.flow.settings.voice is False
    settled.press("Keep what I did")
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    (_, again) = settled.voices
    assert again.preparations == 0
    assert no_voice() not in texts(settled.page)
    assert voice.is_closed


def test_nothing_but_the_passed_checklist_opens_the_player(settled: User) -> None:
    settled.pick("oa-hands-short")
    start = next(each for each in shown(settled.page, QAbstractButton) if each.property("kind") == "primary")
    assert not start.isEnabled()
    settled.qtbot.keyClick(settled.page, Qt.Key.Key_Return)
    settled.qtbot.keyClick(settled.page, Qt.Key.Key_Space)
    assert settled.page_name == "SafetyChecklistPage"
    assert settled.records == ()


@pytest.mark.parametrize("place", [LEG_CHANGE, 1, NUMBNESS])
def test_a_yes_today_is_refused_and_nothing_is_logged(settled: User, place: int) -> None:
    settled.pick("oa-hands-short")
    settled.answer(place)
    settled.press("See what to do")
    assert settled.page_name == "NotTodayPage"
    assert settled.records == ()


def test_a_clot_sign_locks_the_gate_across_a_restart_until_it_was_ruled_out(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.answer(LEG_CHANGE)
    settled.press("See what to do")
    settled.leave()

    settled.clock.move(timedelta(hours=20).total_seconds())
    settled.start_again()
    settled.pick("oa-hands-short", is_for_rest=True)
    assert settled.page_name == "NotTodayPage", "locked before anything is asked"
    for line in shown(settled.page, TickLine):
        line.box.click()
    settled.press("Confirm and go on")
    assert settled.page_name == "SafetyChecklistPage"


def test_a_clot_sign_cannot_be_ruled_out_in_the_same_breath(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.answer(LEG_CHANGE)
    settled.press("See what to do")
    assert not shown(settled.page, TickLine)


def test_a_clot_sign_on_the_full_list_stays_when_the_answer_is_taken_back(user: User) -> None:
    user.start_up()
    user.be_welcomed(0)  # the first of the stop questions
    assert user.page_name == "NotTodayPage"
    user.press("Back to routines")
    user.qtbot.mouseClick(button(user.program.window, "Settings"), Qt.MouseButton.LeftButton)
    user.press("My health answers")
    user.press("Answer again")
    user.press(NO_SIGN)
    user.answer()
    user.press("Done")
    assert user.page_name == "NotTodayPage"


def test_pain_of_seven_and_more_is_a_day_of_rest(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate(pain=7)
    assert not any(each.accessibleName() == "Start the session" for each in shown(settled.page, QAbstractButton))
    assert settled.records == ()


def test_pain_of_four_to_six_leads_to_half_the_dose_or_the_sore_day_routine(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate(pain=5)
    settled.press("Take the sore-day routine")
    assert settled.page_name == "RoutineDetailPage"
    assert any("Sore-day" in text for text in texts(settled.page))


def test_a_clearance_left_lying_for_half_an_hour_is_asked_for_again(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.clock.move(timedelta(minutes=31).total_seconds())
    settled.press("Start the session")
    assert settled.page_name == "SafetyChecklistPage"
    assert settled.records == ()


def test_a_pause_of_half_an_hour_brings_the_checklist_back_and_then_goes_on(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(60)
    done = settled.records[0].done
    settled.press("Pause")
    settled.clock.move(timedelta(minutes=31).total_seconds())
    settled.press("Go on")
    assert settled.page_name == "SafetyChecklistPage"
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(400)
    (record,) = settled.records
    assert record.outcome is Outcome.COMPLETED
    assert record.done >= done


@pytest.mark.parametrize(("minutes", "goes_on"), [(29, True), (31, False)])
def test_within_half_an_hour_of_the_checklist_a_pause_is_only_a_pause(
    settled: User, minutes: int, goes_on: bool
) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(30)
    settled.press("Pause")
    settled.clock.move(timedelta(minutes=minutes).total_seconds() - 30)
    settled.press("Go on")
    assert (settled.page_name == "PlayerPage") is goes_on
    assert (settled.page_name == "SafetyChecklistPage") is not goes_on


def thigh_had(user: User, seconds: float) -> None:
    """As if an earlier session of today had given the left thigh so much."""
    key = "a-key"
    stage = PlannedStage(key, StageKind.WORK, "t", "T", Muscle.QUADS, Side.LEFT, 1, seconds, 2)
    now = user.clock.now().wall
    HistoryStore(user.program.database).save(
        Record(
            id="earlier",
            routine_id="another",
            title="Another",
            version=1,
            started=now - timedelta(days=0, hours=5),
            planned=(stage,),
            stages=(StageDone(key, seconds, seconds, StageOutcome.DONE),),
            outcome=Outcome.COMPLETED,
            before=2,
            after=2,
            ended=now - timedelta(hours=4),
        )
    )


@pytest.mark.parametrize(
    ("choice", "left_thigh"),
    [("Do less of it", 30.0), ("Leave it out", 0.0), ("Start as it is", None)],
)
def test_before_the_start_it_is_said_which_muscle_would_get_too_much_today(
    settled: User, choice: str, left_thigh: float | None
) -> None:
    thigh_had(settled, 180.0)
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    assert settled.page_name == "PainBeforePage"
    (said,) = [text for text in texts(settled.page) if text.startswith("Front of thigh, left leg: 180 s today so far.")]
    assert "right leg" not in said
    settled.press(choice)
    assert settled.page_name == "PlayerPage"
    (record,) = [record for record in settled.records if record.id != "earlier"]
    thigh = [stage.seconds for stage in record.planned if (stage.muscle, stage.side) == (Muscle.QUADS, Side.LEFT)]
    if left_thigh is None:
        assert sum(thigh) > 30.0
    else:
        assert sum(thigh) <= left_thigh
        assert bool(thigh) is bool(left_thigh)


def test_a_day_that_is_over_counts_no_more(settled: User) -> None:
    thigh_had(settled, 180.0)
    settled.clock.move(timedelta(hours=9).total_seconds())
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    assert settled.page_name == "PlayerPage"


def test_a_red_next_day_is_rested_and_then_halved(settled: User) -> None:
    thigh_had(settled, 30.0)
    HistoryStore(settled.program.database).rate("earlier", next_day=5)
    settled.pick("oa-hands-short", is_for_rest=True)
    assert settled.page_name == "NotTodayPage"
    settled.clock.move(timedelta(hours=84).total_seconds())
    settled.press("Back to routines")
    settled.press("Go to the safety check")
    settled.pass_gate()
    assert "Half the time today, with a lighter touch." in texts(settled.page)
    settled.press("Start the session")
    (record,) = [record for record in settled.records if record.id != "earlier"]
    thigh = [stage.seconds for stage in record.planned if (stage.muscle, stage.side) == (Muscle.QUADS, Side.LEFT)]
    assert sum(thigh) < 60


def test_a_session_cut_off_is_offered_at_the_next_start_and_goes_on_behind_the_gate(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(60)
    settled.leave()

    settled.start_again()
    assert settled.page_name == "UnfinishedPage"
    assert settled.records[0].outcome is Outcome.OPEN
    go_on = next(each for each in shown(settled.page, QAbstractButton) if each.property("kind") == "primary")
    settled.qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert settled.page_name == "SafetyChecklistPage"
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(400)
    (record,) = settled.records
    assert record.outcome is Outcome.COMPLETED
    work = [stage.key for stage in record.stages if stage.outcome is StageOutcome.DONE and stage.key != "get-ready"]
    assert len(work) == len(set(work)), "no stage was done twice"


def test_skipping_everything_is_not_a_completed_session(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    while isinstance(settled.page, PlayerPage):
        settled.press("Skip")
    (record,) = settled.records
    assert record.outcome is Outcome.STOPPED
    assert record.done == frozenset()


def test_a_routine_named_at_the_start_still_goes_through_the_gate(settled: User) -> None:
    settled.start_up("itb-wall-short")
    assert settled.page_name == "RoutineDetailPage"
    settled.press("Go to the safety check")
    assert settled.page_name == "SafetyChecklistPage"


def test_what_was_chosen_is_kept_for_the_next_time(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Change")
    settled.press("Which legs? Right leg")
    settled.press("Start the session")
    settings, notices = load_settings(settled.folders.settings_file)
    assert notices == ()
    assert settings.legs.value == "right"


def test_the_pace_of_a_session_is_the_pace_of_the_next(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(12)
    settled.qtbot.keyClick(settled.page, Qt.Key.Key_L)
    settings, _ = load_settings(settled.folders.settings_file)
    assert settings.slower == 0.5


def test_settings_make_the_time_to_change_over_longer(settled: User) -> None:
    flow = settled.program.flow
    flow.settings = replace(flow.settings, change_over=20)
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    (record,) = settled.records
    assert {stage.seconds for stage in record.planned if stage.kind == "change-over"} == {25.0}


def test_a_step_switched_off_stays_off_when_the_session_is_gone_on_with(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Change")
    switch = shown(settled.page, QCheckBox)[1]
    switch.click()
    settled.press("Start the session")
    planned = settled.records[0].planned
    assert not any(stage.key.startswith("2-") for stage in planned)
    settled.play_on(60)
    settled.leave()

    settled.start_again()
    go_on = next(each for each in shown(settled.page, QAbstractButton) if each.property("kind") == "primary")
    settled.qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    settled.pass_gate()
    assert "Change" not in names(shown(settled.page, QAbstractButton))
    settled.press("Start the session")
    settled.play_on(600)
    (record,) = settled.records
    assert record.outcome is Outcome.COMPLETED
    assert record.planned == planned


def test_a_knee_that_hurts_clearly_more_afterwards_rests_for_two_days(settled: User) -> None:
    settled.play_through(after=5)
    settled.pick("oa-hands-short", is_for_rest=True)
    assert settled.page_name == "NotTodayPage"
    settled.clock.move(timedelta(hours=48).total_seconds())
    settled.press("Back to routines")
    settled.press("Go to the safety check")
    assert settled.page_name == "SafetyChecklistPage"


def test_deleting_the_session_does_not_end_the_rest(settled: User) -> None:
    settled.play_through(after=5)
    HistoryStore(settled.program.database).delete(settled.records[0].id, settled.clock.now().wall)
    settled.pick("oa-hands-short", is_for_rest=True)
    assert settled.page_name == "NotTodayPage"


def test_after_an_urgent_stop_the_whole_list_is_asked_again(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(30)
    settled.press("Something is wrong – stop")
    settled.press("Pain or pressure in the chest")
    settled.press("End session")
    settled.press("Finish")
    settled.clock.move(60)
    settled.pick("oa-hands-short")
    assert settled.page_name == "EmergencyPage"
    settled.press(NO_SIGN)
    settled.answer()
    settled.press("Done")
    assert settled.page_name == "SafetyChecklistPage"


@pytest.mark.parametrize("restarts", [False, True])
def test_after_a_bad_next_day_come_rest_and_the_whole_list_and_half_a_dose(settled: User, restarts: bool) -> None:
    """A bruise alone is enough, also in a program that was left open over night."""
    settled.play_through(after=2)
    settled.clock.move(timedelta(hours=20).total_seconds())
    told = settled.clock.now().wall
    with settled.program.database.change() as connection:
        connection.execute("UPDATE session SET next_day_told = ?, next_day_marks = 1", (to_stored(told),))
    if restarts:
        settled.leave()
        settled.start_again()
    settled.clock.move(timedelta(hours=1).total_seconds())
    settled.pick("oa-hands-short", is_for_rest=True)
    assert settled.page_name == "NotTodayPage", "what only time ends is said before anything is asked"
    settled.clock.move(timedelta(hours=47).total_seconds())
    settled.press("Back to routines")
    settled.press("Go to the safety check")
    assert settled.page_name == "EmergencyPage"
    settled.press(NO_SIGN)
    assert any("too much for the next day" in text for text in texts(settled.page))
    settled.answer()
    settled.press("Done")
    settled.pass_gate()
    assert any("half" in text.lower() for text in texts(settled.page))


@pytest.mark.parametrize("restarts", [False, True])
def test_a_lower_number_afterwards_lifts_neither_rest_nor_list_nor_half_a_dose(settled: User, restarts: bool) -> None:
    settled.play_through(after=2)
    settled.clock.move(timedelta(hours=20).total_seconds())
    button(settled.program.window, "Routines").click()
    settled.press("Answer")
    settled.press("7")
    settled.press("No: Is there a bruise or new swelling where you massaged?")
    settled.press("Done")
    button(settled.program.window, "History").click()
    settled.press("Change pain or note")
    settled.press("Knee pain the next day: clear the answer")
    settled.press("Done")
    if restarts:
        settled.leave()
        settled.start_again()
    button(settled.program.window, "Routines").click()
    settled.clock.move(timedelta(hours=1).total_seconds())
    settled.pick("oa-hands-short", is_for_rest=True)
    assert settled.page_name == "NotTodayPage"
    settled.clock.move(timedelta(hours=47).total_seconds())
    settled.press("Back to routines")
    settled.press("Go to the safety check")
    assert settled.page_name == "EmergencyPage"
    settled.press(NO_SIGN)
    settled.answer()
    settled.press("Done")
    settled.pass_gate()
    assert any("half" in text.lower() for text in texts(settled.page))


def test_a_cause_once_told_is_kept_however_the_program_is_left(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(30)
    settled.press("Something is wrong – stop")
    settled.press("Pain or pressure in the chest")
    settled.leave()

    settled.start_again()
    assert settled.page_name == "LibraryPage", "nothing is offered to be gone on with"
    (record,) = settled.records
    assert (record.outcome, record.stop_reason) == (Outcome.STOPPED, "chest-pain")
    settled.pick("oa-hands-short")
    assert settled.page_name == "EmergencyPage"


def test_a_checklist_left_standing_is_asked_again(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.answer()
    settled.clock.move(timedelta(hours=9).total_seconds())
    settled.press("Continue")
    assert settled.page_name == "SafetyChecklistPage"
    start = next(each for each in shown(settled.page, QAbstractButton) if each.property("kind") == "primary")
    assert not start.isEnabled()


def test_a_resumed_session_is_measured_by_todays_pain_and_keeps_its_legs(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate(pain=3)
    settled.press("Change")
    settled.press("Which legs? Right leg")
    settled.press("Start the session")
    settled.play_on(60)
    settled.leave()

    settled.start_again()
    go_on = next(each for each in shown(settled.page, QAbstractButton) if each.property("kind") == "primary")
    settled.qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    settled.pass_gate(pain=1)
    assert not any("leg" in each.accessibleName() for each in shown(settled.page, QAbstractButton))
    settled.press("Start the session")
    settled.play_on(400)
    (record,) = settled.records
    assert record.before == 1
    assert {stage.side for stage in record.planned if stage.side} == {Side.RIGHT}
    assert record.outcome is Outcome.COMPLETED


def test_a_health_review_from_the_settings_leads_back_there(settled: User) -> None:
    settled.qtbot.mouseClick(button(settled.program.window, "Settings"), Qt.MouseButton.LeftButton)
    settled.press("My health answers")
    settled.press("Answer again")
    settled.press(NO_SIGN)
    settled.answer()
    settled.press("Done")
    assert settled.page_name == "HealthAnswersPage"
    settled.press("Back to settings")
    assert settled.page_name == "SettingsPage"


def test_a_review_that_was_left_by_the_sidebar_is_over(settled: User) -> None:
    settled.qtbot.mouseClick(button(settled.program.window, "Settings"), Qt.MouseButton.LeftButton)
    settled.press("My health answers")
    settled.press("Answer again")
    settled.qtbot.mouseClick(button(settled.program.window, "Routines"), Qt.MouseButton.LeftButton)
    settled.pick("oa-hands-short")
    settled.press("Back to routines")
    assert settled.page_name == "RoutineDetailPage"


def test_reading_up_is_a_place_of_its_own_and_can_be_opened_at_a_page(settled: User) -> None:
    settled.qtbot.mouseClick(button(settled.program.window, "Learn"), Qt.MouseButton.LeftButton)
    assert settled.page_name == "LearnPage"
    assert "Does massage help?" in texts(settled.page)
    settled.qtbot.mouseClick(button(settled.program.window, "Routines"), Qt.MouseButton.LeftButton)
    assert settled.page_name == "LibraryPage"
    settled.program.flow.open_learn("see-someone")
    assert "Call for help now" in texts(settled.page)
    assert button(settled.program.window, "Learn").isChecked()


def test_a_page_on_a_condition_leads_to_the_routines_for_it(settled: User) -> None:
    settled.program.flow.open_learn("it-band")
    settled.press("See routines for this")
    assert settled.page_name == "LibraryPage"
    chosen = [chip.accessibleName() for chip in shown(settled.page, QPushButton) if chip.isChecked()]
    assert [name.partition(",")[0] for name in chosen] == ["Condition: IT band"]


def test_the_folder_is_read_again_from_the_settings_and_the_routines_are_shown(settled: User) -> None:
    settled.program.window.place_requested.emit(Place.SETTINGS)
    settled.press("Read it again")
    assert settled.page_name == "LibraryPage"


def test_reading_up_never_takes_the_place_of_a_running_session(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.program.flow.open_learn("safety")
    assert settled.page_name == "PlayerPage"


def test_a_review_that_was_left_to_read_is_over(settled: User) -> None:
    settled.qtbot.mouseClick(button(settled.program.window, "Settings"), Qt.MouseButton.LeftButton)
    settled.press("My health answers")
    settled.press("Answer again")
    settled.program.flow.open_learn()
    settled.qtbot.mouseClick(button(settled.program.window, "Routines"), Qt.MouseButton.LeftButton)
    settled.pick("oa-hands-short")
    settled.press("Back to routines")
    assert settled.page_name == "RoutineDetailPage"


def test_an_empty_diary_leads_on_to_the_routines(settled: User) -> None:
    settled.program.window.place_requested.emit(Place.HISTORY)
    settled.press("Choose a routine")
    assert settled.page_name == "LibraryPage"


def test_the_diary_and_a_routine_can_be_seen_on_paper_and_one_comes_back_to_them(settled: User) -> None:
    calm_before(settled, 2)
    settled.program.window.place_requested.emit(Place.HISTORY)
    settled.press("Report for my clinician")
    assert settled.page_name == "PaperPreviewPage"
    settled.press("Back to history")
    assert settled.page_name == "HistoryPage"
    settled.program.flow.open_routine("oa-hands-short")
    settled.press("Print or save this routine")
    assert settled.page_name == "PaperPreviewPage"
    settled.press("Back to the routine")
    assert settled.page_name == "RoutineDetailPage"


def test_nothing_there_is_to_read_is_loaded_with_the_program() -> None:
    ask = "import sys, kneeguide.app; print([name for name in sys.modules if 'learn' in name])"
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_nothing_of_a_plan_over_weeks_is_loaded_with_the_program() -> None:
    ask = (
        "import sys, kneeguide.app, kneeguide.ui.pages.library;"
        "print([name for name in sys.modules if 'weekly' in name or name in ('icalendar', 'jeepney', 'html')])"
    )
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_todays_session_goes_through_the_gate_and_is_done_when_it_is_done(settled: User) -> None:
    settled.press("Plan my weeks")
    settled.press("Save the plan")
    settled.press("Back to routines")
    settled.leave()
    settled.start_again()
    assert "Today: Five-minute seated ease" in texts(settled.page)
    settled.press("Open the routine")
    settled.press("Go to the safety check")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(400)
    settled.press("2")
    settled.press("Finish")
    assert "Done for today" in texts(settled.page)
    settled.clock.move(86400)
    settled.press("My plan")
    settled.press("Back to routines")
    settled.press("Not now")  # the question about the day after comes first
    assert "Next: tomorrow" in texts(settled.page)


def test_a_red_session_turns_the_plan_into_rest_and_a_put_off_one_comes_back(settled: User) -> None:
    settled.press("Plan my weeks")
    settled.press("Save the plan")
    settled.press("Back to routines")
    settled.press("Put off until tomorrow")
    assert "Put off until tomorrow" in texts(settled.page)
    settled.play_through(after=5)
    assert "Today: rest" in texts(settled.page)
    settled.clock.move(49 * 3600)
    settled.press("My plan")
    settled.press("Back to routines")
    assert "Today: Five-minute seated ease" in texts(settled.page)


def test_a_routine_named_at_the_very_first_start_is_not_forgotten(user: User) -> None:
    user.start_up("itb-wall-short")
    user.be_welcomed()
    assert user.page_name == "RoutineDetailPage"


def test_a_fresh_injury_says_when_to_come_back(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.answer(INJURY)
    settled.press("When did it happen?: In the last 24 hours")
    settled.press("See what to do")
    assert settled.page_name == "NotTodayPage"
    assert any("5 Mar" in text or "5 March" in text for text in texts(settled.page))


def cards(user: User) -> dict[str, RoutineCard]:
    """The cards in view, by the ids of their routines, in their order."""
    assert isinstance(user.page, LibraryPage)
    return {card.routine.id: card for card in user.page._grid.cards if card.isVisible()}


def test_favourites_are_kept_for_the_next_start_wherever_they_are_marked(settled: User) -> None:
    settled.press("Favourite: Hip release at the wall")
    settled.program.flow.open_routine("oa-hands-short")
    settled.press("Favourite")
    settled.leave()

    settled.start_again()
    settled.press("Favourites")
    assert set(cards(settled)) == {"itb-wall-short", "oa-hands-short"}
    settled.press("Favourite: Hip release at the wall")
    assert set(cards(settled)) == {"oa-hands-short"}
    settings, _ = load_settings(settled.folders.settings_file)
    assert settings.favourites == ("oa-hands-short",)


def test_a_routine_that_was_done_is_found_again_under_done_lately(settled: User) -> None:
    assert not any(each.accessibleName() == "Done lately" for each in shown(settled.page, QAbstractButton))
    settled.pick("oa-hands-short")
    settled.pass_gate()
    settled.press("Start the session")
    settled.play_on(400)
    settled.press("Finish")
    settled.press("More choices")
    settled.press("Done lately")
    assert list(cards(settled)) == ["oa-hands-short"]
    settled.leave()
    settled.start_again()
    settled.press("More choices")
    settled.press("Done lately")
    assert list(cards(settled)) == ["oa-hands-short"]


def test_what_health_answers_rule_out_is_greyed_at_once_and_after_a_restart(settled: User) -> None:
    settled.program.flow._guided.ask_health(HealthReason.REVIEW)
    settled.press(NO_SIGN)
    settled.answer([each for each in HEALTH if each not in EMERGENCY].index(Question.ADAPT_BALANCE))
    settled.press("Done")
    settled.qtbot.mouseClick(button(settled.program.window, "Routines"), Qt.MouseButton.LeftButton)

    def greyed() -> list[str]:
        return [id for id, card in cards(settled).items() if "of your balance" in card.accessibleDescription()]

    floor_and_wall = greyed()
    assert "itb-wall-short" in floor_and_wall
    assert "oa-hands-short" not in floor_and_wall
    assert list(cards(settled))[-len(floor_and_wall) :] == floor_and_wall
    settled.leave()
    settled.start_again()
    assert greyed() == floor_and_wall

    settled.qtbot.mouseClick(cards(settled)["itb-wall-short"], Qt.MouseButton.LeftButton)
    assert "Not this one today" in texts(settled.page)
    settled.press("Go to the safety check")
    assert settled.page_name == "NotTodayPage", "the gate says the same"


def test_a_start_in_good_health_does_not_load_what_answers_are_made_of(settled: User) -> None:
    settled.leave()
    settled.start_again()
    assert settled.page_name == "LibraryPage"
    assert "_guided" not in settled.program.flow.__dict__
    assert settled.program.health.cache_info().currsize == 0  # type: ignore[attr-defined]


def test_a_rest_for_the_whole_leg_greys_no_routine_in_particular(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.answer(INJURY)
    settled.press("When did it happen?: In the last 24 hours")
    settled.press("See what to do")
    settled.press("Back to routines")
    settled.press("Back to routines")
    assert not any("Left out" in card.accessibleDescription() for card in cards(settled).values())


def test_the_step_left_out_beforehand_is_the_one_left_out_of_the_session(settled: User) -> None:
    settled.program.flow._guided._health.answer(health(Question.CLOT_JOURNEY, at=settled.clock.now()))
    settled.program.flow._guided._health.confirm([Question.CLOT_JOURNEY], settled.clock.now().wall)
    settled.program.flow.open_routine("oa-hands-short")
    assert any("Steps left out today: 1 of 4." in text for text in texts(settled.page))
    settled.press("Go to the safety check")
    settled.pass_gate()
    settled.press("Start the session")
    (record,) = settled.records
    assert {stage.technique for stage in record.planned} == {
        "palm-glides-front-thigh",
        "squeeze-front-thigh",
        "easy-knee-bends",
    }


# Pacing


def calm_before(user: User, *days_ago: float, after: int = 2) -> None:
    """As if the five-minute routine had been done in full on these days, with a calm knee but for the last one."""
    routine = user.program.flow._pick.find("oa-hands-short")
    assert routine is not None
    now = user.clock.now().wall
    for number, days in enumerate(sorted(days_ago, reverse=True), start=1):
        started = now - timedelta(days=days)
        HistoryStore(user.program.database).save(
            replace(
                opened(f"{number}", planned(routine), 2, started),
                outcome=Outcome.COMPLETED,
                after=after if number == len(days_ago) else 2,
                next_day=2,
                next_day_marks=False,
                next_day_told=started + timedelta(days=1),
                ended=started + timedelta(minutes=6),
            )
        )


def massage_of(record: Record) -> list[float]:
    return [stage.seconds for stage in record.planned if stage.muscle]


def test_after_one_point_more_the_next_session_is_shorter_and_the_rules_can_be_read(settled: User) -> None:
    calm_before(settled, 20, 2, 1, after=3)
    settled.pick("oa-hands-short")
    settled.pass_gate(pain=2)
    assert "Today: a quarter shorter." in texts(settled.page)
    settled.press("Start the session")
    full = massage_of(settled.records[-1])
    assert massage_of(settled.records[0]) == [max(5, round(seconds * 0.75)) for seconds in full]
    settled.play_on(settled.records[0].planned_seconds)
    settled.press("3")
    assert "This is because your pain went from 2 to 3 in the session." in texts(settled.page)
    settled.press("Why?")
    settled.press("Read all the rules")
    assert settled.page_name == "LearnPage"
    assert "The pain rules" in texts(settled.page)


@pytest.mark.parametrize(
    ("choice", "share"), [("Same amount", 100), ("10 per cent longer", 110)], ids=["stay", "longer"]
)
def test_after_three_calm_sessions_a_step_may_be_taken(settled: User, choice: str, share: int) -> None:
    calm_before(settled, 10, 6, 2)
    settled.pick("oa-hands-short")
    settled.pass_gate(pain=2)
    settled.press(f"How much today? {choice}")
    settled.press("Start the session")
    full = massage_of(settled.records[-1])
    assert massage_of(settled.records[0]) == [min(60, seconds * share // 100) for seconds in full]


def test_a_step_that_was_taken_is_kept_and_the_next_one_waits(settled: User) -> None:
    calm_before(settled, 20, 10, 6)
    longer = settled.records[0]
    stages = tuple(
        replace(stage, seconds=stage.seconds * 110 // 100) if stage.muscle else stage for stage in longer.planned
    )
    HistoryStore(settled.program.database).save(replace(longer, planned=stages))
    settled.pick("oa-hands-short")
    settled.pass_gate(pain=2)
    assert "Today: the same amount." in texts(settled.page)
    settled.press("Start the session")
    assert massage_of(settled.records[0]) == massage_of(settled.records[1])
    assert massage_of(settled.records[0]) != massage_of(settled.records[2])


def test_a_day_given_up_for_pain_is_kept(settled: User) -> None:
    settled.pick("oa-hands-short")
    settled.pass_gate(pain=7)
    settled.press("No, it is as usual")
    today = settled.clock.now().wall.date()
    assert HistoryStore(settled.program.database).refused_for_pain(today) == (today,)
