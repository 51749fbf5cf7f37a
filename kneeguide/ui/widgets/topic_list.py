"""What there is to read, one title a card: arrows walk through them, and the one in view is marked."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kneeguide.core.learn import Topic
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.key_focus import is_pointed
from kneeguide.ui.widgets.list_rows import VALUE, Index, ListRows

_PAD = 3 * STEP
_CORNER = 3 * STEP
_MARK = STEP
"""Width of the bar beside the chosen title, which is not marked by colour alone."""
_LEAST_HEIGHT = 11 * STEP
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TopicList(QListView):
    """One topic is chosen at a time. ``chosen`` carries its Topic; ``opened`` tells that it is to be read: it was
    clicked, or Enter was pressed on it."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics: ListRows[Topic] = ListRows(lambda topic: topic.title, lambda topic: topic.lead)
        self._rows = _Row(colours, self)
        self.setModel(self._topics)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Pages to read"))
        self.setProperty("list", "topics")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)  # no title is cut in two
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self.opened)
        self.activated.connect(self.opened)

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._rows.colours = colours
        self.viewport().update()

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """Replace what is listed; nothing is chosen then."""
        self._topics.replace(topics)

    def choose(self, row: int) -> None:
        """Choose the topic in this row, from 0."""
        self.setCurrentIndex(self._topics.index(row))

    @property
    def row(self) -> int:
        """Which row is chosen, from 0; -1 if none is."""
        return self.currentIndex().row()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for letters of another size."""
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Leave free at the foot what would hold a part of a title only."""
        super().doItemsLayout()
        free = self.height() - 2 * self.frameWidth()
        heights = [self.sizeHintForIndex(self._topics.index(row)).height() for row in range(self._topics.rowCount())]
        if sum(heights) > free:
            for height in heights:
                if height > free:
                    break
                free -= height
            self.setViewportMargins(0, 0, 0, max(0, free))
        else:
            self.setViewportMargins(0, 0, 0, 0)

    def _tell(self) -> None:
        topic = self.currentIndex().data(VALUE)
        if isinstance(topic, Topic):
            self.chosen.emit(topic)


class _Row(QStyledItemDelegate):
    """Paints a title, in as many lines as it takes."""

    def __init__(self, colours: Colours, view: QListView) -> None:
        super().__init__(view)
        self.colours = colours
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        room = QRect(0, 0, width - _MARK - 2 * _PAD, 0)
        title = QFontMetrics(font_for(TextRole.STRONG)).boundingRect(room, _WRAPS, index.data())
        return QSize(width, max(_LEAST_HEIGHT, title.height() + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            focused = bool(state & QStyle.StateFlag.State_HasFocus) and not is_pointed(option.widget)
            self._paint_ground(painter, place, option.direction, focused=focused)
        painter.setFont(_letters(chosen=chosen))
        painter.setPen(QColor(self.colours.on_lead_tint if chosen else self.colours.ink))
        room = QStyle.visualRect(option.direction, place, place.adjusted(_MARK + _PAD, 0, -_PAD, 0))
        painter.drawText(room, _WRAPS, index.data())
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, direction: Qt.LayoutDirection, *, focused: bool) -> None:
        ground = place.adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(self.colours.ink), 3) if focused else QColor(self.colours.lead_edge))
        painter.setBrush(QColor(self.colours.lead_tint))
        painter.drawRoundedRect(ground, _CORNER, _CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.lead))
        mark = QRect(ground.left() + _MARK, ground.top() + _PAD, _MARK, ground.height() - 2 * _PAD)
        painter.drawRoundedRect(QStyle.visualRect(direction, ground, mark), _MARK / 2, _MARK / 2)


def _letters(*, chosen: bool) -> QFont:
    return font_for(TextRole.STRONG if chosen else TextRole.BODY)
