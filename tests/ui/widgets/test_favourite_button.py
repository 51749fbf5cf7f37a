"""A star that is told by its shape and its name, and pressed by any means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, apply
from kneeguide.ui.widgets.favourite_button import SIZE, FavouriteButton


@pytest.fixture
def star(qtbot: QtBot, dressed: QApplication) -> FavouriteButton:
    made = FavouriteButton(LIGHT)
    qtbot.addWidget(made)
    return made


def painted(star: FavouriteButton) -> QImage:
    return star.grab().toImage()


def test_a_screen_reader_hears_what_it_is_and_of_what(qtbot: QtBot, star: FavouriteButton) -> None:
    other = FavouriteButton(LIGHT, "Hip release")
    qtbot.addWidget(other)
    assert star.accessibleName() == "Favourite"
    assert other.accessibleName() == "Favourite: Hip release"
    assert star.isCheckable()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_turns_it_on_and_off(qtbot: QtBot, star: FavouriteButton, key: Qt.Key) -> None:
    qtbot.keyClick(star, key)
    assert star.isChecked()
    qtbot.keyClick(star, key)
    assert not star.isChecked()


def test_a_double_click_is_one_click(qtbot: QtBot, star: FavouriteButton) -> None:
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(star, Qt.MouseButton.LeftButton)
    assert star.isChecked()


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST])
def test_it_is_filled_only_for_a_favourite(star: FavouriteButton, colours: Colours) -> None:
    star.set_colours(colours)
    middle = SIZE // 2
    assert painted(star).pixelColor(middle, middle) != QColor(colours.lead)
    star.setChecked(True)
    assert painted(star).pixelColor(middle, middle) == QColor(colours.lead)


def test_it_grows_with_the_letters_and_stays_inside_its_ring(star: FavouriteButton, dressed: QApplication) -> None:
    star.setChecked(True)
    higher = SIZE // 2 - 12  # above the tip of the usual star
    assert painted(star).pixelColor(SIZE // 2, higher) != QColor(LIGHT.lead)
    apply(dressed, LIGHT, paths.assets_dir(), 200)
    assert painted(star).pixelColor(SIZE // 2, higher) == QColor(LIGHT.lead)
    assert painted(star).pixelColor(SIZE // 2, SIZE // 2 - 17) != QColor(LIGHT.lead)
