"""A question with eleven answers, none of them given beforehand."""

from on_screen import on_screen
from page_checks import faults
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, texts

from kneeguide.ui.widgets.rating_row import RatingRow


def test_one_press_answers(dressed: QApplication, qtbot: QtBot) -> None:
    row = RatingRow("Stairs?", "0 = not at all", "10 = no trouble")
    on_screen(qtbot, row, 560, 120)
    assert texts(row)[0] == "Stairs?"
    for number in (0, 10):
        with qtbot.waitSignal(row.chosen) as chosen:
            button(row, f"Stairs? {number}").click()
        assert chosen.args == [number]
    assert faults(row) == []
