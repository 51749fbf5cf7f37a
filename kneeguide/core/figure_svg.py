"""A figure, or a contact sheet of all, as a drawing in SVG: for documents, for print, and to look at our work."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from kneeguide.core.drawing import Bounds, Drawing
from kneeguide.core.figure import frame
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.pose import Pose
from kneeguide.core.routine import Side
from kneeguide.core.travel_marks import draw_with_marks

Colours = Mapping[FigureRole, str]
Box = tuple[float, float, float, float]
"""Left, top, width and height, in pixels."""

WIDTH, MARGIN = 600, 24
COLUMNS, CELL, NAME_HEIGHT = 5, (260, 220), 34


def figure_svg(pose: Pose, phase: float | None, side: Side, colours: Colours) -> str:
    """One figure, with what it shows in words. ``phase``: of its stroke, in [0, 1), or None for its still form.

    The frame holds the whole stroke, so that pictures of several phases can be laid over each other.
    """
    left, bottom, right, top = framed = frame(pose, side)
    height = round((WIDTH - 2 * MARGIN) * (top - bottom) / (right - left)) + 2 * MARGIN
    figure = _figure(_moment(pose, phase, side), framed, (0, 0, WIDTH, height), colours)
    return _svg(WIDTH, height, colours, [f"<title>{escape(pose.alt)}</title>", *figure])


def sheet_svg(poses: Mapping[str, Pose], phase: float | None, side: Side, colours: Colours) -> str:
    """All figures, each above its name."""
    wide, high = CELL
    parts = ["<title>All figures</title>"]
    for number, name in enumerate(sorted(poses)):
        left, top = number % COLUMNS * wide, number // COLUMNS * high
        drawing = _moment(poses[name], phase, side)
        parts += _figure(drawing, frame(poses[name], side), (left, top, wide, high - NAME_HEIGHT), colours)
        parts.append(
            f'<text x="{left + wide / 2:g}" y="{top + high - NAME_HEIGHT / 2:g}" font-family="sans-serif" '
            f'font-size="15" text-anchor="middle" fill="{colours[FigureRole.TOOL]}">{escape(name)}</text>'
        )
    return _svg(COLUMNS * wide, -(-len(poses) // COLUMNS) * high, colours, parts)


def _moment(pose: Pose, phase: float | None, side: Side) -> Drawing:
    return draw_with_marks(pose, pose.still if phase is None else phase, side)


def _figure(drawing: Drawing, framed: Bounds, place: Box, colours: Colours) -> Iterable[str]:
    """The outlines of a drawing, as large as the place allows, in its middle."""
    left, bottom, right, top = framed
    across, down, width, height = place
    scale = min((width - 2 * MARGIN) / (right - left), (height - 2 * MARGIN) / (top - bottom))
    across += width / 2 - (left + right) / 2 * scale
    down += height / 2 + (bottom + top) / 2 * scale
    for shape in drawing.shapes:
        points = " ".join(f"{across + x * scale:.1f},{down - y * scale:.1f}" for x, y in shape.points)
        yield f'<polygon fill="{colours[shape.role]}" points="{points}"/>'


def _svg(width: int, height: int, colours: Colours, parts: Iterable[str]) -> str:
    begin = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    stage = f'<rect width="{width}" height="{height}" fill="{colours[FigureRole.STAGE]}"/>'
    return "\n".join([begin, stage, *parts, "</svg>"]) + "\n"
