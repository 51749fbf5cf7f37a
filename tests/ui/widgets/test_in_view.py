"""A picture is drawn from an eighth of its height on, seen or just being painted."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.widgets.in_view import is_in_view

PICTURE = QRect(0, 0, 100, 80)


@pytest.mark.parametrize(("painted", "drawn"), [(0, False), (9, False), (10, True), (80, True)])
def test_what_is_being_painted_counts(qtbot: QtBot, painted: int, drawn: bool) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert is_in_view(widget, PICTURE, QRect(0, 0, 100, painted)) is drawn


def test_what_is_painted_beside_the_picture_does_not_count(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert not is_in_view(widget, PICTURE, QRect(0, 80, 100, 80))


def test_what_was_painted_before_and_is_still_seen_counts(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(100, 80)
    widget.show()
    assert is_in_view(widget, PICTURE, QRect(0, 79, 100, 1))
