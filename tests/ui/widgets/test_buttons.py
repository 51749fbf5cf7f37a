"""Buttons say what they do, to eyes and to screen readers, and are large enough for stiff hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
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


def ink(widget: QWidget) -> tuple[int, int]:
    """The first and the last column of pixels that differ from the ground."""
    picture = widget.grab().toImage()
    ground = picture.pixelColor(0, 0)
    drawn = [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    return drawn[0], drawn[-1]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_without_a_frame_stand_flush_with_the_edges_of_their_column(
    dressed: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    line = QWidget()
    qtbot.addWidget(line)
    line.setLayoutDirection(direction)
    row = QHBoxLayout(line)
    row.setContentsMargins(36, 0, 36, 0)
    for word in ("HH", "HH", "HH"):
        row.addWidget(Button(word, "link"))
    row.insertStretch(2)
    line.resize(600, 50)
    line.show()
    QApplication.processEvents()
    first, last = ink(line)
    assert 36 <= first <= 36 + 2
    assert 600 - 36 - 3 <= last <= 600 - 36


def test_words_without_a_frame_keep_their_width_wherever_they_stand(dressed: QApplication, qtbot: QtBot) -> None:
    line = QWidget()
    qtbot.addWidget(line)
    row = QHBoxLayout(line)
    button = Button("Plan my weeks", "link")
    before = button.sizeHint()
    row.addWidget(button)
    row.addStretch()
    line.resize(600, 50)
    line.show()
    QApplication.processEvents()
    assert button.sizeHint() == before
