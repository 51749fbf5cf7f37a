"""The stage of the first page is empty until it has been seen, and then shows its figure."""

import pytest
from on_screen import on_screen
from page_checks import POSES
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.illustration import Illustration
from kneeguide.ui.widgets.late_figure import LateFigure


@pytest.mark.parametrize(
    ("technique", "told"), [("palm-glides-front-thigh", "glides both palms"), ("no-such-technique", "A gentle hand")]
)
def test_the_figure_is_drawn_once_the_stage_has_been_painted(
    qtbot: QtBot, dressed: QApplication, technique: str, told: str
) -> None:
    stage = LateFigure(POSES, LIGHT, technique, "A gentle hand")
    assert stage.findChildren(Illustration) == []
    on_screen(qtbot, stage, 300, 200)
    qtbot.waitUntil(lambda: len(stage.findChildren(Illustration)) == 1)
    (figure,) = stage.findChildren(Illustration)
    assert told in figure.accessibleName()
    stage.repaint()
    QApplication.processEvents()
    assert stage.findChildren(Illustration) == [figure]


def test_another_theme_that_comes_before_the_figure_is_its_theme(qtbot: QtBot, dressed: QApplication) -> None:
    first, second = LateFigure(POSES, LIGHT, "palm-glides-front-thigh", ""), LateFigure(POSES, DARK, "warm-up", "")
    first.set_colours(DARK)
    for stage in (first, second):
        on_screen(qtbot, stage, 300, 200)
        qtbot.waitUntil(lambda stage=stage: len(stage.findChildren(Illustration)) == 1)
    (one,), (other,) = first.findChildren(Illustration), second.findChildren(Illustration)
    assert one._colours == other._colours
