"""Looking back session by session: the list of them, and the chosen one in full beside it, or in its place."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.history import Record
from kneeguide.ui.theme import STEP, Colours, letter_scale
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.icons import Icon
from kneeguide.ui.widgets.scroller import SCROLL_MARGIN
from kneeguide.ui.widgets.session_detail import SessionDetail
from kneeguide.ui.widgets.session_list import SessionList

_BETWEEN, _GAP = 4 * STEP, 2 * STEP
_LEAST_WIDTH = 84 * STEP
"""Of the list and of the session, in pixels at the usual size of letters, where they stand beside each other."""


class SessionsView(QWidget):
    """``edit_requested`` and ``delete_requested`` carry the id of the chosen record.

    Where there is no room for both, there is the list until a session is opened. The list is then as high as all of its
    rows, for the page to scroll: ``passed_over`` says where the keys are in it. ``opened`` and ``closed``: the session
    stands in place of the list, or no longer does.
    """

    edit_requested = Signal(str)
    delete_requested = Signal(str)
    more_requested = Signal()
    opened = Signal()
    closed = Signal()
    passed_over = Signal(QRect)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = SessionList(colours)
        self._more = Button("")
        self._back = Button(self.tr("Back to sessions"), icon=Icon.BACK)
        self._detail = SessionDetail()
        self._is_open = False
        self._row = QHBoxLayout(self)
        self._arrange()
        self._list.chosen.connect(self._show)
        self._list.opened.connect(self._open)
        self._list.grown.connect(self._fit)
        self._detail.grown.connect(self._fit)
        self._list.delete_requested.connect(self._ask_to_delete)
        self._back.clicked.connect(self.lead_to_list)
        self._detail.delete_requested.connect(self._ask_to_delete)
        self._detail.edit_requested.connect(self._ask_to_edit)
        self._more.clicked.connect(self.more_requested)

    @property
    def chosen(self) -> Record | None:
        """The session that is shown in full."""
        return self._list.record

    @property
    def is_empty(self) -> bool:
        """Whether no session is listed."""
        return self._list.model().rowCount() == 0

    def show_records(self, records: tuple[Record, ...], found: int) -> None:
        """List these, the newest of ``found``."""
        self._more.set_label(self.tr("Show more ({shown} of {total})").format(shown=len(records), total=found))
        self._more.setVisible(len(records) < found)
        self._list.show_records(records)

    @property
    def is_open(self) -> bool:
        """Whether a session stands in place of the list."""
        return self._is_open

    def lead_to_list(self) -> None:
        """Lead the keyboard to the list, where the chosen session stays chosen."""
        self._close()
        self._list.setFocus()
        self._tell_place()

    def set_colours(self, colours: Colours) -> None:
        """Paint with another theme."""
        self._list.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list."""
        if self._is_open and event.key() == Qt.Key.Key_Escape:
            self.lead_to_list()
        else:
            super().keyPressEvent(event)

    @property
    def _has_room_for_both(self) -> bool:
        least = max(round(_LEAST_WIDTH * letter_scale()), self._detail.least_width, self._more.sizeHint().width())
        return self.width() >= 2 * least + _BETWEEN + SCROLL_MARGIN

    def _show(self, record: Record) -> None:
        self._detail.show_record(record)
        self._fit()
        self._tell_place()

    def _open(self) -> None:
        if self._has_room_for_both or self.chosen is None:
            return
        self._is_open = True
        self._fit()
        self.opened.emit()
        self._back.setFocus()

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._fit()
            self.closed.emit()

    def _fit(self) -> None:
        """Both end where their content does, or both in the same line, where there is more than there is room for."""
        beside = self._has_room_for_both
        if beside:
            self._close()
        self._back.setVisible(self._is_open)
        self._right.setVisible(beside or self._is_open)
        self._left.setVisible(not self._is_open)
        self._left.setContentsMargins(0, 0, 0 if beside else SCROLL_MARGIN, 0)
        least, whole = self._list.sizeHint().height(), self._list.whole_height
        self._list.setMinimumHeight(least if beside else whole)
        self._list.setMaximumHeight(whole)
        self._list.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if beside else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        listed = whole + (self._more.sizeHint().height() + _GAP if self._more.isVisibleTo(self) else 0)
        self._detail.setMaximumHeight(max(listed, self._detail.whole_height(self._detail.viewport().width())))

    def _tell_place(self) -> None:
        if not self._has_room_for_both and not self._is_open and self._list.hasFocus():
            row = self._list.visualRect(self._list.currentIndex())
            self.passed_over.emit(row.translated(self._list.mapTo(self, QPoint())))

    def _ask_to_edit(self) -> None:
        if self.chosen is not None:
            self.edit_requested.emit(self.chosen.id)

    def _ask_to_delete(self) -> None:
        if self.chosen is not None:
            self.delete_requested.emit(self.chosen.id)

    def _arrange(self) -> None:
        self._left, self._right = QWidget(), QWidget()
        listed = QVBoxLayout(self._left)
        listed.addWidget(self._list, 1)
        listed.addWidget(self._more)
        listed.addStretch(0)
        whole = QVBoxLayout(self._right)
        whole.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._detail, 1)
        whole.addStretch(0)
        for column in (listed, whole):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(_GAP)
        whole.setContentsMargins(0, 0, SCROLL_MARGIN, 0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right, 1)
