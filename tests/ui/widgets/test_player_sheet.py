"""The parts of the player find their places in any window, before anything is played."""

import itertools

import pytest
from on_screen import on_screen
from page_checks import POSES
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import names, shown

from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.player_sheet import PlayerSheet
from kneeguide.ui.widgets.run_button import RunButton


def place(sheet: PlayerSheet, part: QWidget) -> QRect:
    return QRect(part.mapTo(sheet, part.rect().topLeft()), part.size())


@pytest.mark.parametrize("size", [(360, 640), (900, 600), (1920, 1080)])
@pytest.mark.parametrize("on_floor", [False, True], ids=["desk", "floor"])
def test_from_the_head_to_the_bar_nothing_overlaps(qtbot: QtBot, size: tuple[int, int], on_floor: bool) -> None:
    sheet = PlayerSheet(LIGHT, POSES)
    sheet.set_floor_view(on_floor)
    on_screen(qtbot, sheet, *size)
    parts = [place(sheet, part) for part in (sheet._head, sheet._track, sheet._run, sheet._bar)]
    assert all(above.bottom() < below.top() for above, below in itertools.pairwise(parts))
    assert all(sheet.rect().contains(part) for part in parts)


@pytest.mark.parametrize(("size", "stacked"), [((600, 900), True), ((900, 600), False)])
def test_time_stands_above_the_picture_where_it_is_narrow(qtbot: QtBot, size: tuple[int, int], stacked: bool) -> None:
    sheet = PlayerSheet(LIGHT, POSES)
    on_screen(qtbot, sheet, *size)
    time, picture = place(sheet, sheet._step), place(sheet, sheet._stage)
    assert (time.top() < picture.top()) is stacked
    assert (picture.right() < time.left()) is not stacked


def test_on_the_floor_the_way_out_is_the_way_back_to_the_desk(qtbot: QtBot) -> None:
    sheet = PlayerSheet(LIGHT, POSES)
    on_screen(qtbot, sheet)
    assert {"Floor view", "Leave this session"} <= set(names(shown(sheet, RunButton)))
    sheet.set_floor_view(True)
    offered = names(shown(sheet, RunButton))
    assert "Leave floor view" in offered
    assert "Leave this session" not in offered
