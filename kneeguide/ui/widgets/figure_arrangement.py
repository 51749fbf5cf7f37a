"""How a figure is laid out on its stage: in its still form, with room to move, or at both ends of its stroke."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from kneeguide.core.routine import Side
from kneeguide.ui.widgets.figure_painter import travelled

if TYPE_CHECKING:
    from kneeguide.core.drawing import Bounds, Drawing
    from kneeguide.core.pose import Pose

MARGIN = 0.05
"""Free room round a figure, as a share of the shorter side of its stage."""
SEEN_TO_MOVE = 0.05
"""Body heights; what moves less from one end of a stroke to the other needs no picture of both."""


@dataclass(frozen=True)
class ArrangedFigure:
    """``frame``: what its stage has to hold. ``drawings``: its still form, or both ends of its stroke.

    ``moves``: whether it is to show its stroke, by moving or by both ends.
    """

    pose: "Pose"
    side: Side
    moves: bool
    frame: "Bounds"
    drawings: "tuple[Drawing, ...]"


def arranged(pose: "Pose", side: Side, moves: bool, *, keeps_still: bool) -> ArrangedFigure:
    """A figure in its still form, or at both ends of its stroke if it must keep still but would be seen to move."""
    # Not above: the first window is there before its first figure, and does not wait for what draws them.
    from kneeguide.core.figure import draw, frame
    from kneeguide.core.travel_marks import draw_with_marks

    if not moves:
        still = draw(pose, pose.still, side)
        return ArrangedFigure(pose, side, moves, still.bounds, (still,))
    if keeps_still:
        start, end = draw_with_marks(pose, 0.0, side), draw_with_marks(pose, 0.5, side)
        if travelled(start, end) >= SEEN_TO_MOVE:
            return ArrangedFigure(pose, side, moves, _both(start.bounds, end.bounds), (start, end))
    still = draw_with_marks(pose, pose.still, side)
    return ArrangedFigure(pose, side, moves, still.bounds if keeps_still else frame(pose, side), (still,))


def halves(room: QRectF, frame: "Bounds") -> tuple[QRectF, QRectF]:
    """The room halved with a gap, beside or below each other, whichever shows the frame larger."""
    gap = MARGIN * min(room.width(), room.height())
    wide = QSizeF((room.width() - gap) / 2, room.height())
    low = QSizeF(room.width(), (room.height() - gap) / 2)
    shape = QSizeF(frame[2] - frame[0], frame[3] - frame[1])
    half = max(wide, low, key=lambda size: min(size.width() / shape.width(), size.height() / shape.height()))
    first, second = QRectF(room.topLeft(), half), QRectF(room.topLeft(), half)
    second.moveBottomRight(room.bottomRight())
    return first, second


def _both(one: "Bounds", other: "Bounds") -> "Bounds":
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
