"""Something is wrong: what is it, and what to do now.

The clock is paused behind it. Once a cause is chosen there is no way back to things as they were; going on more gently
is offered where the core says that it may be.
"""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kneeguide.core.trouble import StopReason, WayOn, ways_on
from kneeguide.ui import gentler_wording, trouble_wording
from kneeguide.ui.theme import TextRole, font_for, least_letters
from kneeguide.ui.widgets.boxes import STEP, Box, Scrolled
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.scroller import Scroller
from kneeguide.ui.widgets.ways_on import WaysOnTiles
from kneeguide.ui.widgets.wrapped_button import WrappedButton
from kneeguide.ui.widgets.wrapping_row import WrappingRow

CAUSES = tuple(reason for reason in StopReason if reason is not StopReason.NOTHING_DONE)
URGENT = frozenset({StopReason.CHEST_PAIN, StopReason.BREATHLESS})
WaysOn = Callable[[Collection[StopReason]], tuple[WayOn, ...]]
_TALLEST = 22 * STEP
_LETTERS = {TextRole.TITLE: 1 / 26, TextRole.HEADING: 1 / 34, TextRole.BODY: 1 / 40, TextRole.STRONG: 1 / 40}
"""Sizes of the letters as shares of the page's height, to be read from the floor; never smaller than the usual."""
_CALL, _LEAST_CALL = 1 / 12, 1 / 16
"""Size of the digits to dial as a share of the page's height: as it should be, and at the least."""
_TILE = 0.115
"""Height of a way on as a share of the page's; it is pressed from where it can hardly be reached."""
_BAR = 4 * STEP
"""Room for the bar to scroll by, in pixels."""
_SIZES = tuple(0.95**step for step in range(14))
"""Sizes of the letters that the user chose as shares of what they should be, tried in turn until all is in view."""
_GAP, _MARGIN, _BETWEEN = 3 * STEP, 2 * STEP, 5 * STEP
"""Between causes, above and below all of it, and between what to do and the ways on, in pixels."""
_HARMLESS = frozenset({StopReason.TOO_SORE, StopReason.NO_TIME})


