"""Every chart can be walked through by keys and pointed at, and says what is there."""

from collections.abc import Sequence

import pytest
from on_screen import on_screen
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.chart_picture import ChartPicture


class Dots(ChartPicture):
    """Points 100 px apart."""

    def height_at(self, width: int) -> int:
        return 200 if width > 500 else 300

    def places(self) -> Sequence[QRectF]:
        return [QRectF(100 * n, 20, 40, 40) for n in range(len(self.words))]

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(self.colours.card))


@pytest.fixture
def chart(qtbot: QtBot) -> Dots:
    chart = Dots(LIGHT, "Dots")
    chart.show_points(["one", "two", "three"])
    on_screen(qtbot, chart, 600, 200)
    chart.setFocus()
    return chart


def test_arrows_walk_and_say_once_what_is_there(chart: Dots, qtbot: QtBot, announced: list[str]) -> None:
    pointed: list[str] = []
    chart.pointed.connect(pointed.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
    assert announced == ["three", "two", "one", "one", "two", "three"]
    assert pointed == announced
    assert chart.here == 2


def test_tab_is_not_the_charts_own(chart: Dots, qtbot: QtBot) -> None:
    assert chart.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(chart, Qt.Key.Key_A)
    assert chart.here is None


def test_the_mouse_points_without_a_word_to_screen_readers(chart: Dots, qtbot: QtBot, announced: list[str]) -> None:
    with qtbot.waitSignal(chart.pointed) as pointed:
        qtbot.mouseMove(chart, QPoint(120, 40))
    assert pointed.args == ["two"]
    assert announced == []


def test_where_the_keys_are_is_framed_and_left_again(chart: Dots, qtbot: QtBot) -> None:
    before = chart.grab().toImage()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.grab().toImage() != before
    chart.clearFocus()
    assert chart.here is None


def test_a_chart_without_points_takes_keys_quietly(chart: Dots, qtbot: QtBot, announced: list[str]) -> None:
    chart.show_points([])
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
    assert chart.here is None
    assert announced == []


def test_new_points_leave_the_old_place(chart: Dots, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_End)
    chart.show_points(["only"])
    assert chart.here is None
    assert chart.words == ("only",)


def test_it_is_as_high_as_its_width_asks_for_and_follows_the_theme(chart: Dots) -> None:
    assert chart.height() == 200
    chart.resize(400, 200)
    assert chart.height() == 300
    chart.set_colours(DARK)
    assert chart.grab().toImage().pixelColor(50, 150).name().upper() == DARK.card


def test_it_has_a_name_and_a_summary(chart: Dots) -> None:
    chart.show_summary("Three dots.")
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Dots", "Three dots.")
