"""The line at the top of the player: what is played, how far it is, and the ways to another view and out."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from kneeguide.ui.theme import USUAL_LETTERS, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.wrapping_row import WrappingRow

_AT_A_DESK, _FROM_AFAR = (1 / 40, 1 / 28), (1 / 28, 1 / 26)
"""Sizes of the letters of the step and of the time that is left, as shares of the page's height."""

_LINKS_FROM_AFAR = 1 / 40
"""The same of the links in the floor view."""

_APART = 6 * STEP
"""Room before the way out, in pixels, so that it is not pressed in place of its neighbours."""

_SIZES = tuple(0.96**step for step in range(30))
"""Sizes of all of it as shares of what it should be, tried in turn."""

_ROOM_TO_GROW = 360
"""Breadth, in pixels, that letters need for each time that they are their usual size: else the figure has no room."""


class PlayerHead(QWidget):
    """Title and progress in words. In the floor view only the progress, large, and the way back.

    ``wait`` carries whether the session is to wait before each step from now on.
    """

    floor = Signal()
    wait = Signal(bool)
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(TextRole.STRONG, wraps=False)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._where = Text(TextRole.STRONG, wraps=False)
        self._left = Text(TextRole.STRONG, wraps=False)
        self._left.setAccessibleName(self.tr("Time left in this session"))
        self._wait = RunButton("", "link")
        self._floor = RunButton("", "link")
        self._leave = RunButton(self.tr("Leave"), "link")
        self._leave.setAccessibleName(self.tr("Leave this session"))
        self._links = (self._wait, self._floor, self._leave)
        self._page_height = 0
        self._from_afar = False
        self._may_leave = True
        words = QHBoxLayout()
        words.setSpacing(2 * STEP)
        words.addWidget(self._title, 1)
        words.addWidget(self._where)
        words.addSpacing(STEP)
        words.addWidget(self._left)
        words.addStretch(0)  # takes the room of the title where that is not shown
        links = WrappingRow(gap=2 * STEP)
        links.addWidget(self._wait)
        links.addWidget(self._floor)
        self._apart = QWidget()
        self._apart.setFixedSize(_APART - 2 * STEP, STEP)
        links.addWidget(self._apart)
        links.addWidget(self._leave)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2 * STEP)
        self._line.addLayout(words, 1)
        self._line.addLayout(links)
        self._wait.clicked.connect(self.toggle_waits)
        self._floor.clicked.connect(self.floor)
        self._leave.clicked.connect(self.leave)
        self.show_waits(False)
        self.show_from_afar(False)

    def show_title(self, title: str) -> None:
        """Name the routine."""
        self._title.setText(title)
        self._fit_title()

    def show_progress(self, step: str, time_left: str) -> None:
        """Say which step it is, and how much time is left, which is no part of any name for screen readers."""
        left = self.tr("{time} to go").format(time=time_left)
        if left != self._left.text():
            if _with_any_digits(left) != _with_any_digits(self._left.text()):
                self._give_room(self._left, left)
            self._left.setText(left)
        if step != self._where.text():
            self._where.setText(step)
            self._where.setAccessibleName(step)
            self._fit()

    def toggle_waits(self) -> None:
        """Ask to be waited for, or no longer."""
        self.show_waits(not self._waits)
        self.wait.emit(self._waits)

    def show_waits(self, waits: bool) -> None:
        """Offer to wait before each step, or to run on."""
        self._waits = waits
        self._wait.set_label(self.tr("Do not wait for me") if waits else self.tr("Wait for me"))
        self._fit()

    def show_from_afar(self, from_afar: bool) -> None:
        """Show only what is needed in the floor view, or all."""
        self._from_afar = from_afar
        self._floor.set_label(self.tr("Leave floor view") if from_afar else self.tr("Floor view"))
        self._show_way_out()

    def allow_to_leave(self, allowed: bool) -> None:
        """Offer the way out, or only another view."""
        self._may_leave = allowed
        self._wait.setVisible(allowed)
        self._show_way_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the title where there is room for it: all else on this line is of more use here."""
        super().resizeEvent(event)
        self._fit()

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._fit()

    def _show_way_out(self) -> None:
        self._leave.setVisible(self._may_leave and not self._from_afar)
        self._fit()

    def _fit(self) -> None:
        """As large as the width allows, in one line or, where that is too narrow, in two."""
        grown = round(USUAL_LETTERS * max(1.0, self.width() / _ROOM_TO_GROW))
        usual = min(font_for(TextRole.STRONG).pixelSize(), grown)
        shares = _FROM_AFAR if self._from_afar else _AT_A_DESK
        where, left = (max(usual, round(self._page_height * share)) for share in shares)
        links = max(usual, round(self._page_height * _LINKS_FROM_AFAR)) if self._from_afar else usual
        sizes = [(_letters(where, size), _letters(left, size), _letters(links, size)) for size in _SIZES]
        one_line = next((each for each in sizes if self._width_of_all(*each) <= self.width()), None)
        if one_line is None:
            words = next((each for each in sizes if self._width_of_words(*each[:2]) <= self.width()), sizes[-1])
            ways = next((each for each in sizes if self._width_of_links(each[2]) <= self.width()), sizes[-1])
            where, left, links = *words[:2], ways[2]
        else:
            where, left, links = one_line
        for button in self._links:
            button.set_letters(links)
        self._apart.setVisible(not self._leave.isHidden() and self._width_of_links(links) <= self.width())
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if one_line else direction.TopToBottom)
        self._line.setSpacing(2 * STEP if one_line else 0)
        for label, letters in ((self._where, where), (self._left, left)):
            label.set_letters(letters)
            self._give_room(label, label.text())
        self._fit_title()

    def _width_of_all(self, where: int, left: int, links: int) -> int:
        return self._width_of_words(where, left) + 2 * STEP + self._width_of_links(links)

    def _width_of_words(self, where: int, left: int) -> int:
        rooms = ((self._where, where), (self._left, left))
        return sum(_room_for(label.text(), font_for(TextRole.STRONG, size)).width() for label, size in rooms) + 5 * STEP

    def _width_of_links(self, letters: int) -> int:
        shown = [each for each in self._links if not each.isHidden()]
        apart = 0 if self._leave.isHidden() else _APART
        return sum(link.width_at(letters) + 7 * STEP for link in shown) + apart

    def _give_room(self, label: Text, words: str) -> None:
        """Have room for any digits: of one size all through a step, they do not lay out the window each second."""
        room = _room_for(words, label.font())
        if room != label.minimumSize():
            label.setFixedSize(room)
            self._fit_title()

    def _fit_title(self) -> None:
        """Show the title whole or not at all: its first word or two would say little."""
        taken = self._where.minimumWidth() + self._left.minimumWidth() + 7 * STEP
        if self._line.direction() is QBoxLayout.Direction.LeftToRight:
            taken += self._width_of_links(self._leave.font().pixelSize()) + 2 * STEP
        fits = self._title.sizeHint().width() <= self.width() - taken
        self._title.setVisible(fits and not self._from_afar)


def _letters(wanted: int, size: float) -> int:
    return max(USUAL_LETTERS, round(wanted * size))


def _room_for(where: str, font: QFont) -> QSize:
    """Room for these words with any digits in them."""
    metrics = QFontMetrics(font)
    widest = max("0123456789", key=metrics.horizontalAdvance)
    words = _with_any_digits(where, widest)
    return QSize(metrics.horizontalAdvance(words), metrics.height()) + QSize(STEP, STEP)


def _with_any_digits(words: str, digit: str = "0") -> str:
    """These words with one digit in place of every other."""
    return "".join(digit if letter.isdecimal() else letter for letter in words)
