"""The session while it plays: the picture, the time, and what can be done about both, from three metres away.

It shows snapshots and hands on wishes. It keeps no time and decides nothing, save that a second press of the same key
means the opposite of the first.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from kneeguide.core.limits import PRESSURE_CAP
from kneeguide.core.plan import LeftOut, Stage, StageKind
from kneeguide.core.pose import Pose
from kneeguide.core.questions import Question
from kneeguide.core.session import Snapshot, State
from kneeguide.core.session_events import PauseReason
from kneeguide.core.trouble import ways_on
from kneeguide.ui import gentler_wording, limits_wording, safety_wording, session_wording, wording
from kneeguide.ui.theme import Colours, TextRole
from kneeguide.ui.widgets.announcement import announce
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.caption import Caption
from kneeguide.ui.widgets.key_card import KeyCard
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.notice import Notice
from kneeguide.ui.widgets.player_bar import PlayerBar
from kneeguide.ui.widgets.progress_track import ProgressTrack
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.stage_view import StageView
from kneeguide.ui.widgets.step_card import StepCard
from kneeguide.ui.widgets.trouble_card import TroubleCard, WaysOn

_STEPS = (StageKind.WORK, StageKind.CHECK_IN)


class PlayerPage(QWidget):
    """The player. Every signal but one is a wish; ``mute_toggled`` carries whether to be silent, ``stop_requested``
    why, ``eased`` why and how to go on more gently. ``moves_changed`` carries whether the picture now moves, and has
    to be told the time as often as that takes. ``caption``: shows what the voice says."""

    pause_requested = Signal()
    resume_requested = Signal()
    skip_requested = Signal()
    back_requested = Signal()
    restart_requested = Signal()
    extend_requested = Signal()
    mute_toggled = Signal(bool)
    moves_changed = Signal(bool)
    trouble_requested = Signal()
    leave_requested = Signal()
    cause_told = Signal(object)
    stop_requested = Signal(object)
    eased = Signal(object, object)

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self._first_on: frozenset[str] = frozenset()
        self._shown: Snapshot | None = None
        self._muted = False
        self._title = Text(TextRole.STRONG, wraps=False)
        self._where = Text(TextRole.STRONG, wraps=False)
        self._leave = RunButton(self.tr("Leave"), "link")
        self._track = ProgressTrack(colours)
        self._notice = Notice()
        self._stage = StageView(colours, poses)
        self._keys = KeyCard()
        self._left = QStackedWidget()
        self._left.addWidget(self._stage)
        self._left.addWidget(self._keys)
        self._step = StepCard(colours)
        self._trouble = TroubleCard()
        self._middle = QStackedWidget()
        self.caption = Caption()
        self._run = QWidget()
        self._bar = PlayerBar()
        self._foot = self._make_foot()
        self._arrange()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Session"))

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        for part in (self._track, self._stage, self._step):
            part.set_colours(colours)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Keep the picture still, and let the ring move once a second."""
        self._stage.keep_still(reduced)
        self._step.set_reduced_motion(reduced)

    def show_plan(
        self,
        title: str,
        stages: tuple[Stage, ...],
        left_out: tuple[LeftOut, ...],
        cautions: tuple[Question, ...],
        pressure_cap: int,
    ) -> None:
        """Begin a session: what it is called, its stages, and what the user's answers take out of it."""
        self._shown = None
        self._title.setText(title)
        self.show_stages(stages)
        self._step.show_answers(self._care(cautions, pressure_cap), self._at_the_start(left_out))
        self._left.setCurrentWidget(self._stage)
        self.show_notice("")
        self._show_running()

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """Show what is to be done, from its beginning or in place of what was to be done until now."""
        self._stages = stages
        first: dict[object, str] = {}
        for stage in stages:
            if stage.presses and stage.pressure > 0:
                first.setdefault(stage.muscle or stage.technique, stage.key)
        self._first_on = frozenset(first.values())
        self._track.show_stages(stages)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how the session stands."""
        earlier, self._shown = self._shown, snapshot
        paused = snapshot.state is State.PAUSED
        new_stage = earlier is None or earlier.stage is not snapshot.stage
        if new_stage:
            self._stage.show_stage(snapshot.stage)
            self._step.show_stage(snapshot.stage, snapshot.following, self._target(snapshot.stage))
            self._where.setAccessibleName(self._step_of(snapshot.index))
        self._stage.show_time(snapshot)
        self._step.show_time(snapshot)
        self._track.show_place(snapshot.index, snapshot.elapsed / snapshot.length if snapshot.length else 0.0)
        self._where.setText(
            self.tr("{step} · {time} left").format(
                step=self._step_of(snapshot.index), time=wording.time_left(snapshot.total_remaining)
            )
        )
        if earlier is None or (earlier.state, earlier.pause_reason) != (snapshot.state, snapshot.pause_reason):
            why = session_wording.pause_reason(snapshot.pause_reason or PauseReason.ASKED)
            self._stage.show_paused(why if paused else "")
            self._bar.show_paused(paused)
            if paused:
                announce(self, self.tr("Paused. {why}").format(why=why))
        elif new_stage and paused:
            self._stage.show_paused(session_wording.pause_reason(snapshot.pause_reason or PauseReason.ASKED))
        led_in = earlier is not None and earlier.lead_in > 0
        if (snapshot.lead_in > 0) != led_in:
            self._stage.show_lead_in(session_wording.back_into_place() if snapshot.lead_in > 0 else "")
        if new_stage:
            announce(self, self._spoken(snapshot.stage))
        elif snapshot.lead_in > 0 and not led_in:
            announce(self, session_wording.back_into_place())
        if snapshot.state is State.RUNNING and self._in_trouble:
            self._show_running()

    def show_notice(self, sentence: str) -> None:
        """Say one thing above the picture until it is closed or replaced; nothing clears it."""
        self._notice.say(sentence)

    def show_trouble(self, emergency_number: str = "", ways_on: WaysOn = ways_on) -> None:
        """Ask what is wrong. Until that is settled, no key and no button moves time, nor is there a way out.

        ``ways_on``: what can be offered after the causes that were told.
        """
        self._foot.hide()
        self._leave.hide()
        self._middle.setCurrentWidget(self._trouble)
        area = gentler_wording.area(self._shown.stage) if self._shown is not None else ""
        self._trouble.ask(emergency_number, ways_on, area)

    def set_muted(self, muted: bool) -> None:
        """Show whether tones are silent."""
        self._muted = muted
        self._bar.show_muted(muted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey the keys of the player, of a presenter's remote and of a media keyboard."""
        if self._in_trouble or event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        ):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            # Escape is pressed by accident; held down, it repeats.
            if event.isAutoRepeat():
                self.trouble_requested.emit()
            return
        wish = self._wishes.get(key)
        if wish is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            wish()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep digits, title and leg legible from across the room at any size."""
        super().resizeEvent(event)
        self._stage.scale_to(self.height())
        self._step.scale_to(self.height())
        self.caption.scale_to(self.height())

    def minimumSizeHint(self) -> QSize:
        """Small: letters follow the page, so their present size must not hold it open."""
        return QSize(160 * STEP, 100 * STEP)

    @property
    def _in_trouble(self) -> bool:
        return self._middle.currentWidget() is self._trouble

    def _show_running(self) -> None:
        self._foot.show()
        self._leave.show()
        self._middle.setCurrentWidget(self._run)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pause_or_go_on(self) -> None:
        if self._shown is None:
            return
        wish = self.resume_requested if self._shown.state is State.PAUSED else self.pause_requested
        wish.emit()

    def _toggle_mute(self) -> None:
        self.set_muted(not self._muted)
        self.mute_toggled.emit(self._muted)

    def _toggle_keys(self) -> None:
        self._left.setCurrentWidget(self._stage if self._left.currentWidget() is self._keys else self._keys)

    def _step_of(self, index: int) -> str:
        """Which step this is; a change-over belongs to the step that it leads to."""
        steps = [number for number, stage in enumerate(self._stages) if stage.kind in _STEPS]
        here = next((place for place, number in enumerate(steps, start=1) if number >= index), len(steps))
        return self.tr("Step {number} of {count}").format(number=here, count=len(steps))

    def _care(self, cautions: tuple[Question, ...], pressure_cap: int) -> str:
        sentences = [safety_wording.caution(question) for question in cautions]
        if pressure_cap < PRESSURE_CAP:
            sentences.append(limits_wording.pressure_stays(pressure_cap))
        return " ".join(sentences)

    def _at_the_start(self, left_out: tuple[LeftOut, ...]) -> str:
        why = [f"{out.technique.title}: {safety_wording.left_out(out.because)}" for out in dict.fromkeys(left_out)]
        return "\n".join([session_wording.how_pressure_feels(), *why])

    def _spoken(self, stage: Stage) -> str:
        side = wording.side(stage.side) if stage.side and stage.kind is StageKind.WORK else ""
        seconds = self.tr("{seconds} seconds").format(seconds=wording.number(stage.seconds))
        said = (side, session_wording.stage_title(stage), session_wording.stage_note(stage), seconds)
        return " ".join(filter(None, (". ".join(filter(None, said)) + ".", self._target(stage))))

    def _target(self, stage: Stage) -> str:
        """How hard to press, where a muscle is worked on for the first time."""
        return gentler_wording.target(stage.pressure) if stage.key in self._first_on else ""

    def _make_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("box", "bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(6 * STEP, 3 * STEP, 6 * STEP, 3 * STEP)
        row.addWidget(self._bar)
        return foot

    def _arrange(self) -> None:
        self._leave.setAccessibleName(self.tr("Leave this session"))
        self._leave.clicked.connect(self.leave_requested)
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._where)
        head.addWidget(self._leave)
        run = QHBoxLayout(self._run)
        run.setContentsMargins(0, 0, 0, 0)
        run.setSpacing(6 * STEP)
        run.addWidget(self._left, 11)
        run.addWidget(self._step, 9)
        self._middle.addWidget(self._run)
        self._middle.addWidget(self._trouble)
        upper = QVBoxLayout()
        upper.setContentsMargins(6 * STEP, 2 * STEP, 6 * STEP, 3 * STEP)
        upper.setSpacing(2 * STEP)
        upper.addLayout(head)
        upper.addWidget(self._track)
        upper.addWidget(self._notice)
        upper.addSpacing(STEP)
        upper.addWidget(self._middle, 1)
        upper.addWidget(self.caption)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(self._foot)

    def _connect(self) -> None:
        self._stage.moves_changed.connect(self.moves_changed)
        self._bar.trouble.connect(self.trouble_requested)
        self._bar.back.connect(self.back_requested)
        self._bar.pause_or_go_on.connect(self._pause_or_go_on)
        self._bar.skip.connect(self.skip_requested)
        self._bar.extend.connect(self.extend_requested)
        self._bar.mute.connect(self._toggle_mute)
        self._trouble.all_right.connect(self.resume_requested)
        self._trouble.caused.connect(self.cause_told)
        self._trouble.ended.connect(self.stop_requested)
        self._trouble.eased.connect(self.eased)
        key = Qt.Key
        self._wishes: dict[Qt.Key, Callable[[], None]] = {
            **dict.fromkeys(
                (
                    key.Key_Space,
                    key.Key_P,
                    key.Key_B,
                    key.Key_MediaPlay,
                    key.Key_MediaPause,
                    key.Key_MediaTogglePlayPause,
                ),
                self._pause_or_go_on,
            ),
            **dict.fromkeys((key.Key_Right, key.Key_PageDown, key.Key_MediaNext), self.skip_requested.emit),
            **dict.fromkeys((key.Key_Left, key.Key_PageUp, key.Key_MediaPrevious), self.back_requested.emit),
            **dict.fromkeys((key.Key_Plus, key.Key_Equal), self.extend_requested.emit),
            **dict.fromkeys((key.Key_S, key.Key_MediaStop), self.trouble_requested.emit),
            key.Key_R: self.restart_requested.emit,
            key.Key_M: self._toggle_mute,
            key.Key_Question: self._toggle_keys,
            key.Key_Up: lambda: self._step.scroll_words(up=True),
            key.Key_Down: lambda: self._step.scroll_words(up=False),
        }
