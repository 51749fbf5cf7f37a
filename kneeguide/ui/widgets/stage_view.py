"""What is done now, as a picture: the leg in large letters, the figure, how hard and how fast, and what to keep off."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kneeguide.core.pose import Pose
from kneeguide.core.session_events import PauseReason
from kneeguide.core.snapshot import Snapshot, State
from kneeguide.core.stage import Stage, StageKind
from kneeguide.ui import session_wording, wording
from kneeguide.ui.theme import USUAL_LETTERS, Colours, TextRole, letter_scale
from kneeguide.ui.widgets.area_map import AreaMap
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.effort import Effort
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.labels import Tag, Text

_AT_A_DESK = 1 / 19, 1 / 18, 1 / 44, 1 / 42
_FROM_AFAR = 1 / 14, 1 / 17, 1 / 28, 1 / 30
"""Sizes of the letters of the leg, a pause, why it is one and how hard it is, as shares of the page's height."""

_MOST_WORDS = 0.4
"""The share of the stage that its words may take before their letters shrink: the rest is the figure's."""

_LEAST_FIGURE = 0.6
"""The share of the stage without which the figure does better alone."""
_MAP = 0.16, 0.18
"""Breadth and height of the map of the leg, as shares of the page's height."""


_ROOM_FOR_MAP = 140 * STEP
"""Least width, in pixels, at which the map of the leg stands beside pressure and pace."""


