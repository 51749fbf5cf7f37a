"""Questions about outlines that tests ask and the program never does."""

from collections.abc import Iterator, Sequence

Point = tuple[float, float]


def is_inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether a point lies within a closed outline."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            inside = not inside
    return inside


def samples(outline: Sequence[Point], step: float = 0.002) -> Iterator[Point]:
    """The rim of an outline, and points within it on a grid."""
    yield from outline
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    bottom, top = min(y for _, y in outline), max(y for _, y in outline)
    for row in range(int((top - bottom) / step) + 1):
        for column in range(int((right - left) / step) + 1):
            point = left + column * step, bottom + row * step
            if is_inside(point, outline):
                yield point


def overlap(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two outlines share ground."""
    return any(is_inside(point, other) for point in samples(one)) or any(
        is_inside(point, one) for point in samples(other)
    )


def breadth(outline: Sequence[Point], height: float) -> float:
    """From the first to the last crossing of an outline with a level line."""
    crossings = [
        ax + (bx - ax) * (height - ay) / (by - ay)
        for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True)
        if (ay > height) != (by > height)
    ]
    return max(crossings) - min(crossings)
