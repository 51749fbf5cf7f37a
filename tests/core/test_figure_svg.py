"""A figure as a drawing: whole, in its colours, at the phase and for the leg that was asked for, and safe to show."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kneeguide.core.figure_colours import figure_colours
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.figure_svg import COLUMNS, MARGIN, WIDTH, figure_svg, sheet_svg
from kneeguide.core.pose_reader import load_poses
from kneeguide.core.routine import Side
from kneeguide.core.settings import Skin, Theme
from kneeguide.core.svg_gate import check_svg

POSES, _ = load_poses(Path(__file__).parents[2] / "assets" / "figures")
COLOURS = figure_colours(Theme.LIGHT, Skin.MEDIUM)
NAME_SPACE = "{http://www.w3.org/2000/svg}"


def points(svg: str) -> list[tuple[float, float]]:
    numbers = re.findall(r"(-?[\d.]+),(-?[\d.]+)", svg)
    return [(float(x), float(y)) for x, y in numbers]


@pytest.mark.parametrize("name", POSES)
@pytest.mark.parametrize("side", Side)
def test_every_figure_fills_its_drawing_and_passes_the_gate(name: str, side: Side) -> None:
    svg = figure_svg(POSES[name], None, side, COLOURS)
    check_svg(svg.encode())
    drawing = ElementTree.fromstring(svg)
    height = float(drawing.get("height", 0))
    xs, ys = zip(*points(svg), strict=True)
    assert (min(xs), max(xs)) > (0, 0)
    assert max(xs) < WIDTH
    assert min(ys) > 0
    assert max(ys) < height
    assert max(xs) - min(xs) > 0.75 * (WIDTH - 2 * MARGIN) or max(ys) - min(ys) > 0.75 * (height - 2 * MARGIN)


def test_it_says_what_it_shows() -> None:
    title = ElementTree.fromstring(figure_svg(POSES["stick-calf"], None, Side.LEFT, COLOURS)).find(f"{NAME_SPACE}title")
    assert title is not None
    assert title.text == POSES["stick-calf"].alt


def test_its_colours_are_those_of_its_roles() -> None:
    svg = figure_svg(POSES["stick-calf"], None, Side.RIGHT, COLOURS)
    used = set(re.findall(r'fill="(#[0-9A-F]{6})"', svg))
    assert used <= set(COLOURS.values())
    assert {COLOURS[role] for role in (FigureRole.STAGE, FigureRole.SKIN, FigureRole.MUSCLE, FigureRole.TOOL)} <= used


def test_a_phase_moves_it_and_the_left_leg_mirrors_it() -> None:
    pose = POSES["stick-calf"]
    start, end = (figure_svg(pose, phase, Side.RIGHT, COLOURS) for phase in (0.0, 0.5))
    assert start != end
    assert figure_svg(pose, None, Side.RIGHT, COLOURS) == figure_svg(pose, pose.still, Side.RIGHT, COLOURS)
    right = [x for x, _ in points(start)]
    left = [WIDTH - x for x, _ in points(figure_svg(pose, 0.0, Side.LEFT, COLOURS))]
    all_but_the_marks = 2000
    assert left[:all_but_the_marks] == pytest.approx(right[:all_but_the_marks], abs=0.11)


def test_every_figure_is_on_the_sheet_above_its_name() -> None:
    sheet = ElementTree.fromstring(sheet_svg(POSES, 0.25, Side.RIGHT, COLOURS))
    names = [text.text for text in sheet.iter(f"{NAME_SPACE}text")]
    assert names == sorted(POSES)
    rows = -(-len(POSES) // COLUMNS)
    assert float(sheet.get("height", 0)) / rows == float(sheet.get("width", 0)) / COLUMNS * 220 / 260


def test_a_name_is_shown_as_it_is() -> None:
    odd = {"<b>&": POSES["warm-up"]}
    assert "&lt;b&gt;&amp;</text>" in sheet_svg(odd, None, Side.RIGHT, COLOURS)
