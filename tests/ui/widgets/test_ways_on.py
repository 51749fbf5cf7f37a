"""The ways on are tiles of one size, ending first, side by side where there is room for it."""

import pytest
from on_screen import on_screen
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown

from kneeguide.core.trouble import WayOn
from kneeguide.ui.widgets.ways_on import WaysOnTiles


@pytest.fixture
def tiles(qtbot: QtBot) -> WaysOnTiles:
    tiles = WaysOnTiles()
    on_screen(qtbot, tiles, 1000, 300)
    tiles.offer(tuple(WayOn), "Calf")
    return tiles


def test_ending_comes_first(tiles: WaysOnTiles) -> None:
    assert names(shown(tiles, QAbstractButton)) == ["End session", "Leave out: Calf", "Go on, lighter"]


def test_only_what_is_offered_is_shown(tiles: WaysOnTiles) -> None:
    tiles.offer((WayOn.END,), "")
    assert names(shown(tiles, QAbstractButton)) == ["End session"]


def test_a_tile_says_which_way_was_chosen(tiles: WaysOnTiles, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tiles.chosen) as chosen:
        button(tiles, "Leave out: Calf").click()
    assert chosen.args == [WayOn.LEAVE_OUT]


@pytest.mark.parametrize(("width", "rows"), [(1000, 2), (250, 3)])
def test_in_a_narrow_place_they_stand_below_each_other(tiles: WaysOnTiles, width: int, rows: int) -> None:
    tiles.resize(width, 400)
    taken = tiles.fit(24, 90, width)
    QApplication.processEvents()
    each = shown(tiles, QAbstractButton)
    assert len({tile.y() for tile in each}) == rows
    assert len({tile.size().toTuple() for tile in each}) == 1
    assert taken >= rows * 90
