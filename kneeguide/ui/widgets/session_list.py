"""The sessions of the diary, newest first: a list that stays quick however many there are."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kneeguide.core.history import Record
from kneeguide.ui import outcome_wording, wording
from kneeguide.ui.theme import Colours, TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.key_focus import is_pointed
from kneeguide.ui.widgets.list_rows import VALUE, Index, ListRows

_PAD = 3 * STEP
_SIDE = 4 * STEP
_GAP = STEP
_LEAST_HEIGHT = 48 * STEP
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class SessionList(QListView):
    """One session is chosen at a time. ``chosen`` carries its Record; the Delete key asks to delete.

    ``opened``: it was clicked, or Enter or Space pressed. ``grown``: all of it has another height.
    """

    chosen = Signal(object)
    opened = Signal()
    delete_requested = Signal()
    grown = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole_height = 0
        self._sessions = ListRows(_named)
        self._rows = _Row(colours, self)
        self.setModel(self._sessions)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Sessions"))
        self.setProperty("list", "sessions")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self.opened)

    @property
    def whole_height(self) -> int:
        """How high it is where all of its rows are to be seen, in pixels."""
        return self._whole_height

    def sizeHint(self) -> QSize:
        """A few rows at least; all the room that there is in fact, as far as there are rows to fill it."""
        return QSize(50 * STEP, min(_LEAST_HEIGHT, self._whole_height))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def updateGeometries(self) -> None:
        """Called by Qt once rows have found their places."""
        super().updateGeometries()
        height = max(0, self.contentsSize().height()) + self.height() - self.viewport().height()
        if height != self._whole_height:
            self._whole_height = height
            self.updateGeometry()
            self.grown.emit()

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._rows.colours = colours
        self.viewport().update()

    def show_records(self, records: tuple[Record, ...]) -> None:
        """Replace what is listed; the choice stays on the same session, or falls to the one in its place."""
        before = self.record
        row = self.currentIndex().row()
        self._sessions.replace(records)
        if not records:
            return
        same = next((place for place, each in enumerate(records) if before and each.id == before.id), None)
        here = same if same is not None else min(max(0, row), len(records) - 1)
        self.setCurrentIndex(self._sessions.index(here))

    @property
    def record(self) -> Record | None:
        """The session that is chosen."""
        record = self.currentIndex().data(VALUE)
        return record if isinstance(record, Record) else None

    def changeEvent(self, event: QEvent) -> None:
        """Make room for letters of another size."""
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on in more lines where there is little room."""
        super().resizeEvent(event)
        self._rows.width = event.size().width()  # the viewport's; to ask it would make 500 enumerated values of Qt's
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to delete, Enter and Space open; everything else moves as in any list."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.key() in _OPENING:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.record is not None:
            self.chosen.emit(self.record)


def _named(record: Record) -> str:
    return ", ".join(
        (
            record.title,
            wording.day_and_time(record.started),
            wording.minutes(record.seconds),
            outcome_wording.outcome(record),
            outcome_wording.before_and_after(record),
        )
    )


class _Row(QStyledItemDelegate):
    """Paints a session in a few lines: title, when, and how it went. ``width``: of the list, in pixels."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours
        self.width = 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._lines(index.data(VALUE), self.width - 2 * _SIDE)
        heights = sum(QFontMetrics(font_for(role)).height() for role, _ in lines)
        return QSize(50 * STEP, heights + (len(lines) - 1) * _GAP + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and not is_pointed(option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            ground = place.adjusted(2, 2, -2, -2)
            painter.setBrush(QColor(self.colours.lead_tint))
            painter.setPen(QPen(QColor(self.colours.ink), 3) if focused else QColor(self.colours.lead_edge))
            painter.drawRoundedRect(ground, _PAD, _PAD)
        room = place.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        for role, text in self._lines(index.data(VALUE), room.width()):
            colour = self.colours.ink if role is TextRole.STRONG else self.colours.quiet
            painter.setPen(QColor(self.colours.on_lead_tint if chosen else colour))
            painter.setFont(font_for(role))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
            room.setTop(room.top() + painter.fontMetrics().height() + _GAP)
        painter.restore()

    def _lines(self, record: Record, room: int) -> list[tuple[TextRole, str]]:
        """What to paint in so many pixels: the title in two lines if need be, outcome and pain in one if that does."""
        strong, small = QFontMetrics(font_for(TextRole.STRONG)), QFontMetrics(font_for(TextRole.SMALL))
        when = f"{wording.day_and_time(record.started)} · {wording.minutes(record.seconds)}"
        how = (outcome_wording.outcome(record), outcome_wording.before_and_after(record))
        side_by_side = " · ".join(how)
        rest = (when, side_by_side) if small.horizontalAdvance(side_by_side) <= room else (when, *how)
        elided = (small.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in rest)
        return [
            *((TextRole.STRONG, line) for line in _in_two_lines(record.title, strong, room)),
            *((TextRole.SMALL, line) for line in elided),
        ]


def _in_two_lines(text: str, letters: QFontMetrics, room: int) -> list[str]:
    """A text broken between words where it is too long for one line; what two do not hold ends in an ellipsis."""
    if letters.horizontalAdvance(text) <= room:
        return [text]
    words = text.split(" ")
    starts = [" ".join(words[:count]) for count in range(1, len(words))]
    first = max((start for start in starts if letters.horizontalAdvance(start) <= room), key=len, default="")
    last = letters.elidedText(text[len(first) :].strip(), Qt.TextElideMode.ElideRight, room)
    return [first, last] if first else [last]
