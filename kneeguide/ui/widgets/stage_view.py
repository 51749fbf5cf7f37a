"""What is done now, as a picture: the leg in large letters, the figure, how hard and how fast, and what to keep off."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneeguide.core.pace import stroke_phase
from kneeguide.core.plan import Stage, StageKind
from kneeguide.core.pose import Pose
from kneeguide.core.session import Snapshot, State
from kneeguide.core.session_events import PauseReason
from kneeguide.ui import session_wording, wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.effort import Effort
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.labels import Tag, Text

_BADGE, _PAUSED, _WHY, _AVOID = 1 / 19, 1 / 18, 1 / 44, 1 / 42
"""Sizes of letters as shares of the page's height."""
_MAP = 0.16, 0.18
"""Breadth and height of the map of the leg, as shares of the page's height."""


class StageView(Box):
    """The stage. Over its foot lies a dark strip while time stands still, and the figure stays where it was.

    ``moves_changed`` carries whether the figure is seen to move now.
    """

    moves_changed = Signal(bool)

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__("stage", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._moves = False
        self._side = Tag("", "side")
        self._figure = Illustration(poses, colours)
        self._figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._avoid = Text(TextRole.BODY)
        self._effort = Effort(colours)
        self._map = AreaMap(colours)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(self._effort)
        words.addWidget(self._avoid)
        words.addStretch(1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 4 * STEP)
        foot.setSpacing(3 * STEP)
        foot.addLayout(words, 1)
        foot.addWidget(self._map, 0, Qt.AlignmentFlag.AlignBottom)
        self._paused = Text(TextRole.TITLE, self.tr("Paused"))
        self._why = Text(TextRole.BODY, session_wording.pause_reason(PauseReason.ASKED))
        self._strip = Box("ink")
        self._strip.column.setSpacing(0)
        for said in (self._paused, self._why):
            self._strip.column.addWidget(said)
            said.show()  # else its room would count only from the first pause on
        self._strip.column.addStretch(1)
        self._strip.hide()
        under = QGridLayout()
        for part in (self._foot, self._strip):
            room = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            room.setRetainSizeWhenHidden(True)
            part.setSizePolicy(room)
            under.addWidget(part, 0, 0)
        badges = QHBoxLayout()
        badges.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 0)
        badges.addWidget(self._side, 0, Qt.AlignmentFlag.AlignLeft)
        badges.addStretch(1)
        self.column.addLayout(badges)
        self.column.addWidget(self._figure, 1)
        self.column.addLayout(under)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._figure.use_theme(colours)
        self._effort.set_colours(colours)
        self._map.set_colours(colours)

    def keep_still(self, still: bool) -> None:
        """Show both ends of a stroke instead of moving, or move."""
        self._figure.keep_still(still)

    def scale_to(self, height: int) -> None:
        """Size letters and map for a page of this height, in pixels."""
        for label, share in ((self._side, _BADGE), (self._paused, _PAUSED), (self._why, _WHY), (self._avoid, _AVOID)):
            font = font_for(TextRole.BODY if label in (self._why, self._avoid) else TextRole.TITLE)
            font.setPixelSize(max(15, round(height * share)))
            label.setFont(font)
        self._effort.scale_to(height)
        self._map.setFixedSize(*(round(height * share) for share in _MAP))

    def show_stage(self, stage: Stage) -> None:
        """Show the technique and the leg of a stage."""
        self._figure.show_technique(stage.technique, stage.side)
        self._side.setText(wording.side(stage.side).upper() if stage.side else "")
        self._side.setVisible(stage.side is not None)
        avoid = stage.technique.avoid
        self._avoid.setText(self.tr("Avoid: {what}").format(what=avoid) if avoid else "")
        self._avoid.setVisible(bool(avoid) and not session_wording.ends_session(stage))
        self._map.show_technique(stage.technique, stage.side)
        self._map.setVisible(stage.technique.presses and not session_wording.ends_session(stage))
        self._effort.show_stage(stage)

    def show_time(self, snapshot: Snapshot) -> None:
        """Show how far the stroke is; where no work is done, the figure is in its still form."""
        at_work = snapshot.stage.kind is StageKind.WORK
        if at_work:
            self._figure.set_stroke(stroke_phase(snapshot.stage.technique.tempo, snapshot.elapsed))
        else:
            self._figure.show_still()
            self._figure.make_ahead()
        moves = at_work and snapshot.state is State.RUNNING and snapshot.lead_in == 0 and self._figure.moves_now()
        if moves != self._moves:
            self._moves = moves
            self.moves_changed.emit(moves)

    def show_paused(self, why: str) -> None:
        """Say that time stands still, and why; an empty ``why`` means that it runs."""
        self._show_strip(self.tr("Paused"), why)

    def show_lead_in(self, sentence: str) -> None:
        """Say that the step is about to go on; an empty ``sentence`` means that it has."""
        self._show_strip(self.tr("Get ready"), sentence)

    def _show_strip(self, title: str, why: str) -> None:
        self._paused.setText(title)
        self._why.setText(why)
        self._strip.setVisible(bool(why))
        self._foot.setVisible(not why)
