"""The line at the top of the player: what is played, how far it is, and the ways to another view and out."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from kneeguide.ui.theme import USUAL_LETTERS, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.wrapping_row import WrappingRow

_WHERE_FROM_AFAR, _LINKS_FROM_AFAR = 1 / 26, 1 / 54
"""Sizes of the letters of the progress and of the links in the floor view, as shares of the page's height."""

_ROOM_TO_GROW = 360
"""Breadth, in pixels, that letters need for each time that they are their usual size: else the figure has no room."""

_LEAST_TITLE = 30 * STEP
"""Width below which nothing of the title is shown, in pixels: it would only be dots."""


class PlayerHead(QWidget):
    """Title and progress in words. In the floor view only the progress, large, and the way back.

    ``wait`` carries whether the session is to wait before each step from now on.
    """

    floor = Signal()
    wait = Signal(bool)
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._title = Text(TextRole.STRONG, wraps=False)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._where = Text(TextRole.STRONG, wraps=False)
        self._wait = RunButton("", "link")
        self._floor = RunButton("", "link")
        self._leave = RunButton(self.tr("Leave"), "link")
        self._leave.setAccessibleName(self.tr("Leave this session"))
        self._links = (self._wait, self._floor, self._leave)
        self._page_height = 0
        self._from_afar = False
        self._may_leave = True
        self._gap = QWidget()
        words = QHBoxLayout()
        words.setSpacing(2 * STEP)
        words.addWidget(self._title, 1)
        words.addWidget(self._where)
        words.addWidget(self._gap, 1)
        links = WrappingRow(gap=2 * STEP)
        for button in self._links:
            links.addWidget(button)
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
        self._name = title
        self._title.setAccessibleName(title)
        self._shorten_title()

    def show_progress(self, step: str, time_left: str) -> None:
        """Say which step it is, and how much time is left, which is no part of the name for screen readers."""
        where = self.tr("{step} · {time} left").format(step=step, time=time_left)
        if where == self._where.text():
            return
        if _with_any_digits(where) != _with_any_digits(self._where.text()):
            self._give_room(where, self._where.font())
        self._where.setText(where)
        if step != self._where.accessibleName():
            self._where.setAccessibleName(step)

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
        self._title.setHidden(from_afar)
        self._gap.setVisible(from_afar)
        self._floor.set_label(self.tr("Leave floor view") if from_afar else self.tr("Floor view"))
        self._leave.setVisible(self._may_leave and not from_afar)
        self._fit()

    def allow_to_leave(self, allowed: bool) -> None:
        """Offer the way out, or only another view."""
        self._may_leave = allowed
        self._wait.setVisible(allowed)
        self._leave.setVisible(allowed and not self._from_afar)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the title as there is room for: all else on this line is of more use here."""
        super().resizeEvent(event)
        self._fit()

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        self._page_height = height
        self._fit()

    def _fit(self) -> None:
        """As large as the width allows, in one line or, where that is too narrow, in two."""
        grown = round(USUAL_LETTERS * max(1.0, self.width() / _ROOM_TO_GROW))
        usual = min(font_for(TextRole.STRONG).pixelSize(), grown)
        largest = max(usual, round(self._page_height * _WHERE_FROM_AFAR)) if self._from_afar else usual
        shown = [each for each in self._links if not each.isHidden()]
        wheres = range(largest, USUAL_LETTERS - 1, -1)
        links = max(usual, round(self._page_height * _LINKS_FROM_AFAR)) if self._from_afar else usual
        pairs = ((where, min(where, links)) for where in wheres)
        taken = {pair: self._width_of_where(pair[0]) + 2 * STEP + _width_of(shown, pair[1]) for pair in pairs}
        in_one_line = next((pair for pair, width in taken.items() if width <= self.width()), None)
        where, link = in_one_line or (
            next((size for size in wheres if self._width_of_where(size) <= self.width()), USUAL_LETTERS),
            next(
                (size for size in range(links, USUAL_LETTERS - 1, -1) if _width_of(shown, size) <= self.width()),
                USUAL_LETTERS,
            ),
        )
        for button in self._links:
            button.set_letters(link)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if in_one_line else ways.TopToBottom)
        self._line.setSpacing(2 * STEP if in_one_line else 0)
        self._where.set_letters(where)
        self._give_room(self._where.text(), self._where.font())
        self._shorten_title()

    def _width_of_where(self, size: int) -> int:
        return _room_for(self._where.text(), font_for(TextRole.STRONG, size)).width()

    def _give_room(self, where: str, font: QFont) -> None:
        """Have room for any digits: of one size all through a step, they do not lay out the window each second."""
        room = _room_for(where, font)
        if room != self._where.minimumSize():
            self._where.setFixedSize(room)
            self._shorten_title()

    def _shorten_title(self) -> None:
        taken = self._where.minimumWidth() + 2 * STEP
        if self._line.direction() is QBoxLayout.Direction.LeftToRight:
            shown = [each for each in self._links if not each.isHidden()]
            taken += sum(each.sizeHint().width() + 2 * STEP for each in shown)
        metrics = QFontMetrics(self._title.font())
        room = self.width() - taken
        short = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(0, room))
        self._title.setText(short if short == self._name or room >= _LEAST_TITLE else "")


def _room_for(where: str, font: QFont) -> QSize:
    """Room for these words with any digits in them."""
    metrics = QFontMetrics(font)
    widest = max("0123456789", key=metrics.horizontalAdvance)
    words = _with_any_digits(where, widest)
    return QSize(metrics.horizontalAdvance(words), metrics.height()) + QSize(STEP, STEP)


def _with_any_digits(words: str, digit: str = "0") -> str:
    """These words with one digit in place of every other."""
    return "".join(digit if letter.isdecimal() else letter for letter in words)


def _width_of(links: Sequence[RunButton], letters: int) -> int:
    return sum(link.width_at(letters) + 7 * STEP for link in links)
