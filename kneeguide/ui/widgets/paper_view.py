"""A page of paper on the screen: painted as it will be printed, whole or as wide as there is room."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.figure_view import Picture
from kneeguide.ui.widgets.reading_frame import ReadingFrame

_NO_LIMIT = (1 << 24) - 1
"""Of the height of a widget, as Qt has it."""


class PaperView(ReadingFrame):
    """Shows one page. ``turned`` carries 1 or -1 where a key leads beyond what there is of it to be seen."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = _Paper()
        self._whole = True
        self._in_page = False
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_page(self, page: Picture, name: str) -> None:
        """Show a page from its top. ``name``: which one it is, for screen readers."""
        self._paper.show_page(page)
        self.setAccessibleName(name)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def show_whole(self, whole: bool) -> None:
        """Show all of the page, or as wide as there is room, to be scrolled."""
        self._whole = whole
        self._fit()

    def stand_in_page(self, in_page: bool) -> None:
        """Be as high as a sheet that is as wide as there is room, and leave it to the page around to scroll."""
        self._in_page = in_page
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if in_page else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self.setMinimumHeight(0)
        self.setMaximumHeight(_NO_LIMIT)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down go on to another page at the ends of this one."""
        bar = self.verticalScrollBar()
        if self._in_page:
            event.ignore()  # the page around scrolls
        elif event.key() == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif event.key() == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        proportions = self._paper.proportions
        room = QSizeF(self.maximumViewportSize())
        if self._in_page:
            room = QSizeF(room.width(), proportions.height() * 1e3)
        elif not self._whole:
            # The bar needs room in any case, or it would come and go with the size that it changes.
            room = QSizeF(room.width() - self.verticalScrollBar().sizeHint().width(), proportions.height() * 1e3)
        size = proportions.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).toSize()
        self._paper.setFixedSize(size)
        if self._in_page:
            self.setFixedHeight(size.height() + self.height() - self.maximumViewportSize().height())


class _Paper(QWidget):
    """The sheet itself, painted once for each size."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Picture | None = None
        self._painted: QPixmap | None = None

    @property
    def proportions(self) -> QSizeF:
        """Of the page."""
        return self._page.size if self._page else QSizeF(1, 1)

    def show_page(self, page: Picture) -> None:
        """Take another page."""
        self._page = page
        self._painted = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        size = (QSizeF(self.size()) * ratio).toSize()
        if self._painted is None or self._painted.size() != size:
            self._painted = self._drawn(size, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        painter.end()

    def _drawn(self, size: QSize, ratio: float) -> QPixmap:
        sheet = QPixmap(size)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(QColor(LIGHT.card))
        painter = QPainter(sheet)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        room = QRectF(0, 0, self.width(), self.height())
        if self._page is not None:
            self._page.paint(painter, room)
        painter.setPen(QPen(QColor(LIGHT.control), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        return sheet
