"""What a drawn figure is made of, for whoever paints, prints or saves it."""

from dataclasses import dataclass
from enum import StrEnum

from kneeguide.core.outline import Point

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class FigureRole(StrEnum):
    """What an outline is, for whoever chooses the colours."""

    STAGE = "stage"
    SKIN = "skin"
    SKIN_FAR = "skin-far"
    SHIRT = "shirt"
    SHIRT_FAR = "shirt-far"
    SHORTS = "shorts"
    SHORTS_FAR = "shorts-far"
    SHOE = "shoe"
    SHOE_FAR = "shoe-far"
    SOLE = "sole"
    SOLE_FAR = "sole-far"
    HAIR = "hair"
    FLOOR = "floor"
    FURNITURE = "furniture"
    FURNITURE_FAR = "furniture-far"
    TOOL = "tool"
    TOOL_RIM = "tool-rim"
    TOOL_CORE = "tool-core"
    MUSCLE = "muscle"
    MUSCLE_EDGE = "muscle-edge"
    ARROW = "arrow"


@dataclass(frozen=True)
class Shape:
    """One closed outline, filled: points in body heights, x to the right and y up from the floor."""

    name: str
    role: FigureRole
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Drawing:
    """Outlines from the farthest to the nearest, and the box around them: left, bottom, right, top."""

    shapes: tuple[Shape, ...]
    bounds: Bounds
