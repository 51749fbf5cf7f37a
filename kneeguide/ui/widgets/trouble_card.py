"""Something is wrong: what is it, and what to do now.

The clock is paused behind it. Once a cause is chosen there is no way back to things as they were; going on more gently
is offered where the core says that it may be.
"""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kneeguide.core.trouble import StopReason, WayOn, ways_on
from kneeguide.ui import gentler_wording, trouble_wording
from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Box, Scrolled
from kneeguide.ui.widgets.flow_layout import FlowLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.scroller import Scroller

CAUSES = tuple(reason for reason in StopReason if reason is not StopReason.NOTHING_DONE)
URGENT = frozenset({StopReason.CHEST_PAIN, StopReason.BREATHLESS})
WaysOn = Callable[[Collection[StopReason]], tuple[WayOn, ...]]
_TALLEST = 22 * STEP
_LETTERS = {TextRole.TITLE: 1 / 26, TextRole.HEADING: 1 / 34, TextRole.BODY: 1 / 40, TextRole.STRONG: 1 / 40}
"""Sizes of the letters as shares of the page's height, to be read from the floor; never smaller than the usual."""
_GAP = 3 * STEP
_HARMLESS = frozenset({StopReason.TOO_SORE, StopReason.NO_TIME})


class TroubleCard(QStackedWidget):
    """Causes as large buttons, then what to do. ``caused`` carries the StopReason at once, ``ended`` on leaving,
    ``eased`` the StopReason and the WayOn that was chosen instead."""

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
        self._buttons: dict[StopReason, RunButton] = {}
        self._grid = QGridLayout()
        self._columns = 0
        self._page_height = 0
        self._go_on = RunButton(self.tr("I am all right, go on"))
        self._what = Text(TextRole.HEADING)
        self._advice = Text(TextRole.TITLE)
        self._box = Box("care")
        self._effects = Text(TextRole.BODY)
        self._question = Text(TextRole.TITLE, trouble_wording.what_is_wrong())
        self._first = Text(TextRole.BODY, trouble_wording.first_of_all())
        self._number = Text(TextRole.STRONG)
        self._number.set_tone("stop")
        self._else = RunButton(self.tr("It is something else"))
        self._ways = {way: RunButton("") for way in WayOn}
        self._causes = self._make_causes()
        self._todo = self._make_todo()
        self.addWidget(self._causes)
        self.addWidget(self._todo)
        self._go_on.clicked.connect(self.all_right)
        for way, button in self._ways.items():
            button.clicked.connect(lambda _=False, way=way: self._leave(way))

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
        self._causes.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # no cause: it would look chosen, and Enter would choose it

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._scale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the buttons; nothing else has a meaning here."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Causes stand side by side where all of their words have room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same when letters change their size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._scale()

    def _scale(self) -> None:
        for text, role in (
            (self._question, TextRole.TITLE),
            (self._first, TextRole.BODY),
            (self._number, TextRole.STRONG),
            (self._what, TextRole.HEADING),
            (self._advice, TextRole.TITLE),
            (self._effects, TextRole.BODY),
        ):
            text.set_letters(self._letters(role))
        large = self._letters(TextRole.HEADING)
        for button in self._buttons.values():
            button.set_letters(large)
            button.setMaximumHeight(max(_TALLEST, 5 * large))
        for button in (self._go_on, self._else, *self._ways.values()):
            button.set_letters(self._letters(TextRole.STRONG))
        self._fit()

    def _letters(self, role: TextRole) -> int:
        return max(font_for(role).pixelSize(), round(self._page_height * _LETTERS[role]))

    def _fit(self) -> None:
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        columns = 2 if 2 * widest + _GAP <= self.width() else 1
        if columns != self._columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self._columns = columns
        for number, (cause, button) in enumerate(self._buttons.items()):
            self._grid.removeWidget(button)
            across = columns if cause is CAUSES[-1] else 1
            self._grid.addWidget(button, number // columns, number % columns, 1, across)

    def _choose(self, cause: StopReason) -> None:
        self._told = [*self._told, cause]
        ways = self._ways_on(self._told)
        goes_on = len(ways) > 1
        self._go_on.hide()
        self._what.setText(trouble_wording.stop_reason(cause))
        self._advice.setText(
            gentler_wording.before_going_on(cause)
            if goes_on
            else trouble_wording.stop_advice(cause, self._emergency_number)
        )
        self._box.set_kind("stop" if cause in URGENT else "lead" if cause in _HARMLESS and not goes_on else "care")
        self._offer(ways)
        self.setCurrentWidget(self._todo)
        self._ways[ways[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.caused.emit(cause)

    def _offer(self, ways: tuple[WayOn, ...]) -> None:
        effects = [gentler_wording.what_it_does(way) for way in ways]
        self._effects.setText("\n".join(filter(None, effects)))
        self._effects.setVisible(len(ways) > 1)
        for way, button in self._ways.items():
            if way in ways:
                button.set_label(gentler_wording.way(way, self._area))
            button.set_kind("primary" if way is ways[0] else "plain")
            button.setVisible(way in ways)
        self._scale()  # a button that becomes more or less prominent has the usual letters again

    def _leave(self, way: WayOn) -> None:
        cause = self._told[-1]
        if way is WayOn.END:
            self.ended.emit(cause)
        else:
            self.eased.emit(cause, way)

    def _make_causes(self) -> QWidget:
        self._grid.setSpacing(_GAP)
        for cause in CAUSES:
            button = RunButton(trouble_wording.stop_reason(cause), "stop" if cause in URGENT else "plain")
            button.setProperty("size", "large")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            button.clicked.connect(lambda _=False, cause=cause: self._choose(cause))
            self._buttons[cause] = button
        self._place(2)
        sheet = Scrolled()
        sheet.setProperty("box", "scrolled")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 2 * STEP, 0, 2 * STEP)
        column.setSpacing(_GAP)
        for said in (self._question, self._first, self._number):
            column.addWidget(said)
        column.addLayout(self._grid, 1)
        area = _Sheet()
        area.setWidget(sheet)
        foot = QHBoxLayout()
        foot.addWidget(self._go_on)
        foot.addStretch(1)
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
        self._box.column.addWidget(self._advice)
        self._box.column.addWidget(self._effects)
        self._else.clicked.connect(lambda: self.setCurrentWidget(self._causes))
        foot = FlowLayout(gap=3 * STEP, line_gap=2 * STEP)
        for button in (*self._ways.values(), self._else):
            foot.addWidget(button)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 2 * STEP, 0, 2 * STEP)
        column.setSpacing(5 * STEP)
        column.addStretch(1)
        column.addWidget(self._box)
        column.addLayout(foot)
        column.addStretch(3)
        return sheet


class _Sheet(Scroller):
    """Scrolls where large letters take more room than there is; its arrow keys belong to the card."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on."""
        event.ignore()
