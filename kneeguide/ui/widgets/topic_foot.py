"""The foot of a page that is read: on to the next one or to its routines, back, and which page of how many it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.boxes import STEP, Box, side_margin
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.reading_area import READING
from kneeguide.ui.widgets.wrapping_row import WrappingRow


class TopicFoot(Box):
    """One row, in shorter words where it would not fit. ``turned`` carries by how many pages, ``routines_requested``
    wants those for what the page is about, ``all_requested`` the list of all pages."""

    turned = Signal(int)
    routines_requested = Signal()
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bar", parent)
        self._number = self._count = 0
        self._title = ""
        self._routines = Button("", "primary")
        self._onward = Button("")
        self._back = Button("")
        self._place = Text(TextRole.QUIET, wraps=False)
        self._all = Button(self.tr("All topics"))
        self._all.hide()
        self._row = WrappingRow()
        for button in (self._routines, self._onward, self._back):
            self._row.addWidget(button)
        self._row.addStretch()
        self._row.addWidget(self._place)
        self._row.addWidget(self._all)
        self.column.addLayout(self._row)
        self._routines.clicked.connect(self.routines_requested)
        self._onward.clicked.connect(lambda: self.turned.emit(1))
        self._back.clicked.connect(lambda: self.turned.emit(-1))
        self._all.clicked.connect(self.all_requested)

    def show_place(self, number: int, count: int, following: str, *, has_routines: bool) -> None:
        """Say where one is, from 1. ``following``: the title of the next page. ``has_routines``: for this."""
        self._number, self._count, self._title = number, count, following
        self._routines.setVisible(has_routines)
        self._onward.set_kind("plain" if has_routines else "primary")
        is_last, is_first = number == count, number == 1
        for button, other, is_end in ((self._back, self._onward, is_first), (self._onward, self._back, is_last)):
            if button.hasFocus() and is_end:  # or Qt would hand the keyboard to who knows whom
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(not is_end)
        self._fit()

    def offer_all(self, is_offered: bool) -> None:
        """Lead to the list of all pages, or not, where that is in view."""
        self._all.setVisible(is_offered)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Letters may have another size by now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say all in full, or what fits into one row below what is read."""
        margin = side_margin(self.width(), READING)
        self.column.setContentsMargins(margin, 3 * STEP, margin, 3 * STEP)
        room = self.width() - 2 * margin
        self._say_in_full()
        if self._row.sizeHint().width() > room:
            self._say_in_short()
        if self._row.sizeHint().width() > room:
            self._place.setText("")  # hidden and shown again, it would lay all out at once, before the words are there

    def _say_in_full(self) -> None:
        names_next = self._title and self._routines.isHidden()
        self._routines.set_label(self.tr("See routines for this"))
        self._onward.set_label(
            self.tr("Next: {title}").format(title=self._title) if names_next else self.tr("Next page")
        )
        self._back.set_label(self.tr("Previous page"))
        self._place.setText(self.tr("Page {number} of {count}").format(number=self._number, count=self._count))

    def _say_in_short(self) -> None:
        self._routines.set_label(self.tr("See routines"))
        self._onward.set_label(self.tr("Next"))
        self._back.set_label(self.tr("Back"))
        self._place.setText(self.tr("{number} of {count}").format(number=self._number, count=self._count))
