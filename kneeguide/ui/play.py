"""One session on the player: from a plan to a closed record in the diary."""

import uuid
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneeguide.core.clock import Clock
from kneeguide.core.cues import NOTHING, Audible, Spoken, Tone
from kneeguide.core.day_dose import Doses, added
from kneeguide.core.history import Outcome, Record, StageDone, opened, resumed
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.pace import PACE_STEP
from kneeguide.core.pain import Rating
from kneeguide.core.plan import Plan
from kneeguide.core.session import Session
from kneeguide.core.session_events import (
    AreaLeftOut,
    Completed,
    EnoughForToday,
    Event,
    ExtensionRefused,
    Lightened,
    StageLeft,
    StageStarted,
    Stopped,
)
from kneeguide.core.session_log import SessionLog
from kneeguide.core.settings import Loudness, Settings
from kneeguide.core.snapshot import State
from kneeguide.core.storage import StorageFault
from kneeguide.core.trouble import Eased, StopReason, WayOn, ways_on
from kneeguide.services.keep_awake import KeepAwake, NullKeepAwake
from kneeguide.services.sound import Sound
from kneeguide.services.voice import SilentVoice, Voice
from kneeguide.ui import gentler_wording, session_wording
from kneeguide.ui.main_window import MainWindow
from kneeguide.ui.session_runner import SessionRunner
from kneeguide.ui.speaking import manner_of
from kneeguide.ui.spoken_script import SpokenScript
from kneeguide.ui.widgets.motion import Motion

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose
    from kneeguide.ui.pages.player import PlayerPage


