"""What the player is made of, and where each part has its place: in any window, at the desk and on the floor."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from kneeguide.core.pose import Pose
from kneeguide.core.snapshot import Snapshot
from kneeguide.core.stage import Stage
from kneeguide.ui import session_wording
from kneeguide.ui.theme import Colours, letter_scale
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.caption import Caption
from kneeguide.ui.widgets.cue_line import CueLine
from kneeguide.ui.widgets.notice import Notice
from kneeguide.ui.widgets.player_bar import PlayerBar
from kneeguide.ui.widgets.player_head import PlayerHead
from kneeguide.ui.widgets.progress_track import ProgressTrack
from kneeguide.ui.widgets.run_view import RunView
from kneeguide.ui.widgets.trouble_card import TroubleCard

_FLATTEST = 3 / 4
"""Height of a page as a share of its breadth up to which letters grow with it; in a taller one they would not fit."""

_NARROW = 0.9
"""Breadth of a page as a share of its height below which everything stands below each other."""

_ROOM_FOR_CUE = 1000
"""Least breadth, in pixels at the usual size of letters, at which the column beside the figure has room for a cue."""

_ROOM_FOR_WHOLE_CUE = 480
"""Least breadth, in pixels, at which more than the first sentence of a cue is said below everything."""

_ROOM_FOR_STAGE = 760
"""Height of a narrow page, in pixels, below which a picture under the words would be too small to be of use."""

_ROOMY = 700
"""Height from which gaps are as broad as they should be, in pixels."""


class PlayerSheet(QWidget):
    """Head, track, notice, then the step at hand or what is wrong, a line of words, and the bar at the foot.

    It gives its parts their sizes. What they show, and what follows from a press, is the page's to say.
    ``caption``: shows what the voice says.
    """

    def __init__(self, colours: Colours, poses: Mapping[str, Pose], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Snapshot | None = None
        self._on_floor = self._is_narrow = self._is_tucked = False
        self._caption_below = True
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
        self._notice.shown.connect(self._show_cue)
        self.set_floor_view(False)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._track.set_colours(colours)
        self._run.set_colours(colours)

    def set_floor_view(self, on_floor: bool) -> None:
        """Arrange everything for whoever lies on the floor, or for whoever sits at the desk."""
        self._on_floor = on_floor
        for part in (self._head, self._track, self._run, self._bar):
            part.show_from_afar(on_floor)
        if self._shown is not None:
            self._say_how(self._shown.stage)
        self._show_cue()
        self._scale()

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

    def _show_cue(self) -> None:
        """Below everything in the floor view and in small windows, where nothing of more weight needs the room."""
        below = self._on_floor or self._is_narrow or self.width() < _ROOM_FOR_CUE * letter_scale()
        self._run.say_how(not below)
        self._put_caption(below=below or self._in_trouble)
        is_low = self._on_floor or self.height() < _ROOMY * letter_scale()
        gives_way = is_low and not self._notice.isHidden()  # there is time for either, and room for one
        self._cue.setVisible(below and not self._in_trouble and not gives_way)

    def _put_caption(self, *, below: bool) -> None:
        """What is said lies over how it is done, or where that stands beside the picture, over what comes next."""
        hidden = self.caption.isHidden()
        self.caption.keep_lines(1 if below else 2)
        if below is not self._caption_below:
            self._caption_below = below
            self.caption.setParent(None)
            if below:
                self._last.addWidget(self.caption, 0, 0)
            else:
                self._step.put_over_next(self.caption)
            self.caption.setHidden(hidden)  # what changes its parent is hidden by that
        self.caption.give_room(not self._in_trouble)
        keeps = self.caption.sizePolicy().retainSizeWhenHidden() or not hidden
        self._step.keep_room_over_next(self.caption.minimumHeight() if keeps and not below else 0)

    def _say_how(self, stage: Stage) -> None:
        cue = session_wording.cue(stage)
        self._cue.show_cue(cue, whole=self.width() >= _ROOM_FOR_WHOLE_CUE, shortened=self._on_floor)

    def _scale(self) -> None:
        narrow = self.width() < self.height() * _NARROW
        tucked = narrow and self.height() < _ROOM_FOR_STAGE
        if (self._is_narrow, self._is_tucked) != (narrow, tucked):
            self._is_narrow, self._is_tucked = narrow, tucked
            self._run.stack(narrow, tucks=tucked)
        if self._shown is not None:
            self._say_how(self._shown.stage)
        side, gap = (4 if self._is_narrow else 6) * STEP, (1 if self._is_narrow or self.height() < _ROOMY else 2) * STEP
        self._upper.setContentsMargins(side, gap, side, 2 * gap)
        self._upper.setSpacing(gap)
        self._foot.column.setContentsMargins(side, gap + STEP, side, gap + STEP)
        self._show_cue()
        height = min(self.height(), round(self.width() * _FLATTEST))
        for part in (self._head, self.caption, self._bar, self._trouble):
            part.scale_to(height)
        for large in (self._run, self._cue):
            large.scale_to(self.height(), height)

    def _arrange(self) -> None:
        self._middle.addWidget(self._run)
        self._middle.addWidget(self._trouble)
        self._foot.column.addWidget(self._bar)
        upper = self._upper = QVBoxLayout()
        upper.addWidget(self._head)
        upper.addWidget(self._track)
        upper.addWidget(self._notice)
        upper.addWidget(self._middle, 1)
        self._last = QGridLayout()
        for line in (self._cue, self.caption):  # one above the other: there is time for either, and room for one
            self._last.addWidget(line, 0, 0)
        upper.addLayout(self._last)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(self._foot)
