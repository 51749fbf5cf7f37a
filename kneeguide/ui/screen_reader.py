"""What screen readers are told of a widget that Qt by itself describes badly, or not safely."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QScrollArea, QWidget


def describe_widgets() -> None:
    """Tell screen readers better, from now on. Costs nothing while none is there."""
    QAccessible.installFactory(_describe)


class _Choice(QAccessibleWidget):
    """A button that stays down. Pressing it by a screen reader is a click: Qt would only change how it looks."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button

    def role(self) -> QAccessible.Role:
        """One of several, or on and off by itself."""
        group = self._button.group()
        alone = group is None or not group.exclusive()
        return QAccessible.Role.CheckBox if alone else QAccessible.Role.RadioButton

    def state(self) -> QAccessible.State:
        """Whether it is down, beside what is true of every widget."""
        state = super().state()
        state.checkable = True
        state.checked = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """What can be done with it."""
        return [self.pressAction(), *super().actionNames()] if self._button.isEnabled() else []

    def doAction(self, name: str) -> None:
        """Do it, once whoever asked for it has been answered: a click may open a box that waits."""
        if name == self.pressAction():
            self._button.animateClick()
        else:
            super().doAction(name)


def _describe(kind: str, thing: QObject) -> QAccessibleWidget | None:
    """Asked for each class that a thing has, the most special one first; None leaves it to Qt.

    Qt's own account of a scroll area ends the program when a reader asks for a scroll bar that has just gone, as it
    does at every turn of a page. Whatever else has a name but no role is a group of what lies in it.
    """
    if isinstance(thing, QAbstractButton) and thing.isCheckable():
        return _Choice(thing)
    if kind == "QScrollArea" and isinstance(thing, QScrollArea):
        is_read = thing.focusPolicy() is not Qt.FocusPolicy.NoFocus
        return QAccessibleWidget(thing, QAccessible.Role.Document if is_read else QAccessible.Role.Pane)
    if kind == "QWidget" and isinstance(thing, QWidget) and thing.accessibleName():
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)
    return None