class TroubleCard(QStackedWidget):
    """Causes as large buttons with the ways out below them, then what to do.

    ``caused`` carries the StopReason at once, ``ended`` on leaving, ``eased`` it and the WayOn that was chosen instead.
    """

    all_right = Signal()
    caused = Signal(object)
    ended = Signal(object)
    eased = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: list[StopReason] = []
        self._ways_on: WaysOn = ways_on
        self._area: str = ""
        self._emergency_number = ""
        self._buttons: dict[StopReason, WrappedButton] = {}
        self._in_grid = tuple(cause for cause in CAUSES if cause is not StopReason.NO_TIME)
        self._grid = QGridLayout()
        self._columns = 0
        self._page_height = 0
        self._go_on = RunButton(self.tr("I am all right, go on"))
        self._what = Text(TextRole.HEADING)
        self._call = Text(TextRole.TITLE)
        self._call.set_tone("stop")
        self._advice = Text(TextRole.TITLE)
        self._box = Box("care")
        self._effects = Text(TextRole.BODY)
        self._question = Text(TextRole.TITLE, trouble_wording.what_is_wrong())
        self._first = Text(TextRole.BODY, trouble_wording.first_of_all())
        self._number = Text(TextRole.STRONG)
        self._number.set_tone("stop")
        self._else = RunButton(self.tr("It is something else"), "link")
        self._ways = WaysOnTiles()
        self._height_of_ways = 0
        self._causes = self._make_causes()
        self._todo = self._make_todo()
        self.addWidget(self._causes)
        self.addWidget(self._todo)
        self._go_on.clicked.connect(self.all_right)
        self._ways.chosen.connect(self._leave)

    def ask(self, emergency_number: str = "", ways_on: WaysOn = ways_on, area: str = "") -> None:
        """Begin with the question what is wrong. ``emergency_number``: the user's own, may be empty.

        ``ways_on``: what can be offered after the causes that were told. ``area``: what would be left out.
        """
        self._told = []
        self._ways_on = ways_on
        self._area = area
        self._emergency_number = emergency_number
        self._go_on.show()
        self._number.setText(trouble_wording.in_an_emergency(emergency_number))
        self.setCurrentWidget(self._causes)
        self._fit()
        self._causes.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # no cause: it would look chosen, and Enter would choose it

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the buttons; nothing else has a meaning here."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same when letters change their size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """The largest letters with which nothing has to be scrolled for, of either sheet."""
        for size in _SIZES:
            self._size_causes(size)
            if self._height_of_causes() <= self.height():
                break
        for size in _SIZES:
            self._size_to_do(size)
            if self._height_of_to_do() <= self.height():
                break

    def _size_to_do(self, size: float) -> None:
        for text, role in (
            (self._what, TextRole.HEADING),
            (self._advice, TextRole.TITLE),
            (self._effects, TextRole.BODY),
        ):
            text.set_letters(self._letters(role, size))
        self._call.set_letters(round(self._page_height * max(_LEAST_CALL, _CALL * size)))
        self._else.set_letters(self._letters(TextRole.STRONG, size))
        self._height_of_ways = self._ways.fit(
            self._letters(TextRole.HEADING, size), round(self._page_height * _TILE * size), self.width()
        )

    def _size_causes(self, size: float) -> None:
        for text, role in (
            (self._question, TextRole.TITLE),
            (self._first, TextRole.BODY),
            (self._number, TextRole.STRONG),
        ):
            text.set_letters(self._letters(role, size))
        large = self._letters(TextRole.HEADING, size)
        for button in (self._buttons[StopReason.NO_TIME], self._go_on):
            button.set_letters(large)
        for cause in self._in_grid:
            self._buttons[cause].set_letters(large)
            self._buttons[cause].setMaximumHeight(max(_TALLEST, 5 * large))
        widest = max(self._buttons[cause].minimumSizeHint().width() for cause in self._in_grid)
        columns = 2 if 2 * widest + _GAP <= self.width() else 1
        if columns != self._columns:
            self._place(columns)

    def _letters(self, role: TextRole, size: float) -> int:
        from_afar = self._page_height * _LETTERS[role]
        wanted = max(font_for(role).pixelSize(), from_afar) * size
        return round(max(wanted, from_afar, least_letters(self._page_height)))

    def _height_of_causes(self) -> int:
        width = self.width() - _BAR
        words = [_height(text, width) for text in (self._question, self._first, self._number)]
        column = (width - _GAP * (self._columns - 1)) // self._columns
        buttons = [self._buttons[cause].heightForWidth(column) for cause in self._in_grid]
        rows = [max(buttons[first : first + self._columns]) for first in range(0, len(buttons), self._columns)]
        parts = [*words, *rows, self._go_on.sizeHint().height()]
        return sum(parts) + _GAP * (len(parts) - 1) + 2 * _MARGIN

    def _height_of_to_do(self) -> int:
        around = self._box.column.contentsMargins()
        width = self.width() - around.left() - around.right()
        said = (self._what, self._call, self._advice, self._effects)
        words = [_height(text, width) for text in said if text.text()]
        inside = sum(words) + self._box.column.spacing() * (len(words) - 1) + around.top() + around.bottom()
        return inside + _BETWEEN + self._height_of_ways + _GAP + self._else.sizeHint().height() + 2 * _MARGIN

    def _place(self, columns: int) -> None:
        self._columns = columns
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        for number, cause in enumerate(self._in_grid):
            self._grid.removeWidget(self._buttons[cause])
            self._grid.addWidget(self._buttons[cause], number // columns, number % columns)

    def _choose(self, cause: StopReason) -> None:
        self._told = [*self._told, cause]
        ways = self._ways_on(self._told)
        goes_on = len(ways) > 1
        self._go_on.hide()
        self._what.setText(trouble_wording.stop_reason(cause))
        self._call.setText(trouble_wording.emergency_numbers(self._emergency_number) if cause in URGENT else "")
        self._call.setVisible(cause in URGENT)
        self._advice.setText(
            gentler_wording.before_going_on(cause)
            if goes_on
            else trouble_wording.stop_advice(cause, self._emergency_number)
        )
        self._box.set_kind("stop" if cause in URGENT else "lead" if cause in _HARMLESS and not goes_on else "care")
        self._offer(ways)
        self.setCurrentWidget(self._todo)
        self._ways.make_ending_current()
        self.caused.emit(cause)

    def _offer(self, ways: tuple[WayOn, ...]) -> None:
        effects = [gentler_wording.what_it_does(way) for way in ways]
        self._effects.setText("\n".join(filter(None, effects)) if len(ways) > 1 else "")
        self._effects.setVisible(len(ways) > 1)
        self._ways.offer(ways, self._area)
        self._fit()

    def _leave(self, way: WayOn) -> None:
        cause = self._told[-1]
        if way is WayOn.END:
            self.ended.emit(cause)
        else:
            self.eased.emit(cause, way)

    def _make_causes(self) -> QWidget:
        self._grid.setSpacing(_GAP)
        for cause in CAUSES:
            button = WrappedButton(trouble_wording.stop_reason(cause), "stop" if cause in URGENT else "plain")
            button.clicked.connect(lambda _=False, cause=cause: self._choose(cause))
            self._buttons[cause] = button
        for cause in self._in_grid:
            self._buttons[cause].setProperty("size", "large")
            self._buttons[cause].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._place(2)
        sheet = Scrolled()
        sheet.setProperty("box", "scrolled")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, _MARGIN, 0, 0)
        column.setSpacing(_GAP)
        for said in (self._question, self._first, self._number):
            column.addWidget(said)
        column.addLayout(self._grid, 1)
        area = _Sheet()
        area.setWidget(sheet)
        foot = WrappingRow(gap=_GAP)
        foot.addWidget(self._buttons[StopReason.NO_TIME])
        foot.addWidget(self._go_on)
        causes = QWidget()
        causes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        causes.setAccessibleName(trouble_wording.what_is_wrong())
        whole = QVBoxLayout(causes)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_GAP)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        return causes

    def _make_todo(self) -> QWidget:
        self._box.column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        self._box.column.addWidget(self._what)
        self._box.column.addWidget(self._call)
        self._box.column.addWidget(self._advice)
        self._box.column.addWidget(self._effects)
        self._else.clicked.connect(lambda: self.setCurrentWidget(self._causes))
        ways = QVBoxLayout()
        ways.setSpacing(_GAP)
        ways.addWidget(self._ways)
        ways.addWidget(self._else, 0, Qt.AlignmentFlag.AlignLeft)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        column.setSpacing(_BETWEEN)
        column.addStretch(1)
        column.addWidget(self._box)
        column.addLayout(ways)
        column.addStretch(3)
        return sheet


class _Sheet(Scroller):
    """Scrolls where large letters take more room than there is; its arrow keys belong to the card."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on."""
        event.ignore()


def _height(text: Text, width: int) -> int:
    return text.height_at(text.font().pixelSize(), width)
