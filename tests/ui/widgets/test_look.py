"""A widget takes the look of another kind at once, also when it has been painted before."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.boxes import Box
from kneeguide.ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this


def painted(widget: Box | Button) -> str:
    return widget.grab().toImage().pixelColor(widget.width() // 2, widget.height() - 8).name().upper()


@pytest.mark.parametrize("is_shown", [True, False])
def test_a_box_lies_on_another_ground(dressed: QApplication, qtbot: QtBot, is_shown: bool) -> None:
    box = Box("lead")
    qtbot.addWidget(box)
    box.resize(100, 100)
    box.setVisible(is_shown)
    box.set_kind("care")
    assert painted(box) == LIGHT.care_tint
    box.set_kind("stop")
    assert painted(box) == LIGHT.stop_tint


def test_a_button_becomes_the_next_step(dressed: QApplication, qtbot: QtBot) -> None:
    button = Button("Keep what I did")
    qtbot.addWidget(button)
    button.show()
    button.set_kind("primary")
    assert painted(button) == LIGHT.lead
    button.set_kind("plain")
    assert painted(button) == LIGHT.card
