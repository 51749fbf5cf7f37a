"""A picture is drawn once it has come into view: a page of many is there at once, with empty stages."""

from fakes import CALF_GLIDES, OWN_STEP
from page_checks import POSES
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kneeguide.core.routine import Side, Technique
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.lazy_illustration import LazyIllustration


def made(qtbot: QtBot, technique: Technique) -> LazyIllustration:
    picture = LazyIllustration(POSES, LIGHT, technique, Side.RIGHT)
    qtbot.addWidget(picture)
    picture.resize(280, 136)
    return picture


def painted(picture: LazyIllustration) -> QImage:
    return picture.grab().toImage()


def is_empty(image: QImage) -> bool:
    """Whether the middle of a picture shows nothing but the stage."""
    across = {image.pixel(x, image.height() // 2) for x in range(20, image.width() - 20)}
    return len(across) == 1


def test_the_stage_is_empty_at_first_and_the_figure_follows(qtbot: QtBot, dressed: QApplication) -> None:
    picture = made(qtbot, CALF_GLIDES)
    assert is_empty(painted(picture))
    qtbot.waitUntil(lambda: not is_empty(painted(picture)))
    assert picture.accessibleName() == POSES[CALF_GLIDES.id].alt


def test_a_picture_out_of_view_is_never_drawn(qtbot: QtBot, dressed: QApplication) -> None:
    seen, unseen = made(qtbot, CALF_GLIDES), made(qtbot, CALF_GLIDES)
    painted(seen)
    qtbot.waitUntil(lambda: bool(seen.accessibleName()))
    assert unseen.accessibleName() == ""


def test_a_picture_that_only_peeks_in_waits_until_it_comes_into_view(qtbot: QtBot, dressed: QApplication) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    page = QWidget()
    page.resize(300, 600)
    area.setWidget(page)
    area.resize(320, 200)
    above, peeking = made(qtbot, CALF_GLIDES), made(qtbot, CALF_GLIDES)
    for picture, top in ((above, 10), (peeking, 190)):
        picture.setParent(page)
        picture.move(10, top)
    area.show()
    qtbot.waitUntil(lambda: bool(above.accessibleName()))
    QApplication.processEvents()
    assert peeking.accessibleName() == ""
    area.verticalScrollBar().setValue(150)
    qtbot.waitUntil(lambda: bool(peeking.accessibleName()))


def test_a_step_without_a_figure_shows_its_title(qtbot: QtBot, dressed: QApplication) -> None:
    picture = made(qtbot, OWN_STEP)
    painted(picture)
    qtbot.waitUntil(lambda: picture.accessibleName() == OWN_STEP.title)


def test_a_theme_chosen_before_it_was_seen_is_worn(qtbot: QtBot, dressed: QApplication) -> None:
    picture = made(qtbot, CALF_GLIDES)
    picture.use_theme(DARK)
    painted(picture)
    qtbot.waitUntil(lambda: bool(picture.accessibleName()))
    assert painted(picture).pixelColor(140, 3).name().upper() == DARK.stage
