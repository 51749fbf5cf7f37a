"""Things in one row that go on in the next line where letters are large or the window is narrow."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from kneeguide.ui.theme import STEP, letter_scale
from kneeguide.ui.widgets.flow_layout import WrappingLayout

_LEAST_TEXT = 48 * STEP
"""Narrower than this, in pixels at the usual size of letters, text that fills up a row gets a line of its own."""


class WrappingRow(WrappingLayout):
    """Lays out as a QHBoxLayout does, as long as everything fits in its own size. At most one stretch."""

    def __init__(self, parent: QWidget | None = None, gap: int = 3 * STEP) -> None:
        super().__init__(parent, gap, 2 * STEP)
        self._filling: set[int] = set()
        self._spring: int | None = None

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end; with a stretch it takes the room that the others leave."""
        if stretch:
            self._filling.add(self.count())
        super().addWidget(widget)

    def addStretch(self, _stretch: int = 1) -> None:
        """What comes after goes to the far end, where one line holds all."""
        self._spring = self.count()

    def sizeHint(self) -> QSize:
        sizes = [self._size(number) for number in self._numbers()]
        gaps = self._gap * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def _numbers(self) -> list[int]:
        return [number for number, item in enumerate(self._items) if not item.isEmpty()]

    def _size(self, number: int) -> QSize:
        item = self._items[number]
        size = item.sizeHint().expandedTo(item.minimumSize())
        if number in self._filling and item.hasHeightForWidth():
            return QSize(min(size.width(), round(_LEAST_TEXT * letter_scale())), size.height())
        return size

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        places: list[tuple[QLayoutItem, QRect]] = []
        y = rect.y()
        for line in self._lines(rect.width()):
            widths = self._widths(line, rect.width())
            heights = [self._height(number, width) for number, width in zip(line, widths, strict=True)]
            x = rect.x()
            for number, width, height in zip(line, widths, heights, strict=True):
                if number == self._spring_in(line):
                    x = rect.right() + 1 - self._length(widths[line.index(number) :])
                place = QRect(QPoint(x, y + (max(heights) - height) // 2), QSize(width, height))
                places.append((self._items[number], place))
                x += width + self._gap
            y += max(heights) + self._line_gap
        return places

    def _lines(self, width: int) -> list[list[int]]:
        """Which items go in each line, by their numbers."""
        lines: list[list[int]] = []
        room = 0
        for number in self._numbers():
            needed = self._size(number).width()
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append(number)
            room -= needed + self._gap
        return lines

    def _widths(self, line: list[int], width: int) -> list[int]:
        widths = [min(self._size(number).width(), width) for number in line]
        filling = [place for place, number in enumerate(line) if number in self._filling]
        spare = width - self._length(widths)
        for place in filling:
            widths[place] += spare // len(filling)
        return widths

    def _length(self, widths: list[int]) -> int:
        return sum(widths) + self._gap * (len(widths) - 1)

    def _height(self, number: int, width: int) -> int:
        item = self._items[number]
        return item.heightForWidth(width) if item.hasHeightForWidth() else self._size(number).height()

    def _spring_in(self, line: list[int]) -> int | None:
        """The first item behind the spring, if a row of one line has it."""
        if self._spring is None or len(self._lines(self.geometry().width())) > 1:
            return None
        return next((number for number in line if number >= self._spring), None)
