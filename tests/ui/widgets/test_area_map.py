"""The map shows where to work in solid colour and where never to in stripes, and says all of it in words."""

from functools import cache

import pytest
from fakes import OWN_STEP, PALM_GLIDES
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kneeguide import paths
from kneeguide.core.keep_off import KeepOff
from kneeguide.core.library_reader import load_library
from kneeguide.core.routine import Muscle, Side, Technique
from kneeguide.ui import wording
from kneeguide.ui.keep_off_wording import keep_off
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours
from kneeguide.ui.widgets import area_map
from kneeguide.ui.widgets.area_map import AreaMap

SMALL, STEP_SIZE, LARGE = (96, 108), (136, 144), (640, 440)
"""In the player, on the page of a routine, and in the list of what to keep off."""


@cache
def shipped() -> dict[str, Technique]:
    library = load_library(paths.routines_dir(), None)
    techniques = [phase.technique for routine in library.routines for phase in routine.phases]
    return {technique.id: technique for technique in techniques if technique.presses}


def made(qtbot: QtBot, colours: Colours = LIGHT, *, numbered: bool = False) -> AreaMap:
    shown = AreaMap(colours, numbered=numbered)
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def plain(qtbot: QtBot) -> AreaMap:
    return made(qtbot)


def painted(shown: AreaMap, size: tuple[int, int]) -> QImage:
    shown.resize(*size)
    return shown.grab().toImage()


def box_of(image: QImage, colour: str) -> QRect:
    """Where a colour is."""
    wanted = QColor(colour).rgb()
    box = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixel(x, y) == wanted:
                box = box.united(QRect(x, y, 1, 1))
    return box


# What is seen


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high-contrast"])
@pytest.mark.parametrize("size", [SMALL, STEP_SIZE])
def test_every_shipped_technique_shows_its_muscle_and_what_to_keep_off(
    qtbot: QtBot, colours: Colours, size: tuple[int, int]
) -> None:
    shown = made(qtbot, colours)
    for technique in shipped().values():
        shown.show_technique(technique, Side.LEFT)
        image = painted(shown, size)
        assert not box_of(image, colours.muscle).isEmpty(), technique.id
        assert not box_of(image, colours.stop).isEmpty(), technique.id


def test_without_a_muscle_only_what_to_keep_off_is_shown(plain: AreaMap) -> None:
    for show in (plain.show_keep_off, lambda: plain.show_technique(OWN_STEP, Side.LEFT)):
        show()
        image = painted(plain, LARGE)
        assert box_of(image, LIGHT.muscle).isEmpty()
        assert not box_of(image, LIGHT.stop).isEmpty()


def test_left_is_the_mirror_of_right(plain: AreaMap) -> None:
    technique = next(t for t in shipped().values() if t.muscle is Muscle.HAMSTRINGS)
    both = []
    for side in (Side.LEFT, Side.RIGHT):
        plain.show_technique(technique, side)
        both.append(box_of(painted(plain, (300, 300)), LIGHT.muscle))
    assert both[0].top() == both[1].top()
    assert both[0] != both[1]


@pytest.mark.parametrize("size", [SMALL, STEP_SIZE, (300, 90), (60, 300)])
def test_the_map_fills_its_room_and_is_in_its_middle(plain: AreaMap, size: tuple[int, int]) -> None:
    plain.show_technique(PALM_GLIDES, Side.RIGHT)
    image = painted(plain, size)
    ground = image.pixel(0, 0)
    box = QRect()
    for y in range(size[1]):
        for x in range(size[0]):
            if image.pixel(x, y) != ground:
                box = box.united(QRect(x, y, 1, 1))
    assert box.width() > 0.85 * size[0] or box.height() > 0.85 * size[1]
    assert abs(box.center().x() - size[0] / 2) <= 0.06 * size[0]
    assert abs(box.center().y() - size[1] / 2) <= 0.06 * size[1]


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (200, 3), (3, 200), (40, 20)])
@pytest.mark.parametrize("numbered", [False, True])
def test_no_size_is_too_small(qtbot: QtBot, size: tuple[int, int], numbered: bool) -> None:
    shown = made(qtbot, numbered=numbered)
    shown.setMinimumSize(0, 0)
    shown.show_technique(PALM_GLIDES, None)
    shown.show()
    assert painted(shown, size).width() == size[0]