class StageView(Box):
    """The stage. Over its foot lies a dark strip while time stands still, and the figure stays where it was.

    ``moves``: whether the figure is seen to move now. ``quicker`` and ``slower`` ask for another pace.
    """

    quicker = Signal()
    slower = Signal()

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__("stage", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.moves = False
        self._from_afar = False
        self._shown: Stage | None = None
        self._letters_for = 0
        self._names_leg = self._tells_where = True
        self._side = Tag("", "side", TextRole.TITLE)
        self._figure = Illustration(poses, colours)
        self._figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._avoid = Text(TextRole.BODY)
        self._effort = Effort(colours)
        self._effort.quicker.connect(self.quicker)
        self._effort.slower.connect(self.slower)
        self._map = AreaMap(colours)
        self._foot = QWidget()
        self._words = QGridLayout(self._foot)
        self._words.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 4 * STEP)
        self._words.setHorizontalSpacing(3 * STEP)
        self._words.setVerticalSpacing(STEP)
        self._words.setColumnStretch(0, 1)
        self._words.setRowStretch(1, 1)
        self._words.addWidget(self._effort, 0, 0)
        self._words.addWidget(self._avoid, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.addWidget(self._figure, 1)
        self._put_map(beside=True)
        self._paused = Text(TextRole.TITLE, session_wording.pause_title(PauseReason.ASKED))
        self._why = Text(TextRole.BODY, session_wording.pause_reason(PauseReason.ASKED))
        self._strip = Box("ink")
        self._strip.column.setSpacing(0)
        self._strip.column.addStretch(1)
        for said in (self._paused, self._why):
            self._strip.column.addWidget(said)
            said.show()  # else its room would count only from the first pause on
        self._strip.column.addStretch(1)
        self._strip.hide()
        under = QGridLayout()
        for part in (self._foot, self._strip):
            under.addWidget(part, 0, 0)
        badges = QHBoxLayout()
        badges.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 0)
        badges.addWidget(self._side, 0, Qt.AlignmentFlag.AlignLeft)
        badges.addStretch(1)
        self.column.addLayout(badges)
        self.column.addLayout(self._middle, 1)
        self.column.addLayout(under)
        self._is_roomy = False
        self._keep_room(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words at the foot the lines that leave most room to the figure."""
        super().resizeEvent(event)
        beside = self.width() >= _ROOM_FOR_MAP
        if beside is not self._map_beside:
            self._put_map(beside=beside)
        self._fit()

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._figure.use_theme(colours)
        self._effort.set_colours(colours)
        self._map.set_colours(colours)

    def keep_still(self, still: bool) -> None:
        """Show both ends of a stroke instead of moving, or move."""
        self._figure.keep_still(still)
        self._effort.set_reduced_motion(still)

    def show_from_afar(self, from_afar: bool) -> None:
        """Give the figure the room of the map and of what to keep off, as the floor view does, or show these too."""
        self._from_afar = from_afar
        self._effort.show_from_afar(from_afar)
        self._fit()

    def scale_to(self, height: int, letters_for: int = 0) -> None:
        """Size the leg for a page of this height, in pixels, and the rest as if it had the other one."""
        letters_for = self._letters_for = letters_for or height
        side, paused, _, _ = _FROM_AFAR if self._from_afar else _AT_A_DESK
        self._side.set_letters(max(USUAL_LETTERS, ceil(height * side)))
        self._paused.set_letters(max(USUAL_LETTERS, round(letters_for * paused)))
        self._map.setFixedSize(*(round(letters_for * share) for share in _MAP))
        self._fit()

    def name_leg(self, names: bool) -> None:
        """Name the leg in large letters, or leave that to what is beside the stage."""
        self._names_leg = names
        self._side.setVisible(names and bool(self._side.text()))

    def show_stage(self, stage: Stage) -> None:
        """Show the technique and the leg of a stage."""
        self._figure.show_technique(stage.technique, stage.side)
        self._side.setText(wording.side(stage.side).upper() if stage.side else "")
        self.name_leg(self._names_leg)
        self._shown = stage
        avoid = stage.technique.avoid
        self._avoid.setText(self.tr("Avoid: {what}").format(what=avoid) if avoid else "")
        self._map.show_technique(stage.technique, stage.side)
        self._effort.show_stage(stage)
        self._fit()

    def show_time(self, snapshot: Snapshot) -> None:
        """Show how far the stroke is; where no work is done, the figure is in its still form."""
        at_work = snapshot.stage.kind is StageKind.WORK
        self._effort.show_beat(snapshot.beat, snapshot.elapsed if at_work else snapshot.beat.since)
        if at_work:
            self._figure.set_stroke(snapshot.beat.phase(snapshot.elapsed))
        else:
            self._figure.show_still()
            self._figure.make_ahead()
        runs = snapshot.state is State.RUNNING and snapshot.lead_in == 0
        self.moves = at_work and runs and self._figure.moves_now()

    def show_paused(self, reason: PauseReason | None) -> None:
        """Say that time stands still, and why; None means that it runs."""
        if reason is None:
            self._show_strip("", "")
        else:
            self._show_strip(session_wording.pause_title(reason), session_wording.pause_reason(reason))

    def show_lead_in(self, sentence: str) -> None:
        """Say that the step is about to go on; an empty ``sentence`` means that it has."""
        self._show_strip(self.tr("Get ready"), sentence)

    def _show_strip(self, title: str, why: str) -> None:
        if why:  # else the room of what was said would go with it, and the figure would move
            self._paused.setText(title)
            self._why.setText(why)
        self._strip.setVisible(bool(why))
        self._foot.setVisible(self._is_roomy and not why)

    def _fit(self) -> None:
        """Words as large as they may be, and in a stage that has no room for them beside the figure none."""
        *_, why, words = _FROM_AFAR if self._from_afar else _AT_A_DESK
        scale = letter_scale()
        self._why.set_letters(round(max(USUAL_LETTERS, self._letters_for * why) * scale))
        largest = round(max(USUAL_LETTERS, self._letters_for * words) * scale)
        for self._tells_where in (True, False):
            self._show_where()
            beside = self._map.width() + 3 * STEP if self._map_beside and not self._map.isHidden() else 0
            width = self.width() - 10 * STEP - beside
            for letters in range(largest, USUAL_LETTERS - 1, -1):
                self._effort.scale_to(self._letters_for, letters)
                self._avoid.set_letters(letters)
                needed = self._words.totalHeightForWidth(self.width())
                if self._effort.width_at(letters) <= width and needed <= self.height() * _MOST_WORDS:
                    break
            if needed <= self.height() * (1 - _LEAST_FIGURE):
                break
        self._keep_room(needed <= self.height() * (1 - _LEAST_FIGURE))

    def _keep_room(self, keeps: bool) -> None:
        """Show words below the figure, which keep their room while the strip lies over them, or leave them out."""
        if keeps is self._is_roomy:
            return
        self._is_roomy = keeps
        for part in (self._foot, self._strip):
            room = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            room.setRetainSizeWhenHidden(keeps)
            part.setSizePolicy(room)
        self._foot.setVisible(keeps and self._strip.isHidden())

    def _put_map(self, *, beside: bool) -> None:
        """The map beside all words, or where that would break their lines, beside the figure."""
        self._map_beside = beside
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        hidden = self._map.isHidden()
        if beside:
            self._middle.removeWidget(self._map)
            self._words.addWidget(self._map, 0, 1, 2, 1, corner)
        else:
            self._words.removeWidget(self._map)
            self._middle.addWidget(self._map, 0, corner)
        self._map.setHidden(hidden)  # what changes its parent is hidden by that

    def _show_where(self) -> None:
        stage = self._shown
        shows = (
            self._tells_where and not self._from_afar and stage is not None and not session_wording.ends_session(stage)
        )
        self._avoid.setVisible(shows and bool(self._avoid.text()))
        self._map.setVisible(shows and stage is not None and stage.technique.presses)
