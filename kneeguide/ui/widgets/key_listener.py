"""Hears every key of a page's window while the page is in front, so that it does not matter where the focus is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kneeguide.ui.widgets.player_keys import Wish, wish_of

_SOMEBODY_ELSES = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyListener(QObject):
    """Turns keys into wishes. ``obey`` says whether it did what was wished for; a key that is held counts once.

    Keys come to the page from its own parts. Those that the window gets, or a button outside of the page, are caught
    before a Space could press it. ``any_key``: whether the session waits for any key at all.
    """

    def __init__(self, page: QWidget, obey: Callable[[Wish], bool], any_key: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._obey = obey
        self._any_key = any_key
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Obey a key; begin and end to listen outside of the page."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._hears(event)
            case QEvent.Type.Show if watched is self._page:
                for each in self._outside():
                    each.installEventFilter(self)
            case QEvent.Type.Hide if watched is self._page:
                for each in self._outside():
                    each.removeEventFilter(self)
        return False

    def _hears(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _SOMEBODY_ELSES:
            return False
        wish = wish_of(Qt.Key(event.key()), held=event.isAutoRepeat(), any_key=self._any_key())
        if wish is None:
            return False
        is_repeat = event.isAutoRepeat() and event.key() != Qt.Key.Key_Escape
        return is_repeat or self._obey(wish)

    def _outside(self) -> list[QWidget]:
        """The window, and the buttons in it that are not of the page."""
        window = self._page.window()
        if window is self._page:
            return []
        buttons = window.findChildren(QAbstractButton)
        return [window, *(button for button in buttons if not self._page.isAncestorOf(button))]
