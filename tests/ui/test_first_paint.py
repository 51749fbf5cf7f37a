"""What can wait begins once the window has been seen, and only once."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.first_paint import FirstPaint


def test_nothing_is_told_before_the_window_is_shown(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.assertNotEmitted(FirstPaint(widget).seen):
        QApplication.processEvents()


def test_the_first_paint_is_told_once_and_after_it_was_painted(qtbot: QtBot) -> None:
    painted: list[str] = []

    class Painted(QWidget):
        def paintEvent(self, _event: object) -> None:
            painted.append("painted")

    widget = Painted()
    qtbot.addWidget(widget)
    first = FirstPaint(widget)
    first.seen.connect(lambda: painted.append("seen"))
    with qtbot.waitSignal(first.seen):
        widget.show()
    widget.repaint()
    widget.repaint()
    assert painted.count("seen") == 1
    assert painted[0] == "painted"
    assert len(painted) >= 4


def test_an_early_paint_is_not_told_before_the_loop_goes_round(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    first = FirstPaint(widget)
    seen: list[bool] = []
    first.seen.connect(lambda: seen.append(True))
    with qtbot.waitExposed(widget):
        widget.show()
    widget.repaint()
    qtbot.waitUntil(lambda: seen == [True])
