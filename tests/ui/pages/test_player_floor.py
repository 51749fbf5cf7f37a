"""From the floor, three metres away, all of the player can be read and worked."""

import pytest
from page_checks import at_size, faults
from player_stand import KEYS, PAUSED, Stand, held, trouble
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import button, texts

from kneeguide import paths
from kneeguide.core.stage import StageKind
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, apply

SCREENS = [(900, 600), (1200, 800), (1920, 1080), (2560, 1440)]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda colours: colours.theme.value)
def test_from_the_floor_everything_can_be_read(
    dressed: QApplication, stand: Stand, qtbot: QtBot, size: tuple[int, int], colours: Colours
) -> None:
    apply(dressed, colours, paths.assets_dir())
    stand.page.set_colours(colours)
    stand.page.resize(*size)
    height = size[1]
    stand.page.set_floor_view(True)
    at_size(stand.page, *size)
    stand.run_to(StageKind.WORK)
    page = stand.page
    qtbot.waitUntil(lambda: page._stage._figure.height() >= height / 3)
    for arrange in (
        lambda: None,
        lambda: page.show_notice("Your diary cannot be written now, so this session is not being saved."),
        stand.pause,
    ):
        arrange()
        qtbot.waitUntil(lambda: faults(page) == [] and page._step._ring.digit_height >= height / 8)
        assert page._step._words.title.font().pixelSize() >= height / 25
        assert page._stage._figure.leg.font().pixelSize() >= height / 25
        assert button(page, "Something is wrong – stop").isVisible()
        qtbot.waitUntil(lambda: not overlaps(page._step._ring, page._step._words))
    assert {"LEFT LEG", "Step 1 of 3 · left leg", "3:15 to go", "Next", PAUSED} <= set(texts(page))
    assert page._track.height() == 16


def overlaps(one: QWidget, other: QWidget) -> bool:
    return one.geometry().intersects(other.geometry())


def test_the_floor_view_says_how_it_is_done_in_one_line_and_the_desk_in_full(stand: Stand) -> None:
    stand.run_to(StageKind.WORK)
    cue = "Glide both palms up towards the hip, then float back down."
    assert not stand.page._cue.isVisible()
    stand.page.set_floor_view(True)
    assert stand.page._cue.isVisible()
    assert stand.page._cue.text() == cue
    assert texts(stand.page).count(cue) == 1
    stand.page.show_notice("Your diary is not being saved.")
    assert not stand.page._cue.isVisible(), "what must not be missed takes its place"
    button(stand.page, "Close the notice").click()
    assert stand.page._cue.isVisible()
    stand.page.set_floor_view(False)
    assert texts(stand.page).count(cue) == 1
    assert "Five-minute seated ease" in texts(stand.page)


def test_the_floor_view_comes_and_goes_by_key_and_button(stand: Stand, qtbot: QtBot) -> None:
    told: list[bool] = []
    stand.page.floor_toggled.connect(told.append)
    for key in (Qt.Key.Key_F, Qt.Key.Key_F, Qt.Key.Key_F11, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        qtbot.keyClick(stand.page, key)
    assert told == [True, False, True, False]
    button(stand.page, "Floor view").click()
    button(stand.page, "Leave floor view").click()
    assert told[4:] == [True, False]


def test_escape_leaves_the_floor_view_and_held_down_it_also_asks_what_is_wrong(stand: Stand) -> None:
    stand.page.set_floor_view(True)
    held(stand.page, Qt.Key.Key_Escape, repeats=1)
    assert stand.wishes == ["floor_toggled", "trouble_requested"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F, Qt.Key.Key_F11])
def test_the_floor_view_is_no_trap_in_trouble(stand: Stand, key: Qt.Key) -> None:
    stand.page.set_floor_view(True)
    trouble(stand)
    held(stand.page.focusWidget() or stand.page, key)
    assert stand.wishes == ["floor_toggled"]
    assert "What is wrong?" in texts(stand.page)
    held(stand.page.focusWidget() or stand.page, key)
    assert stand.wishes == ["floor_toggled"], "nor does anything lead back there"


def test_every_key_works_on_the_floor_as_at_the_desk(stand: Stand) -> None:
    for wish, keys in KEYS.items():
        for key in keys:
            stand.page.set_floor_view(True)
            held(stand.page, key)
            assert stand.wishes == [wish], key
            stand.wishes.clear()
