"""What holds for every page, whatever is on it: controls have names, and no words are cut off."""

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)


def nameless(page: QWidget) -> list[str]:
    """The controls in view that a screen reader could not name; parts of a control count with it."""
    controls = [control for kind in CONTROLS for control in page.findChildren(kind)]
    return [
        f"{type(control).__name__} {control.objectName()}"
        for control in controls
        if control.isVisible() and not isinstance(control.parent(), CONTROLS) and not control.accessibleName()
    ]


def cut_off(page: QWidget) -> list[str]:
    """The words in view that get less room than they need."""
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = label.wordWrap() or label.width() >= label.sizeHint().width()
        if label.height() < needed or not wide:
            found.append(f"{label.text()!r} has {label.width()} x {label.height()}, needs {needed} in height")
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width():
            found.append(f"{button.text()!r} has {button.width()} in width")
    return found
