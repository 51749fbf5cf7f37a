"""A box of choices: what stays chosen when they change, and that only the user's own choice is told."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox[str | None]:
    box = ChoiceBox[str | None]("Routine", {None: "All routines", "a": "Seated ease", "b": "Desk break"})
    qtbot.addWidget(box)
    return box


def test_the_first_is_chosen_to_begin_with(box: ChoiceBox[str | None]) -> None:
    assert box.value is None
    assert box.accessibleName() == "Routine"


def test_what_the_user_chooses_is_told(box: ChoiceBox[str | None], qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.chosen) as told:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told.args == ["a"]
    assert box.value == "a"


def test_what_is_shown_is_not_told(box: ChoiceBox[str | None]) -> None:
    told: list[object] = []
    box.chosen.connect(told.append)
    box.choose("b")
    assert box.currentText() == "Desk break"
    box.choose("gone")
    assert box.value is None
    assert told == []


def test_a_choice_outlives_new_ones_if_it_is_among_them(box: ChoiceBox[str | None]) -> None:
    box.choose("b")
    box.offer({None: "All routines", "b": "Desk break, longer"})
    assert (box.value, box.currentText()) == ("b", "Desk break, longer")
    box.offer({None: "All routines", "c": "Calf"})
    assert box.value is None


def test_the_wheel_is_left_to_the_page(box: ChoiceBox[str | None]) -> None:
    down = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    box.wheelEvent(down)
    assert not down.isAccepted()
    assert box.value is None
