"""From a plan to a record in the diary, through the real page, the real runner and a real file."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fakes import SEATED, START, FakeClock, planned
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import POSES, TONES, FakeKeepAwake, FakeSound, FakeVoice, Ticker, button, names, shown, texts

from kneeguide.core.database import open_database
from kneeguide.core.history import Outcome, Record, StageDone, StageOutcome, opened
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.plan import Plan
from kneeguide.core.routine import Muscle
from kneeguide.core.session_log import SessionLog
from kneeguide.core.settings import Loudness, Settings
from kneeguide.core.speech import SpeechRate
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import Eased, StopReason, WayOn
from kneeguide.services.voice import Manner, failed, no_voice
from kneeguide.ui import spoken_wording, trouble_wording
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.play import Play
from kneeguide.ui.session_runner import DIGIT_MS, FRAME_MS, TICK_MS, SessionRunner

TONES_BY_LEVEL = {level: {tone: Path(level) / path for tone, path in TONES.items()} for level in Loudness}


@dataclass
class Stand:
    """A session about to be played, and all that it touches."""

    play: Play
    window: MainWindow
    clock: FakeClock
    sound: FakeSound
    voice: FakeVoice
    keep_awake: FakeKeepAwake
    history: HistoryStore
    path: Path
    ended: list[SessionLog]

    def begin(self, plan: Plan | None = None, unfinished: Record | None = None, **settings: object) -> Plan:
        plan = plan or planned(SEATED, now=self.clock.now())
        self.play.begin(plan, 3, Settings(**{"voice": False} | settings), unfinished)  # type: ignore[arg-type]
        return plan

    @property
    def page(self) -> PlayerPage:
        page = self.window.page
        assert isinstance(page, PlayerPage)
        return page

    @property
    def ticker(self) -> Ticker:
        return Ticker(self.play.findChildren(SessionRunner)[-1], self.clock)

    def stored(self) -> Record:
        (record,) = self.history.records()
        return record

    def lock(self) -> sqlite3.Connection:
        """Another program writes to the diary until its connection is closed."""
        other = sqlite3.connect(self.path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        return other


@pytest.fixture
def stand(
    tmp_path: Path,
    window: MainWindow,
    clock: FakeClock,
    sound: FakeSound,
    voice: FakeVoice,
    keep_awake: FakeKeepAwake,
) -> Iterator[Stand]:
    path = tmp_path / "history.db"
    database = open_database(path, None, START.wall).database
    history = HistoryStore(database)
    play = Play(window, clock, history, sound, TONES_BY_LEVEL, voice, keep_awake, POSES)
    stand = Stand(play, window, clock, sound, voice, keep_awake, history, path, [])
    play.ended.connect(stand.ended.append)
    yield stand
    play.abandon()
    database.close()


def test_playing_opens_a_record_and_shows_the_player(stand: Stand) -> None:
    assert not stand.play.is_open
    plan = stand.begin()
    assert stand.play.is_open
    assert stand.ticker.is_ticking
    assert stand.keep_awake.held
    record = stand.stored()
    assert (record.outcome, record.before, record.title) == (Outcome.OPEN, 3, plan.routine.title)
    assert plan.routine.title in texts(stand.page)


def test_a_whole_session_ends_as_completed_with_every_stage(stand: Stand) -> None:
    plan = stand.begin()
    total = sum(stage.seconds for stage in plan.stages)
    stand.ticker.pass_seconds(total - 1)
    assert stand.stored().outcome is Outcome.OPEN
    assert len(stand.stored().stages) == len(plan.stages) - 1
    stand.ticker.pass_seconds(1)
    record = stand.stored()
    assert record.outcome is Outcome.COMPLETED
    assert record.ended == stand.clock.now().wall
    assert [stage.key for stage in record.stages] == [stage.key for stage in plan.stages]
    assert record.seconds == total == record.planned_seconds
    assert [log.record for log in stand.ended] == [record]
    assert not stand.play.is_open
    assert not stand.keep_awake.held
    assert stand.sound.heard[-1] == "done"


def test_each_stage_is_in_the_diary_as_soon_as_it_is_left(stand: Stand) -> None:
    plan = stand.begin()
    for number, stage in enumerate(plan.stages[:4], start=1):
        stand.ticker.pass_seconds(stage.seconds)
        assert [done.key for done in stand.stored().stages] == [each.key for each in plan.stages[:number]]


def test_the_buttons_of_the_page_reach_the_session(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()

    def press(name: str) -> None:
        qtbot.mouseClick(button(stand.page, name), Qt.MouseButton.LeftButton)

    press("Skip")
    assert [stage.outcome for stage in stand.stored().stages] == [StageOutcome.SKIPPED]
    stand.ticker.pass_seconds(5)
    press("Ten seconds more")
    assert stand.play._runner is not None
    assert stand.play._runner.session.snapshot().length == SEATED.phases[0].seconds + 10
    press("Pause")
    assert not stand.ticker.is_ticking
    assert stand.play.is_open
    press("Go on")
    assert stand.ticker.is_ticking
    press("Back")
    assert [stage.outcome for stage in stand.stored().stages][-1] is StageOutcome.WENT_BACK
    press("Mute")
    assert stand.sound.heard[-1] == "silence"


def test_more_time_is_refused_where_a_muscle_has_had_enough(stand: Stand) -> None:
    stand.begin()
    stand.page.skip_requested.emit()
    for _ in range(30):
        stand.page.extend_requested.emit()
    assert "This muscle has had enough for today. More time would not help it." in texts(stand.page)


def test_trouble_stops_time_and_asks_and_the_cause_is_kept(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    stand.ticker.pass_seconds(12)
    qtbot.mouseClick(button(stand.page, "Something is wrong – stop"), Qt.MouseButton.LeftButton)
    assert not stand.ticker.is_ticking
    assert not stand.keep_awake.held
    assert stand.sound.heard[-1] == "silence"
    assert "What is wrong?" in texts(stand.page)
    stand.page.stop_requested.emit(StopReason.NUMBNESS)
    record = stand.stored()
    assert (record.outcome, record.stop_reason) == (Outcome.STOPPED, "numbness")
    assert record.seconds == 12.0
    assert len(stand.ended) == 1


def test_going_on_after_trouble_takes_up_the_time_where_it_was(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    stand.ticker.pass_seconds(12)
    stand.page.trouble_requested.emit()
    stand.clock.move(60)
    qtbot.mouseClick(button(stand.page, "I am all right, go on"), Qt.MouseButton.LeftButton)
    assert stand.ticker.is_ticking
    assert button(stand.page, "Pause")


def tell(qtbot: QtBot, stand: Stand, cause: StopReason, way: str) -> None:
    """Say that something is wrong, what, and how to go on."""
    qtbot.mouseClick(button(stand.page, "Something is wrong – stop"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(stand.page, trouble_wording.stop_reason(cause)), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(stand.page, way), Qt.MouseButton.LeftButton)


def test_too_sore_can_go_on_lighter_and_both_are_kept(qtbot: QtBot, stand: Stand) -> None:
    plan = stand.begin()
    stand.ticker.pass_seconds(12)
    tell(qtbot, stand, StopReason.TOO_SORE, "Go on, lighter")
    assert stand.ticker.is_ticking
    assert any(text.startswith("From here on it is lighter") for text in texts(stand.page))
    stand.ticker.pass_seconds(4)
    assert "Pressure 1 of 10" in texts(stand.page)
    record = stand.stored()
    assert record.eased == (Eased(plan.stages[1].key, StopReason.TOO_SORE, WayOn.LIGHTER),)
    assert (record.outcome, record.stop_reason) == (Outcome.OPEN, "")
    assert stand.play._runner is not None
    left = stand.play._runner.session.snapshot()
    stand.ticker.pass_seconds(left.total_remaining)
    record = stand.stored()
    assert record.outcome is Outcome.COMPLETED
    assert record.seconds < record.planned_seconds


def test_a_joint_that_hurts_has_its_area_left_out_on_both_legs(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    stand.ticker.pass_seconds(12)
    tell(qtbot, stand, StopReason.JOINT_PAIN, "Leave out: Front of thigh")
    record = stand.stored()
    assert [(stage.seconds, stage.outcome) for stage in record.stages[1:]] == [
        (2.0, StageOutcome.SKIPPED),
        (0.0, StageOutcome.SKIPPED),
    ]
    assert [eased.way for eased in record.eased] == [WayOn.LEAVE_OUT]
    assert "Left out from here on: Front of thigh." in texts(stand.page)
    assert "Palm glides, calf" in texts(stand.page)
    assert stand.ticker.is_ticking


def test_what_was_left_out_stays_left_out_after_a_crash(qtbot: QtBot, stand: Stand) -> None:
    plan = stand.begin()
    stand.ticker.pass_seconds(12)
    tell(qtbot, stand, StopReason.JOINT_PAIN, "Leave out: Front of thigh")
    stand.play.abandon()
    stand.begin(plan, stand.stored())
    assert stand.play._runner is not None
    muscles = {stage.muscle for stage in stand.play._runner.session.stages if stage.presses}
    assert muscles == {Muscle.CALF}


@pytest.mark.parametrize("cause", [StopReason.CHEST_PAIN, StopReason.NUMBNESS, StopReason.SHARP_PAIN, StopReason.DIZZY])
def test_what_only_ends_is_kept_at_once_and_cannot_be_talked_past(
    qtbot: QtBot, stand: Stand, cause: StopReason
) -> None:
    stand.begin()
    stand.ticker.pass_seconds(12)
    tell(qtbot, stand, cause, "It is something else")
    assert stand.stored().stop_reason == cause.value
    qtbot.mouseClick(button(stand.page, trouble_wording.stop_reason(StopReason.TOO_SORE)), Qt.MouseButton.LeftButton)
    offered = [each for each in names(shown(stand.page, QAbstractButton)) if "lighter" in each or "Leave out" in each]
    assert offered == []
    assert button(stand.page, "End session")


def test_trouble_is_silent_before_anything_is_written(qtbot: QtBot, stand: Stand) -> None:
    """A stage may have run out just before; writing it waits for the disk, and sound must not."""
    stand.begin()
    stand.clock.move(4.9)
    stand.ticker.timer.timeout.emit()
    stand.clock.move(4.9)
    stand.ticker.timer.timeout.emit()
    stand.clock.move(0.5)
    heard_at_writing: list[str] = []
    assert stand.play._log is not None
    add = stand.play._log.add
    stand.play._log.add = lambda stage: (heard_at_writing.append(stand.sound.heard[-1]), add(stage))  # type: ignore
    stand.page.trouble_requested.emit()
    assert heard_at_writing == ["silence"]
    assert len(stand.stored().stages) == 1


def test_ten_seconds_more_are_refused_where_earlier_sessions_gave_enough(stand: Stand) -> None:
    plan = stand.begin()
    stand.play.abandon()
    thigh = plan.stages[1]
    earlier = opened("earlier", plan, 3, stand.clock.now().wall)
    visits = tuple(StageDone(thigh.key, 60.0, 55.0, StageOutcome.DONE) for _ in range(3))
    stand.history.save(replace(earlier, stages=visits, outcome=Outcome.COMPLETED, ended=stand.clock.now().wall))
    stand.begin(planned(SEATED, now=stand.clock.now()))
    stand.ticker.pass_seconds(12)
    stand.page.extend_requested.emit()
    assert "This muscle has had enough for today. More time would not help it." in texts(stand.page)
    stand.ticker.pass_seconds(10)
    stand.page.restart_requested.emit()
    assert any(text.startswith("Front of thigh, left leg: this makes 217 s today") for text in texts(stand.page))


def test_a_session_of_which_nothing_was_done_is_not_a_completed_one(stand: Stand) -> None:
    plan = stand.begin()
    for _ in plan.stages:
        stand.page.skip_requested.emit()
    record = stand.stored()
    assert (record.outcome, record.stop_reason) == (Outcome.STOPPED, StopReason.NOTHING_DONE.value)


def test_leaving_in_the_middle_keeps_the_record_open(stand: Stand) -> None:
    stand.begin()
    stand.ticker.pass_seconds(12)
    timer = stand.ticker.timer
    stand.play.abandon()
    assert not timer.isActive()
    assert not stand.keep_awake.held
    assert not stand.play.is_open
    assert stand.stored().outcome is Outcome.OPEN
    assert stand.history.unfinished() is not None
    assert stand.ended == []


def test_the_floor_view_takes_the_screen_and_the_end_gives_it_back(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    assert not stand.window.isFullScreen()
    qtbot.keyClick(stand.page, Qt.Key.Key_F)
    assert stand.window.isFullScreen()
    qtbot.keyClick(stand.page, Qt.Key.Key_Escape)
    assert not stand.window.isFullScreen()
    qtbot.keyClick(stand.page, Qt.Key.Key_F11)
    stand.page.stop_requested.emit(StopReason.NO_TIME)
    assert not stand.window.isFullScreen()
    stand.begin()
    assert button(stand.page, "Floor view"), "the next session begins as the settings say"


@pytest.mark.parametrize("way_out", ["complete", "abandon"])
def test_a_session_may_begin_in_the_floor_view(stand: Stand, way_out: str) -> None:
    plan = stand.begin(floor_view=True)
    assert stand.window.isFullScreen()
    assert button(stand.page, "Leave floor view")
    if way_out == "complete":
        stand.ticker.pass_seconds(plan.total_seconds)
    else:
        stand.play.abandon()
    assert not stand.window.isFullScreen()


def test_waiting_for_the_user_lets_go_of_screen_and_timer_and_counts_for_nothing(qtbot: QtBot, stand: Stand) -> None:
    stand.begin(waits=True)
    stand.ticker.pass_seconds(10)
    assert not stand.ticker.is_ticking
    assert not stand.keep_awake.held
    stand.clock.move(600)
    qtbot.keyClick(stand.page, Qt.Key.Key_X)
    assert stand.ticker.is_ticking
    assert stand.keep_awake.held
    assert stand.stored().seconds == 10.0
    stand.ticker.pass_seconds(40)
    assert [stage.seconds for stage in stand.stored().stages] == [10.0, 40.0]


def test_waiting_is_switched_on_and_off_while_it_plays(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    qtbot.keyClick(stand.page, Qt.Key.Key_W)
    stand.ticker.pass_seconds(10)
    assert "Press any key when you are ready, or click anywhere." in texts(stand.page)
    qtbot.keyClick(stand.page, Qt.Key.Key_Space)
    qtbot.keyClick(stand.page, Qt.Key.Key_W)
    stand.ticker.pass_seconds(50)
    assert stand.ticker.is_ticking


def test_after_half_an_hour_of_waiting_the_safety_check_is_due(qtbot: QtBot, stand: Stand) -> None:
    stand.begin(waits=True)
    stand.ticker.pass_seconds(10)
    expired: list[SessionLog] = []
    stand.play.check_expired.connect(expired.append)
    stand.clock.move(1801)
    qtbot.keyClick(stand.page, Qt.Key.Key_Space)
    assert len(expired) == 1


def test_the_pace_is_changed_by_key_and_told(qtbot: QtBot, stand: Stand) -> None:
    told: list[float] = []
    stand.play.pace_chosen.connect(told.append)
    stand.begin(slower=0.5)
    stand.ticker.pass_seconds(12)
    assert "Pace: 3.5 s up, 2 s lightly back" in texts(stand.page)
    qtbot.keyClick(stand.page, Qt.Key.Key_L)
    assert "Pace: 4 s up, 2 s lightly back" in texts(stand.page)
    for _ in range(2):
        qtbot.keyClick(stand.page, Qt.Key.Key_J)
    assert "Pace: 3 s up, 2 s lightly back" in texts(stand.page)
    assert told == [1.0, 0.5, 0.0]


def test_pausing_and_leaving_with_no_session_do_nothing(stand: Stand) -> None:
    stand.play.pause()
    stand.play.abandon()
    assert not stand.play.is_open


def test_an_interrupted_session_goes_on_in_the_same_record(stand: Stand) -> None:
    plan = stand.begin()
    stand.ticker.pass_seconds(50)
    stand.play.abandon()
    unfinished = stand.history.unfinished()
    assert unfinished is not None
    stand.begin(plan, unfinished)
    still = {stage.key for stage in plan.stages if stage.kind is StageKind.WORK} - unfinished.done
    assert still
    stand.ticker.pass_seconds(sum(stage.seconds for stage in plan.stages))
    record = stand.stored()
    assert record.id == unfinished.id
    assert record.outcome is Outcome.COMPLETED
    assert still <= {stage.key for stage in record.stages}


def test_the_second_session_of_a_day_is_a_second_record(stand: Stand) -> None:
    for _ in range(2):
        stand.begin()
        stand.page.stop_requested.emit(StopReason.NO_TIME)
    assert len(stand.history.records()) == 2
    assert len(stand.ended) == 2
    assert len({log.record.id for log in stand.ended}) == 2


def test_time_is_told_as_often_as_the_picture_moves(qtbot: QtBot, stand: Stand) -> None:
    stand.begin(get_ready=10)
    assert stand.ticker.timer.interval() == TICK_MS
    stand.ticker.pass_seconds(11)
    qtbot.waitUntil(stand.page._stage._figure.moves_now)
    stand.ticker.pass_seconds(1)
    assert stand.ticker.timer.interval() == FRAME_MS
    stand.page.pause_requested.emit()
    assert stand.ticker.timer.interval() == TICK_MS
    assert not stand.ticker.is_ticking
    stand.page.resume_requested.emit()
    assert stand.ticker.timer.interval() == FRAME_MS
    stand.page.stop_requested.emit(StopReason.NO_TIME)
    stand.begin()
    assert stand.ticker.timer.interval() == TICK_MS, "the next session gets ready first"


def test_with_reduced_motion_time_is_told_once_a_second(stand: Stand) -> None:
    stand.begin(reduced_motion=True)
    stand.ticker.pass_seconds(15)
    assert stand.ticker.timer.interval() == DIGIT_MS
    stand.page.stop_requested.emit(StopReason.NO_TIME)
    stand.begin()
    stand.ticker.pass_seconds(15)
    assert stand.page._stage._figure._stroke is not None, "the next session moves again"


def test_silence_and_sleep_as_the_user_wants_them(stand: Stand) -> None:
    stand.begin(sound=False, keep_awake=False)
    stand.ticker.pass_seconds(20)
    assert [tone for tone in stand.sound.heard if tone != "silence"] == []
    assert not stand.keep_awake.held
    assert button(stand.page, "Unmute")
    assert stand.voice.said == []


def test_with_tones_off_the_voice_is_still_heard(stand: Stand) -> None:
    stand.begin(sound=False, voice=True)
    stand.ticker.pass_seconds(5)
    assert stand.voice.said == ["Left leg. Palm glides, front of thigh. Forty seconds."]
    assert [tone for tone in stand.sound.heard if tone != "silence"] == []
    assert button(stand.page, "Mute")


def test_what_is_said_is_shown_while_it_is_said_and_announced_by_nobody(stand: Stand, announced: list[str]) -> None:
    stand.begin(voice=True)
    (said,) = stand.voice.said
    assert said in texts(stand.page)
    stand.voice.end()
    assert said not in texts(stand.page)
    assert said not in announced
    assert len(announced) == 1


def test_it_speaks_as_the_user_chose(stand: Stand) -> None:
    stand.begin(voice=True, voice_name="English (Scotland)", voice_rate=SpeechRate.FAST, voice_level=Loudness.SOFT)
    assert stand.voice.manner == Manner("English (Scotland)", 0.25, 0.4)


def test_a_pause_cuts_off_the_voice_and_its_caption(stand: Stand) -> None:
    stand.begin(voice=True)
    (said,) = stand.voice.said
    button(stand.page, "Pause").click()
    assert not stand.voice.is_speaking
    assert said not in texts(stand.page)


def test_who_is_waited_for_hears_the_sentence_to_its_end_and_then_that_any_key_goes_on(stand: Stand) -> None:
    stand.begin(voice=True, sound=False, waits=True)
    (said,) = stand.voice.said
    stand.ticker.pass_seconds(15)
    assert stand.voice.is_speaking
    assert said in texts(stand.page)
    assert not {"pause", "silence"} & set(stand.sound.heard)
    stand.voice.end()
    assert stand.voice.said == [said, spoken_wording.any_key_goes_on()]
    assert spoken_wording.any_key_goes_on() in texts(stand.page)
    stand.voice.end()
    assert len(stand.voice.said) == 2
    assert spoken_wording.any_key_goes_on() not in texts(stand.page)
    assert not stand.ticker.is_ticking


def test_all_done_is_said_after_the_last_tone_when_the_session_is_over(stand: Stand) -> None:
    stand.begin(voice=True)
    ticker = stand.ticker
    for _ in range(round(planned(SEATED).total_seconds)):
        stand.voice.end()
        ticker.pass_seconds(1)
    assert stand.sound.heard[-1] == "done"
    assert spoken_wording.end_of_session() not in stand.voice.said
    assert not stand.play.is_open
    ticker.pass_seconds(1.4, step=1.4)
    assert stand.voice.said[-1] == spoken_wording.end_of_session()
    assert not ticker.is_ticking


def test_leaving_while_it_waits_says_nothing_more(stand: Stand) -> None:
    stand.begin(voice=True, sound=False, waits=True)
    stand.ticker.pass_seconds(15)
    stand.play.abandon()
    assert len(stand.voice.said) == 1
    assert not stand.voice.is_speaking


def test_a_voice_that_dies_is_told_once_and_tones_go_on(stand: Stand, qtbot: QtBot) -> None:
    stand.begin(voice=True)
    with qtbot.assertNotEmitted(stand.play.voice_missing):
        stand.voice.fail(failed())
        stand.ticker.pass_seconds(1)
    assert failed() in texts(stand.page)
    button(stand.page, "Close the notice").click()
    stand.ticker.pass_seconds(12)
    assert failed() not in texts(stand.page)
    assert "step-start" in stand.sound.heard
    assert len(stand.voice.said) == 1


def test_that_there_is_no_voice_at_all_is_told_and_handed_on(stand: Stand, qtbot: QtBot) -> None:
    stand.voice.fail(no_voice(), missing=True)
    with qtbot.waitSignal(stand.play.voice_missing):
        stand.begin(voice=True)
    assert no_voice() in texts(stand.page)


def test_the_tones_are_as_loud_as_was_set(stand: Stand) -> None:
    stand.begin(tone_level=Loudness.SOFT)
    stand.ticker.pass_seconds(10)
    assert {file.parent.name for file in stand.sound.files} == {"soft"}


@pytest.mark.parametrize(
    ("settings", "heard"),
    [
        ({"sound": True, "pace_sound": False}, {"last-seconds", "step-start"}),
        ({"sound": True, "pace_sound": True}, {"last-seconds", "step-start", "pace"}),
        ({"sound": False, "pace_sound": True}, {"pace"}),
    ],
)
def test_tones_and_pace_are_switched_apart(stand: Stand, settings: dict[str, bool], heard: set[str]) -> None:
    stand.begin(**settings)
    stand.ticker.pass_seconds(20)
    assert set(stand.sound.heard) == heard
    assert button(stand.page, "Mute")


def test_who_has_switched_all_off_hears_the_tones_when_they_unmute(stand: Stand) -> None:
    stand.begin(sound=False)
    button(stand.page, "Unmute").click()
    stand.ticker.pass_seconds(20)
    assert "step-start" in stand.sound.heard


def test_trouble_with_the_disk_is_said_and_the_timer_runs_on(stand: Stand) -> None:
    plan = stand.begin()
    with_lock = stand.lock()
    stand.ticker.pass_seconds(plan.stages[0].seconds)
    assert any(text.startswith("History is not being saved") for text in texts(stand.page))
    assert stand.ticker.is_ticking
    with_lock.close()
    stand.ticker.pass_seconds(sum(stage.seconds for stage in plan.stages[1:]))
    assert stand.stored().outcome is Outcome.COMPLETED
    assert len(stand.stored().stages) == len(plan.stages)


def test_a_disk_that_never_comes_back_costs_the_user_nothing_but_the_diary(stand: Stand) -> None:
    other = stand.lock()
    stand.begin()
    assert any(text.startswith("History is not being saved") for text in texts(stand.page))
    stand.page.skip_requested.emit()
    stand.page.stop_requested.emit(StopReason.NO_TIME)
    other.close()
    (log,) = stand.ended
    assert log.fault is not None
    assert [stage.outcome for stage in log.record.stages] == [StageOutcome.SKIPPED, StageOutcome.STOPPED]


def test_a_missing_player_is_said_on_the_page(stand: Stand) -> None:
    stand.sound.problem = "No sound can be played."
    stand.begin()
    assert "No sound can be played." in texts(stand.page)
    assert stand.ticker.is_ticking


def test_leaving_is_a_wish_that_goes_on(qtbot: QtBot, stand: Stand) -> None:
    stand.begin()
    with qtbot.waitSignal(stand.play.leave_requested):
        qtbot.mouseClick(button(stand.page, "Leave this session"), Qt.MouseButton.LeftButton)
    assert stand.play.is_open
