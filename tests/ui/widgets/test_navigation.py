"""The places stand beside the page or lie above it; each can be pressed, and one is marked."""

import pytest
from page_checks import at_size, button, faults
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.main_window import MainWindow, Place
from kneeguide.ui.theme import LIGHT, apply
from kneeguide.ui.widgets.navigation import NAVIGATION_WIDTH, Navigation

PLACES = [(place, place.value.title()) for place in Place]


@pytest.fixture
def navigation(dressed: QApplication, qtbot: QtBot) -> Navigation:
    navigation = Navigation(PLACES, "A guide. It does not diagnose or treat.")
    qtbot.addWidget(navigation)
    return navigation


def test_a_place_is_told_when_it_is_pressed(navigation: Navigation, qtbot: QtBot) -> None:
    for place, label in PLACES:
        with qtbot.waitSignal(navigation.chosen) as chosen:
            button(navigation, label).click()
        assert chosen.args == [place]


def test_one_place_is_marked_or_none(navigation: Navigation) -> None:
    navigation.mark(Place.LEARN)
    assert [button(navigation, label).isChecked() for _, label in PLACES] == [False, False, True, False]


@pytest.mark.parametrize(("above", "size"), [(False, (NAVIGATION_WIDTH, 600)), (True, (900, 60))])
def test_every_place_can_be_read_marked_or_not(
    navigation: Navigation, dressed: QApplication, above: bool, size: tuple[int, int]
) -> None:
    apply(dressed, LIGHT, paths.assets_dir(), 200 if above else 100)
    navigation.lie_above(above)
    for place in Place:
        navigation.mark(place)
        at_size(navigation, *size)
        assert faults(navigation) == []


@pytest.mark.parametrize(
    ("text_size", "width", "beside"), [(100, 900, True), (125, 1200, True), (125, 1100, False), (200, 1200, False)]
)
def test_large_letters_take_the_width_beside_the_page(
    window: MainWindow, dressed: QApplication, qtbot: QtBot, text_size: int, width: int, beside: bool
) -> None:
    window.resize(width, 700)
    apply(dressed, LIGHT, paths.assets_dir(), text_size)
    (navigation,) = window.findChildren(Navigation)
    qtbot.waitUntil(lambda: (navigation.width() == width) is not beside, timeout=2000)
    if beside:
        assert NAVIGATION_WIDTH <= navigation.width() < width / 4