def test_the_whole_leg_with_its_numbers_is_shown_on_a_large_map(qtbot: QtBot) -> None:
    shown = made(qtbot, numbered=True)
    shown.show_technique(PALM_GLIDES, Side.RIGHT)
    image = painted(shown, LARGE)
    discs = box_of(image, LIGHT.stop)
    assert discs.left() < LARGE[0] * 0.1
    assert discs.right() > LARGE[0] * 0.9
    assert QRect(0, 0, *LARGE).adjusted(1, 1, -1, -1).contains(discs)
    assert not box_of(image, LIGHT.muscle).isEmpty()


@pytest.mark.parametrize("size", [LARGE, (352, 128), (440, 320), (1100, 600)])
def test_numbers_do_not_touch_each_other(qtbot: QtBot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    discs: list[QRect] = []
    shown = made(qtbot, numbered=True)
    monkeypatch.setattr(area_map, "QPainter", _watching(discs))
    shown.show_keep_off()
    painted(shown, size)
    assert len(discs) == len(KeepOff)
    assert all(QRect(0, 0, *size).contains(disc) for disc in discs)
    assert not any(one.intersects(other) for one in discs for other in discs if one is not other)


def test_it_is_as_high_as_its_width_asks_for_and_no_higher(qtbot: QtBot) -> None:
    shown = made(qtbot, numbered=True)
    assert shown.hasHeightForWidth()
    heights = [shown.heightForWidth(width) for width in (440, 560, 2000)]
    assert heights == sorted(heights)
    assert heights[-1] == shown.sizeHint().height()


def test_it_is_painted_once_and_again_in_another_theme(plain: AreaMap, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    paint = area_map.paint_section
    monkeypatch.setattr(area_map, "paint_section", lambda *what: drawn.append(what) or paint(*what))
    plain.show_technique(PALM_GLIDES, Side.RIGHT)
    light = painted(plain, STEP_SIZE)
    painted(plain, STEP_SIZE)
    assert len(drawn) == 2  # two views
    plain.set_colours(DARK)
    dark = painted(plain, STEP_SIZE)
    assert len(drawn) == 4
    assert not box_of(light, LIGHT.muscle).isEmpty()
    assert not box_of(dark, DARK.muscle).isEmpty()
    assert box_of(dark, LIGHT.muscle).isEmpty()


# What is said


@pytest.mark.parametrize("technique", shipped().values(), ids=lambda technique: technique.id)
def test_a_screen_reader_is_told_where_to_work_and_what_to_keep_off(plain: AreaMap, technique: Technique) -> None:
    plain.show_technique(technique, Side.LEFT)
    assert technique.muscle is not None
    assert plain.accessibleName().startswith(f"Map of the leg. Work here: {wording.muscle(technique.muscle)}. Keep off")


def test_what_lies_near_the_muscle_is_named(plain: AreaMap) -> None:
    plain.show_technique(PALM_GLIDES, Side.LEFT)
    said = plain.accessibleName()
    assert keep_off(KeepOff.KNEECAP) in said
    assert keep_off(KeepOff.GROIN) in said
    assert keep_off(KeepOff.HEEL_CORD) not in said


@pytest.mark.parametrize("numbered", [False, True])
def test_all_places_are_named_where_no_muscle_is_shown(qtbot: QtBot, numbered: bool) -> None:
    shown = made(qtbot, numbered=numbered)
    shown.show_technique(PALM_GLIDES, Side.LEFT)
    shown.show_keep_off()
    said = shown.accessibleName()
    assert "Work here" not in said
    assert all(keep_off(area) in said for area in KeepOff)


def _watching(discs: list[QRect]) -> type:
    """A painter that writes down the discs it draws."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    class Watching(QPainter):
        def drawEllipse(self, *where: object) -> None:
            if isinstance(where[0], QRectF):
                discs.append(where[0].toRect())
            super().drawEllipse(*where)  # type: ignore[call-overload]

    return Watching
