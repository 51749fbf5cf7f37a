"""The signs that need an ambulance, in as little room as they can be read in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.questions import EMERGENCY
from kneeguide.ui import emergency_wording
from kneeguide.ui.theme import TextRole, letter_scale
from kneeguide.ui.widgets.boxes import STEP, Box
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.flow_layout import CardLayout
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.points import Points

_LEAST_SIGN = 80 * STEP
"""Width of one sign, at the usual size of letters, so that two stand beside each other where there is room."""
_SIDE_BY_SIDE = 144 * STEP
"""Width, at the usual size of letters, from which the way to all signs stands beside whom to call."""
_FIRST_COLUMN = 3
"""How many signs stand in it: they are read down one column, then down the other."""


class EmergencyNote(Box):
    """Whom to call, what not to do, and for what: all signs in full, all of them in few words, or the way to them."""

    def __init__(self, *, can_fold: bool = False) -> None:
        """``can_fold``: the user can change between few words and all of them."""
        super().__init__("stop")
        self._call = Text(TextRole.STRONG)
        self._call.set_tone("stop")
        self._rule = Text(TextRole.STRONG, emergency_wording.rule())
        self._number = ""
        self._is_tight = False
        self._is_chosen = False
        self._few_words = Text(TextRole.BODY, emergency_wording.signs_in_few_words())
        self._signs = self._make_signs()
        self._more = Button("", "link")
        if not can_fold:
            self._more.hide()
        self._more.clicked.connect(self._change_over)
        self.column.setContentsMargins(5 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self.column.setSpacing(STEP)
        self._top = self._make_top()
        self.column.addLayout(self._top)
        self.column.addWidget(self._few_words)
        self.column.addWidget(self._signs)
        self.fold(False)

    def show_number(self, number: str) -> None:
        """Name the user's own emergency number; none is guessed. What the user chose to read is forgotten."""
        self._number = number
        self._is_chosen = False
        self.fold(self.is_folded)

    def suit(self, *, is_roomy: bool, is_tight: bool = False) -> None:
        """Say all of it where there is room, unless the user has chosen. ``is_tight``: few words are too many there."""
        self._is_tight = is_tight
        self.fold(self.is_folded if self._is_chosen else not is_roomy)

    def fold(self, folded: bool) -> None:
        """Say it in few words, or say all of it."""
        in_short = folded and self._is_tight
        self._call.setText((emergency_wording.call_in_short if in_short else emergency_wording.call)(self._number))
        self._rule.setHidden(in_short)
        self._few_words.setVisible(folded and not in_short)
        self._signs.setVisible(not folded)
        self._more.set_label(emergency_wording.read_signs() if folded else emergency_wording.fewer_words())
        self._more.setAccessibleDescription(emergency_wording.signs_in_few_words() if in_short else "")
        self._fit_top(self.width())

    @property
    def is_folded(self) -> bool:
        """Whether it is said in few words."""
        return self._signs.isHidden()

    def _change_over(self) -> None:
        self._is_chosen = True
        self.fold(not self.is_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the line to whom to call where letters are large."""
        self._fit_top(event.size().width())
        super().resizeEvent(event)

    def _fit_top(self, width: int) -> None:
        is_short = self._rule.isHidden()
        is_beside = is_short or width >= _SIDE_BY_SIDE * letter_scale()
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom)
        self._top.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter if is_short else Qt.AlignmentFlag(0))

    def _make_top(self) -> QBoxLayout:
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)  # as far apart as the lines of a text that is broken
        column.addWidget(self._call)
        column.addWidget(self._rule)
        top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(STEP)
        top.addWidget(self._words, 1)
        top.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return top

    def _make_signs(self) -> QWidget:
        signs = [emergency_wording.sign(question) for question in EMERGENCY]
        said = [sign[:1].upper() + sign[1:] for sign in signs]
        columns = QWidget()
        grid = CardLayout(columns, least_width=_LEAST_SIGN, gap=4 * STEP, most_columns=2)
        for part in (said[:_FIRST_COLUMN], said[_FIRST_COLUMN:]):
            grid.addWidget(Points(part, gap=STEP))
        return columns
