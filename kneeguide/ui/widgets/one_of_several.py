"""Buttons of which one counts: radio buttons to whoever hears them, and to the keyboard.

Tab comes to the chosen one, or to the first while none is; arrows lead from there to the others, and choose them once
one is chosen. Qt by itself would have Tab come to whichever had the focus last.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

_BY_TAB, _BY_ARROWS = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus


class OneOfSeveral(QButtonGroup):
    """A group that can also be without a choice, as it is to begin with."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._follow)

    def add(self, button: QAbstractButton, number: int = -1) -> None:
        """Have one more to choose from, after the others. ``number``: what ``idClicked`` is to carry for it."""
        button.setFocusPolicy(_BY_ARROWS if self.buttons() else _BY_TAB)
        self.addButton(button, number)

    def take_back(self) -> None:
        """Choose none."""
        self.setExclusive(False)
        for button in self.buttons():
            button.setChecked(False)
        self.setExclusive(True)
        self._lead_tab_to(self.buttons()[0])

    def _follow(self, button: QAbstractButton, is_chosen: bool) -> None:
        if is_chosen:
            self._lead_tab_to(button)

    def _lead_tab_to(self, button: QAbstractButton) -> None:
        for each in self.buttons():
            each.setFocusPolicy(_BY_TAB if each is button else _BY_ARROWS)
