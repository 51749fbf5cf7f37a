"""The scale begins without an answer, and every number can be reached by mouse and by keyboard."""

import pytest
from on_screen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown

from kneeguide.ui.widgets.pain_scale import PainScale


@pytest.fixture
def scale(qtbot: QtBot) -> PainScale:
    scale = PainScale()
    on_screen(qtbot, scale)
    return scale


def chosen(scale: PainScale) -> list[int]:
    told: list[int] = []
    scale.chosen.connect(told.append)
    return told


def test_nothing_is_chosen_at_first_and_that_is_not_a_zero(scale: PainScale) -> None:
    assert scale.rating is None
    assert not any(each.isChecked() for each in shown(scale, QAbstractButton))


def test_its_ends_are_named(scale: PainScale) -> None:
    assert names(shown(scale, QAbstractButton)) == [
        "0, no pain",
        *(str(number) for number in range(1, 10)),
        "10, the worst pain you can imagine",
    ]


@pytest.mark.parametrize("number", range(11))
def test_a_click_chooses(scale: PainScale, qtbot: QtBot, number: int) -> None:
    told = chosen(scale)
    qtbot.mouseClick(shown(scale, QAbstractButton)[number], Qt.MouseButton.LeftButton)
    assert (scale.rating, told) == (number, [number])


@pytest.mark.parametrize(
    ("key", "number"),
    [*((Qt.Key(Qt.Key.Key_0 + digit), digit) for digit in range(10)), (Qt.Key.Key_End, 10), (Qt.Key.Key_Home, 0)],
)
def test_digits_choose_at_once(scale: PainScale, qtbot: QtBot, key: Qt.Key, number: int) -> None:
    told = chosen(scale)
    qtbot.keyClick(button(scale, "3"), key)
    assert (scale.rating, told) == (number, [number])


def test_one_and_then_zero_are_ten(scale: PainScale, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        qtbot.keyClick(scale, key)
    assert scale.rating == 10
    qtbot.keyClick(scale, Qt.Key.Key_0)
    assert scale.rating == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrows_only_move_until_the_number_is_chosen(scale: PainScale, qtbot: QtBot, key: Qt.Key) -> None:
    told = chosen(scale)
    scale.setFocus()
    for step in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(scale.focusWidget(), step)
    assert (scale.rating, told) == (None, [])
    qtbot.keyClick(scale.focusWidget(), key)
    assert (scale.rating, told) == (2, [2])


def test_arrows_stop_at_the_ends(scale: PainScale, qtbot: QtBot) -> None:
    scale.setFocus()
    for _ in range(14):
        qtbot.keyClick(scale.focusWidget(), Qt.Key.Key_Right)
    assert scale.focusWidget().accessibleName().startswith("10")
    for _ in range(14):
        qtbot.keyClick(scale.focusWidget(), Qt.Key.Key_Left)
    assert scale.focusWidget().accessibleName().startswith("0")


def test_a_new_question_begins_without_an_answer(scale: PainScale, qtbot: QtBot) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_7)
    scale.clear()
    assert scale.rating is None
    qtbot.keyClick(scale, Qt.Key.Key_7)
    assert scale.rating == 7
