"""The drawn person can be told from the stage, the muscle from the person, and the tool from both: in each theme, and
whatever the skin."""

import re
from itertools import product

import pytest

from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.settings import Skin, Theme

R = FigureRole
THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
EACH = {f"{theme.value}, {skin.value} skin": (theme, skin) for theme, skin in product(THEMES, Skin)}


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


@pytest.fixture(params=EACH)
def colours(request: pytest.FixtureRequest) -> dict[FigureRole, str]:
    return dict(figure_colours(*EACH[request.param]))


def test_every_part_has_a_colour(colours: dict[FigureRole, str]) -> None:
    assert set(colours) == set(FigureRole)
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours.values())


@pytest.mark.parametrize("part", [R.TOOL, R.ARROW], ids=lambda part: part.value)
def test_what_must_be_found_on_the_stage_stands_out_from_it(colours: dict[FigureRole, str], part: FigureRole) -> None:
    assert contrast(colours[part], colours[R.STAGE]) >= 3.0


@pytest.mark.parametrize(
    "part",
    [R.SKIN, R.SKIN_FAR, R.SHIRT, R.SHIRT_FAR, R.SHORTS, R.SHORTS_FAR, R.HAIR, R.FURNITURE, R.FURNITURE_FAR],
    ids=lambda part: part.value,
)
def test_every_part_of_the_scene_is_plain_to_see_on_the_stage(colours: dict[FigureRole, str], part: FigureRole) -> None:
    assert distance(colours[part], colours[R.STAGE]) >= 20


@pytest.mark.parametrize("ground", [R.SKIN, R.SKIN_FAR, R.SHORTS, R.STAGE, R.TOOL], ids=lambda part: part.value)
def test_the_muscle_is_told_from_what_it_lies_on(colours: dict[FigureRole, str], ground: FigureRole) -> None:
    assert distance(colours[R.MUSCLE], colours[ground]) >= 20


@pytest.mark.parametrize("worn", [R.SHIRT, R.SHORTS, R.HAIR, R.TOOL], ids=lambda part: part.value)
def test_skin_is_told_from_clothes_hair_and_what_it_holds(colours: dict[FigureRole, str], worn: FigureRole) -> None:
    assert distance(colours[R.SKIN], colours[worn]) >= 20


@pytest.mark.parametrize(
    ("near", "far"),
    [(R.SKIN, R.SKIN_FAR), (R.SHIRT, R.SHIRT_FAR), (R.SHORTS, R.SHORTS_FAR), (R.SHOE, R.SHOE_FAR)],
    ids=lambda part: part.value,
)
def test_the_near_limb_is_told_from_the_far_one(
    colours: dict[FigureRole, str], near: FigureRole, far: FigureRole
) -> None:
    assert distance(colours[near], colours[far]) >= 8


@pytest.mark.parametrize("theme", THEMES)
def test_no_two_skins_look_alike(theme: Theme) -> None:
    skins = [figure_colours(theme, skin)[R.SKIN] for skin in Skin]
    assert all(distance(one, other) >= 10 for one in skins for other in skins if one != other)
    assert len(set(skins)) == len(Skin)


def test_skin_changes_nothing_but_the_person() -> None:
    for theme in THEMES:
        for skin in Skin:
            usual, other = figure_colours(theme, Skin.MEDIUM), figure_colours(theme, skin)
            assert {role for role in R if usual[role] != other[role]} <= {R.SKIN, R.SKIN_FAR, R.HAIR}


def test_where_nobody_chose_a_theme_the_light_one_is_meant() -> None:
    assert figure_colours(Theme.SYSTEM, Skin.DARK) == figure_colours(Theme.LIGHT, Skin.DARK)
