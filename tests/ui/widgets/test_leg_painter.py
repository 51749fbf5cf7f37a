"""In each theme the map's stripes, muscle and signs stand out from what they lie on."""

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath
from pytestqt.qtbot import QtBot

from kneeguide.core.leg_map import around
from kneeguide.core.routine import Muscle, Side, Stroke, Technique, Tempo
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours
from kneeguide.ui.widgets.leg_painter import Inks, blank, paint_section, stripe

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high-contrast"])
THIGH = Technique(id="t", title="T", cue="C", muscle=Muscle.QUADS, tempo=Tempo(Stroke.STROKE, 3.0))
GRAPHICS, WORDS = 3.0, 4.5
"""Least contrasts of WCAG 2.2."""


def contrast(one: QColor, other: QColor) -> float:
    """As in WCAG 2.2."""

    def luminance(colour: QColor) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@THEMES
def test_stripes_stand_out_from_skin_and_numbers_from_their_discs(colours: Colours) -> None:
    inks = Inks.of(colours)
    assert contrast(inks.stop, inks.skin) >= GRAPHICS
    assert contrast(inks.on_stop, inks.stop) >= WORDS


@THEMES
def test_the_muscle_is_set_off_from_skin_and_the_sign_from_the_muscle(colours: Colours) -> None:
    inks = Inks.of(colours)
    assert contrast(inks.edge, inks.skin) >= GRAPHICS
    assert contrast(inks.sign, inks.muscle) >= WORDS


@THEMES
@pytest.mark.parametrize("ground", ["card", "paper", "stage"])
def test_the_outline_of_the_leg_stands_out_from_every_ground(colours: Colours, ground: str) -> None:
    assert contrast(Inks.of(colours).line, QColor(getattr(colours, ground))) >= GRAPHICS - 0.1


@THEMES
def test_words_on_the_map_can_be_read_on_every_ground(colours: Colours) -> None:
    assert all(contrast(QColor(colours.ink), QColor(ground)) >= WORDS for ground in (colours.card, colours.paper))


def test_stripes_leave_gaps_and_stay_within_their_outline(qtbot: QtBot) -> None:
    picture = blank(QSize(60, 60), 1.0)
    painter = QPainter(picture)
    path = QPainterPath()
    path.addEllipse(QPointF(30, 30), 20, 20)
    stripe(painter, path, QColor("red"), 400)
    painter.end()
    image = picture.toImage()
    inside = [image.pixelColor(x, y).alpha() for x in range(20, 40) for y in range(20, 40)]
    assert any(alpha > 200 for alpha in inside)
    assert any(alpha == 0 for alpha in inside)
    corners = [(0, 0), (59, 0), (2, 57), (57, 57)]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in corners)


def test_flesh_fades_where_it_is_cut_off(qtbot: QtBot) -> None:
    section = around(Muscle.QUADS, Side.RIGHT)[1]
    leg = 300.0
    picture = blank(QSize(round(section.breadth * leg) + 4, round(section.height * leg) + 4), 1.0)
    painter = QPainter(picture)
    paint_section(painter, section, THIGH, Inks.of(LIGHT), QPointF(2, 2), leg)
    painter.end()
    image = picture.toImage()
    middle = round(-section.box[0] * leg)
    strengths = [image.pixelColor(middle, y).alpha() for y in (3, 8, 60)]
    assert strengths[0] < strengths[1] < strengths[2] == 255
    below = [image.pixelColor(middle, image.height() - y).alpha() for y in (3, 8, 60)]
    assert below[0] < below[1] < below[2] == 255
