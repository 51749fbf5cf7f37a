"""What every page of paper owes its reader: nothing over the edge, nothing over something else."""

from collections.abc import Sequence
from itertools import combinations

from kneeguide.ui.paper.layout import MARGIN
from kneeguide.ui.paper.pieces import Leaf, Line, Rule

_HAIR = 1.0
"""Dots by which rooms may meet."""


def paper_faults(pages: Sequence[Leaf]) -> list[str]:
    """Each piece that leaves the printed field of its page, and each two that get in each other's way."""
    faults = []
    for number, page in enumerate(pages, start=1):
        for piece in page.pieces:
            room = piece.room
            inside = (
                room.left() >= MARGIN - _HAIR
                and room.top() >= MARGIN - _HAIR
                and room.right() <= page.size.width() - MARGIN + _HAIR
                and room.bottom() <= page.size.height() - MARGIN + _HAIR
            )
            if not inside:
                faults.append(f"page {number}: {_named(piece)} is over the edge")
        solid = [piece for piece in page.pieces if not isinstance(piece, Rule)]
        for one, other in combinations(solid, 2):
            shared = one.room.intersected(other.room)
            if shared.width() > _HAIR and shared.height() > _HAIR:
                faults.append(f"page {number}: {_named(one)} lies over {_named(other)}")
    return faults


def lines_of(pages: Sequence[Leaf]) -> list[str]:
    """Every line of text, page by page."""
    return [piece.text for page in pages for piece in page.pieces if isinstance(piece, Line)]


def _named(piece: object) -> str:
    return repr(piece.text) if isinstance(piece, Line) else type(piece).__name__
