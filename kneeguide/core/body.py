"""The proportions of a person: how long each part is and how much flesh lies on it.

Lengths of segments are the shares of body height of Drillis and Contini (1966), as tabled by Winter, Biomechanics and
Motor Control of Human Movement, 4th ed. (2009), figure 4.1. Thicknesses are drawn after usual girths of adults.
"""

from functools import lru_cache
from itertools import pairwise
from math import cos, radians, sin

from kneeguide.core.outline import Point, Profile, place, smooth

UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.108
THIGH = 0.245
SHANK = 0.246
FOOT_HEIGHT = 0.039
TRUNK = 0.288
HEAD = 0.130
LUMBAR = 0.105
"""From the hip joint up to the waist, where the trunk bends."""
NECK = 0.042
"""From the line of the shoulder joints up to the root of the neck."""
NECK_TO_HEAD = 0.073
"""From the root of the neck to the middle of the head."""

THIGH_FLESH: Profile = (
    (0.0, 0.056, 0.062),
    (0.2, 0.057, 0.058),
    (0.5, 0.050, 0.050),
    (0.8, 0.038, 0.037),
    (0.93, 0.036, 0.034),
    (1.0, 0.035, 0.035),
)
SHANK_FLESH: Profile = (
    (0.0, 0.035, 0.035),
    (0.10, 0.032, 0.036),
    (0.30, 0.028, 0.045),
    (0.50, 0.025, 0.038),
    (0.80, 0.019, 0.022),
    (1.0, 0.020, 0.022),
)
UPPER_ARM_FLESH: Profile = ((0.0, 0.031, 0.033), (0.4, 0.028, 0.027), (0.8, 0.022, 0.022), (1.0, 0.021, 0.023))
FOREARM_FLESH: Profile = ((0.0, 0.021, 0.023), (0.25, 0.023, 0.023), (0.7, 0.017, 0.017), (1.0, 0.0135, 0.0135))

TORSO: tuple[tuple[float, float, float], ...] = (
    (0.13, 0.058, 0.070),
    (0.22, 0.057, 0.062),
    (0.36, 0.057, 0.055),
    (0.52, 0.064, 0.056),
    (0.72, 0.070, 0.063),
    (0.88, 0.062, 0.066),
    (1.0, 0.046, 0.056),
    (1.07, 0.037, 0.044),
    (1.12, 0.030, 0.035),
)
"""From the hip up, by the share of the trunk: chest and belly in front, back behind."""
SHOULDER: tuple[Point, ...] = ((-0.043, -0.034), (-0.036, 0.010), (-0.004, 0.034))
"""Round the joint of the far shoulder of an upright body, from the armpit up, where it shows behind the near one."""
COLLAR: tuple[Point, ...] = (
    (-0.040, -0.021), (-0.036, -0.006), (-0.020, -0.001), (0.012, -0.003), (0.028, -0.009), (0.034, -0.025),
    (0.010, -0.019), (-0.018, -0.015),
)  # fmt: skip
"""About the root of the neck of an upright body, in body heights."""

PELVIS: tuple[tuple[float, float], ...] = (
    (0, 0.056),
    (45, 0.064),
    (90, 0.066),
    (135, 0.074),
    (180, 0.079),
    (215, 0.081),
    (245, 0.075),
    (270, 0.066),
    (315, 0.057),
    (360, 0.056),
)
"""Round the hip joint, degrees from the front: distance of the surface, the buttock behind and below."""


def pelvis_radius(angle: float) -> float:
    """Distance of the pelvis's surface from the hip joint; degrees anticlockwise from the front of an upright body."""
    angle %= 360
    for (left, before), (right, after) in pairwise(PELVIS):
        if angle <= right:
            return before + (after - before) * (angle - left) / (right - left)
    return PELVIS[-1][1]


def pelvis_outline(more: float = 0.0) -> tuple[Point, ...]:
    """The pelvis of an upright body about its hip joint."""
    radii = ((angle, pelvis_radius(angle) + more) for angle in range(0, 360, 8))
    return tuple((r * cos(radians(a)), r * sin(radians(a))) for a, r in radii)


