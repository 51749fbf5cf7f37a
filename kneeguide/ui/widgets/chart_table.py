"""The figures behind a chart, as a table that keys and screen readers can walk through."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kneeguide.ui.theme import TextRole, font_for
from kneeguide.ui.widgets.boxes import STEP

_PAD = 2 * STEP
_MOST_ROWS = 8

T = TypeVar("T")

_Index = QModelIndex | QPersistentModelIndex


class ChartTable(QTableView):
    """Words in rows and columns, only to be read."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = _Cells()
        self.setModel(self._cells)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def show_rows(self, columns: Sequence[str], rows: Sequence[T], words: Callable[[T], Sequence[str]]) -> None:
        """Replace all of it. ``words``: the cells of a row, asked for when it comes into view."""
        self._cells.replace(tuple(columns), rows, words)
        self._fit()
        if rows:
            self.setCurrentIndex(self._cells.index(0, 0))
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the others take what the first column leaves."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for letters of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        row = QFontMetrics(font_for(TextRole.BODY)).height() + 2 * _PAD
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(row)
        self.setFixedHeight(row * (1 + min(_MOST_ROWS, max(1, self._cells.rowCount()))) + 3 * STEP)

    def _share_width(self) -> None:
        header = self.horizontalHeader()
        count = self._cells.columnCount()
        for column in range(1, count):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if count:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
            width = self.viewport().width()
            header.resizeSection(0, max(width // (count + 1), self.sizeHintForColumn(0)) if count > 1 else width)


class _Cells(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._rows: Sequence[Any] = ()
        self._words: Callable[[Any], Sequence[str]] = lambda _: ()

    def replace(self, columns: tuple[str, ...], rows: Sequence[T], words: Callable[[T], Sequence[str]]) -> None:
        self.beginResetModel()
        self._columns, self._rows, self._words = columns, rows, words
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._words(self._rows[index.row()])[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._columns[section]
        return None
