"""The sessions of the diary, newest first: a list that stays quick however many there are."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kneeguide.core.history import Record
from kneeguide.ui import session_wording, wording
from kneeguide.ui.theme import Colours, TextRole, font_for, letter_scale
from kneeguide.ui.widgets.boxes import STEP
from kneeguide.ui.widgets.list_rows import VALUE, Index, ListRows

_PAD = 3 * STEP
_GAP = STEP
_NARROW = 105 * STEP
"""Width of the list, in pixels at the usual size of letters, below which outcome and pain do not fit side by side."""


class SessionList(QListView):
    """One session is chosen at a time. ``chosen`` carries its Record; the Delete key asks to delete."""

    chosen = Signal(object)
    delete_requested = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = ListRows(_named)
        self._rows = _Row(colours, self)
        self.setModel(self._sessions)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Sessions"))
        self.setProperty("list", "sessions")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

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
            self._fit()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pain a line of its own where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to delete; everything else moves as in any list."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self._rows.narrow = self.width() < _NARROW * letter_scale()
        self.scheduleDelayedItemsLayout()

    def _tell(self) -> None:
        if self.record is not None:
            self.chosen.emit(self.record)


def _named(record: Record) -> str:
    return ", ".join(
        (
            record.title,
            wording.day_and_time(record.started),
            wording.minutes(record.seconds),
            session_wording.outcome(record),
            session_wording.before_and_after(record),
        )
    )


class _Row(QStyledItemDelegate):
    """Paints a session in a few lines: title, when, and how it went."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours
        self.narrow = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        strong, small = QFontMetrics(font_for(TextRole.STRONG)), QFontMetrics(font_for(TextRole.SMALL))
        lines = 3 if self.narrow else 2
        return QSize(50 * STEP, strong.height() + lines * (small.height() + _GAP) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(VALUE)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            ground = place.adjusted(2, 2, -2, -2)
            painter.setBrush(QColor(self.colours.lead_tint))
            painter.setPen(QPen(QColor(self.colours.lead), 3) if focused else QColor(self.colours.lead_tint))
            painter.drawRoundedRect(ground, _PAD, _PAD)
        ink = QColor(self.colours.on_lead_tint if chosen else self.colours.ink)
        quiet = QColor(self.colours.on_lead_tint if chosen else self.colours.quiet)
        room = place.adjusted(_PAD + STEP, _PAD, -_PAD - STEP, -_PAD)
        for role, colour, text in self._lines(record, ink, quiet):
            painter.setFont(font_for(role))
            painter.setPen(colour)
            metrics = painter.fontMetrics()
            line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
            room.setTop(room.top() + metrics.height() + _GAP)
        painter.restore()

    def _lines(self, record: Record, ink: QColor, quiet: QColor) -> list[tuple[TextRole, QColor, str]]:
        when = f"{wording.day_and_time(record.started)} · {wording.minutes(record.seconds)}"
        how = (session_wording.outcome(record), session_wording.before_and_after(record))
        return [
            (TextRole.STRONG, ink, record.title),
            (TextRole.SMALL, quiet, when),
            *((TextRole.SMALL, quiet, line) for line in (how if self.narrow else (" · ".join(how),))),
        ]