class Play(QObject):
    """Plays plans, one at a time. ``ended`` carries the SessionLog of the session that is over.

    ``check_expired`` carries it too: the safety check ran out in a pause, and without a new one nothing goes on.
    ``pace_chosen`` carries how many seconds a pass is to take longer than its technique says.
    ``voice_missing``: the user has been told that nothing on this computer can speak.
    """

    ended = Signal(object)
    leave_requested = Signal()
    check_expired = Signal(object)
    pace_chosen = Signal(float)
    voice_missing = Signal()

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        history: HistoryStore,
        sound: Sound,
        tones: Mapping[Loudness, Mapping[Tone, Path]],
        voice: Voice,
        keep_awake: KeepAwake,
        poses: "Mapping[str, Pose]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._history = history
        self._sound = sound
        self._tones = tones
        self._voice = voice
        self._keep_awake = keep_awake
        self._poses = poses
        self._plan: Plan | None = None
        self._emergency_number = ""
        self._runner: SessionRunner | None = None
        self._log: SessionLog | None = None
        voice.changed.connect(self._follow_voice)

    @property
    def poses(self) -> "Mapping[str, Pose]":
        """How techniques are drawn."""
        return self._poses

    @property
    def is_open(self) -> bool:
        """Whether a session has begun and not ended."""
        return self._runner is not None and self._runner.is_open

    def begin(self, plan: Plan, before: Rating, settings: Settings, unfinished: Record | None) -> None:
        """Open a record, or go on with an interrupted one, and start the clock."""
        if unfinished is None:
            record = opened(uuid.uuid4().hex, plan, before, self._clock.now().wall)
            self._log = SessionLog(self._history, record)
            self._log.open()
        else:
            record = resumed(unfinished, plan, before)
            self._log = SessionLog(self._history, record)
            self._log.resume()
        self._plan = plan
        self._emergency_number = settings.emergency_number
        had = added(self.had_today(record), record.doses())
        session = Session(plan, record.done, eased=record.eased, had=had, waits=settings.waits, slower=settings.slower)
        keep_awake = self._keep_awake if settings.keep_awake else NullKeepAwake()
        tones = self._tones[settings.tone_level]
        voice = self._voice if settings.voice else SilentVoice()
        voice.manner = manner_of(settings)
        script = SpokenScript(session.stages, settings.voice_rate)
        runner = SessionRunner(session, self._clock, self._sound, tones, voice, keep_awake, self, script=script)
        runner.happened.connect(self._happened)
        runner.changed.connect(self._player.show_snapshot)
        runner.said.connect(lambda spoken: self._caption(spoken, script))
        runner.troubled.connect(self._tell_trouble)
        speaks = settings.voice and not voice.is_missing
        wanted = Audible(tones=settings.sound, pace=settings.pace_sound, words=speaks)
        silent = wanted == NOTHING
        runner.set_audible(Audible() if silent else wanted)
        runner.set_muted(silent)
        runner.set_motion(self._player.motion)
        self._runner = runner
        limits = plan.clearance.limits
        self._player.show_plan(
            plan.routine.title,
            session.stages,
            plan.left_out,
            limits.cautions,
            limits.pressure_cap,
            plan.switched_off,
        )
        self._player.set_muted(silent)
        self._player.caption.keep_room(speaks)
        self._player.set_waits(settings.waits)
        self._player.set_reduced_motion(settings.reduced_motion)
        self._player.set_floor_view(settings.floor_view)
        self._window.show_page(self._player, whole_window=True)
        if settings.floor_view:
            self._window.fill_screen(True)
        self._tell_fault()
        runner.start()

    def had_today(self, record: Record | None) -> Doses:
        """Seconds of massage that each muscle had today in other sessions than this one; none where it is not known."""
        try:
            return self._history.doses_on(self._clock.now().wall.date(), without=record.id if record else None)
        except StorageFault:
            return {}

    def pause(self) -> None:
        """Stop the clock, if it runs."""
        if self._runner is not None and self._runner.session.state is State.RUNNING:
            self._runner.pause()

    def abandon(self) -> None:
        """Leave the session as it is: its record stays open, to be gone on with at the next start."""
        if self._runner is not None:
            self.pause()
            self._let_go()

    def _happened(self, event: Event) -> None:
        assert self._log is not None
        match event:
            case StageLeft(stage, planned, seconds, outcome):
                self._log.add(StageDone(stage.key, planned, seconds, outcome))
                self._tell_fault()
            case StageStarted():
                self._player.show_notice("")
                self._tell_fault()
            case ExtensionRefused():
                self._say(session_wording.enough_for_one_muscle())
            case EnoughForToday(stage, seconds) if stage.muscle is not None:
                self._say(gentler_wording.past_the_day(stage.muscle, stage.side, seconds))
            case Lightened() | AreaLeftOut():
                assert self._runner is not None
                self._player.show_stages(self._runner.session.stages)
            case Completed():
                done = self._log.record.worked
                self._end(Outcome.COMPLETED if done else Outcome.STOPPED, "" if done else StopReason.NOTHING_DONE.value)
            case Stopped(reason):
                self._end(Outcome.STOPPED, reason.value)

    def _end(self, outcome: Outcome, reason: str) -> None:
        assert self._log is not None
        self._log.close(outcome, self._clock.now().wall, reason)
        self._let_go()
        self.ended.emit(self._log)

    def _let_go(self) -> None:
        assert self._runner is not None
        self._runner.close()
        self._runner = None
        self._window.fill_screen(False)

    @property
    def fault(self) -> str:
        """Why the session is not being saved, empty if it is."""
        return str(self._log.fault or "") if self._log is not None else ""

    def _tell_trouble(self, sentence: str) -> None:
        self._say(sentence)
        if self._voice.is_missing and self._voice.problem:
            self.voice_missing.emit()

    def _caption(self, spoken: Spoken, script: SpokenScript) -> None:
        """Show what the voice has begun to say, if it did."""
        if self._voice.is_speaking:
            script.was_said(spoken)
            self._player.caption.show_words(spoken.text)

    def _follow_voice(self) -> None:
        if self._runner is not None and not self._voice.is_speaking:
            self._player.caption.show_words("")

    def _say(self, sentence: str) -> None:
        """Show a notice, unless a weightier one stands there."""
        if not self.fault:
            self._player.show_notice(sentence)

    def _tell_fault(self) -> None:
        if self.fault:
            self._player.show_notice(self.fault)

    def _trouble(self) -> None:
        if self._runner is not None:
            self._runner.hold_for_trouble()
            self._player.show_trouble(self._emergency_number, self._runner.session.ways_on)

    def _resume(self) -> None:
        if self._runner is None or self._plan is None:
            return
        if self._plan.clearance.holds(self._clock.now()):
            self._runner.resume()
        else:
            self.abandon()
            self.check_expired.emit(self._log)

    def _mute(self, muted: bool) -> None:
        if self._runner is not None:
            self._runner.set_muted(muted)

    def _wait(self, waits: bool) -> None:
        if self._runner is not None:
            self._runner.session.set_waits(waits)

    def _change_pace(self, seconds: float) -> None:
        if self._runner is not None:
            self._runner.change_pace(seconds)
            self.pace_chosen.emit(self._runner.session.slower)

    def _set_motion(self, motion: Motion) -> None:
        if self._runner is not None:
            self._runner.set_motion(motion)

    def _keep_cause(self, cause: StopReason) -> None:
        """Keep at once why the session ends: it must not be lost if the program is left before it has ended.

        What need not end it is kept with the way on that is chosen.
        """
        if self._log is not None and ways_on([cause]) == (WayOn.END,):
            self._log.tell_cause(cause.value)

    def _go_on(self, cause: StopReason, way: WayOn) -> None:
        """Go on more gently: kept first, so that not even a crash can bring back what was too much."""
        if self._runner is None or self._log is None:
            return
        stage = self._runner.session.snapshot().stage
        self._log.ease(Eased(stage.key, cause, way))
        if way is WayOn.LIGHTER:
            self._runner.lighten()
        else:
            self._runner.leave_out()
        self._resume()
        if self._runner is not None:
            self._say(gentler_wording.gone_on(way, stage))
            self._tell_fault()

    def _stop(self, reason: StopReason) -> None:
        if self._runner is not None:
            self._runner.stop(reason)

    @cached_property
    def _player(self) -> "PlayerPage":
        from kneeguide.ui.pages.player import PlayerPage

        page = PlayerPage(self._window.colours, self._poses)
        commands = {
            page.pause_requested: SessionRunner.pause,
            page.skip_requested: SessionRunner.skip,
            page.back_requested: SessionRunner.back,
            page.restart_requested: SessionRunner.restart,
            page.extend_requested: SessionRunner.extend,
        }
        for wish, command in commands.items():
            wish.connect(lambda command=command: self._runner and command(self._runner))
        page.resume_requested.connect(self._resume)
        page.mute_toggled.connect(self._mute)
        page.waits_toggled.connect(self._wait)
        page.floor_toggled.connect(self._window.fill_screen)
        page.quicker_requested.connect(lambda: self._change_pace(-PACE_STEP))
        page.slower_requested.connect(lambda: self._change_pace(PACE_STEP))
        page.motion_changed.connect(self._set_motion)
        page.trouble_requested.connect(self._trouble)
        page.cause_told.connect(self._keep_cause)
        page.stop_requested.connect(self._stop)
        page.eased.connect(self._go_on)
        page.leave_requested.connect(self.leave_requested)
        return page
