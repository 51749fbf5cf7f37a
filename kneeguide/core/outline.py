"""The little plane geometry that drawing a body needs: bones, surfaces and smooth closed outlines.

Lengths are body heights, x grows to the right and y upwards; angles are degrees, anticlockwise from the right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import acos, atan2, ceil, cos, degrees, hypot, radians, sin

Point = tuple[float, float]
Profile = tuple[tuple[float, float, float], ...]
"""Stations along a bone: share of its length, flesh in front of it, flesh behind it."""

STATIONS = 14
"""How many times along a whole bone the flesh is measured for its outline."""


def offset(start: Point, angle: float, distance: float) -> Point:
    """The point at a distance in a direction."""
    return start[0] + distance * cos(radians(angle)), start[1] + distance * sin(radians(angle))


def between(start: Point, end: Point, share: float) -> Point:
    """The point that lies the given share of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def direction(start: Point, end: Point) -> float:
    """Angle of the way from one point to another."""
    return degrees(atan2(end[1] - start[1], end[0] - start[0]))


def distance(start: Point, end: Point) -> float:
    """Length of the straight way."""
    return hypot(end[0] - start[0], end[1] - start[1])


def place(points: Iterable[Point], origin: Point, angle: float, scale: float = 1.0) -> tuple[Point, ...]:
    """Points drawn about (0, 0) along the x axis, moved to where they belong."""
    left, low, turn_x, turn_y = *origin, scale * cos(radians(angle)), scale * sin(radians(angle))
    # A list first: every moving picture goes through here, and a tuple of a list is made faster than of a generator.
    return tuple([(left + x * turn_x - y * turn_y, low + x * turn_y + y * turn_x) for x, y in points])


def reach(root: Point, target: Point, first: float, second: float, *, knee: bool) -> tuple[Point, Point]:
    """Where the middle joint and the end of two bones lie so that the end meets the target.

    A knee folds clockwise and an elbow anticlockwise, as both do in a body that faces right. A target out of reach is
    met as nearly as the bones allow.
    """
    far = min(max(distance(root, target), abs(first - second) + 1e-6), first + second - 1e-6)
    opening = degrees(acos((first**2 + far**2 - second**2) / (2 * first * far)))
    aim = direction(root, target)
    middle = offset(root, aim + opening if knee else aim - opening, first)
    return middle, offset(root, aim, far)


def circle(centre: Point, radius: float, *, step: float = 12) -> tuple[Point, ...]:
    """A circle, with a point every ``step`` degrees."""
    return place(_rim(step), centre, 0.0, radius)


@lru_cache(maxsize=8)
def _rim(step: float) -> tuple[Point, ...]:
    return arc((0.0, 0.0), 1.0, 0.0, 360.0 - step, step)


def arc(centre: Point, radius: float, start: float, end: float, step: float = 5) -> tuple[Point, ...]:
    """Points from one angle to another on a circle, every ``step`` degrees or closer."""
    steps = max(1, ceil(abs(end - start) / step))
    return tuple(offset(centre, start + (end - start) * i / steps, radius) for i in range(steps + 1))


def tapered(start: Point, start_radius: float, end: Point, end_radius: float, step: float = 5) -> tuple[Point, ...]:
    """The hull of two circles, the plainest limb, with a point every ``step`` degrees of its round ends."""
    away, gap = direction(start, end), distance(start, end)
    if gap <= abs(start_radius - end_radius):
        return circle(start, start_radius) if start_radius >= end_radius else circle(end, end_radius)
    lean = degrees(acos((start_radius - end_radius) / gap))
    first = arc(start, start_radius, away + lean, away + 360 - lean, step)
    return first + arc(end, end_radius, away - lean, away + lean, step)


def hull(points: Iterable[Point]) -> tuple[Point, ...]:
    """The tightest outline without dents round the points."""
    ordered = sorted(set(points))
    chains: list[list[Point]] = []
    for run in (ordered, ordered[::-1]):
        chain: list[Point] = []
        for x, y in run:
            while len(chain) > 1 and (
                (chain[-1][0] - chain[-2][0]) * (y - chain[-2][1]) <= (chain[-1][1] - chain[-2][1]) * (x - chain[-2][0])
            ):
                chain.pop()
            chain.append((x, y))
        chains.append(chain[:-1])
    return (*chains[0], *chains[1])


def smooth(points: Sequence[Point], steps: int = 5) -> tuple[Point, ...]:
    """A closed curve through the points (Catmull-Rom)."""
    count = len(points)
    curve: list[Point] = []
    for i in range(count):
        a, b, c, d = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            curve.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return tuple(curve)


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


@dataclass(frozen=True)
class Segment:
    """A bone with flesh on it, from the joint nearer the head to the one farther from it.

    Its front lies a quarter turn anticlockwise of its direction: a body that faces right.
    """

    start: Point
    end: Point
    profile: Profile

    @property
    def angle(self) -> float:
        """Direction of the bone, degrees."""
        return direction(self.start, self.end)

    def flesh(self, at: float) -> tuple[float, float]:
        """Thickness in front of and behind the bone at a share of its length."""
        stations = self.profile
        i = next((k for k in range(1, len(stations) - 1) if at <= stations[k][0]), len(stations) - 1)
        left, right = stations[i - 1], stations[i]
        before, after = stations[max(i - 2, 0)], stations[min(i + 1, len(stations) - 1)]
        t = min(max((at - left[0]) / (right[0] - left[0]), 0.0), 1.0)
        return (
            _spline(before[1], left[1], right[1], after[1], t),
            _spline(before[2], left[2], right[2], after[2], t),
        )

    def inside(self, at: float, depth: float) -> Point:
        """A point of the flesh: depth 1 is the front surface, 0 the bone, -1 the back surface."""
        front, back = self.flesh(at)
        on_bone = between(self.start, self.end, at)
        return offset(on_bone, self.angle + 90, depth * (front if depth > 0 else back))

    def outline(
        self, start: float = 0.0, end: float = 1.0, more: float = 0.0, *, cuff: bool = False, hem: bool = False
    ) -> tuple[Point, ...]:
        """The flesh between two shares of the bone, thicker all round by ``more``.

        The ends are round, or cut off straight: a cuff at the start, a hem at the end.
        """
        length = round(distance(self.start, self.end), 3)  # so that no cache fills with the same limb
        return place(_limb(self.profile, length, start, end, more, cuff, hem), self.start, self.angle)


@lru_cache(maxsize=512)
def _limb(
    profile: Profile, length: float, start: float, end: float, more: float, cuff: bool, hem: bool
) -> tuple[Point, ...]:
    """The outline of a segment that lies along the x axis; a limb of the same make has it in every pose."""
    lying = Segment((0.0, 0.0), (length, 0.0), profile)
    steps = max(2, ceil((end - start) * STATIONS))
    flesh = [(share, *lying.flesh(share)) for share in (start + (end - start) * i / steps for i in range(steps + 1))]
    front = [(share * length, ahead + more) for share, ahead, _ in flesh]
    back = [(share * length, -behind - more) for share, _, behind in flesh]
    tip = [] if hem else _cap(length * end, 0, lying.flesh(end), more)
    root = [] if cuff else _cap(length * start, 180, lying.flesh(start)[::-1], more)
    return (*front, *tip, *reversed(back), *root)


def _cap(along: float, angle: float, flesh: tuple[float, float], more: float) -> list[Point]:
    ahead, behind = flesh[0] + more, flesh[1] + more
    return [offset((along, 0.0), angle + 90 - 20 * i, ahead + (behind - ahead) * i / 9) for i in range(1, 9)]
