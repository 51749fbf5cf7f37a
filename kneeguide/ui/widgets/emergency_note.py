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
    """Whom to call, what not to do, and for what: all signs in full, or all of them in few words."""

    def __init__(self, *, can_fold: bool = False) -> None:
        """``can_fold``: the user can change between few words and all of them."""
        super().__init__("stop")
        self._call = Text(TextRole.STRONG)
        self._call.set_tone("stop")
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
        self._call.setText(emergency_wording.call(number))
        self._is_chosen = False

    def suit(self, *, is_roomy: bool) -> None:
        """Say all of it where there is room, unless the user has chosen."""
        if not self._is_chosen:
            self.fold(not is_roomy)

    def fold(self, folded: bool) -> None:
        """Say it in few words, or say all of it."""
        self._few_words.setVisible(folded)
        self._signs.setVisible(not folded)
        self._more.set_label(emergency_wording.read_signs() if folded else emergency_wording.fewer_words())

    @property
    def is_folded(self) -> bool:
        """Whether it is said in few words."""
        return self._signs.isHidden()

    def _change_over(self) -> None:
        self._is_chosen = True
        self.fold(not self.is_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the line to whom to call where letters are large."""
        is_wide = event.size().width() >= _SIDE_BY_SIDE * letter_scale()
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def _make_top(self) -> QBoxLayout:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)  # as far apart as the lines of a text that is broken
        column.addWidget(self._call)
        column.addWidget(Text(TextRole.STRONG, emergency_wording.rule()))
        top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(STEP)
        top.addWidget(words, 1)
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
