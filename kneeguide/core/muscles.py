"""Where the worked muscles lie on a body, as a side view shows them."""

from functools import lru_cache
from math import pi, sin

from kneeguide.core.drawing import Shape
from kneeguide.core.figure_role import FigureRole
from kneeguide.core.outline import Point, Profile, Segment, arc, between, distance, place, smooth, tapered
from kneeguide.core.routine import Muscle
from kneeguide.core.skeleton import LegBones, TrunkBones

ON_LEG: dict[Muscle, tuple[str, float, float, float, float]] = {
    Muscle.QUADS: ("thigh", 0.13, 0.82, 0.16, 0.94),
    Muscle.VASTUS_LATERALIS: ("thigh", 0.20, 0.80, -0.05, 0.80),
    Muscle.HIP_FLEXORS: ("thigh", 0.04, 0.40, 0.22, 0.96),
    Muscle.HAMSTRINGS: ("thigh", 0.18, 0.82, -0.94, -0.16),
    Muscle.CALF: ("shank", 0.05, 0.68, -0.96, 0.12),
}
"""Bone, from and to as shares of it, and how deep from (-1 the back surface, 1 the front)."""

ON_HIP: dict[Muscle, tuple[Point, ...]] = {
    Muscle.GLUTES: (
        (-0.030, 0.046), (-0.056, 0.030), (-0.067, 0.002), (-0.064, -0.030), (-0.044, -0.052), (-0.024, -0.050),
        (-0.006, -0.030), (-0.006, 0.004), (-0.012, 0.032),
    ),
    Muscle.TFL: (
        (0.020, 0.050), (0.046, 0.042), (0.056, 0.012), (0.052, -0.030), (0.038, -0.072), (0.028, -0.082),
        (0.018, -0.040), (0.010, 0.012),
    ),
}  # fmt: skip
"""Drawn about the hip joint of an upright body that faces right, in body heights."""

FIBRES: dict[Muscle, tuple[tuple[Point, Point], ...]] = {
    Muscle.GLUTES: (((-0.030, 0.034), (-0.012, -0.016)), ((-0.047, 0.020), (-0.020, -0.034))),
    Muscle.TFL: (((0.032, 0.036), (0.026, -0.052)), ((0.045, 0.024), (0.037, -0.048))),
}
"""How the fibres of the muscles of the hip run."""

OPENING = 62
"""Degrees to both sides of the front in which no soft ring shows: there is the edge of the kneecap."""
THIN = 0.0013
"""Half the breadth of a fibre on the hip, in body heights."""
EDGE = 0.08
"""How far the pale edge stands out round a muscle, as a share of the limb's thickness; on the hip, of the muscle."""


def on_leg(bones: LegBones, worked: Muscle) -> list[Shape]:
    """A muscle of the near leg, as if seen through clothes and skin, with a pale edge and fibres."""
    segment = bones.thigh if ON_LEG[worked][0] == "thigh" else bones.shank
    edge, muscle, *fibres = _bellies(worked, round(distance(segment.start, segment.end), 3), segment.profile)

    def here(outline: tuple[Point, ...]) -> tuple[Point, ...]:
        return place(outline, segment.start, segment.angle)

    return [
        Shape("muscle-edge", FigureRole.MUSCLE_EDGE, here(edge)),
        Shape("muscle", FigureRole.MUSCLE, here(muscle)),
        *(Shape("muscle-fibre", FigureRole.MUSCLE_EDGE, here(fibre)) for fibre in fibres),
    ]


def around_kneecap(bones: LegBones) -> list[Shape]:
    """The soft ring round the kneecap, which itself is left out."""
    middle, front = bones.kneecap, bones.knee_front
    return [
        Shape("muscle-edge", FigureRole.MUSCLE_EDGE, _horseshoe(middle, front, 0.0385, 0.0195)),
        Shape("muscle", FigureRole.MUSCLE, _horseshoe(middle, front, 0.035, 0.023)),
    ]


def _horseshoe(middle: Point, front: float, outer: float, inner: float) -> tuple[Point, ...]:
    start, end = front + OPENING, front + 360 - OPENING
    return arc(middle, outer, start, end, 10) + arc(middle, inner, end, start, 10)


def on_hip(bones: TrunkBones, worked: Muscle) -> list[Shape]:
    """A muscle about the near hip joint."""
    edge, muscle, *fibres = (place(outline, bones.hip, bones.lean) for outline in _about_hip(worked))
    return [
        Shape("muscle-edge", FigureRole.MUSCLE_EDGE, edge),
        Shape("muscle", FigureRole.MUSCLE, muscle),
        *(Shape("muscle-fibre", FigureRole.MUSCLE_EDGE, fibre) for fibre in fibres),
    ]


@lru_cache(maxsize=8)
def _about_hip(worked: Muscle) -> tuple[tuple[Point, ...], ...]:
    points = ON_HIP[worked]
    middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    wider = tuple(between(middle, point, 1 + EDGE) for point in points)
    return (smooth(wider), smooth(points), *(tapered(a, THIN, b, THIN, 30) for a, b in FIBRES[worked]))


@lru_cache(maxsize=64)
def _bellies(worked: Muscle, length: float, profile: Profile) -> tuple[tuple[Point, ...], ...]:
    _, start, end, deep, shallow = ON_LEG[worked]
    middle, half = (deep + shallow) / 2, (shallow - deep) / 2
    lying = Segment((0.0, 0.0), (length, 0.0), profile)
    return (
        _belly(lying, start - 0.02, end + 0.02, middle, half + EDGE),
        _belly(lying, start, end, middle, half),
        _belly(lying, start + 0.08, end - 0.08, middle + half * 0.25, 0.035),
        _belly(lying, start + 0.10, end - 0.10, middle - half * 0.3, 0.035),
    )


def _belly(segment: Segment, start: float, end: float, depth: float, half: float) -> tuple[Point, ...]:
    shares = [i / 16 for i in range(17)]
    swell = [half * sin(pi * share) ** 0.7 for share in shares]
    upper = [segment.inside(start + (end - start) * u, depth + h) for u, h in zip(shares, swell, strict=True)]
    lower = [segment.inside(start + (end - start) * u, depth - h) for u, h in zip(shares, swell, strict=True)]
    return (*upper, *reversed(lower))
