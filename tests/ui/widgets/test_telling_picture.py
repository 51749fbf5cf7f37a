"""A small picture shows the whole figure, and what tells a massage from others large enough to be seen."""

from fakes import KNEE_BENDS, PALM_GLIDES, ROLLER_FACE_DOWN
from page_checks import POSES
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.routine import Side, Technique
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.telling_picture import TellingPicture

COLOURS = figure_colours(LIGHT.theme, LIGHT.skin)
ON_A_CARD = 284, 150


def painted(qtbot: QtBot, kind: type[Illustration], of: Technique) -> QImage:
    made = kind(POSES, LIGHT)
    qtbot.addWidget(made)
    made.show_technique(of, Side.RIGHT, moves=False)
    made.resize(*ON_A_CARD)
    return made.grab().toImage()


def count(image: QImage, role: FigureRole) -> int:
    """Pixels of the colour of a role."""
    wanted = QColor(COLOURS[role])
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_muscle_is_many_times_as_large_as_in_the_figure_alone(qtbot: QtBot, dressed: QApplication) -> None:
    alone = count(painted(qtbot, Illustration, PALM_GLIDES), FigureRole.MUSCLE)
    assert count(painted(qtbot, TellingPicture, PALM_GLIDES), FigureRole.MUSCLE) > 4 * alone > 0


def test_the_figure_is_whole_with_its_hair_and_its_shoes(qtbot: QtBot, dressed: QApplication) -> None:
    image = painted(qtbot, TellingPicture, PALM_GLIDES)
    for role in (FigureRole.HAIR, FigureRole.SHOE):
        alone = count(painted(qtbot, Illustration, PALM_GLIDES), role)
        assert count(image, role) > 0.8 * alone > 0


def test_a_figure_that_takes_all_the_width_stands_alone_and_as_large_as_can_be(
    qtbot: QtBot, dressed: QApplication
) -> None:
    alone = painted(qtbot, Illustration, ROLLER_FACE_DOWN)
    shown = painted(qtbot, TellingPicture, ROLLER_FACE_DOWN)
    assert 1 <= count(shown, FigureRole.MUSCLE) / count(alone, FigureRole.MUSCLE) < 1.5


def test_where_no_muscle_is_worked_there_is_nothing_to_see_from_close_by(qtbot: QtBot, dressed: QApplication) -> None:
    shown, alone = (painted(qtbot, kind, KNEE_BENDS) for kind in (TellingPicture, Illustration))
    assert 0.8 < count(shown, FigureRole.SHIRT) / count(alone, FigureRole.SHIRT) < 1.3
