"""One stroke of a figure as a book of pages: what stands still is painted once, and each moment of what moves once.

To paint a person anew thirty times a second would take a fifth of a processor. A stroke comes back every few seconds,
so its pictures are kept and shown again. The first stroke makes them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, pi

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QTransform

from kneeguide.core.drawing import Drawing, FigureRole, Shape
from kneeguide.core.figure import draw, layers
from kneeguide.core.pose import Pose
from kneeguide.core.routine import Side
from kneeguide.ui.widgets.figure_painter import box, paint, travelled

FEWEST_PAGES, MOST_PAGES = 8, 120
"""For one way of a stroke, at most thirty a second of one that takes four."""
MEMORY = 32 * 1024 * 1024
"""Bytes that the pages of one book may take."""
UNSEEN = 1e-6
"""Body heights; nearer than that, two moments are the same."""


@dataclass(frozen=True)
class Page:
    """A moment of the stroke: the picture of what moves with all that is behind and before it, and where it belongs."""

    picture: QPixmap
    at: QPointF

    @property
    def covers(self) -> QRect:
        """The part of the stage that it covers, in whole pixels."""
        return QRectF(self.at, self.picture.deviceIndependentSize()).toAlignedRect()


class FlipBook:
    """The pictures of a pose on a ``stage`` of one size. ``fit``: from body heights to the pixels of the window."""

    def __init__(
        self, pose: Pose, side: Side, stage: QPixmap, fit: QTransform, colours: Mapping[FigureRole, str]
    ) -> None:
        self._pose = pose
        self._side = side
        self._ratio = stage.devicePixelRatio()
        self._fit = fit
        self._colours = colours
        self._pages: dict[int, Page] = {}
        self._moves = [layer.moves for layer in layers(pose, side) for _ in range(layer.start, layer.stop)]
        self._first = (*self._moves, True).index(True)
        start, out, end, back = (draw(pose, quarter / 4, side) for quarter in range(4))
        self._start = start
        self._comes_back_as_it_went = travelled(out, back) < UNSEEN
        self._behind = QPixmap(stage)
        """The stage with what stands still behind all that moves."""
        self._paint(self._behind, QPointF(), start.shapes[: self._first])
        self._count = self._fitting_count(start, out, end)

    @property
    def moves(self) -> bool:
        """Whether the figure has anything to show but its still form."""
        return any(self._moves)

    @cached_property
    def ground(self) -> QPixmap:
        """The whole stage without what moves."""
        ground = QPixmap(self._behind)
        rest = [shape for shape, moves in self._from_first(self._start) if not moves]
        self._paint(ground, QPointF(), rest)
        return ground

    def page(self, phase: float) -> Page:
        """The page that shows a phase of the stroke, in [0, 1)."""
        number = round(phase * self._count) % self._count
        if self._comes_back_as_it_went:
            number = min(number, self._count - number)
        if number not in self._pages:
            self._pages[number] = self._made(draw(self._pose, number / self._count, self._side))
        return self._pages[number]

    def _fitting_count(self, start: Drawing, *later: Drawing) -> int:
        """So many pages for out and back that the fastest part moves by about a pixel from one to the next."""
        if not self.moves:
            return 1
        far = max(travelled(start, moment) for moment in later) * self._fit.m11() * self._ratio
        wanted = min(max(ceil(far * pi / 2), FEWEST_PAGES), MOST_PAGES)  # mid-way it is so much faster than on average
        largest = max((self._place(moment).size() for moment in later), key=lambda size: size.width() * size.height())
        kept = MEMORY // (4 * largest.width() * largest.height()) // (1 if self._comes_back_as_it_went else 2)
        return 2 * max(FEWEST_PAGES, min(wanted, kept))

    def _made(self, moment: Drawing) -> Page:
        place = self._place(moment)
        picture = self._behind.copy(place)
        at = QPointF(place.topLeft()) / self._ratio
        self._paint(picture, at, [shape for shape, _ in self._from_first(moment)])
        return Page(picture, at)

    def _place(self, moment: Drawing) -> QRect:
        """Where on the screen the moving parts are, with a little room for their soft edges."""
        boxes = [box(shape.points) for shape, moves in self._from_first(moment) if moves]
        if not boxes:
            return self._behind.rect()
        left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
        on_stage = self._fit.mapRect(QRectF(left, bottom, right - left, top - bottom))
        on_screen = QRectF(on_stage.topLeft() * self._ratio, on_stage.size() * self._ratio)
        return on_screen.toAlignedRect().adjusted(-1, -1, 1, 1) & self._behind.rect()

    def _from_first(self, moment: Drawing) -> list[tuple[Shape, bool]]:
        """All from the farthest shape that moves on, each with whether it does."""
        return list(zip(moment.shapes, self._moves, strict=True))[self._first :]

    def _paint(self, picture: QPixmap, at: QPointF, shapes: Iterable[Shape]) -> None:
        painter = QPainter(picture)
        painter.translate(-at)
        painter.setTransform(self._fit, True)
        paint(painter, shapes, self._colours)
        painter.end()
