"""The figure is as large as it can be, the leg is named, and the map has what is left."""

from dataclasses import replace

import pytest
from fakes import CALF_GLIDES, OWN_STEP, PALM_GLIDES, ROLLER_FACE_DOWN, planned
from on_screen import on_screen
from page_checks import POSES, at_size
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.routine import Technique
from kneeguide.core.stage import StageKind
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.stage_picture import StagePicture

STAGES = planned().stages
LEFT = next(stage for stage in STAGES if stage.kind is StageKind.WORK and stage.side == "left")
WHOLE_BODY = next(stage for stage in STAGES if stage.kind is StageKind.WORK and stage.side is None)
PLACES = [(455, 310, 600), (620, 520, 800), (1016, 800, 1080)]
"""Breadth and height of the picture, and the height of its page, in windows of the usual sizes."""


@pytest.fixture
def picture(qtbot: QtBot) -> StagePicture:
    picture = StagePicture(POSES, LIGHT)
    on_screen(qtbot, picture, 620, 520)
    return picture


def drawn(picture: StagePicture) -> QRectF:
    return picture.place_in(picture._room())


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("from_afar", [False, True], ids=["desk", "floor"])
@pytest.mark.parametrize("still", [False, True], ids=["moves", "still"])
@pytest.mark.parametrize(("width", "height", "page"), PLACES)
@pytest.mark.parametrize("technique", [PALM_GLIDES, CALF_GLIDES, ROLLER_FACE_DOWN, OWN_STEP], ids=lambda t: t.id)
def test_figure_leg_and_map_do_not_touch(
    picture: StagePicture, technique: Technique, width: int, height: int, page: int, still: bool, from_afar: bool
) -> None:
    at_size(picture, width, height)
    picture.keep_still(still)
    picture.show_from_afar(from_afar)
    picture.scale_to(page, page)
    picture.show_stage(replace(LEFT, technique=technique))
    assert picture.leg.isVisible()
    figure = drawn(picture).toAlignedRect()
    leg = picture.leg.geometry()
    assert picture.rect().contains(leg)
    if technique is not OWN_STEP:  # its title stands there
        assert picture.rect().contains(figure)
        assert not leg.intersects(figure)
    if picture.map.isVisible():
        place = picture.map.geometry()
        assert picture.rect().contains(place)
        assert not place.intersects(leg)
        assert not place.intersects(figure.adjusted(1, 1, -1, -1))


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("width", "height", "page"), PLACES)
@pytest.mark.parametrize("technique", [PALM_GLIDES, CALF_GLIDES, ROLLER_FACE_DOWN], ids=lambda t: t.id)
def test_the_figure_is_what_is_seen_first_and_the_map_is_there(
    picture: StagePicture, technique: Technique, width: int, height: int, page: int
) -> None:
    at_size(picture, width, height)
    picture.scale_to(page, page)
    picture.show_stage(replace(LEFT, technique=technique))
    figure = drawn(picture)
    assert figure.height() >= 0.68 * height or figure.width() >= 0.85 * width
    assert abs(figure.center().x() - width / 2) <= 2
    assert picture.map.isVisible()
    assert picture.map.height() >= page / 8


def test_the_map_goes_where_the_figure_leaves_it_no_room(picture: StagePicture) -> None:
    picture.scale_to(800, 800)
    picture.show_stage(LEFT)
    assert picture.map.isVisible()
    at_size(picture, 130, 160)
    assert not picture.map.isVisible()
    assert drawn(picture).height() > 60


def test_without_a_leg_and_without_pressing_the_figure_has_all_the_room(picture: StagePicture) -> None:
    picture.scale_to(800, 800)
    picture.show_stage(WHOLE_BODY)
    assert not picture.leg.isVisible()
    assert not picture.map.isVisible()
    assert drawn(picture).height() > 0.85 * picture.height()


def test_a_stage_too_narrow_for_the_leg_has_it_smaller_and_in_the_middle_of_its_ground(picture: StagePicture) -> None:
    at_size(picture, 300, 400)
    picture.scale_to(800, 800)
    picture.show_from_afar(True)
    picture.show_stage(LEFT)
    assert 800 / 25 <= picture.leg.font().pixelSize() < 800 / 17
    assert picture.leg.alignment() & Qt.AlignmentFlag.AlignHCenter
    assert picture.leg.sizeHint().width() <= picture.leg.width()


def test_from_right_to_left_all_is_mirrored(picture: StagePicture) -> None:
    picture.scale_to(800, 800)
    picture.show_stage(LEFT)
    before = [QRect(each.geometry()) for each in (picture.leg, picture.map)]
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    for was, each in zip(before, (picture.leg, picture.map), strict=True):
        assert each.x() == picture.width() - was.x() - was.width()
