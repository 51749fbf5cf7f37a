"""The only timer: it ticks while time runs and at no other time, and nothing on the way can stop or hasten it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from fakes import PALM_GLIDES, SEATED, FakeClock, phase, planned
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot
from ui_fakes import TONES, FakeKeepAwake, FakeSound, FakeVoice, Ticker

from kneeguide.core.cue_queue import CueQueue
from kneeguide.core.cues import Audible, Spoken
from kneeguide.core.routine import Routine, Sides, Stroke, Tempo
from kneeguide.core.session import Session
from kneeguide.core.session_events import (
    Completed,
    Event,
    Extended,
    Paused,
    PauseReason,
    Resumed,
    StageLeft,
    StageStarted,
    Stopped,
)
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import StageKind
from kneeguide.core.trouble import StopReason
from kneeguide.services.voice import SilentVoice
from kneeguide.ui.session_runner import SessionRunner
from kneeguide.ui.widgets.motion import Motion

SHORT = Routine("short", "Short", (phase(seconds=30, sides=Sides.BOTH, gap=5, pressure=2),))
"""Get ready 10 s, one leg 30 s, change over 5 s, the other leg 30 s, check in 5 s."""


class Watcher:
    """Hears whatever the runner says."""

    def __init__(self, runner: SessionRunner) -> None:
        self.events: list[Event] = []
        self.snapshots: list[Snapshot] = []
        self.troubles: list[str] = []
        runner.happened.connect(self.events.append)
        runner.changed.connect(self.snapshots.append)
        runner.troubled.connect(self.troubles.append)

    @property
    def kinds(self) -> list[type]:
        return [type(event) for event in self.events]


@pytest.fixture
def voice() -> FakeVoice:
    return FakeVoice()


@pytest.fixture
def runner(
    qtbot: QtBot, clock: FakeClock, sound: FakeSound, voice: FakeVoice, keep_awake: FakeKeepAwake
) -> Iterator[SessionRunner]:
    runner = SessionRunner(Session(planned(SHORT)), clock, sound, TONES, voice, keep_awake)
    yield runner
    runner.close()


@pytest.fixture
def ticker(runner: SessionRunner, clock: FakeClock) -> Ticker:
    return Ticker(runner, clock)


@pytest.fixture
def seen(runner: SessionRunner) -> Watcher:
    return Watcher(runner)


def test_before_the_start_nothing_ticks_and_the_screen_is_left_alone(
    runner: SessionRunner, ticker: Ticker, keep_awake: FakeKeepAwake
) -> None:
    assert (ticker.is_ticking, keep_awake.held, runner.is_open) == (False, False, False)


def test_there_is_one_timer_and_it_is_a_precise_one(runner: SessionRunner, ticker: Ticker) -> None:
    assert runner.findChildren(QTimer) == [ticker.timer]
    assert ticker.timer.timerType() is Qt.TimerType.PreciseTimer
    assert ticker.timer.interval() == 250
    assert not ticker.timer.isSingleShot()


def test_while_something_moves_it_ticks_thirty_times_a_second_and_nothing_else_changes(
    runner: SessionRunner, ticker: Ticker, seen: Watcher, sound: FakeSound
) -> None:
    runner.set_motion(Motion.FIGURE)
    assert ticker.timer.interval() == 33
    assert not ticker.is_ticking, "wanting to be smooth does not start time"
    runner.start()
    ticker.pass_seconds(80.1, step=1 / 30)
    smooth, heard = list(seen.kinds), list(sound.heard)
    assert smooth == [StageStarted, *[StageLeft, StageStarted] * 4, StageLeft, Completed]
    last = ["last-seconds"] * 3
    work = ["half-way", *last]
    assert heard == [*last, "step-start", *work, "change-side", *last, "step-start", *work, "step-start", *last, "done"]
    runner.set_motion(Motion.RING)
    assert ticker.timer.interval() == 250


def test_there_is_still_one_precise_timer_when_it_is_to_be_smooth(runner: SessionRunner, ticker: Ticker) -> None:
    runner.set_motion(Motion.FIGURE)
    assert runner.findChildren(QTimer) == [ticker.timer]
    assert ticker.timer.timerType() is Qt.TimerType.PreciseTimer


def test_the_timer_really_ticks(qtbot: QtBot, runner: SessionRunner, seen: Watcher, clock: FakeClock) -> None:
    runner.start()
    clock.move(0.5)
    qtbot.waitUntil(lambda: seen.snapshots[-1].elapsed == 0.5)
    assert runner.is_open


def test_a_session_from_start_to_end_as_it_is_heard_and_told(
    runner: SessionRunner, ticker: Ticker, seen: Watcher, sound: FakeSound, keep_awake: FakeKeepAwake
) -> None:
    runner.start()
    assert (ticker.is_ticking, keep_awake.held) == (True, True)
    ticker.pass_seconds(79.0)
    assert (ticker.is_ticking, keep_awake.held, runner.is_open) == (True, True, True)
    ticker.pass_seconds(1.0)
    assert (ticker.is_ticking, keep_awake.held, runner.is_open) == (False, False, False)

    assert seen.kinds == [StageStarted, *[StageLeft, StageStarted] * 4, StageLeft, Completed]
    assert [event.stage.kind for event in seen.events if isinstance(event, StageStarted)] == [
        StageKind.GET_READY,
        StageKind.WORK,
        StageKind.CHANGE_OVER,
        StageKind.WORK,
        StageKind.CHECK_IN,
    ]
    assert sum(event.seconds for event in seen.events if isinstance(event, StageLeft)) == 80.0
    last = ["last-seconds"] * 3
    work = ["half-way", *last]
    assert sound.heard == [
        *[*last, "step-start", *work],
        *["change-side", *last],
        *["step-start", *work],
        *["step-start", *last],
        "done",
    ]
    assert seen.snapshots[-1].state is State.COMPLETED
    assert seen.troubles == []


def test_every_tick_shows_how_things_stand(runner: SessionRunner, ticker: Ticker, seen: Watcher) -> None:
    runner.start()
    ticker.pass_seconds(3.0)
    assert [snapshot.remaining for snapshot in seen.snapshots] == [10.0, 9.0, 8.0, 7.0]


def test_while_it_is_paused_nothing_ticks_and_the_screen_may_sleep(
    runner: SessionRunner, ticker: Ticker, seen: Watcher, keep_awake: FakeKeepAwake, clock: FakeClock
) -> None:
    runner.start()
    ticker.pass_seconds(4.0)
    runner.pause()
    assert (ticker.is_ticking, keep_awake.held, runner.is_open) == (False, False, True)
    clock.move(3600.0)
    runner.resume()
    assert (ticker.is_ticking, keep_awake.held) == (True, True)
    assert seen.snapshots[-1].elapsed == 4.0
    assert seen.kinds == [StageStarted, Paused, Resumed]


@pytest.mark.parametrize("late", [0.35, 2.0, 4.9])
def test_a_late_tick_costs_nothing(runner: SessionRunner, ticker: Ticker, seen: Watcher, late: float) -> None:
    runner.start()
    ticker.pass_seconds(late, step=late)
    assert seen.snapshots[-1].elapsed == pytest.approx(late)
    assert ticker.is_ticking


@pytest.mark.parametrize(
    "sleep",
    [
        lambda clock: clock.sleep_suspend(600.0),
        lambda clock: clock.sleep_suspend(600.0, steady_runs=True),
        lambda clock: clock.jump_wall(-3600.0),
        lambda clock: clock.move(6.0),
    ],
    ids=["lid closed", "lid closed, steady clock runs", "clock set back", "held up"],
)
def test_a_gap_between_two_ticks_pauses(
    runner: SessionRunner,
    ticker: Ticker,
    seen: Watcher,
    sound: FakeSound,
    keep_awake: FakeKeepAwake,
    clock: FakeClock,
    sleep,  # type: ignore[no-untyped-def]
) -> None:
    runner.start()
    ticker.pass_seconds(4.0)
    sleep(clock)
    ticker.timer.timeout.emit()
    assert seen.events[-1] == Paused(PauseReason.GAP)
    assert (ticker.is_ticking, keep_awake.held) == (False, False)
    assert seen.snapshots[-1].elapsed == 4.0
    assert sound.heard[-1] == "pause"


def test_trouble_stops_the_clock_and_every_sound_at_once(
    runner: SessionRunner, ticker: Ticker, seen: Watcher, sound: FakeSound, keep_awake: FakeKeepAwake
) -> None:
    runner.start()
    ticker.pass_seconds(12.0)
    before = list(sound.heard)
    runner.hold_for_trouble()
    assert set(sound.heard[len(before) :]) == {"silence"}
    assert seen.events[-1] == Paused(PauseReason.TROUBLE)
    assert (ticker.is_ticking, keep_awake.held) == (False, False)


def test_trouble_while_it_is_paused_is_still_trouble(runner: SessionRunner, seen: Watcher, sound: FakeSound) -> None:
    runner.start()
    runner.pause()
    runner.hold_for_trouble()
    assert seen.snapshots[-1].pause_reason is PauseReason.TROUBLE
    assert sound.heard[-1] == "silence"


def test_stopping_is_silent_and_lets_the_screen_go(
    runner: SessionRunner, ticker: Ticker, seen: Watcher, sound: FakeSound, keep_awake: FakeKeepAwake
) -> None:
    runner.start()
    ticker.pass_seconds(12.0)
    before = list(sound.heard)
    runner.stop(StopReason.SHARP_PAIN)
    assert seen.events[-1] == Stopped(StopReason.SHARP_PAIN)
    assert set(sound.heard[len(before) :]) == {"silence"}
    assert (ticker.is_ticking, keep_awake.held, runner.is_open) == (False, False, False)


def test_closing_lets_go_of_timer_and_screen_in_mid_session(
    runner: SessionRunner, ticker: Ticker, keep_awake: FakeKeepAwake
) -> None:
    runner.start()
    runner.close()
    assert (ticker.is_ticking, keep_awake.held) == (False, False)


def test_skip_back_restart_and_extend_reach_the_session(runner: SessionRunner, ticker: Ticker, seen: Watcher) -> None:
    runner.start()
    runner.skip()
    assert seen.snapshots[-1].index == 1
    ticker.pass_seconds(5.0)
    runner.extend()
    assert seen.events[-1] == Extended(10.0)
    assert seen.snapshots[-1].remaining == 35.0
    runner.restart()
    assert seen.snapshots[-1].elapsed == 0.0
    runner.back()
    assert seen.snapshots[-1].index == 0
    assert ticker.is_ticking


def test_skipping_in_a_pause_does_not_start_the_clock(runner: SessionRunner, ticker: Ticker, seen: Watcher) -> None:
    runner.start()
    runner.pause()
    runner.skip()
    assert seen.snapshots[-1].index == 1
    assert not ticker.is_ticking


def test_muted_nothing_is_heard_and_what_sounds_is_cut_off(
    runner: SessionRunner, ticker: Ticker, sound: FakeSound
) -> None:
    runner.start()
    ticker.pass_seconds(12.0)
    runner.set_muted(True)
    assert sound.heard[-1] == "silence"
    before = list(sound.heard)
    ticker.pass_seconds(30.0)
    assert sound.heard == before
    runner.set_muted(False)
    ticker.pass_seconds(10.0)
    assert len(sound.heard) > len(before)


def test_the_loudspeaker_is_told_the_time_of_a_tone_however_late_the_tick_was(
    runner: SessionRunner, ticker: Ticker, sound: FakeSound, clock: FakeClock
) -> None:
    runner.start()
    ticker.pass_seconds(10.0)
    began = clock.now().steady
    assert (sound.heard[-1], sound.due) == ("step-start", pytest.approx(began))
    ticker.pass_seconds(12.0)
    ticker.pass_seconds(3.1, step=3.1)
    assert (sound.heard[-1], sound.due) == ("half-way", pytest.approx(began + 15))


def test_a_tone_whose_tick_came_too_late_is_not_played(runner: SessionRunner, ticker: Ticker, sound: FakeSound) -> None:
    runner.start()
    ticker.pass_seconds(22.0)
    ticker.pass_seconds(3.2, step=3.2)
    assert sound.heard[-1] == "step-start"


@pytest.mark.parametrize(("motion", "interval"), [(Motion.FIGURE, 33), (Motion.RING, 250), (Motion.NOTHING, 1000)])
def test_it_ticks_at_the_very_time_of_a_cue_and_then_goes_on_as_before(
    runner: SessionRunner, ticker: Ticker, motion: Motion, interval: int
) -> None:
    runner.set_motion(motion)
    runner.start()
    ticker.pass_seconds(6.98, step=6.98 / 2)
    assert ticker.timer.interval() == 20
    ticker.pass_seconds(0.02, step=0.02)
    assert ticker.timer.interval() == interval


def test_while_nothing_moves_it_ticks_when_a_digit_changes_or_a_stroke_turns_and_at_no_other_time(
    runner: SessionRunner, ticker: Ticker, seen: Watcher
) -> None:
    runner.set_motion(Motion.NOTHING)
    runner.start()
    slow = replace(PALM_GLIDES, tempo=Tempo(Stroke.EACH_WAY, 2.5))
    runner.session.stages = tuple(replace(stage, technique=slow) for stage in runner.session.stages)
    waits = []
    while seen.snapshots[-1].total_elapsed < 16.0:
        waits.append(ticker.timer.interval())
        ticker.pass_seconds(waits[-1] / 1000, step=waits[-1] / 1000)
    assert waits == [1000] * 10 + [1000, 1000, 500, 500, 1000, 1000, 1000]


def test_the_pace_is_heard_if_it_is_wanted(runner: SessionRunner, ticker: Ticker, sound: FakeSound) -> None:
    runner.set_audible(Audible(tones=False, pace=True))
    runner.start()
    ticker.pass_seconds(22.0)
    assert sound.heard == ["pace"] * 4, "at seconds 3, 5, 8 and 10 of the first step"


@pytest.fixture
def spoken() -> list[Spoken]:
    """What comes up to be said when a stage begins."""
    return [Spoken("Left leg.", 2.0)]


@pytest.fixture
def talking(
    qtbot: QtBot,
    clock: FakeClock,
    sound: FakeSound,
    voice: FakeVoice,
    keep_awake: FakeKeepAwake,
    spoken: list[Spoken],
) -> Iterator[SessionRunner]:
    def script(events: Sequence[Event], _snapshot: Snapshot) -> Sequence[Spoken]:
        return spoken if any(isinstance(event, StageStarted) for event in events) else ()

    runner = SessionRunner(Session(planned(SHORT)), clock, sound, TONES, voice, keep_awake, script=script)
    runner.set_audible(Audible(words=True, pace=True))
    yield runner
    runner.close()


def test_what_is_to_be_said_is_said_and_shown_and_no_beat_falls_into_it(
    talking: SessionRunner, clock: FakeClock, sound: FakeSound, voice: FakeVoice, spoken: list[Spoken]
) -> None:
    shown: list[Spoken] = []
    talking.said.connect(shown.append)
    ticker = Ticker(talking, clock)
    talking.start()
    assert (voice.said, shown) == (["Left leg."], spoken)
    voice.end()
    ticker.pass_seconds(11.0)
    assert voice.said == ["Left leg."] * 2
    ticker.pass_seconds(5.0)
    assert sound.heard[-1] == "step-start"
    voice.end()
    ticker.pass_seconds(5.0)
    assert sound.heard[-1] == "pace"


@pytest.mark.parametrize(
    "doing",
    [
        SessionRunner.pause,
        SessionRunner.skip,
        SessionRunner.back,
        SessionRunner.restart,
        SessionRunner.hold_for_trouble,
        lambda runner: runner.stop(StopReason.DIZZY),
        lambda runner: runner.set_muted(True),
    ],
    ids=["pause", "skip", "back", "restart", "trouble", "stop", "mute"],
)
def test_whatever_the_user_does_silences_the_voice_at_once(
    talking: SessionRunner,
    voice: FakeVoice,
    sound: FakeSound,
    spoken: list[Spoken],
    doing: Callable[[SessionRunner], None],
) -> None:
    talking.start()
    assert voice.is_speaking
    spoken.clear()
    doing(talking)
    assert not voice.is_speaking
    assert "silence" in sound.heard


def test_trouble_in_a_pause_silences_too(talking: SessionRunner, sound: FakeSound) -> None:
    talking.start()
    talking.pause()
    talking.hold_for_trouble()
    assert sound.heard[-1] == "silence"


def test_each_problem_of_sound_or_screen_is_told_once(
    runner: SessionRunner,
    ticker: Ticker,
    seen: Watcher,
    sound: FakeSound,
    voice: FakeVoice,
    keep_awake: FakeKeepAwake,
) -> None:
    runner.start()
    sound.problem = "No player."
    ticker.pass_seconds(3.0)
    voice.problem = "No voice."
    ticker.pass_seconds(3.0)
    keep_awake.problem = "The screen may turn off."
    ticker.pass_seconds(3.0)
    assert seen.troubles == ["No player.", "No player.\nNo voice.", "No player.\nNo voice.\nThe screen may turn off."]
    assert ticker.is_ticking


def test_a_slot_that_fails_stops_neither_the_timer_nor_the_other_slots(
    qtbot: QtBot, runner: SessionRunner, ticker: Ticker, sound: FakeSound
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("a page is broken")

    runner.happened.connect(fail)
    runner.changed.connect(fail)
    later = Watcher(runner)
    with qtbot.captureExceptions() as caught:
        runner.start()
        ticker.pass_seconds(10.0)
    assert len(caught) == 11 + 3
    assert later.kinds == [StageStarted, StageLeft, StageStarted]
    assert ticker.is_ticking
    assert sound.heard[-1] == "step-start"


def test_even_a_fault_in_the_tones_leaves_a_pause_a_pause(
    monkeypatch: pytest.MonkeyPatch, runner: SessionRunner, ticker: Ticker, keep_awake: FakeKeepAwake
) -> None:
    runner.start()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no such tone")

    monkeypatch.setattr(CueQueue, "look", fail)
    with pytest.raises(RuntimeError):
        runner.pause()
    assert (ticker.is_ticking, keep_awake.held) == (False, False)


def test_a_session_that_is_gone_on_with_begins_where_it_was(
    clock: FakeClock, sound: FakeSound, keep_awake: FakeKeepAwake
) -> None:
    plan = planned(SEATED)
    done = {stage.key for stage in plan.stages[:4]}
    runner = SessionRunner(Session(plan, done), clock, sound, TONES, SilentVoice(), keep_awake)
    seen = Watcher(runner)
    runner.start()
    assert seen.snapshots[-1].stage.kind is StageKind.GET_READY
    assert runner.session.stages[1].key not in done
    runner.close()
