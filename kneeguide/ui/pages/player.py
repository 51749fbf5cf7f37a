"""The session while it plays: the picture, the time, and what can be done about both, from three metres away.

It shows snapshots and hands on wishes. It keeps no time and decides nothing, save that a second press of the same key
means the opposite of the first. In the floor view the same things are arranged for whoever lies on the floor.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from kneeguide.core.plan import LeftOut
from kneeguide.core.pose import Pose
from kneeguide.core.questions import Question
from kneeguide.core.routine import Technique
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage
from kneeguide.core.trouble import ways_on
from kneeguide.ui import gentler_wording, player_wording, session_wording, wording
from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.caption import Caption
from kneeguide.ui.widgets.cue_line import CueLine
from kneeguide.ui.widgets.key_listener import KeyListener
from kneeguide.ui.widgets.motion import Motion, is_in_sight
from kneeguide.ui.widgets.notice import Notice
from kneeguide.ui.widgets.player_bar import PlayerBar
from kneeguide.ui.widgets.player_head import PlayerHead
from kneeguide.ui.widgets.player_keys import Wish
from kneeguide.ui.widgets.progress_track import ProgressTrack
from kneeguide.ui.widgets.run_view import RunView
from kneeguide.ui.widgets.trouble_card import TroubleCard, WaysOn

_FLATTEST = 3 / 4
"""Height of a page as a share of its breadth up to which letters grow with it; in a taller one they would not fit."""

_NARROW = 0.9
"""Breadth of a page as a share of its height below which everything stands below each other."""

_ROOM_FOR_CUE = 1000
"""Least breadth, in pixels at the usual size of letters, at which the column beside the figure has room for a cue."""

_ROOM_FOR_WHOLE_CUE = 480
"""Least breadth, in pixels, at which more than the first sentence of a cue is said below everything."""

_ROOMY = 700
"""Height from which gaps are as broad as they should be, in pixels."""


class PlayerPage(QWidget):
    """The player. Most signals are wishes. ``mute_toggled``, ``waits_toggled`` and ``floor_toggled`` carry whether it
    is to be so from now on, ``stop_requested`` why, ``eased`` why and how to go on more gently. ``motion_changed``
    carries ``motion``, what is now seen to move: the page has to be told the time as often as that takes. ``caption``:
    shows what the voice says."""

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
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self._targets: Mapping[str, str] = {}
        self._shown: Snapshot | None = None
        self._on_floor = self._is_narrow = False
        self._reduced_motion = False
        self.motion = Motion.RING
        self._head = PlayerHead()
        self._track = ProgressTrack(colours)
        self._notice = Notice()
        self._run = RunView(colours, poses)
        self._stage, self._step = self._run.stage, self._run.step
        self._cue = CueLine()
        self._trouble = TroubleCard()
        self._middle = QStackedWidget()
        self.caption = Caption()
        self._bar = PlayerBar()
        self._foot = Box("bar")
        self._arrange()
        self._connect()
        KeyListener(self, self._obey, lambda: self._is_waited_for)
        self.set_floor_view(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Session"))

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._track.set_colours(colours)
        self._run.set_colours(colours)

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
            self._run.show_stage(snapshot.stage, snapshot.following, target)
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

    def set_floor_view(self, on_floor: bool) -> None:
        """Arrange everything for whoever lies on the floor, or for whoever sits at the desk."""
        self._on_floor = on_floor
        for part in (self._head, self._track, self._run):
            part.show_from_afar(on_floor)
        if self._shown is not None:
            self._say_how(self._shown.stage)
        self._show_cue()
        self._scale()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on by a click anywhere, where the session waits for that."""
        if self._is_waited_for:
            self.resume_requested.emit()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep digits, title and leg legible from across the room at any size."""
        super().resizeEvent(event)
        self._scale()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters that the user chooses."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._scale()

    def minimumSizeHint(self) -> QSize:
        """Small: letters follow the page, so their present size must not hold it open."""
        return QSize(90 * STEP, 100 * STEP)

    @property
    def _in_trouble(self) -> bool:
        return self._middle.currentWidget() is self._trouble

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
        self._head.allow_to_leave(True)
        self._middle.setCurrentWidget(self._run)
        self._show_cue()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cue(self) -> None:
        """Below everything in the floor view and in small windows, where nothing of more weight needs the room."""
        below = self._on_floor or self._is_narrow or self.width() < _ROOM_FOR_CUE * letter_scale()
        self._run.say_how(not below)
        self._cue.setVisible(below and not self._in_trouble and not (self._on_floor and not self._notice.isHidden()))

    def _say_how(self, stage: Stage) -> None:
        self._cue.show_cue(session_wording.cue(stage), whole=not self._on_floor and self.width() >= _ROOM_FOR_WHOLE_CUE)

    def _scale(self) -> None:
        if self._is_narrow is not (self.width() < self.height() * _NARROW):
            self._is_narrow = not self._is_narrow
            self._run.stack(self._is_narrow)
        if self._shown is not None:
            self._say_how(self._shown.stage)
        side, gap = (4 if self._is_narrow else 6) * STEP, (1 if self._is_narrow or self.height() < _ROOMY else 2) * STEP
        self._upper.setContentsMargins(side, gap, side, gap + (gap > STEP) * STEP)
        self._upper.setSpacing(gap)
        self._foot.column.setContentsMargins(side, gap + STEP, side, gap + STEP)
        self._show_cue()
        height = min(self.height(), round(self.width() * _FLATTEST))
        for part in (self._head, self.caption, self._bar, self._trouble):
            part.scale_to(height)
        for large in (self._run, self._cue):
            large.scale_to(self.height(), height)

    def _pause_or_go_on(self) -> None:
        if self._shown is not None:
            (self.resume_requested if self._shown.state is State.PAUSED else self.pause_requested).emit()

    def _toggle_floor(self) -> None:
        self.set_floor_view(not self._on_floor)
        self.floor_toggled.emit(self._on_floor)

    def _leave_floor(self) -> None:
        if self._on_floor:
            self._toggle_floor()

    def _arrange(self) -> None:
        self._middle.addWidget(self._run)
        self._middle.addWidget(self._trouble)
        self._foot.column.addWidget(self._bar)
        upper = self._upper = QVBoxLayout()
        upper.addWidget(self._head)
        upper.addWidget(self._track)
        upper.addWidget(self._notice)
        upper.addWidget(self._middle, 1)
        last = QGridLayout()
        for line in (self._cue, self.caption):  # one above the other: there is time for either, and room for one
            last.addWidget(line, 0, 0)
        upper.addLayout(last)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(self._foot)

    def _connect(self) -> None:
        self._notice.shown.connect(self._show_cue)
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
            Wish.LEAVE_FLOOR: self._leave_floor,
            Wish.TROUBLE: self.trouble_requested.emit,
            Wish.KEYS: self._run.toggle_keys,
            Wish.UP: lambda: self._run.scroll_words(up=True),
            Wish.DOWN: lambda: self._run.scroll_words(up=False),
        }
