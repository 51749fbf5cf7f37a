"""The line at the top of the player: what is played, how far it is, and the ways to another view and out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.run_button import RunButton
from kneeguide.ui.widgets.wrapping_row import WrappingRow

_WHERE_FROM_AFAR = 1 / 26
"""Size of the letters in the floor view as a share of the page's height."""


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
        self._from_afar = False
        self._may_leave = True
        row = WrappingRow(self, 2 * STEP)
        row.addWidget(self._title, 1)
        row.addWidget(self._where)
        self._gap = QWidget()
        row.addWidget(self._gap, 1)
        row.addWidget(self._wait)
        row.addWidget(self._floor)
        row.addWidget(self._leave)
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
        self._shorten_title()

    def show_from_afar(self, from_afar: bool) -> None:
        """Show only what is needed in the floor view, or all."""
        self._from_afar = from_afar
        self._title.setHidden(from_afar)
        self._gap.setVisible(from_afar)
        self._floor.set_label(self.tr("Leave floor view") if from_afar else self.tr("Floor view"))
        self._leave.setVisible(self._may_leave and not from_afar)
        self._shorten_title()

    def allow_to_leave(self, allowed: bool) -> None:
        """Offer the way out, or only another view."""
        self._may_leave = allowed
        self._wait.setVisible(allowed)
        self._leave.setVisible(allowed and not self._from_afar)
        self._shorten_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the title as there is room for: all else on this line is of more use here."""
        super().resizeEvent(event)
        self._shorten_title()

    def scale_to(self, height: int) -> None:
        """Size the letters for a page of this height, in pixels."""
        font = font_for(TextRole.STRONG)
        if self._from_afar:
            font.setPixelSize(max(font.pixelSize(), round(height * _WHERE_FROM_AFAR)))
        self._give_room(self._where.text(), font)
        self._where.setFont(font)

    def _give_room(self, where: str, font: QFont) -> None:
        """Have room for any digits: of one size all through a step, they do not lay out the window each second."""
        metrics = QFontMetrics(font)
        widest = max("0123456789", key=metrics.horizontalAdvance)
        words = "".join(widest if letter.isdecimal() else letter for letter in where)
        room = QSize(metrics.horizontalAdvance(words), metrics.height()) + QSize(STEP, STEP)
        if room != self._where.minimumSize():
            self._where.setFixedSize(room)
            self._shorten_title()

    def _shorten_title(self) -> None:
        buttons = [each for each in (self._wait, self._floor, self._leave) if not each.isHidden()]
        taken = self._where.minimumWidth() + sum(each.sizeHint().width() for each in buttons)
        taken += 2 * STEP * (1 + len(buttons))
        metrics = QFontMetrics(self._title.font())
        self._title.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(0, self.width() - taken)))
