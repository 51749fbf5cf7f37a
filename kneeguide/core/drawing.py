"""What a drawn figure is made of, for whoever paints, prints or saves it."""

from dataclasses import dataclass
from functools import cached_property

from kneeguide.core.figure_role import FigureRole
from kneeguide.core.outline import Point

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True)
class Shape:
    """One closed outline, filled: points in body heights, x to the right and y up from the floor."""

    name: str
    role: FigureRole
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Drawing:
    """Outlines from the farthest to the nearest."""

    shapes: tuple[Shape, ...]

    @cached_property
    def bounds(self) -> Bounds:
        """The box around all outlines."""
        xs = [x for shape in self.shapes for x, _ in shape.points]
        ys = [y for shape in self.shapes for _, y in shape.points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class Layer:
    """A run of shapes that all move with the stroke, or all stand still: ``drawing.shapes[start:stop]``."""

    start: int
    stop: int
    moves: bool
