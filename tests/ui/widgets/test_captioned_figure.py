"""A figure tells screen readers what it shows, and its caption is there whatever becomes of it."""

from page_checks import POSES, words
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneeguide.core.learn import Picture
from kneeguide.ui.theme import DARK, LIGHT
from kneeguide.ui.widgets.captioned_figure import CaptionedFigure
from kneeguide.ui.widgets.figure_view import FigureView


def made(qtbot: QtBot, figure: str) -> CaptionedFigure:
    captioned = CaptionedFigure(Picture(figure, "Slow & gentle strokes."), POSES, LIGHT)
    qtbot.addWidget(captioned)
    captioned.resize(420, 260)
    return captioned


def figure_of(captioned: CaptionedFigure) -> FigureView:
    (figure,) = captioned.findChildren(FigureView)
    return figure


def test_the_figure_says_what_it_shows_and_the_caption_what_to_see(qtbot: QtBot, dressed: QApplication) -> None:
    captioned = made(qtbot, "palm-glides-front-thigh")
    assert figure_of(captioned).accessibleName() == POSES["palm-glides-front-thigh"].alt
    assert words(captioned) == "Slow & gentle\u00a0strokes."


def test_a_figure_that_is_gone_leaves_its_caption(qtbot: QtBot, dressed: QApplication) -> None:
    captioned = made(qtbot, "never-drawn")
    assert figure_of(captioned).isHidden()
    assert words(captioned) == "Slow & gentle\u00a0strokes."


def test_it_wears_the_theme(qtbot: QtBot, dressed: QApplication) -> None:
    captioned = made(qtbot, "rest-and-check-in")

    def stage() -> str:
        return QColor(captioned.grab().toImage().pixelColor(210, 6)).name().upper()

    assert stage() == LIGHT.stage
    captioned.set_colours(DARK)
    assert stage() == DARK.stage
