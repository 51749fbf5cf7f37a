"""Where a page is read: a column as wide as eyes like it, moved with the wheel or with the keys that move pages."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneeguide.ui.theme import FOCUS_LINE
from kneeguide.ui.widgets.boxes import STEP, Scrolled, side_margin
from kneeguide.ui.widgets.reading_frame import ReadingFrame

READING = 160 * STEP
"""Pixels of a line at most, at the usual size of letters: longer ones are hard to come back from."""


class ReadingArea(ReadingFrame):
    """Shows one thing to read at a time, from its beginning, in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = Scrolled()
        content.setProperty("box", "scrolled")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(content)
        self._shown: QWidget | None = None
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit_column()

    def show_reading(self, reading: QWidget, name: str) -> None:
        """Show this in place of what was shown. ``name``: what it is, for screen readers."""
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = reading
        self._column.addWidget(reading, 0, Qt.AlignmentFlag.AlignTop)
        reading.show()
        self.setAccessibleName(name)
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_column()

    def changeEvent(self, event: QEvent) -> None:
        """Lines of larger letters are wider, with as many letters."""
        if event.type() is QEvent.Type.StyleChange:
            self._fit_column()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the ends; arrows and Page Up and Down move as everywhere."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _fit_column(self) -> None:
        """Keep what is read in the middle and above what is in the foot, whether or not there is a scroll bar."""
        margin = side_margin(self.width(), READING) - FOCUS_LINE
        bar = self.width() - 2 * FOCUS_LINE - self.viewport().width()
        left, right = (margin - bar, margin) if self.isRightToLeft() else (margin, margin - bar)
        self._column.setContentsMargins(max(0, left), 6 * STEP, max(0, right), 6 * STEP)
