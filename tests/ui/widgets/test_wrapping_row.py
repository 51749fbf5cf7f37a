"""A row lays out as any row while all fits, and never cuts off what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import TextRole
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.labels import Text
from kneeguide.ui.widgets.wrapping_row import WrappingRow

GAP = 12


class Block(QWidget):
    """Something of a fixed size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setFixedSize(width, height)


def laid_out(row: QWidget, width: int) -> list[QRect]:
    """Where the parts of a row of this width are."""
    layout = row.layout()
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
    return [layout.itemAt(number).geometry() for number in range(layout.count())]


def row_of(qtbot: QtBot, *widths: int, stretch_before: int | None = None) -> QWidget:
    row = QWidget()
    qtbot.addWidget(row)
    layout = WrappingRow(row, GAP)
    for number, width in enumerate(widths):
        if number == stretch_before:
            layout.addStretch(1)
        layout.addWidget(Block(width, 40))
    return row


def test_what_comes_after_the_stretch_goes_to_the_far_end(qtbot: QtBot) -> None:
    places = laid_out(row_of(qtbot, 100, 80, 60, stretch_before=1), 500)
    assert [place.left() for place in places] == [0, 500 - 60 - GAP - 80, 440]


def test_what_does_not_fit_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    places = laid_out(row_of(qtbot, 100, 80, 60, stretch_before=2), 200)
    assert [(place.left(), place.top()) for place in places] == [(0, 0), (112, 0), (0, 48)]


def test_words_fill_the_room_or_get_a_line_of_their_own(dressed: QApplication, qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    layout = WrappingRow(row, GAP)
    layout.addWidget(Text(TextRole.BODY, "I am 18 or older and I have read who should not use this."), 1)
    layout.addWidget(Button("Continue"))
    words, button = laid_out(row, 700)
    assert words.width() == 700 - GAP - button.width()
    assert abs(words.center().y() - button.center().y()) <= 1
    words, button = laid_out(row, 250)
    assert words.width() == 250
    assert button.top() >= words.bottom()


def test_it_is_mirrored_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    row = row_of(qtbot, 100, 80)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [place.right() + 1 for place in laid_out(row, 300)] == [300, 300 - 112]


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.integers(10, 400), min_size=1, max_size=6), st.integers(400, 900), st.integers(0, 5))
def test_nothing_overlaps_or_leaves_the_row(widths: list[int], width: int, stretch_before: int) -> None:
    row = QWidget()
    layout = WrappingRow(row, GAP)
    for number, each in enumerate(widths):
        if number == stretch_before:
            layout.addStretch(1)
        layout.addWidget(Block(each, 40))
    places = laid_out(row, width)
    assert [place.width() for place in places] == widths
    assert all(place.left() >= 0 and place.right() < width for place in places)
    assert not any(one.intersects(other) for n, one in enumerate(places) for other in places[:n])
