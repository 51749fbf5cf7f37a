"""What every page and widget owes the user, and the figures that come with KneeGuide."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from kneeguide import paths
from kneeguide.core.pose_shelf import PoseShelf
from kneeguide.ui.widgets.card_grid import CardGrid

POSES = PoseShelf(paths.assets_dir() / "figures")
PAGE_SIZES = ((1004, 800), (704, 600))
"""What is left for a page beside the list of places in windows of 1200x800 and 900x600."""

TARGET = 44
"""The least height of what is pressed, in pixels."""


def at_size(page: QWidget, width: int, height: int) -> None:
    """Lay a page out at a size, as it is painted. A page that needs more width would be cut off in the window."""
    page.resize(width, height)
    page.grab()
    QApplication.processEvents()
    page.grab()
    assert page.width() == width, f"needs {page.width()} px"


def faults(page: QWidget) -> list[str]:
    """What is wrong with the controls and words of a page: no name, no way by keyboard, too small, or cut off."""
    found = []
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
        for control in page.findChildren(kind):
            # Qt's own button inside a search field is worked with the keys of the field
            if isinstance(control.parentWidget(), QLineEdit) or not control.isVisibleTo(page):
                continue
            name = control.accessibleName()
            if not name:
                found.append(f"{control!r} has no name")
            by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
            if control.isEnabled() and not by_tab and not in_grid(control) and not in_group(control):
                found.append(f"{name!r} is not reached by Tab")
            if control.height() < TARGET:
                found.append(f"{name!r} is {control.height()} px high")
            if control.width() < control.minimumSizeHint().width():
                found.append(f"{name!r} is cut off")
    for label in page.findChildren(QLabel):
        if not label.isVisibleTo(page) or not label.text():
            continue
        if label.textFormat() is not Qt.TextFormat.PlainText:
            found.append(f"{label.text()!r} is not plain text")
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() < needed or (not label.wordWrap() and label.width() < label.sizeHint().width()):
            found.append(f"{label.text()!r} is cut off")
    return found


def in_grid(control: QWidget) -> bool:
    """Whether arrow keys lead to a control, and Tab to one of the cards around it."""
    grid = control.parentWidget()
    while grid is not None and not isinstance(grid, CardGrid):
        grid = grid.parentWidget()
    return grid is not None and any(stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in grid.stops)


def in_group(control: QWidget) -> bool:
    """Whether a control is one of several of which one counts: arrow keys lead to it, and Tab to another one."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled() for each in group.buttons())


def in_view(page: QWidget, widget: QWidget) -> bool:
    """Whether all of a widget can be seen without scrolling."""
    place = QRect(widget.mapTo(page, QPoint()), widget.size())
    room = page.rect()
    for area in page.findChildren(QScrollArea):
        if area.isAncestorOf(widget):
            room &= QRect(area.viewport().mapTo(page, QPoint()), area.viewport().size())
    return widget.isVisibleTo(page) and room.contains(place)


def button(page: QWidget, name: str) -> QAbstractButton:
    """The one button of this name."""
    (found,) = (each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)
    return found


def words(page: QWidget) -> str:
    """All words on a page, line by line."""
    labels = (label for label in page.findChildren(QLabel) if label.isVisibleTo(page))
    return "\n".join(label.text() for label in labels)
