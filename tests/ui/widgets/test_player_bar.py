"""Every button at the foot of the player asks for one thing, and says which."""

import pytest
from geometry import geometry_faults
from on_screen import on_screen
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import button, names, shown, texts

from kneeguide import paths
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.player_bar import PlayerBar
from kneeguide.ui.widgets.run_button import RunButton


@pytest.fixture
def bar(qtbot: QtBot) -> PlayerBar:
    bar = PlayerBar()
    on_screen(qtbot, bar, 1152, 46)
    return bar


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Something is wrong – stop", "trouble"),
        ("Back", "back"),
        ("Pause", "pause_or_go_on"),
        ("Skip", "skip"),
        ("Ten seconds more", "extend"),
        ("Mute", "mute"),
    ],
)
def test_a_button_asks_for_what_it_says(bar: PlayerBar, qtbot: QtBot, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(bar, signal)):
        button(bar, name).click()


def test_two_buttons_say_the_opposite_after_a_press(bar: PlayerBar) -> None:
    bar.show_paused(True)
    bar.show_muted(True)
    assert {"Go on", "Unmute"} <= set(names(shown(bar, QAbstractButton)))
    bar.show_paused(False)
    bar.show_muted(False)
    assert {"Pause", "Mute"} <= set(names(shown(bar, QAbstractButton)))


def test_the_keys_are_named_only_where_there_is_room(bar: PlayerBar) -> None:
    assert texts(bar) == ["Space pause · ← → step · ? keys"]
    bar.resize(600, 46)
    assert texts(bar) == []
    assert bar.minimumSizeHint().width() <= 600


@pytest.mark.parametrize(("width", "lines"), [(852, 1), (568, 2), (328, 2)])
def test_buttons_go_on_in_a_second_line_rather_than_be_cut_off(
    dressed: QApplication, bar: PlayerBar, qtbot: QtBot, width: int, lines: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    bar.resize(width, 46 if lines == 1 else 100)
    qtbot.waitUntil(lambda: geometry_faults(bar) == [])
    assert len({each.y() for each in shown(bar, QAbstractButton)}) == lines


@pytest.mark.parametrize(("text_size", "width"), [(100, 1152), (150, 1800)])
def test_the_buttons_that_move_time_stand_in_the_middle_and_all_are_equally_high(
    dressed: QApplication, bar: PlayerBar, qtbot: QtBot, text_size: int, width: int
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    bar.resize(width, 60)
    stop, *moving = shown(bar, QAbstractButton)

    def middle() -> float:
        ends = moving[0].rect().topLeft(), moving[-1].rect().topRight()
        return sum(each.mapTo(bar, end).x() for each, end in zip((moving[0], moving[-1]), ends, strict=True)) / 2

    qtbot.waitUntil(lambda: abs(middle() - width / 2) <= 4)
    qtbot.waitUntil(lambda: len({each.height() for each in (stop, *moving)}) == 1)


def test_from_afar_letters_are_large_and_the_button_that_pauses_broad(
    dressed: QApplication, bar: PlayerBar, qtbot: QtBot
) -> None:
    bar.resize(1152, 60)
    bar.scale_to(800)
    bar.grab()
    before = button(bar, "Pause").width()
    bar.show_from_afar(True)
    qtbot.waitUntil(lambda: geometry_faults(bar) == [])
    assert button(bar, "Pause").width() >= 2 * before
    assert min(each.font().pixelSize() for each in shown(bar, QAbstractButton)) >= 800 // 33


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("width", [852, 1152, 1872])
def test_on_the_floor_there_is_room_beside_the_words_of_every_button(bar: PlayerBar, width: int) -> None:
    bar.window().resize(width, 80)
    bar.resize(width, 80)
    bar.scale_to(width * 2 // 3)
    bar.show_from_afar(True)
    QApplication.processEvents()
    for each in shown(bar, RunButton):
        assert each.width() - each.width_at(each.font().pixelSize()) >= 32, each.text()
