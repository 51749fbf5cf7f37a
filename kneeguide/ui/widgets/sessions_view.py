"""Looking back session by session: the list of them, and the chosen one in full beside it, or below."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kneeguide.core.history import Record
from kneeguide.ui.theme import STEP, Colours
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.scroller import SCROLL_MARGIN
from kneeguide.ui.widgets.session_detail import SessionDetail
from kneeguide.ui.widgets.session_list import SessionList

_BETWEEN = 4 * STEP


class SessionsView(QWidget):
    """``edit_requested`` and ``delete_requested`` carry the id of the chosen record."""

    edit_requested = Signal(str)
    delete_requested = Signal(str)
    more_requested = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = SessionList(colours)
        self._more = Button("")
        self._detail = SessionDetail()
        self._left = QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrange()
        self._list.chosen.connect(self._detail.show_record)
        self._list.delete_requested.connect(self._ask_to_delete)
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

    def lead_to_list(self) -> None:
        """Lead the keyboard to the list, where the chosen session stays chosen."""
        self._list.setFocus()

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

    def _fit(self) -> None:
        """The chosen session stands beside the list, or below it where letters are large and the window is not."""
        each = max(self._detail.least_width, self._more.sizeHint().width())
        beside = self.width() >= 2 * each + _BETWEEN + SCROLL_MARGIN
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._left.setContentsMargins(0, 0, 0 if beside else SCROLL_MARGIN, 0)

    def _ask_to_edit(self) -> None:
        if self.chosen is not None:
            self.edit_requested.emit(self.chosen.id)

    def _ask_to_delete(self) -> None:
        if self.chosen is not None:
            self.delete_requested.emit(self.chosen.id)

    def _arrange(self) -> None:
        self._left.setSpacing(2 * STEP)
        self._left.addWidget(self._list, 1)
        self._left.addWidget(self._more)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addLayout(self._left, 1)
        self._row.addWidget(self._detail, 1)
