"""Values of the core as the rows of a list, each with what a screen reader says of it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

T = TypeVar("T")

Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
"""The role under which a row gives its value."""


class ListRows(QAbstractListModel, Generic[T]):
    """``named``: what a value is called. ``described``: what else is said of it, None for nothing."""

    def __init__(self, named: Callable[[T], str], described: Callable[[T], str | None] = lambda _: None) -> None:
        super().__init__()
        self._named = named
        self._described = described
        self._values: tuple[T, ...] = ()

    def replace(self, values: tuple[T, ...]) -> None:
        """Put other values in the place of all rows."""
        self.beginResetModel()
        self._values = values
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self._values[index.row()]
        if role == VALUE:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._named(value)
        return self._described(value) if role == Qt.ItemDataRole.AccessibleDescriptionRole else None
