"""Knee pain from 0 to 10. Nothing is chosen until the user chooses: no answer is not a zero."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.pain import LEAST, MOST
from kneeguide.ui import pain_wording
from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.one_of_several import OneOfSeveral

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class PainScale(QWidget):
    """Eleven buttons in a row. Digits choose at once, End or 1 and 0 choose 10; arrows move, Space and Enter choose."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, is_tall: bool = False) -> None:
        """``is_tall``: where it is the one thing that a page asks for."""
        super().__init__(parent)
        # In any language numbers grow to the right, where the right arrow key leads.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._group = OneOfSeveral(self)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for number in range(LEAST, MOST + 1):
            button = _ScaleButton(str(number))
            button.setProperty("tall", is_tall)
            button.setAccessibleName(self._spoken(number))
            self._group.add(button, number)
            row.addWidget(button, 1)
        least = Text(TextRole.SMALL, pain_wording.least(), wraps=False)
        most = Text(TextRole.SMALL, pain_wording.most(), wraps=False)
        words = QHBoxLayout()
        words.addWidget(least)
        words.addStretch(1)
        words.addWidget(most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(row)
        column.addLayout(words)
        self.setAccessibleName(self.tr("Knee pain right now, 0 to 10"))
        self.setFocusProxy(self._group.button(LEAST))
        self._group.idClicked.connect(self.chosen)

    @property
    def rating(self) -> int | None:
        """What was chosen, None if nothing was."""
        number = self._group.checkedId()
        return None if number < LEAST else number

    def choose(self, rating: int | None) -> None:
        """Show a choice, or none, without telling anybody."""
        self.clear()
        if rating is not None:
            self._group.button(rating).setChecked(True)

    def clear(self) -> None:
        """Take back every choice."""
        self._group.take_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, or move along the row."""
        key = event.key()
        if key == Qt.Key.Key_0 and self.rating == 1:
            self._group.button(MOST).click()  # the second digit of 10; of two readings, the one that is not less pain
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._group.button(key - Qt.Key.Key_0).click()
        elif key == Qt.Key.Key_End:
            self._group.button(MOST).click()
        elif key == Qt.Key.Key_Home:
            self._group.button(LEAST).click()
        elif key in _MOVES:
            self._move(_MOVES[Qt.Key(key)])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _move(self, step: int) -> None:
        focused = self.focusWidget()
        here = next((n for n in range(LEAST, MOST + 1) if self._group.button(n) is focused), LEAST)
        self._group.button(min(MOST, max(LEAST, here + step))).setFocus(Qt.FocusReason.OtherFocusReason)

    def _spoken(self, number: int) -> str:
        if number == LEAST:
            return self.tr("0, no pain")
        if number == MOST:
            return self.tr("10, the worst pain you can imagine")
        return str(number)


class _ScaleButton(Button):
    """One number. Only Space and Enter are its own."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "scale")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter as on Space; hand on arrows and digits to the scale."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()
