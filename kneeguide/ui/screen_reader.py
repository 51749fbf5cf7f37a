"""What screen readers are told of a widget that Qt by itself describes badly, or not safely."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget


def describe_widgets() -> None:
    """Tell screen readers better, from now on. Costs nothing while none is there."""
    QAccessible.installFactory(_describe)


def _describe(kind: str, thing: QObject) -> QAccessibleWidget | None:
    """Asked for each class that a thing has, the most special one first; None leaves it to Qt.

    Qt's own account of a scroll area ends the program when a reader asks for a scroll bar that has just gone, as it
    does at every turn of a page. Whatever else has a name but no role is a group of what lies in it.
    """
    if kind == "QScrollArea" and isinstance(thing, QScrollArea):
        is_read = thing.focusPolicy() is not Qt.FocusPolicy.NoFocus
        return QAccessibleWidget(thing, QAccessible.Role.Document if is_read else QAccessible.Role.Pane)
    if kind == "QWidget" and isinstance(thing, QWidget) and thing.accessibleName():
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)
    return None
