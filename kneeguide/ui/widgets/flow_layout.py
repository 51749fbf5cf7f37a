"""Layouts that wrap: chips that go on in the next line, and cards of one size in as many columns as fit."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kneeguide.ui.theme import STEP, letter_scale


class WrappingLayout(QLayout):
    """Holds items in the order of reading; what is hidden takes no room. Its height follows from its width."""

    def __init__(self, parent: QWidget | None = None, gap: int = 2 * STEP, line_gap: int = 2 * STEP) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Found once for each width until something changes: the layouts around this one ask many times over."""
        if width not in self._heights:
            places = self._places(QRect(0, 0, width, 0))
            self._heights[width] = max((place.bottom() + 1 for _, place in places), default=0)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item, place in self._places(rect):
            # Not by QStyle.visualRect: touching QStyle makes 500 enumerated values, which no start has time for.
            if mirrored:
                place.moveLeft(rect.left() + rect.right() - place.right())
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        """Where each shown item goes in a rectangle of this place and width."""
        raise NotImplementedError


class FlowLayout(WrappingLayout):
    """Items in their own size beside each other, going on in the next line where a line is full.

    ``even``: where they take more than one line, none is much shorter than it must be, so that nothing stands alone.
    ``at_top``: what is lower than its neighbours stands at the top of its line, not in the middle.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 2 * STEP,
        line_gap: int = 2 * STEP,
        *,
        even: bool = False,
        at_top: bool = False,
    ) -> None:
        super().__init__(parent, gap, line_gap)
        self._even = even
        self._at_top = at_top

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self._gap * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        places: list[tuple[QLayoutItem, QRect]] = []
        y = rect.y()
        for line in self._even_lines(rect.width()) if self._even else self._lines(rect.width()):
            x, height = rect.x(), max(size.height() for _, size in line)
            for item, size in line:
                down = 0 if self._at_top else (height - size.height()) // 2
                places.append((item, QRect(QPoint(x, y + down), size)))
                x += size.width() + self._gap
            y += height + self._line_gap
        return places

    def _even_lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items in as few lines as they need, the longest of which is as short as it can be."""
        lines = self._lines(width)
        if len(lines) < 2:
            return lines
        least, most = max((size.width() for line in lines for _, size in line), default=width), width
        while least < most:
            middle = (least + most) // 2
            if len(self._lines(middle)) > len(lines):
                least = middle + 1
            else:
                most = middle
        return self._lines(most)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items of each line, with their sizes; an item wider than a line gets one of its own."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > width and item.hasHeightForWidth():
                size = QSize(width, item.heightForWidth(width))
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + self._gap
        return lines


class CardLayout(WrappingLayout):
    """Cards of equal width in as many columns as fit; the cards of one row are equally high.

    ``most_columns``: where there may not be as many as fit.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        least_width: int = 64 * STEP,
        gap: int = 4 * STEP,
        most_columns: int | None = None,
    ) -> None:
        super().__init__(parent, gap, gap)
        self._least_width = least_width
        self._most_columns = most_columns

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        cards = self._shown()
        least_width = round(self._least_width * letter_scale())
        columns = max(1, (rect.width() + self._gap) // (least_width + self._gap))
        if self._most_columns is not None:
            columns = min(columns, self._most_columns)
        width = (rect.width() - (columns - 1) * self._gap) // columns
        places: list[tuple[QLayoutItem, QRect]] = []
        y = rect.y()
        for start in range(0, len(cards), columns):
            row = cards[start : start + columns]
            height = max(
                card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height() for card in row
            )
            places += [
                (card, QRect(rect.x() + column * (width + self._gap), y, width, height))
                for column, card in enumerate(row)
            ]
            y += height + self._line_gap
        return places
