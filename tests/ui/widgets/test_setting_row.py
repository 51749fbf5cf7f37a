"""What is set stands at the same place whatever it is, and has a name for who cannot see where it stands."""

from on_screen import on_screen
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.setting_row import SettingRow
from kneeguide.ui.widgets.tick_line import TickLine


def placed(qtbot: QtBot, row: SettingRow, control: QWidget) -> tuple[int, int]:
    on_screen(qtbot, row, 600, 60)
    return control.x(), control.width()


def test_every_control_takes_the_second_half(qtbot: QtBot) -> None:
    choice, button = QComboBox(), Button("Try")
    rows = (SettingRow("Pace", choice), choice), (SettingRow(TickLine("A soft tick"), button), button)
    assert [placed(qtbot, row, control) for row, control in rows] == [(308, 292)] * 2


def test_the_words_belong_to_the_control(qtbot: QtBot) -> None:
    choice = QComboBox()
    row = SettingRow("Pace", choice)
    qtbot.addWidget(row)
    (words,) = row.findChildren(QLabel)
    assert words.text() == "Pace"
    assert words.buddy() is choice
