"""Where a page is read: a column as wide as eyes like it, moved with the wheel or with the keys that move pages."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneeguide.ui.theme import FOCUS_LINE, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP, Scrolled
from kneeguide.ui.widgets.reading_frame import ReadingFrame

LINE = 70
"""Characters in a line, at most: longer ones are hard to come back from."""


class ReadingArea(ReadingFrame):
    """Shows one thing to read at a time, from its beginning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = Scrolled()
        content.setProperty("box", "scrolled")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(content)
        # the words stand above the buttons although they have a frame
        self._row.setContentsMargins(6 * STEP - FOCUS_LINE, 6 * STEP, 4 * STEP, 6 * STEP)
        self._row.addStretch()
        self._shown: QWidget | None = None
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_reading(self, reading: QWidget, name: str) -> None:
        """Show this in place of what was shown. ``name``: what it is, for screen readers."""
        if self._shown is not None:
            self._row.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = reading
        self._limit_lines()
        self._row.insertWidget(0, reading, 1, Qt.AlignmentFlag.AlignTop)
        reading.show()
        self.setAccessibleName(name)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Lines of larger letters are wider, with as many letters."""
        if event.type() is QEvent.Type.StyleChange:
            self._limit_lines()
        super().changeEvent(event)

    def _limit_lines(self) -> None:
        if self._shown is not None:
            self._shown.setMaximumWidth(QFontMetrics(font_for(TextRole.BODY)).averageCharWidth() * LINE)

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
