"""One stroke of a figure as a book of pages: what stands still is painted once, and each moment of what moves once.

To paint a person anew thirty times a second would take a fifth of a processor. A stroke comes back every few seconds,
so its pictures are kept and shown again. They are made ahead where there is time, else by the first stroke.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QTransform

from kneeguide.core.drawing import Drawing
from kneeguide.core.figure import layers
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.pose import Pose
from kneeguide.core.routine import Side
from kneeguide.core.travel_marks import draw_with_marks
from kneeguide.ui.widgets.figure_painter import Outlined, outlined, paint, travelled

FEWEST_PAGES, MOST_PAGES = 8, 90
"""For one way of a stroke: at most thirty a second where it takes three."""
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
        start, out, end, back = (draw_with_marks(pose, quarter / 4, side) for quarter in range(4))
        moves = [layer.moves for layer in layers(pose, side) for _ in range(layer.start, layer.stop)]
        moves += [False] * (len(start.shapes) - len(moves))
        self.moves = any(moves)
        """Whether there is anything to show but the still form."""
        first = (*moves, True).index(True)
        self._from_first = range(first, len(moves))
        """The shapes that are painted anew on each page, by number: all from the farthest that moves on."""
        self._still = {number: outlined(shape) for number, shape in enumerate(start.shapes) if not moves[number]}
        self._comes_back_as_it_went = travelled(out, back) < UNSEEN
        self._behind = QPixmap(stage)
        """The stage with what stands still behind all that moves."""
        self._paint(self._behind, QPointF(), [self._still[number] for number in range(first)])
        self._count = self._fitting_count(start, out, end) if self.moves else 1

    @cached_property
    def ground(self) -> QPixmap:
        """The whole stage without what moves."""
        ground = QPixmap(self._behind)
        self._paint(ground, QPointF(), [self._still[number] for number in self._from_first if number in self._still])
        return ground

    def page(self, phase: float) -> Page:
        """The page that shows a phase of the stroke, in [0, 1)."""
        number = round(phase * self._count) % self._count
        if self._comes_back_as_it_went:
            number = min(number, self._count - number)
        if number not in self._pages:
            self._pages[number] = self._made(draw_with_marks(self._pose, number / self._count, self._side))
        return self._pages[number]

    def make_ahead(self) -> None:
        """Make the first page that is missing: there is time before the stroke begins, and less when it goes on."""
        numbers = range(self._count // 2 + 1 if self._comes_back_as_it_went else self._count)
        missing = next((number for number in numbers if number not in self._pages), None)
        if missing is not None:
            self.page(missing / self._count)

    def _fitting_count(self, start: Drawing, *later: Drawing) -> int:
        """So many pages for out and back that the fastest part moves by a pixel or two from one to the next."""
        wanted = ceil(max(travelled(start, moment) for moment in later) * self._fit.m11() * self._ratio)
        dearest = max(4 * size.width() * size.height() for size in (self._place(self._moving(m)).size() for m in later))
        kept = MEMORY // dearest // (1 if self._comes_back_as_it_went else 2)
        return 2 * max(FEWEST_PAGES, min(wanted, kept, MOST_PAGES))

    def _moving(self, moment: Drawing) -> dict[int, Outlined]:
        """What moves, by number."""
        return {number: outlined(moment.shapes[number]) for number in self._from_first if number not in self._still}

    def _made(self, moment: Drawing) -> Page:
        moving = self._moving(moment)
        place = self._place(moving)
        picture = self._behind.copy(place)
        at = QPointF(place.topLeft()) / self._ratio
        room = self._fit.inverted()[0].mapRect(QRectF(at, picture.deviceIndependentSize()))
        shapes = (moving.get(number) or self._still[number] for number in self._from_first)
        self._paint(picture, at, [shape for shape in shapes if room.intersects(shape[1].boundingRect())])
        return Page(picture, at)

    def _place(self, moving: dict[int, Outlined]) -> QRect:
        """Where on the screen the moving parts are, with a little room for their soft edges."""
        box = QRectF()
        for _, outline in moving.values():
            box |= outline.boundingRect()
        on_stage = self._fit.mapRect(box)
        on_screen = QRectF(on_stage.topLeft() * self._ratio, on_stage.size() * self._ratio)
        return on_screen.toAlignedRect().adjusted(-1, -1, 1, 1) & self._behind.rect()

    def _paint(self, picture: QPixmap, at: QPointF, shapes: Iterable[Outlined]) -> None:
        painter = QPainter(picture)
        painter.translate(-at)
        painter.setTransform(self._fit, True)
        paint(painter, shapes, self._colours)
        painter.end()
