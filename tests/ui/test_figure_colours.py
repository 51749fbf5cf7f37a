"""The drawn person can be told from the stage, the muscle from the person, and the tool from both, in each theme."""

import pytest
from PySide6.QtGui import QColor

from kneeguide.core.figure import FigureRole
from kneeguide.ui.figure_colours import figure_colours
from kneeguide.ui.theme import DARK, HIGH_CONTRAST, LIGHT

R = FigureRole
THEMES = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}


def luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str) -> float:
    """How different two colours look: CIE 1976, where 2.3 is just noticeable and 20 is plain to see."""
    labs = []
    for colour in (one, other):
        red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
        x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
        y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
        fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
        labs.append((116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)))
    return float(sum((a - b) ** 2 for a, b in zip(*labs, strict=True)) ** 0.5)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("name", THEMES)
def test_every_part_has_a_colour(name: str) -> None:
    colours = figure_colours(THEMES[name])
    assert set(colours) == set(FigureRole)
    assert all(QColor(colour).isValid() for colour in colours.values())


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("part", [R.TOOL, R.ARROW], ids=lambda part: part.value)
def test_what_must_be_found_on_the_stage_stands_out_from_it(name: str, part: FigureRole) -> None:
    colours = figure_colours(THEMES[name])
    assert contrast(colours[part], colours[R.STAGE]) >= 3.0


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    "part",
    [R.SKIN, R.SKIN_FAR, R.SHIRT, R.SHIRT_FAR, R.SHORTS, R.SHORTS_FAR, R.HAIR, R.FURNITURE, R.FURNITURE_FAR],
    ids=lambda part: part.value,
)
def test_every_part_of_the_scene_is_plain_to_see_on_the_stage(name: str, part: FigureRole) -> None:
    colours = figure_colours(THEMES[name])
    assert distance(colours[part], colours[R.STAGE]) >= 20


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", [R.SKIN, R.SKIN_FAR, R.SHORTS, R.STAGE, R.TOOL], ids=lambda part: part.value)
def test_the_muscle_is_told_from_what_it_lies_on(name: str, ground: FigureRole) -> None:
    colours = figure_colours(THEMES[name])
    assert distance(colours[R.MUSCLE], colours[ground]) >= 20


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("near", "far"),
    [(R.SKIN, R.SKIN_FAR), (R.SHIRT, R.SHIRT_FAR), (R.SHORTS, R.SHORTS_FAR), (R.SHOE, R.SHOE_FAR)],
    ids=lambda part: part.value,
)
def test_the_near_limb_is_told_from_the_far_one(name: str, near: FigureRole, far: FigureRole) -> None:
    colours = figure_colours(THEMES[name])
    assert distance(colours[near], colours[far]) >= 8


@pytest.mark.parametrize("name", THEMES)
def test_the_stage_is_the_one_of_the_theme(name: str) -> None:
    colours = THEMES[name]
    assert figure_colours(colours)[R.STAGE] == colours.stage