# Drawn about the middle of the head, in heads, the face to the right.
FACE: tuple[Point, ...] = (
    (0.02, 0.5), (0.24, 0.44), (0.365, 0.30), (0.395, 0.17), (0.385, 0.095), (0.425, 0.005), (0.462, -0.065),
    (0.455, -0.105), (0.395, -0.135), (0.408, -0.185), (0.392, -0.22), (0.402, -0.26), (0.375, -0.315),
    (0.378, -0.39), (0.335, -0.465), (0.24, -0.485), (0.06, -0.40), (-0.10, -0.30), (-0.26, -0.28), (-0.40, -0.12),
    (-0.45, 0.08), (-0.38, 0.30), (-0.20, 0.45),
)  # fmt: skip
HAIR: tuple[Point, ...] = (
    (0.36, 0.36), (0.30, 0.49), (0.12, 0.575), (-0.12, 0.56), (-0.34, 0.44), (-0.475, 0.24), (-0.50, 0.02),
    (-0.44, -0.18), (-0.34, -0.33), (-0.25, -0.34), (-0.19, -0.20), (-0.145, -0.05), (-0.12, 0.07), (-0.03, 0.09),
    (0.015, -0.03), (0.05, -0.04), (0.075, 0.10), (0.13, 0.22), (0.26, 0.285),
)  # fmt: skip
EAR: tuple[Point, ...] = ((-0.02, 0.08), (0.02, 0.02), (0.0, -0.06), (-0.05, -0.12), (-0.09, -0.04), (-0.085, 0.05))
EYE: tuple[Point, ...] = ((0.285, 0.080), (0.312, 0.055), (0.31, 0.010), (0.285, 0.0), (0.268, 0.045))
BROW: tuple[Point, ...] = ((0.21, 0.150), (0.28, 0.190), (0.355, 0.180), (0.355, 0.162), (0.28, 0.168), (0.215, 0.135))
MOUTH: tuple[Point, ...] = ((0.275, -0.195), (0.32, -0.222), (0.39, -0.222), (0.32, -0.240))
NECK_END: Point = (-0.13, -0.20)

# Drawn about the ankle, in body heights, the toes to the right, the ground at -FOOT_HEIGHT.
SHOE: tuple[Point, ...] = (
    (-0.040, -0.030), (-0.045, -0.012), (-0.036, 0.012), (-0.026, 0.017), (0.000, 0.012), (0.023, 0.016),
    (0.040, 0.004), (0.062, -0.007), (0.078, -0.011), (0.094, -0.015), (0.108, -0.021), (0.113, -0.031),
    (0.090, -0.034), (0.074, -0.034), (0.058, -0.034), (0.0, -0.034),
)  # fmt: skip
SOLE: tuple[Point, ...] = (
    (-0.043, -0.027), (-0.046, -0.034), (-0.040, -0.039), (0.0, -0.039), (0.060, -0.039), (0.072, -0.039),
    (0.084, -0.039), (0.106, -0.038), (0.116, -0.032), (0.112, -0.026), (0.084, -0.0285), (0.072, -0.0285),
    (0.060, -0.0285), (0.0, -0.0285),
)  # fmt: skip
TOES, HEEL = 0.116, 0.046
"""How far the shoe goes before and behind the ankle."""
BALL_OF_FOOT: Point = (0.074, -0.031)
"""Where the toes bend."""
KNEECAP_DEPTH = 0.012
"""How far the middle of the kneecap lies in front of the knee's joint as a side view shows it."""
SHORTENED = 0.72
"""How long a foot shows that points half to or from the viewer."""
PALM_DEPTH = 0.125
"""From the wrist's middle to the palm's surface, in hand lengths."""


@lru_cache(maxsize=16)
def foot_outlines(bend: float, front_on: bool) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Shoe and sole about the ankle, the toes to the right and bent up by so many degrees."""
    length = SHORTENED if front_on else 1.0
    shoe, sole = (tuple((x * length, y) for x, y in smooth(_bent(outline, bend), 3)) for outline in (SHOE, SOLE))
    return shoe, sole


@lru_cache(maxsize=16)
def lowest_of_shoe(turn: float, bend: float, front_on: bool) -> float:
    """How far the lowest point of a foot that is turned so lies over its ankle: below 0."""
    return min(y for outline in foot_outlines(bend, front_on) for _, y in place(outline, (0.0, 0.0), turn))


def _bent(outline: tuple[Point, ...], bend: float) -> tuple[Point, ...]:
    x, y = BALL_OF_FOOT
    turns = [bend * min(max((px - x) / 0.024 + 0.5, 0.0), 1.0) for px, _ in outline]
    return tuple(
        place([(px - x, py - y)], BALL_OF_FOOT, turn)[0] for (px, py), turn in zip(outline, turns, strict=True)
    )
