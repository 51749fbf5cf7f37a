"""Puts one widget on the screen for a test."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def on_screen(qtbot: QtBot, widget: QWidget, width: int = 1004, height: int = 800) -> None:
    """Show a widget at a size inside a bare window.

    A page that is itself the window asks the screen to obey its least size, which the screen that is not there
    complains about.
    """
    window = QWidget()
    window.resize(width, height)
    widget.setParent(window)
    widget.resize(width, height)
    # the closure keeps the window for as long as the widget is used
    qtbot.addWidget(widget, before_close_func=lambda _: window.close())
    window.show()
    qtbot.waitExposed(window)
