"""The session while it plays: the picture, the time, and what can be done about both, from three metres away.

It shows snapshots and hands on wishes. It keeps no time and decides nothing, save that a second press of the same key
means the opposite of the first. In the floor view the same things are arranged for whoever lies on the floor.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from kneeguide.core.plan import LeftOut
from kneeguide.core.pose import Pose
from kneeguide.core.questions import Question
from kneeguide.core.routine import Technique
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage
from kneeguide.core.trouble import ways_on
from kneeguide.ui import gentler_wording, player_wording, session_wording, wording
from kneeguide.ui.theme import Colours
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.key_listener import KeyListener
from kneeguide.ui.widgets.motion import Motion, is_in_sight
from kneeguide.ui.widgets.player_keys import Wish
from kneeguide.ui.widgets.player_sheet import PlayerSheet
from kneeguide.ui.widgets.trouble_card import URGENT, WaysOn


class PlayerPage(PlayerSheet):
    """The player. Most signals are wishes. ``mute_toggled``, ``waits_toggled`` and ``floor_toggled`` carry whether it
    is to be so from now on, ``stop_requested`` why, ``eased`` why and how to go on more gently. ``motion_changed``
    carries ``motion``, what is now seen to move: the page has to be told the time as often as that takes."""

    pause_requested = Signal()
    resume_requested = Signal()
    skip_requested = Signal()
    back_requested = Signal()
    restart_requested = Signal()
    extend_requested = Signal()
    quicker_requested = Signal()
    slower_requested = Signal()
    mute_toggled = Signal(bool)
    waits_toggled = Signal(bool)
    floor_toggled = Signal(bool)
    motion_changed = Signal(object)
    trouble_requested = Signal()
    leave_requested = Signal()
    cause_told = Signal(object)
    stop_requested = Signal(object)
    eased = Signal(object, object)

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__(colours, poses, parent)
        self._stages: tuple[Stage, ...] = ()
        self._targets: Mapping[str, str] = {}
        self._reduced_motion = False
        self.motion = Motion.RING
        self._connect()
        self._trouble.caused.connect(lambda cause: self._show_progress(cause not in URGENT))
        KeyListener(self, self._obey, lambda: self._is_waited_for)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Session"))

    def set_reduced_motion(self, reduced: bool) -> None:
        """Keep the picture still, and let the ring move once a second."""
        self._reduced_motion = reduced
        self._run.set_reduced_motion(reduced)

    def show_plan(
        self,
        title: str,
        stages: tuple[Stage, ...],
        left_out: tuple[LeftOut, ...],
        cautions: tuple[Question, ...],
        pressure_cap: int,
        switched_off: tuple[Technique, ...] = (),
    ) -> None:
        """Begin a session: what it is called, its stages, and what the user and the user's answers take out of it."""
        self._shown = None
        self._head.show_title(title)
        self.show_stages(stages)
        self._step.show_answers(
            player_wording.care(cautions, pressure_cap), player_wording.at_the_start(left_out, switched_off)
        )
        self._run.show_picture()
        self.show_notice("")
        self._show_running()

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """Show what is to be done, from its beginning or in place of what was to be done until now."""
        self._stages = stages
        self._targets = player_wording.targets(stages)
        self._track.show_stages(stages)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how the session stands."""
        earlier, self._shown = self._shown, snapshot
        reason = (snapshot.pause_reason or PauseReason.ASKED) if snapshot.state is State.PAUSED else None
        new_stage = earlier is None or earlier.stage is not snapshot.stage
        target = self._targets.get(snapshot.stage.key, "")
        if new_stage:
            self._run.show_stage(snapshot.stage, snapshot.following)
            self._say_how(snapshot.stage)
        self._run.show_time(snapshot)
        self._track.show_place(snapshot.index, snapshot.elapsed / snapshot.length if snapshot.length else 0.0)
        self._head.show_progress(
            player_wording.step_of(self._stages, snapshot.index), wording.time_left(snapshot.total_remaining)
        )
        if earlier is None or (earlier.state, earlier.pause_reason) != (snapshot.state, snapshot.pause_reason):
            self._stage.show_paused(reason)
            self._bar.show_paused(reason is not None)
            if reason is not None:
                announce(self, player_wording.paused(reason))
        led_in = earlier is not None and earlier.lead_in > 0
        if (snapshot.lead_in > 0) != led_in:
            self._stage.show_lead_in(session_wording.back_into_place() if snapshot.lead_in > 0 else "")
        if new_stage:
            announce(self, player_wording.stage(snapshot.stage, target))
        elif snapshot.lead_in > 0 and not led_in:
            announce(self, session_wording.back_into_place())
        elif earlier is not None and (earlier.state, snapshot.state) == (State.PAUSED, State.RUNNING):
            announce(self, session_wording.goes_on())
        elif earlier is not None and earlier.beat.tempo != snapshot.beat.tempo:
            announce(self, wording.tempo(snapshot.beat.tempo))
        if snapshot.state is State.RUNNING and self._in_trouble:
            self._show_running()
        self._tell_motion()

    def show_notice(self, sentence: str) -> None:
        """Say one thing above the picture until it is closed or replaced; nothing clears it."""
        self._notice.say(sentence)

    def show_trouble(self, emergency_number: str = "", ways_on: WaysOn = ways_on) -> None:
        """Ask what is wrong. Until that is settled, no key and no button moves time, nor is there a way out.

        ``ways_on``: what can be offered after the causes that were told.
        """
        self._foot.hide()
        self._show_progress(True)
        self._head.allow_to_leave(False)
        self._middle.setCurrentWidget(self._trouble)
        self._show_cue()
        area = gentler_wording.area(self._shown.stage) if self._shown is not None else ""
        self._trouble.ask(emergency_number, ways_on, area)

    def set_muted(self, muted: bool) -> None:
        """Show whether tones are silent."""
        self._bar.show_muted(muted)

    def set_waits(self, waits: bool) -> None:
        """Show whether the session waits before each step."""
        self._head.show_waits(waits)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on by a click anywhere, where the session waits for that."""
        if self._is_waited_for:
            self.resume_requested.emit()
        super().mousePressEvent(event)

    @property
    def _is_waited_for(self) -> bool:
        waiting = self._shown is not None and self._shown.pause_reason is PauseReason.WAITING
        return waiting and not self._in_trouble

    def _tell_motion(self) -> None:
        motion = Motion.NOTHING
        if self._stage.moves:
            motion = Motion.FIGURE
        elif not self._reduced_motion and is_in_sight(self):
            motion = Motion.RING
        if motion is not self.motion:
            self.motion = motion
            self.motion_changed.emit(motion)

    def _obey(self, wish: Wish) -> bool:
        """Do what a key asks for. In trouble no key does anything but leave the floor view."""
        if self._in_trouble and not (self._on_floor and wish in (Wish.FLOOR, Wish.LEAVE_FLOOR)):
            return False
        self._wishes[wish]()
        return True

    def _show_running(self) -> None:
        self._foot.show()
        self._show_progress(True)
        self._head.allow_to_leave(True)
        self._middle.setCurrentWidget(self._run)
        self._show_cue()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_progress(self, shows: bool) -> None:
        """How far the session is, or nothing that would draw the eye from whom to call."""
        for part in (self._head, self._track):
            part.setVisible(shows)

    def _pause_or_go_on(self) -> None:
        if self._shown is not None:
            (self.resume_requested if self._shown.state is State.PAUSED else self.pause_requested).emit()

    def _toggle_floor(self) -> None:
        self.set_floor_view(not self._on_floor)
        self.floor_toggled.emit(self._on_floor)

    def _leave(self) -> None:
        """Leave what was opened last: the list of keys, which lies over the picture, and then the floor view."""
        if self._run.shows_keys and not self._in_trouble:
            self._run.show_picture()
        elif self._on_floor:
            self._toggle_floor()

    def _connect(self) -> None:
        self._head.floor.connect(self._toggle_floor)
        self._bar.pause_or_go_on.connect(self._pause_or_go_on)
        for pressed, wish in (
            (self._head.wait, self.waits_toggled),
            (self._bar.mute, self.mute_toggled),
            (self._head.leave, self.leave_requested),
            (self._stage.quicker, self.quicker_requested),
            (self._stage.slower, self.slower_requested),
            (self._bar.trouble, self.trouble_requested),
            (self._bar.back, self.back_requested),
            (self._bar.skip, self.skip_requested),
            (self._bar.extend, self.extend_requested),
            (self._trouble.all_right, self.resume_requested),
            (self._trouble.caused, self.cause_told),
            (self._trouble.ended, self.stop_requested),
            (self._trouble.eased, self.eased),
        ):
            pressed.connect(wish)
        self._wishes: dict[Wish, Callable[[], None]] = {
            Wish.PAUSE_OR_GO_ON: self._pause_or_go_on,
            Wish.SKIP: self.skip_requested.emit,
            Wish.BACK: self.back_requested.emit,
            Wish.RESTART: self.restart_requested.emit,
            Wish.EXTEND: self.extend_requested.emit,
            Wish.QUICKER: self.quicker_requested.emit,
            Wish.SLOWER: self.slower_requested.emit,
            Wish.WAIT: self._head.toggle_waits,
            Wish.MUTE: self._bar.toggle_mute,
            Wish.FLOOR: self._toggle_floor,
            Wish.LEAVE_FLOOR: self._leave,
            Wish.TROUBLE: self.trouble_requested.emit,
            Wish.KEYS: self._run.toggle_keys,
            Wish.UP: lambda: self._run.scroll_words(up=True),
            Wish.DOWN: lambda: self._run.scroll_words(up=False),
        }
