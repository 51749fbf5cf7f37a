"""A statement to tick: not ticked in advance, by click on box or words, or by key; long words wrap."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.tick_line import TickLine

STATEMENT = "A professional who knows my history has said that gentle self-massage is fine for me."


def test_it_is_not_ticked_in_advance_and_can_be_cleared(qtbot: QtBot, dressed: QApplication) -> None:
    line = TickLine(STATEMENT)
    qtbot.addWidget(line)
    assert not line.ticked
    with qtbot.waitSignal(line.toggled) as toggled:
        qtbot.keyClick(line.box, Qt.Key.Key_Space)
    assert toggled.args == [True]
    assert line.ticked
    line.tick(False)
    assert not line.ticked


def test_a_click_on_the_words_ticks_once(qtbot: QtBot, dressed: QApplication) -> None:
    line = TickLine(STATEMENT)
    qtbot.addWidget(line)
    line.resize(700, 60)
    line.grab()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(400, 30))
    assert line.ticked
    qtbot.mouseClick(line, Qt.MouseButton.RightButton, pos=QPoint(400, 30))
    assert line.ticked


def test_long_words_wrap_beside_the_box(qtbot: QtBot, dressed: QApplication) -> None:
    line = TickLine(STATEMENT)
    qtbot.addWidget(line)
    assert line.heightForWidth(300) > line.heightForWidth(900)
    assert line.box.accessibleName() == STATEMENT


def test_the_box_stands_flush_with_the_words_above_it(qtbot: QtBot, dressed: QApplication) -> None:
    line = TickLine(STATEMENT)
    qtbot.addWidget(line)
    line.resize(700, 60)
    picture = line.grab().toImage()
    middle = line.box.geometry().center().y()
    assert picture.pixelColor(1, middle).name().upper() == LIGHT.control
