"""The first thing a new user sees: what KneeGuide is, what it is not, and who should not use it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.ui import emergency_wording, welcome_wording
from kneeguide.ui.theme import Colours, TextRole, letter_scale
from kneeguide.ui.widgets.boxes import STEP, Box, PageFrame
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.icons import Icon, IconMark
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.late_figure import LateFigure
from kneeguide.ui.widgets.points import Points
from kneeguide.ui.widgets.tick_line import TickLine

if TYPE_CHECKING:
    from kneeguide.core.pose import Pose

_FIGURE = "palm-glides-front-thigh"
_ROOMY = 180 * STEP
"""Height from which on the figure and the words beside it are large."""
_WIDE = 200 * STEP
"""Width from which on there is a figure beside the words, at the usual size of letters."""
_TWO_COLUMNS = 280 * STEP
"""Width from which on who should not use it stands in two columns, at the usual size of letters."""


class WelcomePage(PageFrame):
    """Wants one tick, which is never given in advance, before it lets anybody on."""

    accepted = Signal()

    def __init__(self, colours: Colours, poses: "Mapping[str, Pose]") -> None:
        super().__init__()
        self._adult = TickLine(welcome_wording.confirmation())
        self.setFocusProxy(self._adult.box)
        self._adult.toggled.connect(self._show_whether_ticked)
        self._continue = Button(self.tr("Continue"), "primary")
        self._continue.clicked.connect(self.accepted)
        self._promise = Points(welcome_wording.what_it_is())
        self._what_it_is = self._what_it_offers()
        self._figure = LateFigure(poses, colours, _FIGURE, welcome_wording.title())
        self._exclusions = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._exclusions.setSpacing(STEP)
        self._not_for = self._who_should_not_use_it()
        self._emergency = self._in_an_emergency()
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6 * STEP)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(content)
        self.stand_in_the_middle()
        self.foot.addWidget(self._continue)
        self.foot.addWidget(self._adult, 1)
        self.bar.show()
        self._arrange()

    def show_welcome(self) -> None:
        """Begin anew, with nothing ticked."""
        self.show_heading(welcome_wording.title(), welcome_wording.lead())
        self._adult.tick(False)
        self._show_whether_ticked(False)
        self.scroll_to_top()

    def set_colours(self, colours: Colours) -> None:
        """Take another theme's colours."""
        self._figure.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """In one column who should not use it comes first, and the figure makes room for the words."""
        is_wide = self.width() >= _WIDE * letter_scale()
        self._exclusions.setDirection(
            QBoxLayout.Direction.LeftToRight
            if self.width() >= _TWO_COLUMNS * letter_scale()
            else QBoxLayout.Direction.TopToBottom
        )
        is_roomy = self.height() >= _ROOMY
        self._promise.set_role(TextRole.LARGE if is_roomy else TextRole.BODY)
        self._grid.setVerticalSpacing((3 if is_roomy else 1) * STEP)
        width, height = (88, 68) if is_roomy else (72, 32)
        self._figure.setFixedSize(width * STEP, height * STEP)
        self._figure.setVisible(is_wide)
        what_it_is = (0, 1, 1, 1) if is_wide else (1, 0, 1, 2)
        not_for = (1, 0, 1, 2) if is_wide else (0, 0, 1, 2)
        self._grid.addWidget(self._figure, 0, 0)
        self._grid.addWidget(self._what_it_is, *what_it_is)
        self._grid.addWidget(self._not_for, *not_for)
        self._grid.addWidget(self._emergency, 2, 0, 1, 2)

    def _what_it_offers(self) -> QWidget:
        """Its points stand together beside the middle of the figure."""
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.setSpacing(2 * STEP)
        column.addWidget(self._promise)
        column.addWidget(Text(TextRole.QUIET, welcome_wording.what_it_is_not()))
        column.addStretch(1)
        return around

    def _who_should_not_use_it(self) -> Box:
        box = Box("card")
        box.column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        box.column.addWidget(Text(TextRole.HEADING, welcome_wording.not_for_title()))
        points = welcome_wording.not_for()
        half = len(points) // 2
        for some in (points[:half], points[half:]):
            self._exclusions.addWidget(Points(some, STEP), 1)
        box.column.addLayout(self._exclusions)
        box.column.addWidget(Text(TextRole.BODY, welcome_wording.ask_first()))
        box.column.addWidget(Text(TextRole.QUIET, welcome_wording.questions_follow()))
        return box

    def _in_an_emergency(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(IconMark(Icon.PHONE))
        call = Text(TextRole.STRONG, emergency_wording.in_an_emergency(""))
        call.set_tone("stop")
        row.addWidget(call, 1)
        return line

    def _show_whether_ticked(self, ticked: bool) -> None:
        self._continue.setEnabled(ticked)
        self._continue.setAccessibleDescription("" if ticked else self.tr("Tick the box to continue"))
