"""What can be seen: only what is shown, in a window that is not put away."""

from on_screen import on_screen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.motion import is_in_sight


def test_nothing_is_in_sight_before_it_is_shown_nor_once_its_window_is_hidden(qtbot: QtBot) -> None:
    window = QWidget()
    part = QWidget(window)
    assert not is_in_sight(part)
    on_screen(qtbot, window, 200, 100)
    qtbot.waitUntil(lambda: is_in_sight(part))
    part.hide()
    assert not is_in_sight(part)
    part.show()
    window.hide()
    assert not is_in_sight(part)
