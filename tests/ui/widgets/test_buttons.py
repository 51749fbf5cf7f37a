"""Buttons say what they do, to eyes and to screen readers, and are large enough for stiff hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # a screen that is not there says this

KINDS = ["primary", "plain", "stop", "link", "chip", "nav", "yes", "no"]
TARGET = 44


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_at_least_44_pixels_tall_focused_or_not(dressed: QApplication, qtbot: QtBot, kind: str) -> None:
    button = Button("Go on", kind)
    qtbot.addWidget(button)
    button.show()
    calm = button.sizeHint()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert min(calm.height(), button.sizeHint().height()) >= TARGET
    assert button.sizeHint() == calm, "nothing jumps when the focus comes"


@pytest.mark.parametrize("text", ["Rest & relax", "&Go", "A && B", "50 % & more <b>"])
def test_text_is_shown_as_written_and_makes_no_shortcut(qtbot: QtBot, text: str) -> None:
    button = Button(text)
    qtbot.addWidget(button)
    assert button.text().replace("&&", "&") == text
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == text


def test_a_new_label_is_the_new_name(qtbot: QtBot) -> None:
    button = Button("Pause")
    qtbot.addWidget(button)
    button.set_label("Go on & on")
    assert (button.text(), button.accessibleName()) == ("Go on && on", "Go on & on")


@pytest.mark.parametrize("kind", KINDS)
def test_only_choices_stay_down(qtbot: QtBot, kind: str) -> None:
    button = Button("Both legs", kind)
    qtbot.addWidget(button)
    button.click()
    assert button.isChecked() is (kind in ("chip", "nav", "yes", "no"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_reached_by_tab_and_pressed_by_space(qtbot: QtBot, kind: str) -> None:
    button = Button("Start", kind)
    qtbot.addWidget(button)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_enter_elsewhere_presses_nothing_by_default(qtbot: QtBot) -> None:
    button = Button("Delete")
    qtbot.addWidget(button)
    assert not button.autoDefault()
    assert not button.isDefault()
